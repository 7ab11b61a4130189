"""Calendar arithmetic and the TIMEX3 notation; all years are proleptic Gregorian, 1 to 9999."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple


class Day(NamedTuple):
    """A calendar day whose year may be unknown."""

    year: int | None
    month: int
    day: int

    def date(self) -> date | None:
        """Return the date, or None where the year is unknown."""
        return date(self.year, self.month, self.day) if self.year is not None else None


def day_of(when: date) -> Day:
    """Return a known date as a Day."""
    return Day(when.year, when.month, when.day)


def valid(year: int | None, month: int, day: int) -> bool:
    """Tell whether a day exists; 29 February exists where the year is unknown."""
    if not (1 <= month <= 12 and day >= 1) or (year is not None and not 1 <= year <= 9999):
        return False
    return day <= calendar.monthrange(2000 if year is None else year, month)[1]


def moved(when: date, days: int) -> date | None:
    """Move a date by days; None where the calendar ends."""
    try:
        return when + timedelta(days)
    except OverflowError:
        return None


def add_days(day: Day, count: int) -> Day | None:
    """Move a day; an unknown year stays unknown. None where the calendar ends."""
    known = date(day.year or 2001, day.month, min(day.day, 28) if day.year is None else day.day)
    found = moved(known, count)
    if found is None:
        return None
    return Day(found.year if day.year is not None else None, found.month, found.day)


def add_months(when: date, count: int) -> date | None:
    """Move a date by months; the last day of a month stays within it."""
    year, month = divmod(when.year * 12 + when.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(when.day, calendar.monthrange(year, month + 1)[1]))


def format_year(year: int | None) -> str:
    """Write a year, or XXXX."""
    return "XXXX" if year is None else f"{year:04d}"


def format_day(day: Day, tail: str = "") -> str:
    """Write a day with a part of day or a clock time behind it."""
    return f"{format_year(day.year)}-{day.month:02d}-{day.day:02d}{tail}"


def format_week(when: date) -> str:
    """Write the ISO week that a date lies in."""
    year, week, _ = when.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(month: int) -> int:
    """Return the quarter of the year, 1 to 4."""
    return (month + 2) // 3


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> Day | None:
    """Return the nth weekday (Monday 1) of a month; ``nth`` -1 is the last."""
    length = calendar.monthrange(year, month)[1]
    first = (weekday - 1 - date(year, month, 1).weekday()) % 7 + 1
    days = list(range(first, length + 1, 7))
    index = nth - 1 if nth > 0 else nth
    if not -len(days) <= index < len(days):
        return None
    return Day(year, month, days[index])
