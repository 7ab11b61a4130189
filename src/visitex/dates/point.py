"""Fields of a day to the day itself: numeric orders, missing years and months, weekdays."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple, cast

from visitex.dates import timex
from visitex.dates.context import Context, Direction, Order
from visitex.dates.expression import AnchoredBy
from visitex.dates.numerals import Classes
from visitex.dates.timex import Day

# Two-digit years up to this one are of this century.
_PIVOT = 50
_LEAP_REACH = 8
# A history goes on within so many days of the day told last, a year ahead named in passing or not.
_GOES_ON = timedelta(31)
# Months searched on either side for one in which a day falls on the stated weekday.
_WEEKDAY_REACH = 3


class Fields(NamedTuple):
    """What an expression says about its day; None for what it does not say."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None


class Resolved(NamedTuple):
    """A day, what it rests on, and what is doubtful about it."""

    day: Day
    anchored_by: AnchoredBy
    warning: str | None = None


def get_int(values: Classes, name: str) -> int | None:
    """Return a numeric value, or None."""
    value = values.get(name)
    return value if isinstance(value, int) else None


def get_tuple(values: Classes, name: str) -> tuple[int, ...] | None:
    """Return a value of several numbers, or None."""
    value = values.get(name)
    return value if isinstance(value, tuple) else None


def full_year(two_digits: int) -> int:
    """Return the year that two digits stand for."""
    return two_digits + (2000 if two_digits <= _PIVOT else 1900)


def read_year(values: Classes, context: Context, prefix: str = "") -> int | None:
    """Return the year that an expression names, outright ("2019") or by distance ("last year")."""
    year = get_int(values, prefix + "year")
    if year is not None:
        return year
    short = get_int(values, prefix + "short_year")
    if short is not None:
        return full_year(short)
    shift = get_tuple(values, prefix + "year_shift")
    if shift is None and prefix + "this_year" not in values:
        return None
    offset, follows = (shift[0], shift[1]) if shift else (0, 0)
    if follows and context.last_year is not None:
        return context.last_year + offset
    base, _ = context.now()
    if base is None:
        return None
    return (context.last_year or base.year) + offset if context.narrative else base.year + offset


def read_month(values: Classes, prefix: str = "") -> int | None:
    """Return the month, named or numbered; 0 stands for no month of the calendar."""
    month = get_int(values, prefix + "month")
    return get_int(values, prefix + "month_number") if month is None else month


def read_fields(values: Classes, context: Context, prefix: str = "") -> Fields:
    """Collect what the values under a prefix say about a day."""
    year = read_year(values, context, prefix)
    month, day = read_month(values, prefix), get_int(values, prefix + "day")
    weekday = get_int(values, prefix + "weekday")
    numeric = get_tuple(values, prefix + "date")
    if numeric is not None:
        return Fields(*read_numeric(numeric, context.order), weekday)
    for name in ("slashed", "dotted", "dashed"):
        pair = get_tuple(values, prefix + name)
        if pair is not None:
            order: Order = "DMY" if name == "dotted" and context.order == "DMY" else context.order
            month, day = month_and_day(pair[0], pair[1], order)
            return Fields(year, month, day, weekday)
    return Fields(year, month, day, weekday)


def read_numeric(numeric: tuple[int, ...], order: Order) -> tuple[int, int, int]:
    """Return year, month and day of a date in three numbers."""
    a, b, c, left, right = numeric
    if left > 2:
        month, day = (b, c) if b <= 12 else (c, b)
        return a, month, day
    if right <= 2 and order == "YMD" and a > 12 and 1 <= b <= 12 and c <= 31:
        return full_year(a), b, c
    # a year at the end turns the order of year, month and day around
    month, day = month_and_day(a, b, "DMY" if order == "YMD" else order)
    return (c if right > 2 else full_year(c)), month, day


def month_and_day(a: int, b: int, order: Order) -> tuple[int, int]:
    """Return month and day of two numbers: in the order of the text, else as is possible."""
    first_is_day = order == "DMY"
    if first_is_day:
        return (b, a) if b <= 12 else (a, b)
    return (a, b) if a <= 12 else (b, a)


def resolve_day(fields: Fields, context: Context, direction: Direction = "open") -> Resolved | None:
    """Complete a day from the context; None if there is no such day."""
    if fields.day is None:
        return None
    if fields.month is None:
        return _complete_month(fields, context, direction)
    if fields.year is not None:
        if not timex.valid(fields.year, fields.month, fields.day):
            return None
        day = Day(fields.year, fields.month, fields.day)
        return Resolved(day, "explicit", clash(day, fields.weekday))
    return infer_year(fields.month, fields.day, fields.weekday, context, direction)


def infer_year(
    month: int, day: int, weekday: int | None, context: Context, direction: Direction
) -> Resolved | None:
    """Give a day without a year the year that puts it nearest to the date it hangs on."""
    if not timex.valid(None, month, day):
        return None
    base, anchored_by = context.base()
    if base is None:
        return Resolved(Day(None, month, day), "unknown")
    told = context.day_before_year()
    if told is not None and timex.valid(told.year, month, day):
        ahead = date(told.year, month, day) - told
        if timedelta(0) <= ahead <= _GOES_ON:
            return Resolved(Day(told.year, month, day), "previous")
    reach = _LEAP_REACH if (month, day) == (2, 29) else 1
    years = range(max(1, base.year - reach), min(9999, base.year + reach) + 1)
    candidates = [date(year, month, day) for year in years if timex.valid(year, month, day)]
    fitting = [c for c in candidates if weekday is None or c.isoweekday() == weekday]
    best = min(
        fitting or candidates,
        key=lambda c: abs((c - base).days) * context.weight(direction, future=c > base),
    )
    found = timex.day_of(best)
    return Resolved(found, anchored_by, clash(found, weekday))


def _complete_month(fields: Fields, context: Context, direction: Direction) -> Resolved | None:
    """Find the month of a bare day: that of the date told last, else the nearest that has it."""
    if fields.day is None:
        return None
    weekday = fields.weekday
    if context.last_month is not None:
        year, month = context.last_month
        if timex.valid(year, month, fields.day):
            found = Day(year, month, fields.day)
            if weekday is None or clash(found, weekday) is None:
                return Resolved(found, "previous" if year else "unknown")
    base, anchored_by = context.now()
    if base is None:
        return None
    candidates = []
    reach = 1 if weekday is None else _WEEKDAY_REACH
    for shift in range(-reach, reach + 1):
        moved = timex.add_months(base.replace(day=1), shift)
        if moved and timex.valid(moved.year, moved.month, fields.day):
            candidates.append(moved.replace(day=fields.day))
    fitting = [c for c in candidates if weekday is None or c.isoweekday() == weekday]
    if not (fitting or candidates):
        return None
    best = min(
        fitting or candidates,
        key=lambda c: abs((c - base).days) * context.weight(direction, future=c > base),
    )
    found = timex.day_of(best)
    return Resolved(found, anchored_by, clash(found, weekday))


def clash(day: Day, weekday: int | None) -> str | None:
    """Return a warning if a stated weekday (Monday 1) does not fall on a day."""
    known = day.date()
    if weekday is None or known is None or known.isoweekday() == weekday:
        return None
    name = f"{known:%A}"
    return f"{known.isoformat()} is a {name}, not weekday {weekday}"


def resolve_weekday(weekday: int, context: Context, direction: Direction) -> Resolved | None:
    """Find the day a bare weekday means; None where nothing ties it to the calendar."""
    if context.spans:
        first, last = context.spans[-1]
        days = [first + timedelta(n) for n in range((last - first).days + 1)]
        fitting = [d for d in days if d.isoweekday() == weekday]
        if len(fitting) == 1 and _agrees(fitting[0], context, direction):
            return Resolved(timex.day_of(fitting[0]), "previous")
    if context.narrative or context.reference is None or context.reference_is_month:
        known = context.last_day.date() if context.last_day else None
        if known is None:
            return None
        ahead = timex.moved(known, to_next(known, weekday))
        return Resolved(timex.day_of(ahead), "previous") if ahead else None
    reference = context.reference
    story = _weekday_of_story(weekday, context) if direction != "future" else None
    if story is not None:
        return story
    if direction == "future":
        ahead = timex.moved(reference, to_next(reference, weekday))
        return Resolved(timex.day_of(ahead), "reference") if ahead else None
    found = timex.moved(reference, -((reference.isoweekday() - weekday) % 7))
    return Resolved(timex.day_of(found), "reference") if found else None


def _weekday_of_story(weekday: int, context: Context) -> Resolved | None:
    """Count on from a day told with its weekday, where that lies a week or more in the past.

    Who writes "Tuesday 8 November" a week later goes on from there: "on Wednesday" is the 9th.
    """
    told = context.day_by_weekday.date() if context.day_by_weekday else None
    if told is None or context.reference is None or (context.reference - told).days < 7:
        return None
    found = told + timedelta((weekday - told.isoweekday()) % 7)
    return Resolved(timex.day_of(found), "previous")


def to_next(base: date, weekday: int) -> int:
    """Return the days from a date to the first such weekday after it."""
    return (weekday - base.isoweekday() - 1) % 7 + 1


def to_previous(base: date, weekday: int) -> int:
    """Return the days, below zero, from a date to the last such weekday before it."""
    return -((base.isoweekday() - weekday - 1) % 7 + 1)


def shifted_weekday(weekday: int, shift: tuple[int, ...], context: Context) -> Resolved | None:
    """Resolve "last Tuesday", "the following Monday", "this Friday"."""
    offset, follows, by_week = cast(tuple[int, int, int], shift)
    base, anchored_by = context.now()
    if follows and context.last_day is not None:
        base, anchored_by = context.last_day.date(), "previous"
    if base is None or (anchored_by == "reference" and context.reference_is_month):
        return None
    if by_week or offset == 0:
        days = 7 * offset + weekday - base.isoweekday()
    elif offset > 0:
        days = to_next(base, weekday) + 7 * (offset - 1)
    else:
        days = to_previous(base, weekday) + 7 * (offset + 1)
    found = timex.moved(base, days)
    return Resolved(timex.day_of(found), anchored_by) if found else None


def _agrees(day: date, context: Context, direction: Direction) -> bool:
    """Tell whether a day of a told span lies on the side of the reference that is spoken of."""
    if context.reference is None or context.narrative:
        return True
    if day <= context.reference:
        return direction != "future"
    return direction == "future"
