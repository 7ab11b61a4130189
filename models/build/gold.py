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

from .language import Traits, traits

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


def _word_pattern(word: str, known: Traits) -> str:
    """Match a word, in inflecting languages one of five letters or more with other endings too."""
    if len(word) < 5 or not word.isalpha():
        return re.escape(word)
    if known.endings:
        any_ending = "(?:" + "|".join(known.endings) + ")"
        return re.escape(re.sub(any_ending + "$", "", word)) + any_ending + "?"
    if known.cut:
        return re.escape(word[: -known.cut]) + rf"\w{{0,{known.grow}}}"
    return re.escape(word)


def name_pattern(name: str, known: Traits, inflected: bool = True) -> re.Pattern[str]:
    """Return a pattern for every occurrence of a name, ``inflected`` or as it is."""
    endings = known if inflected else Traits()
    words = [_word_pattern(word, endings) for word in re.findall(r"\w+|[^\w\s]", name)]
    if not known.spaced:
        return re.compile(r"\s*".join(words))
    return re.compile(rf"(?<!\w){_spaced(name, words)}(?!\w)")


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
    known = traits(lang)
    hits: dict[tuple[int, int], set[str]] = {}
    for name, label in found:
        bare = _ARTICLE.sub("", name).strip() if label in ("ORG", "SITE") else name.strip()
        if _ACRONYM.match(bare):
            continue  # the acronym in brackets is a span of its own
        if _QUOTED.fullmatch(bare):
            bare = bare[1:-1]
        pattern = name_pattern(bare, known, not (label == "LOC" and known.bare_places))
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
