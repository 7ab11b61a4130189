"""Turns the gold answers of a report into the spans that a pipeline should find in its text.

Every occurrence of a person's, organization's or site's name, of a title, and of a visited place
counts. Where names overlap the longest wins. Names are given in their base form, so in inflecting
languages the ends of words may differ. A name listed as organization and as site takes either
label.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Endings that a word of five letters or more may swap: (letters cut off, what may follow).
_ENDINGS = {"de": (2, 3), "pl": (2, 4), "ru": (2, 4)}
_ARTICLE = re.compile(
    r"^(?:the|der|die|das|den|dem|des|le|la|les|el|los|las|il|lo|gli|i|o|os|as|de|het)\s+|^(?:l|L)['’]",
    re.IGNORECASE,
)

_ACRONYM = re.compile(r".+\s\([^()]+\)$")
_QUOTED = re.compile('["„“«][^"„“”«»]*["“”»]')


@dataclass(frozen=True)
class Gold:
    """A gold span: characters and the labels that are right for it."""

    start: int
    end: int
    labels: frozenset[str]


@dataclass(frozen=True)
class Dev:
    """One development report."""

    name: str
    lang: str
    text: str
    spans: tuple[Gold, ...]


def _word_pattern(word: str, lang: str) -> str:
    """Match a word, in inflecting languages with other endings too."""
    cut, grow = _ENDINGS.get(lang, (0, 0))
    if not cut or len(word) < 5 or not word.isalpha():
        return re.escape(word)
    if lang == "de":
        stem = re.sub(r"(?:er|en|em|es|e|n|s)$", "", word)
        return re.escape(stem) + r"(?:er|en|em|es|e|n|s|ns)?"
    return re.escape(word[:-cut]) + rf"\w{{0,{grow}}}"


def name_pattern(name: str, lang: str) -> re.Pattern[str]:
    """Return a pattern for every occurrence of a name."""
    words = [_word_pattern(word, lang) for word in re.findall(r"\w+|[^\w\s]", name)]
    body = r"\s*".join(words) if lang == "zh" else _spaced(name, words)
    edge = "" if lang == "zh" else r"(?<!\w){}(?!\w)"
    return re.compile(edge.format(body) if edge else body)


def _spaced(name: str, words: list[str]) -> str:
    """Put white space between words where the name has some."""
    out: list[str] = []
    at = 0
    for raw, pattern in zip(re.findall(r"\w+|[^\w\s]", name), words, strict=True):
        found = name.index(raw, at)
        if out and found > at:
            out.append(r"\s+")
        out.append(pattern)
        at = found + len(raw)
    return "".join(out)


def names(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (name, label) for all that the gold answers name."""
    lists = (("people", "PER"), ("organizations", "ORG"), ("sites", "SITE"))
    for key, label in lists:
        for entry in gold[key]:
            for form in [entry["name"], *entry["also"]]:
                yield form, label
    for person in gold["people"]:
        for post in person["posts"]:
            yield post["title"], "TITLE"
    for place in gold["visit"]["places"]:
        yield place, "LOC"


def spans_of(text: str, lang: str, found: Iterable[tuple[str, str]]) -> tuple[Gold, ...]:
    """Find all occurrences; the longest wins, equal ones share their labels."""
    hits: dict[tuple[int, int], set[str]] = {}
    for name, label in found:
        bare = _ARTICLE.sub("", name).strip() if label in ("ORG", "SITE") else name.strip()
        if _ACRONYM.match(bare):
            continue  # the acronym in brackets is a span of its own
        if _QUOTED.fullmatch(bare):
            bare = bare[1:-1]
        pattern = name_pattern(bare, "" if label == "LOC" and lang == "de" else lang)
        for match in pattern.finditer(text):
            hits.setdefault(match.span(), set()).add(label)
    kept: list[Gold] = []
    for (start, end), labels in sorted(hits.items(), key=lambda h: (h[0][0] - h[0][1], h[0][0])):
        if all(end <= k.start or start >= k.end for k in kept):
            kept.append(Gold(start, end, frozenset(labels)))
    return tuple(sorted(kept, key=lambda k: k.start))


def read_dev(folder: Path) -> list[Dev]:
    """Read all gold reports of a folder."""
    reports = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        reports.append(
            Dev(path.stem, gold["lang"], text, spans_of(text, gold["lang"], names(gold)))
        )
    return reports
