"""Knowing a date when one is seen: its stretch only, never its value.

Header lines and datelines are told by the date in them; what it means is the business of the date
grammar.
"""

from __future__ import annotations

import re

from visitex.lang.layout_lexicon import LayoutLexicon
from visitex.text.words import any_of
from visitex.text.zones import Span

_FULL_YEAR = r"(?:1[5-9]|2[01])\d\d(?!\d)"
_PART = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_CUT = r"\s?[-./]\s?"
_NUMERIC = (
    rf"(?<![\d.,/-])(?:{_FULL_YEAR}{_CUT}{_PART}{_CUT}{_PART}"
    rf"|{_PART}{_CUT}{_PART}{_CUT}(?:{_FULL_YEAR}|\d{{2}}(?!\d)))"
)
_SHORT = rf"(?<![\d.,/-]){_PART}[./]{_PART}\.?(?![\d/])"
_YEAR = rf"(?:{_FULL_YEAR}|'\d{{2}}(?!\d))"


class DatePattern:
    """Finds dates in words or figures, with the weekday and clock time that belong to them."""

    def __init__(self, lexicon: LayoutLexicon) -> None:
        core = "|".join([_NUMERIC, *_units(lexicon), *_written(lexicon)])
        self._dated = _with_extras(lexicon, core)
        self._short = _with_extras(lexicon, f"{core}|{_SHORT}")
        month, to = any_of(lexicon.months), any_of(lexicon.range_words)
        self._range_before = re.compile(
            rf"(?:(?<!\d)\d\d?\.?|{month}\.?(?:\s\d{{4}})?)\s?(?:[-\u2013/]|{to})\s?$",
            re.IGNORECASE,
        )
        self._range_after = re.compile(
            rf"\s?(?:[-\u2013]|{to})\s?\d{{1,2}}(?![\d:.]{{2}}|\d?h)", re.IGNORECASE
        )
        self._year = re.compile(r"(?<!\d)\d{4}(?!\d)|[-./]\s?\d{2}(?!\d)|'\d{2}|[a-z] \d\d$")

    def find(self, text: str, start: int = 0, *, short: bool = False) -> Span | None:
        """Return where the first date from ``start`` on stands; part of a span does not count.

        Args:
            text: one line, folded.
            start: offset to look from.
            short: also take day and month in figures ("19/10").
        """
        pattern = self._short if short else self._dated
        for match in pattern.finditer(text, start):
            if not self._in_range(text, match.start(), match.end()):
                return match.start(), match.end()
        return None

    def at(self, text: str, start: int, *, short: bool = False) -> int | None:
        """Return the end of the date that begins exactly at ``start``, or None."""
        match = (self._short if short else self._dated).match(text, start)
        if match is None or self._in_range(text, match.start(), match.end()):
            return None
        return match.end()

    def span_end(self, text: str, start: int) -> int | None:
        """Return the end of a date at ``start`` even if it is the second half of a span."""
        match = self._short.match(text, start)
        return match.end() if match else None

    def has_year(self, date: str) -> bool:
        """Tell whether the year stands in the date itself."""
        return bool(self._year.search(date))

    def _in_range(self, text: str, start: int, end: int) -> bool:
        before = text[max(start - 20, 0) : start]
        return bool(self._range_before.search(before) or self._range_after.match(text, end))


def _written(lexicon: LayoutLexicon) -> list[str]:
    """Return the patterns of dates with a month's name."""
    # Only short forms of months carry a full stop of their own.
    month = any_of(lexicon.months) + r"(?:(?<!\w{4})\.|\.(?=\s?\d))?"
    ordinal = "|".join(map(re.escape, ("er", "re", "º", "ª", "°", *lexicon.ordinals)))
    day = rf"(?<![\d.,])\d{{1,2}}(?!\d)(?:\s?(?:{ordinal})(?!\w))?\.?"
    join = rf"(?:{any_of(lexicon.date_joiners)}\s?)?"
    year = rf"(?:{_YEAR}|\d{{2}}(?![\d.:]|\s?[:h]\d))"
    return [
        rf"{day}[\s/-]?\s?{join}{month}(?:[\s,./-]{{0,2}}{join}{year})?",
        rf"{month}\s?{day}(?!\s?[:.]\d)(?:\s?,?\s?{_YEAR})?",
        rf"{month}[\s/,-]{{0,2}}{join}{_YEAR}",
    ]


def _units(lexicon: LayoutLexicon) -> list[str]:
    """Return the patterns of dates whose numbers carry their units, behind or in front."""
    year, month, day = map(any_of, (lexicon.year_marks, lexicon.month_marks, lexicon.day_marks))
    gap = r"\s{0,2}"
    return [
        rf"(?<!\d)\d{{4}}{gap}{year}{gap}\d{{1,2}}{gap}{month}(?:{gap}\d{{1,2}}{gap}{day})?",
        rf"(?<!\d)\d{{1,2}}{gap}{month}{gap}\d{{1,2}}{gap}{day}",
        rf"(?:{day}{gap})?(?<!\d)\d{{1,2}}{gap}{month}{gap}\d{{1,2}}(?:{gap},?{gap}(?:{year}{gap})?\d{{4}}(?!\d))?",
        rf"{month}{gap}\d{{1,2}}(?:{gap}{year}{gap}|/)\d{{4}}(?!\d)",
    ]


def _with_extras(lexicon: LayoutLexicon, core: str) -> re.Pattern[str]:
    """Add what may stand around a date: weekday, clock time, a word for "year"."""
    weekday = any_of(lexicon.weekdays)
    marks = any_of(lexicon.time_marks)
    clock = (
        rf"\d{{1,2}}\s?[:.h]\s?\d{{2}}(?!\d)(?::\d{{2}})?"
        rf"(?:\s?{marks}){{0,2}}(?:\s?\(?gmt\s?[+-]\s?\d{{1,2}}(?::\d\d)?\)?)?"
    )
    behind = rf"(?:{any_of(lexicon.time_leads)}\s?)?{clock}"
    lead = rf"(?:{any_of((*lexicon.date_joiners, *lexicon.date_leads))}\s?)?"
    after = any_of(("r.", "r", "г.", "г", "года", "год", "y.", *lexicon.year_marks))
    return re.compile(
        rf"(?:(?<!\d){clock}(?:\s?[,|-])?\s)?"
        rf"(?:\(?{weekday}\)?\.?\s?[,.]?\s?{lead})?"
        rf"(?:{core})"
        rf"(?:\s?{after})?"
        rf"(?:\s?[,(]?\s?{weekday}\)?)?"
        rf"(?:\s{{0,2}}[,/|\u2013-]?\s{{0,2}}{behind})?",
        re.IGNORECASE,
    )
