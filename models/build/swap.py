"""Augmentation: other people, bodies and places in our own reports; capitals, lost accents."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .invent import Known, invent_thing
from .language import traits
from .markup import Line, Report, Span
from .people import Name, invent
from .samples import Sample

Pool = dict[tuple[str, str, str], list[str]]
_LAST_WORD = re.compile(r"([^\s\"“„«(]+)\s*[\"“„«(]?$")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)


@dataclass(frozen=True)
class Rates:
    """How often each change is made."""

    people: float = 0.5
    things: float = 0.5
    inner: float = 0.4
    invented: float = 0.6
    capitals: float = 0.04
    accents: float = 0.04
    compounds: float = 0.06


def _before(text: str, start: int) -> str:
    """The word in front of a span, which decides the case and gender of what can stand there."""
    match = _LAST_WORD.search(text[:start].rstrip())
    word = match[1].lower() if match else ""
    return word if len(word) <= 5 else "*"


def pools(reports: Iterable[Report], others: Iterable[Sample] = ()) -> Pool:
    """Collect what can be swapped, by language, label and preceding word.

    From open corpora come full names of people and one-word places alone: their bodies and sites
    follow other rules.
    """
    pool: Pool = defaultdict(list)
    for report in reports:
        for line in report.lines:
            for span in line.spans:
                _collect(pool, report.lang, line.text, span)
    for sample in others:
        for span in sample.spans:
            text = sample.text[span.start : span.end]
            many = " " in text if traits(sample.lang).spaced else len(text) > 2
            if (span.label == "PER" and many) or (
                span.label == "LOC" and not many and text.istitle()
            ):
                _collect(pool, sample.lang, sample.text, span)
    for key in [key for key in pool if key[1] == "LOC"]:
        pool[key[0], "LOC", "any"] += pool[key]
    rng = random.Random(7)
    for lang in sorted({key[0] for key in pool}):
        pool[lang, "LOC", "set"] = sorted(set(pool.get((lang, "LOC", "any"), [])))
        bodies = (name for key in list(pool) if key[:2] == (lang, "ORG") for name in pool[key])
        pool[lang, "ORG", "short"] = sorted({n for n in bodies if n.isupper() and n.isalpha()})
        pool[lang, "PER", "short"] = [invent(lang, rng).short for _ in range(500)]
    return pool


def _collect(pool: Pool, lang: str, whole: str, span: Span) -> None:
    text = whole[span.start : span.end]
    if span.label != "PER":
        pool[lang, span.label, _before(whole, span.start)].append(text)
    elif traits(lang).is_full(text):
        pool[lang, "PER", ""].append(text)


class _Supply:
    """What one language has to swap in."""

    def __init__(self, lang: str, pool: Pool) -> None:
        self.lang = lang
        self.pool = pool
        self.known = Known(pool.get((lang, "LOC", "any"), []), pool.get((lang, "PER", "short"), []))
        self.acronyms = pool.get((lang, "ORG", "short"), []) if traits(lang).compounds else []
        self.places = frozenset(pool.get((lang, "LOC", "set"), []))


def _other_place(text: str, supply: _Supply, rng: random.Random) -> str:
    """Return a body's or site's name with another place in it ("Hanoi Labour Federation")."""
    places = supply.known.places
    if not traits(supply.lang).spaced:
        for size in (4, 3, 2):
            if text[:size] in supply.places and len(text) > size + 1:
                return rng.choice(places) + text[size:]
        return text
    words = text.split(" ")
    spots = [i for i, word in enumerate(words) if word in supply.places and len(word) > 3]
    if spots and len(words) > 1:
        words[rng.choice(spots)] = rng.choice(places)
    return " ".join(words)


def _draw(report: Report, pool: Pool, rng: random.Random) -> Name:
    """Return an invented name, or one from another of our reports."""
    known = pool.get((report.lang, "PER", "")) or []
    if known and rng.random() < traits(report.lang).own_names:
        name = rng.choice(known)
        return Name(name, name.split()[0 if rng.random() < 0.3 else -1])
    return invent(report.lang, rng)


def _new_people(report: Report, pool: Pool, rng: random.Random) -> dict[str, str]:
    """Map each name of the report to another one, short forms to short forms."""
    found = {
        line.text[s.start : s.end] for line in report.lines for s in line.spans if s.label == "PER"
    }
    mapping: dict[str, str] = {}
    full = sorted(filter(traits(report.lang).is_full, found), key=len, reverse=True)
    drawn: dict[str, Name] = {name: _draw(report, pool, rng) for name in full}
    for name, new in drawn.items():
        mapping[name] = new.full
    for name in sorted(found - set(full)):
        owner = next((o for o in full if name.rstrip("s'’") in o.split()), None)
        mapping[name] = drawn[owner].short if owner else invent(report.lang, rng).short
    return mapping


def rewrite(line: Line, changes: dict[int, str]) -> Line:
    """Put other text into some spans of a line (by index) and move the rest along."""
    parts: list[str] = []
    spans: list[Span] = []
    done = at = 0
    for i, span in enumerate(line.spans):
        parts.append(line.text[done : span.start])
        at += span.start - done
        text = changes.get(i, line.text[span.start : span.end])
        parts.append(text)
        spans.append(Span(at, at + len(text), span.label))
        at += len(text)
        done = span.end
    parts.append(line.text[done:])
    return Line("".join(parts), tuple(spans))


def _other_thing(text: str, span: Span, supply: _Supply, rates: Rates, rng: random.Random) -> str:
    """Return another body, site, title or place that fits behind the word in front."""
    before = _before(text, span.start)
    if span.label != "LOC" and rng.random() < rates.invented:
        made = invent_thing(supply.lang, span.label, before, supply.known, rng)
        if made:
            return made
    choices = supply.pool.get((supply.lang, span.label, before), [])
    return rng.choice(choices) if len(choices) > 5 else ""


def _compound(line: Line, acronyms: Sequence[str], rates: Rates, rng: random.Random) -> Line:
    """Join an acronym to a German title here and there: "DGB-Vorsitzende" is two names."""
    for i, span in enumerate(line.spans):
        title = line.text[span.start : span.end]
        if span.label == "TITLE" and title.isalpha() and rng.random() < rates.compounds:
            head = rng.choice(acronyms)
            joined = rewrite(line, {i: f"{head}-{title}"})
            middle = span.start + len(head)
            end = middle + 1 + len(title)
            both = (Span(span.start, middle, "ORG"), Span(middle + 1, end, "TITLE"))
            spans = (*joined.spans[:i], *both, *joined.spans[i + 1 :])
            return Line(joined.text, spans)
    return line


def swap(report: Report, pool: Pool, rates: Rates, rng: random.Random) -> Report:
    """Return the report with other people and, here and there, other things in it."""
    people = _new_people(report, pool, rng) if rng.random() < rates.people else {}
    supply = _Supply(report.lang, pool)
    lines = []
    for line in report.lines:
        changes: dict[int, str] = {}
        for i, span in enumerate(line.spans):
            old = line.text[span.start : span.end]
            if span.label == "PER":
                if old in people:
                    changes[i] = people[old]
                continue
            new = old
            if rng.random() < rates.things:
                new = _other_thing(line.text, span, supply, rates, rng) or old
            if span.label in ("ORG", "SITE") and rng.random() < rates.inner:
                new = _other_place(new, supply, rng)
            if new != old:
                changes[i] = new
        new_line = rewrite(line, changes)
        if supply.acronyms:
            new_line = _compound(new_line, supply.acronyms, rates, rng)
        lines.append(new_line)
    return Report(report.lang, report.kind, lines)


def _capitals(line: Line) -> Line:
    """Write a line in capitals where that keeps its length."""
    upper = line.text.upper()
    return replace(line, text=upper) if len(upper) == len(line.text) else line


def _bare(line: Line, umlauts: bool) -> Line:
    """Take the accents off a line, piece by piece so that the spans still fit."""

    def bare(text: str) -> str:
        if umlauts:
            return text.translate(_UMLAUTS)
        parts = unicodedata.normalize(
            "NFD", text.replace("đ", "d").replace("Đ", "D").replace("ł", "l")
        )
        return unicodedata.normalize(
            "NFC", "".join(c for c in parts if not unicodedata.combining(c))
        )

    spans = []
    for span in line.spans:
        start = len(bare(line.text[: span.start]))
        spans.append(Span(start, start + len(bare(line.text[span.start : span.end])), span.label))
    return Line(bare(line.text), tuple(spans))


def noise(report: Report, rates: Rates, rng: random.Random) -> Report:
    """Return the report with some lines in capitals, or without its accents."""
    lines = list(report.lines)
    known = traits(report.lang)
    if known.accents and rng.random() < rates.accents:
        lines = [_bare(line, known.umlauts) for line in lines]
    if known.spaced:
        for i, line in enumerate(lines):
            likely = rates.capitals * (3 if i == 0 else 1 if len(line.text) < 120 else 0.3)
            if rng.random() < likely:
                lines[i] = _capitals(line)
    return Report(report.lang, report.kind, lines)
