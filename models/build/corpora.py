"""Finds and reads the training corpora: our own text and open ones."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .language import Traits, traits
from .markup import Report, Span, read_reports, split
from .samples import Sample

HELD_OUT = 0.1
SEED = 7


class MissingCorpusError(Exception):
    """A corpus that the build needs is not there."""


@dataclass(frozen=True)
class Places:
    """Where the build finds what it reads."""

    shared: Path
    corpus: Path
    work: Path = Path("models/work")
    out: Path = Path("models")

    @property
    def open(self) -> Path:
        """The folder of the open corpora."""
        return self.shared / "corpora" / "ner"

    @property
    def dev(self) -> Path:
        """The folder of the development reports."""
        return self.shared / "dev"


def own_reports(places: Places, lang: str) -> tuple[list[Report], list[Report]]:
    """Read our own reports of one language: those to train on, and the tenth held out."""
    files = sorted(places.corpus.glob(f"{lang}-*.txt"))
    if not files:
        raise MissingCorpusError(f"no marked-up text of our own for '{lang}' in {places.corpus}")
    train: list[Report] = []
    held: list[Report] = []
    for file in files:
        mine, others = split(list(read_reports(file)), HELD_OUT, SEED)
        train += mine
        held += others
    return train, held


def require(places: Places, names: list[str]) -> None:
    """Stop with the names of the open corpora that are not there."""
    missing = [name for name in names if not (places.open / f"{name}.jsonl.gz").is_file()]
    if missing:
        raise MissingCorpusError(
            f"missing in {places.open}: {', '.join(missing)} "
            "(models/README.md says where they come from)"
        )


def read_open(places: Places, name: str) -> list[Sample]:
    """Read one open corpus as samples with character spans."""
    require(places, [name])
    lang = name.split("-", maxsplit=1)[0]
    with gzip.open(places.open / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [_sentence(json.loads(line), lang) for line in lines]


def _fuse(tokens: list[str], spaces: list[bool], known: Traits) -> None:
    """Write prepositions and articles together again that a corpus parts, in place."""
    for i in range(len(tokens) - 1):
        first, article = tokens[i], tokens[i + 1]
        short = known.fused.get(first.lower())
        if short and article in known.articles:
            tokens[i] = short if first.islower() else short.capitalize()
            spaces[i] = False


def _sentence(row: dict[str, Any], lang: str) -> Sample:
    tokens: list[str] = list(row["tokens"])
    known = traits(lang)
    spaces = [bool(space) and known.spaced for space in row["spaces"]]
    _fuse(tokens, spaces, known)
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for token, space in zip(tokens, spaces, strict=True):
        starts.append(at)
        ends.append(at + len(token))
        at = ends[-1] + space
    text = "".join(token + " " * space for token, space in zip(tokens, spaces, strict=True))
    spans = (Span(starts[first], ends[last - 1], label) for first, last, label in row["spans"])
    return Sample(lang, text.rstrip(), tuple(spans))
