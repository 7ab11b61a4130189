"""A pack's layout words compiled once: labels, segments of a line, names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

from visitex.lang.layout_lexicon import LayoutLexicon, Words
from visitex.text.datelike import DatePattern
from visitex.text.words import CAPITAL, any_of, plain

Role = Literal[
    "published",
    "updated",
    "author",
    "credit",
    "caption",
    "source",
    "contact",
    "related",
    "header",
    "event",
]
# A word that is a label of several kinds counts as the first of these.
ROLES: tuple[Role, ...] = (
    "published",
    "updated",
    "credit",
    "source",
    "author",
    "contact",
    "caption",
    "header",
    "related",
    "event",
)

URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"|()\u3000-\u303f]{2,300}"
    r"|(?<![\w@.-])[a-z0-9][a-z0-9-]{1,40}(?:\.[a-z0-9-]{2,30}){1,3}/[\w./?=&%-]{2,200}",
    re.IGNORECASE,
)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{2,30}){1,4}")
PHONE = re.compile(r"(?<![\w.,/-])(?:\+|00|\(?0)[\d()][\d ()/.-]{4,20}\d")
INITIALS = re.compile(r"\W{0,2}[^\W\d_]{1,2}\.?(?:\s?[./\u2013&-]?\s?[^\W\d_]{1,2}\.?){0,4}\W{0,2}")


class Field(msgspec.Struct, frozen=True):
    """A label and its value inside a line, by offsets into the line; the value may be empty."""

    role: Role
    start: int
    value: int
    end: int


class Patterns:
    """Everything that the layout looks for, compiled from one lexicon."""

    def __init__(self, lexicon: LayoutLexicon) -> None:
        self.dates = DatePattern(lexicon)
        self._roles = {
            plain(word).casefold(): role
            for role in reversed(ROLES)
            for word in getattr(lexicon, role)
        }
        labels = any_of(word for role in ROLES for word in getattr(lexicon, role))
        self._label = re.compile(rf"({labels})\s?(:)?\s{{0,8}}", re.IGNORECASE)
        self.lead = _words(lexicon.date_leads)
        self.button = _words(lexicon.buttons)
        self.counter = _words(lexicon.counters)
        self.section = _words(lexicon.sections)
        self.release = _words(lexicon.releases)
        self.masthead = _words(lexicon.mastheads)
        self.reporter = _words(lexicon.reporters)
        self.byline = _words(lexicon.bylines)
        self.desk = _words(lexicon.desks)
        self.wire = _words(lexicon.wires)
        self.furniture = re.compile(rf"\W{{0,3}}{any_of(lexicon.furniture)}", re.IGNORECASE)
        self.credit = _words(lexicon.credit)
        self.contact = _words(lexicon.contact)
        self.bare_source = _words(lexicon.sources_bare)
        self.weekday = re.compile(rf"{any_of(lexicon.weekdays)}\.?\s?:?", re.IGNORECASE)
        number = any_of(lexicon.numbers)
        self.issue = re.compile(rf"{number}\s?\d+(?:\s?/\s?\d+)*|\d+\s?/\s?(?:19|20)\d\d", re.I)
        self._agency = re.compile(rf"{any_of(lexicon.agencies)}")
        small = any_of(lexicon.small_words)
        self._small = re.compile(small, re.IGNORECASE)
        token = rf"(?:{CAPITAL}\w{{0,2}}\.|{CAPITAL}[\w'\u00b7-]*)"
        link = rf"(?:\s|\s?&\s?|(?<=\.)|/)(?:{small}\s){{0,2}}"
        self.name = re.compile(rf"(?:{small}\s)?{token}(?:{link}{token}){{0,5}}")
        self._clock = _clock(lexicon)
        self.short_forms = frozenset(plain(word).casefold() for word in lexicon.short_forms)
        self.date_words = frozenset(
            plain(word).casefold()
            for word in (*lexicon.date_leads, *lexicon.date_joiners, *lexicon.small_words)
        )
        self.columns = {
            plain(word).casefold(): meaning
            for meaning in ("number", "date", "place", "organization", "title", "name")
            for word in getattr(lexicon, f"column_{meaning}")
        }

    def fields(self, text: str) -> list[Field]:
        """Return the labelled values of a line; labels of dates may do without their colon.

        A value ends before the next label, a bar, a tab, two spaces or, for a label behind an open
        bracket, the closing bracket.
        """
        found: list[tuple[Role, int, int]] = []
        for match in self._label.finditer(text):
            role = self._roles.get(" ".join(match.group(1).casefold().split()))
            if role and (match.group(2) or self._dated(role, text, match.end())):
                found.append((role, match.start(), match.end()))
        ends = [start for _, start, _ in found[1:]] + [len(text)]
        return [
            Field(role, start, value, _value_end(text, start, value, end))
            for (role, start, value), end in zip(found, ends, strict=False)
        ]

    def _dated(self, role: Role, text: str, start: int) -> bool:
        """Tell whether a date follows, perhaps behind a preposition."""
        if role not in {"published", "updated"}:
            return False
        lead = self.lead.match(text, start)
        place = lead.end() if lead else start
        return (
            self.dates.at(text, place + len(text[place:]) - len(text[place:].lstrip())) is not None
        )

    def is_agency(self, text: str) -> bool:
        """Tell whether a bracket's content is a news agency, paper or desk rather than a remark."""
        inner = text.strip(" \"'")
        if not inner or len(inner) > 60:
            return False
        if self.desk.fullmatch(inner) or any(
            map(self._agency.fullmatch, [inner, *inner.split("/")])
        ):
            return True
        capitals = re.fullmatch(rf"{CAPITAL}{{2,8}}(?:[/-][\w.-]{{2,12}}){{0,2}}", inner)
        named = self.name.fullmatch(inner) and (
            self.masthead.search(inner) or self._agency.search(inner)
        )
        return bool(capitals or named)

    def is_credit(self, text: str) -> bool:
        """Tell whether a bracket's content names a photographer: it begins with such a word."""
        match = self.credit.match(text)
        return bool(match and text[match.end() : match.end() + 1] in {"", " ", ":", "/", ","})

    def agency_at(self, text: str, start: int) -> tuple[int, int] | None:
        """Return the name of a known agency that begins at ``start``."""
        match = self._agency.match(text, start)
        return match.span() if match else None

    def is_name(self, text: str) -> bool:
        """Tell whether the text can be one person's name: one to five capitalised words."""
        words = [word for word in text.split() if not self._small.fullmatch(word)]
        return bool(1 <= len(words) <= 5 and len(text) <= 60 and self.name.fullmatch(text))

    def clock(self, text: str) -> int:
        """Return the end of a clock time or span of them at the start of the text, else 0."""
        match = self._clock.match(text)
        return match.end() if match else 0


@lru_cache(maxsize=32)
def compile_patterns(lexicon: LayoutLexicon) -> Patterns:
    """Return a lexicon's patterns; kept, since compiling costs more than reading most texts."""
    return Patterns(lexicon)


def _words(words: Words) -> re.Pattern[str]:
    return re.compile(any_of(words), re.IGNORECASE)


def _value_end(text: str, label: int, start: int, limit: int) -> int:
    stops = [limit]
    for mark in ("|", "\t", "  "):
        place = text.find(mark, start, limit)
        stops.append(place if place >= 0 else limit)
    if label and text[label - 1] in "([":
        place = text.find(")" if text[label - 1] == "(" else "]", start, limit)
        stops.append(place if place >= 0 else limit)
    end = max(min(stops), start)
    return start + len(text[start:end].rstrip(" ,;/-\u2013"))


def _clock(lexicon: LayoutLexicon) -> re.Pattern[str]:
    marks = any_of(lexicon.time_marks)
    one = rf"\d{{1,2}}(?:\s?[:.]\s?|h)\d{{2}}(?![\d/]|[.:]\d)(?:\s?{marks})?"
    return re.compile(
        rf"(?:{any_of(lexicon.time_leads)}\s)?{one}(?:\s?[-\u2013]\s?{one})?", re.IGNORECASE
    )
