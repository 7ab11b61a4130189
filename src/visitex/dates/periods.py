"""Months, quarters, halves, seasons, years, decades and weeks to TIMEX3 values."""

from __future__ import annotations

from datetime import date, timedelta

from visitex.dates import timex
from visitex.dates.answer import Answer
from visitex.dates.context import Context, Direction
from visitex.dates.expression import AnchoredBy
from visitex.dates.grammar import Parsed
from visitex.dates.numerals import Classes
from visitex.dates.point import get_int, get_tuple, read_month, read_year
from visitex.dates.timex import format_year

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
# The month a season is thought of at, as an offset from January of the year it is named after.
_SEASON_MIDDLE = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}


def anchor_of(values: Classes, context: Context, prefix: str = "") -> AnchoredBy:
    """Tell what a year that was read rests on."""
    if prefix + "year" in values or prefix + "short_year" in values:
        return "explicit"
    return "previous" if context.narrative else "reference"


def month_of(values: Classes, context: Context, prefix: str = "") -> tuple[int | None, int] | None:
    """Return year and month that an expression names, the year still open where it is not told."""
    pair = get_tuple(values, prefix + "month_year")
    if pair is not None:
        return pair[1], pair[0]
    pair = get_tuple(values, prefix + "year_month")
    if pair is not None:
        return pair[0], pair[1]
    month = read_month(values, prefix)
    if month is None or not 1 <= month <= 12:
        return None
    return read_year(values, context, prefix), month


def infer_month_year(month: int, context: Context, direction: Direction) -> int | None:
    """Return the year that puts a month nearest to the date it hangs on."""
    base, _ = context.base()
    if base is None:
        return None

    def distance(year: int) -> float:
        months = (year - base.year) * 12 + month - base.month
        return abs(months) * context.weight(direction, future=months > 0)

    return min((base.year + n for n in (-1, 0, 1)), key=distance)


def resolve_month(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "March 2006", "in October", "last November"."""
    values = parsed.values
    found = month_of(values, context)
    if found is None:
        return None
    year, month = found
    anchored_by: AnchoredBy = "explicit"
    shift = get_tuple(values, "month_shift")
    if shift is not None:
        year = _shifted_month(month, shift, context)
        anchored_by = "previous" if shift[1] else "reference"
    elif year is None:
        year = infer_month_year(month, context, context.direction(parsed.start, parsed.end))
        anchored_by = context.base()[1]
    elif "year" not in values and "month_year" not in values and "year_month" not in values:
        anchored_by = anchor_of(values, context)
    if year is not None and not 1 <= year <= 9999:
        return None
    context.tell_month(year, month)
    return Answer(f"{format_year(year)}-{month:02d}", "month", anchored_by)


def _shifted_month(month: int, shift: tuple[int, ...], context: Context) -> int | None:
    offset, follows = shift[0], shift[1]
    if follows and context.last_year is not None and offset == 0:
        return context.last_year
    base, _ = context.base() if follows else context.now()
    if base is None:
        return None
    if offset > 0:
        return base.year + (0 if month > base.month else 1) + offset - 1
    if offset < 0:
        return base.year - (0 if month < base.month else 1) + offset + 1
    return base.year


def resolve_quarter(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "the first quarter of 2020", "Q4", "this quarter"."""
    return _part_of_year(parsed, context, "quarter", 4)


def resolve_half(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "the second half of 2019"; the value is the span of its months."""
    return _part_of_year(parsed, context, "half", 2)


def _part_of_year(parsed: Parsed, context: Context, kind: str, parts: int) -> Answer | None:
    values = parsed.values
    number = get_int(values, kind)
    if number is None:
        number = get_int(values, "ordinal")
    if number is None:
        from_end = get_int(values, "last_ordinals")
        number = parts + 1 + from_end if from_end is not None else None
    year = read_year(values, context)
    anchored_by = anchor_of(values, context)
    if year is None:
        base, anchored_by = context.base()
        year = base.year if base else None
    if number is None or not 1 <= number <= parts:
        return None
    if year is not None:
        context.tell_year(year)
    return Answer(part_value(year, kind, number), kind, anchored_by)


def part_value(year: int | None, kind: str, number: int) -> str:
    """Write a quarter, or a half as the span of its months."""
    written = format_year(year)
    if kind == "quarter":
        return f"{written}-Q{number}"
    return f"{written}-{6 * number - 5:02d}/{written}-{6 * number:02d}"


def resolve_season(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "spring 2023", "last winter", "im Herbst"; winter has the year it begins in."""
    values = parsed.values
    season = str(values["season"])
    pair = get_tuple(values, "year_pair")
    year = pair[0] if pair else read_year(values, context)
    anchored_by = "explicit" if pair else anchor_of(values, context)
    if year is None:
        year, anchored_by = _season_year(parsed, season, context)
    if year is not None:
        context.tell_year(year)
    return Answer(f"{format_year(year)}-{season}", "season", anchored_by)


def _season_year(parsed: Parsed, season: str, context: Context) -> tuple[int | None, AnchoredBy]:
    shift = get_tuple(parsed.values, "shift")
    base, anchored_by = context.base()
    if base is None:
        return None, anchored_by
    middle = _SEASON_MIDDLE[season]
    here = base.year * 12 + base.month
    years = [base.year + n for n in (-2, -1, 0, 1)]
    if shift is not None and shift[0]:
        ahead = [y for y in years if (y * 12 + middle - here > 1) == (shift[0] > 0)]
        if shift[0] > 0:
            return min(ahead, default=base.year + 1), anchored_by
        behind = [y for y in years if y * 12 + middle - here < -1]
        return max(behind, default=base.year - 1), anchored_by
    direction = context.direction(parsed.start, parsed.end)

    def distance(year: int) -> float:
        months = year * 12 + middle - here
        return abs(months) * context.weight(direction, future=months > 1)

    return min(years, key=distance), anchored_by


def resolve_year(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "1994", "im Jahr 2026", "last year", "the end of next year"."""
    year = read_year(parsed.values, context)
    if year is None or not 1 <= year <= 9999:
        return None
    context.tell_year(year)
    context.told_year = (year, parsed.end)
    return Answer(format_year(year), "year", anchor_of(parsed.values, context))


def resolve_years(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "2024/25" and "2021-2025", each a span of years."""
    pair = get_tuple(parsed.values, "year_pair")
    if pair is None:
        return None
    context.tell_year(pair[0])
    return Answer(f"{format_year(pair[0])}/{format_year(pair[1])}", "span", "explicit")


def resolve_decade(parsed: Parsed, context: Context) -> Answer | None:  # noqa: ARG001
    """Resolve "the 1990s" and "the nineties"."""
    first = get_int(parsed.values, "decade")
    if first is None:
        word = get_int(parsed.values, "decade_word")
        if word is None or word % 10:
            return None
        century = get_int(parsed.values, "century")
        if century is not None and word <= 99:
            first = 100 * (century - 1) + word
        else:
            first = word if word > 99 else word + (1900 if word >= 30 else 2000)
    return Answer(f"{format_year(first)}/{format_year(first + 9)}", "decade", "explicit")


def resolve_week(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "week 45" and "KW 45/2019"."""
    week = get_int(parsed.values, "count")
    if week is None:
        week = get_int(parsed.values, "ordinal")
    year = read_year(parsed.values, context)
    base, anchored_by = context.base()
    if year is not None:
        anchored_by = "explicit"
    elif base is not None:
        year = base.year
    if week is None or not 1 <= week <= 53:
        return None
    return Answer(f"{format_year(year)}-W{week:02d}", "week", anchored_by)


def resolve_nth_month(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "the ninth month of next year"."""
    nth = get_int(parsed.values, "ordinal")
    year = read_year(parsed.values, context)
    if nth is None or year is None or not 1 <= nth <= 12:
        return None
    context.tell_month(year, nth)
    return Answer(f"{format_year(year)}-{nth:02d}", "month", anchor_of(parsed.values, context))


def resolve_shift(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "last week", "next year", "the end of the month", "heuer"."""
    values = parsed.values
    unit = str(values.get("period") or values.get("unit") or "quarter")
    shift = get_tuple(values, "period_shift") or get_tuple(values, "shift") or (0, 0, 0)
    base, anchored_by = context.now()
    if shift[1] and context.last_year is not None:
        if unit not in ("year", "decade") and context.last_month is None:
            return None  # "the same month" where only a year was told
        base, anchored_by = _told(context), "previous"
    if base is None or (context.reference_is_month and unit in ("day", "week", "weekend")):
        return None
    offset = shift[0]
    if unit == "weekend" and offset > 0 and not shift[2] and base.isoweekday() < 6:
        offset -= 1  # the coming weekend is that of this week
    return shifted(unit, offset, base, anchored_by, context)


def _told(context: Context) -> date | None:
    """Return the date told last: its day, else its month, else its year."""
    if context.last_day is not None and context.last_month == context.last_day[:2]:
        return context.last_day.date()
    if context.last_month is not None and context.last_month[0]:
        return date(context.last_month[0], context.last_month[1], 1)
    return date(context.last_year, 1, 1) if context.last_year else None


def shifted(
    unit: str, offset: int, base: date, anchored_by: AnchoredBy, context: Context
) -> Answer | None:
    """Return the unit of the calendar that lies ``offset`` units from the one with ``base``.

    None for units that have no place in the calendar of their own, such as hours.
    """
    if unit in ("day", "week", "weekend"):
        return _shifted_days(unit, offset, base, anchored_by)
    months = _MONTHS.get(unit)
    moved = timex.add_months(base.replace(day=1), offset * months) if months else None
    if months is None or moved is None:
        return None
    if unit == "month":
        context.tell_month(moved.year, moved.month)
        value = f"{moved.year:04d}-{moved.month:02d}"
    elif unit == "year":
        context.tell_year(moved.year)
        value = format_year(moved.year)
    elif unit == "decade":
        first = moved.year - moved.year % 10
        value = f"{format_year(first)}/{format_year(first + 9)}"
    else:
        value = part_value(moved.year, unit, (moved.month - 1) // months + 1)
    return Answer(value, unit, anchored_by)


def _shifted_days(unit: str, offset: int, base: date, anchored_by: AnchoredBy) -> Answer | None:
    if unit == "day":
        day = timex.moved(base, offset)
        return Answer(day.isoformat(), "day", anchored_by) if day else None
    monday = timex.moved(base, 7 * offset + 1 - base.isoweekday())
    sunday = timex.moved(base, 7 * offset + 7 - base.isoweekday())
    if monday is None or sunday is None:
        return None
    if unit == "week":
        return Answer(timex.format_week(monday), "week", anchored_by)
    saturday = monday + timedelta(5)
    return Answer(f"{saturday.isoformat()}/{sunday.isoformat()}", "weekend", anchored_by)
