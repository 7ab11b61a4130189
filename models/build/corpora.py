"""Finds and reads the training corpora: our own text and the open corpora of ``shared/corpora/ner``."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

from .markup import Report, Span, read_reports
from .samples import Sample

LANGS = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "vi", "zh")
# Fused in the corpus as two tokens, written as one word in the text.
_PT_JOINED = {
    ("de", "a"): "da", ("de", "o"): "do", ("de", "as"): "das", ("de", "os"): "dos",
    ("em", "a"): "na", ("em", "o"): "no", ("em", "as"): "nas", ("em", "os"): "nos",
    ("a", "a"): "à", ("a", "o"): "ao", ("a", "os"): "aos", ("a", "as"): "às",
    ("por", "o"): "pelo", ("por", "a"): "pela",
}  # fmt: skip


class MissingCorpusError(Exception):
    """A corpus that the build needs is not there."""


@dataclass(frozen=True)
class Places:
    """Where the build finds what it reads."""

    shared: Path
    corpus: Path

    @property
    def open(self) -> Path:
        """The folder of the open corpora."""
        return self.shared / "corpora" / "ner"

    @property
    def dev(self) -> Path:
        """The folder of the development reports."""
        return self.shared / "dev"


def own_reports(places: Places, lang: str) -> list[Report]:
    """Read our own reports of one language, in an order that does not change when files are added."""
    files = sorted(places.corpus.glob(f"{lang}-*.txt"))
    if not files:
        raise MissingCorpusError(f"no marked-up text of our own for '{lang}' in {places.corpus}")
    return [report for file in files for report in read_reports(file)]


def require(places: Places, names: list[str]) -> None:
    """Stop with the names of the open corpora that are not there."""
    missing = [name for name in names if not (places.open / f"{name}.jsonl.gz").is_file()]
    if missing:
        raise MissingCorpusError(
            f"missing in {places.open}: {', '.join(missing)} (models/README.md says where they come from)"
        )


def read_open(places: Places, name: str) -> list[Sample]:
    """Read one open corpus as samples with character spans."""
    require(places, [name])
    lang = name.split("-")[0]
    with gzip.open(places.open / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [_sentence(json.loads(line), lang) for line in lines]


def _sentence(row: dict[str, list[object]], lang: str) -> Sample:
    tokens = [str(token) for token in row["tokens"]]
    spaces = [bool(space) for space in row["spaces"]]
    if lang == "zh":
        spaces = [False] * len(tokens)
    starts: list[int] = []
    ends: list[int] = []
    text = ""
    for i, (token, space) in enumerate(zip(tokens, spaces, strict=True)):
        if lang == "pt" and i and (joined := _PT_JOINED.get((tokens[i - 1].lower(), token))):
            keep = joined if tokens[i - 1].islower() else joined.capitalize()
            text = text[: starts[-1]] + keep
        starts.append(len(text) - (0 if not text.endswith(token) or not i else 0))
        if not (lang == "pt" and i and (tokens[i - 1].lower(), token) in _PT_JOINED):
            text += token
        else:
            starts[-1] = len(text)
        ends.append(len(text))
        text += " " if space else ""
    spans = []
    for first, last, label in row["spans"]:  # type: ignore[misc]
        spans.append(Span(starts[first], ends[last - 1], str(label)))  # type: ignore[has-type]
    return Sample(lang, text.rstrip(), tuple(s for s in spans if s.end > s.start))
