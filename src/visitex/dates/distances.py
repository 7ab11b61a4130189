"""Counted dates: "three weeks ago", "the last two months", "the first Monday of March"."""

from __future__ import annotations

from datetime import date, timedelta

from visitex.dates import timex
from visitex.dates.answer import Answer
from visitex.dates.context import Context
from visitex.dates.expression import AnchoredBy
from visitex.dates.grammar import Parsed
from visitex.dates.numerals import Classes
from visitex.dates.periods import infer_month_year, month_of
from visitex.dates.point import get_int, get_tuple, read_year
from visitex.dates.timex import Day

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
# Units that are told in whole: "the last two quarters" ends with a quarter.
_WHOLE = frozenset({"quarter", "half", "decade"})
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def resolve_distance(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve a number of units before or after the reference or the date told last.

    Days and weeks lead to a day, months to a month, years to a year.
    """
    values = parsed.values
    way = get_tuple(values, "distance_before") or get_tuple(values, "distance_after")
    count, unit = get_int(values, "count"), str(values.get("unit"))
    count = 1 if "count" not in values else count
    if way is None or count is None or "indefinite" in values:
        return None
    base, anchored_by = context.now()
    follows = bool(way[1])
    if follows and context.last_day is not None and context.last_day.year:
        base, anchored_by = context.last_day.date(), "previous"
    ahead = way[0] > 0 and "distance_before" in values
    if base is None or (ahead and _is_duration(parsed, context)):
        return None
    if unit in ("month", "year") and follows and context.last_year:
        month = context.last_month[1] if context.last_month else 1
        base = date(context.last_year, month, 1)
    return moved(base, way[0] * count, unit, anchored_by, context)


def resolve_compound(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "2 years, 1 month and 21 days ago", always to a day."""
    values = parsed.values
    way = get_tuple(values, "distance_before") or get_tuple(values, "distance_after")
    base, anchored_by = context.now()
    if way is None or base is None or "indefinite" in values:
        return None
    if way[1] and context.last_day is not None and context.last_day.date():
        base, anchored_by = context.last_day.date() or base, "previous"
    months = days = 0
    for prefix in ("", "second_", "third_"):
        count, unit = get_int(values, prefix + "count"), str(values.get(prefix + "unit"))
        months += (count or 0) * _MONTHS.get(unit, 0)
        days += (count or 0) * _DAYS.get(unit, 0)
    moved_base = timex.add_months(base, way[0] * months)
    day = timex.add_days(timex.day_of(moved_base), way[0] * days) if moved_base else None
    if day is None or not (months or days):
        return None
    return Answer(timex.format_day(day), "day", anchored_by)


def _is_duration(parsed: Parsed, context: Context) -> bool:
    """Tell "saw it all in two days" from "leaves in two days"."""
    return context.narrative or context.direction(parsed.start, parsed.end) == "past"


def moved(
    base: date, count: int, unit: str, anchored_by: AnchoredBy, context: Context
) -> Answer | None:
    """Return the day, month or year that lies ``count`` units from a date."""
    if unit in _DAYS or unit == "business_day":
        day = timex.add_days(timex.day_of(base), _in_days(base, count, unit))
        if day is None:
            return None
        context.tell_day(day)
        return Answer(timex.format_day(day), "day", anchored_by)
    if unit not in ("month", "year", "decade"):
        return None
    found = timex.add_months(base, count * _MONTHS[unit])
    if found is None:
        return None
    if unit == "month":
        context.tell_month(found.year, found.month)
        return Answer(f"{found.year:04d}-{found.month:02d}", "month", anchored_by)
    context.tell_year(found.year)
    return Answer(timex.format_year(found.year), "year", anchored_by)


def _in_days(base: date, count: int, unit: str) -> int:
    return _business_days(base, count) if unit == "business_day" else count * _DAYS[unit]


def _business_days(base: date, count: int) -> int:
    """Return the distance in days to the nth working day (Monday to Friday) from a date."""
    step, distance, left = (1 if count > 0 else -1), 0, abs(count)
    while left:
        distance += step
        left -= (base.isoweekday() + distance - 1) % 7 < 5
    return distance


def resolve_window(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "the last three weeks", "the next 2 days": the span up to or from the reference."""
    values = parsed.values
    count, unit = get_int(values, "count"), str(values.get("unit"))
    shift = get_tuple(values, "shift")
    base, anchored_by = context.now()
    if context.narrative or "indefinite" in values or not count or not shift or base is None:
        return None
    count *= (shift[0] > 0) - (shift[0] < 0)
    if unit in _WHOLE:
        return _whole_units(unit, count, base, anchored_by)
    if unit in _DAYS or unit == "business_day":
        edge = timex.moved(base, _in_days(base, count, unit))
    else:
        edge = timex.add_months(base, count * _MONTHS[unit]) if unit in _MONTHS else None
    near = timex.moved(base, 1 if count > 0 else -1)
    if edge is None or near is None or edge == base:
        return None
    first, last = min(near, edge), max(near, edge)
    if first == last:
        return Answer(first.isoformat(), "day", anchored_by)
    return Answer(f"{first.isoformat()}/{last.isoformat()}", "span", anchored_by)


def _whole_units(unit: str, count: int, base: date, anchored_by: AnchoredBy) -> Answer | None:
    """Return the span of the next or last whole quarters, halves or decades."""
    if not count:
        return None
    months = _MONTHS[unit]
    here = base.year * 12 + base.month - 1
    year, month = divmod(here // months * months, 12)
    if year < 1:
        return None
    start = date(year, month + 1, 1)
    near, far = (months, months * (count + 1)) if count > 0 else (months * count, 0)
    first, behind = timex.add_months(start, near), timex.add_months(start, far)
    if first is None or behind is None:
        return None
    last = behind - timedelta(1)
    return Answer(f"{first.isoformat()}/{last.isoformat()}", "span", anchored_by)


def resolve_weekday_of_week(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "Tuesday of last week"."""
    weekday, shift = get_int(parsed.values, "weekday"), get_tuple(parsed.values, "shift")
    base, anchored_by = context.now()
    if weekday is None or shift is None or base is None:
        return None
    found = timex.moved(base, 7 * shift[0] + weekday - base.isoweekday())
    if found is None:
        return None
    day = timex.day_of(found)
    context.tell_day(day)
    part = parsed.values.get("part")
    return Answer(timex.format_day(day, f"T{part}" if part else ""), "weekday", anchored_by)


def resolve_nth(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "the first Monday of March", "the third week of 2019", "the last day of June"."""
    values = parsed.values
    nth = get_int(values, "last_ordinals") or get_int(values, "ordinal")
    first = _first_day(values, context)
    if nth is None or first is None:
        return None
    start, months = first
    after = timex.add_months(start, months)
    if after is None:
        return None
    length = (after - start).days
    if parsed.rule.kind == "nth_day":
        day = timex.moved(start, (nth - 1) if nth > 0 else length + nth)
        return Answer(day.isoformat(), "day", "explicit") if day and abs(nth) <= length else None
    if parsed.rule.kind == "nth_week":
        # the week that holds the 4th of the month is its first, as in ISO 8601
        anchor = start + timedelta(3) if nth > 0 else after - timedelta(4)
        week = timex.moved(anchor, 7 * (nth - 1 if nth > 0 else nth + 1))
        return Answer(timex.format_week(week), "week", "explicit") if week else None
    weekday = get_int(values, "weekday")
    found = timex.nth_weekday(start.year, start.month, weekday, nth) if weekday else None
    if found is None or months != 1:
        return None
    context.tell_day(found)
    return Answer(timex.format_day(found), "day", "explicit")


def _first_day(values: Classes, context: Context) -> tuple[date, int] | None:
    """Return the first day of the month or year that an nth counts within, and its months."""
    month = month_of(values, context)
    if month is not None:
        year = month[0] or infer_month_year(month[1], context, "open")
        return (date(year, month[1], 1), 1) if year else None
    year = read_year(values, context)
    if year is not None:
        return (date(year, 1, 1), 12) if 1 <= year <= 9999 else None
    return _first_day_of_shifted(values, context)


def _first_day_of_shifted(values: Classes, context: Context) -> tuple[date, int] | None:
    base, _ = context.now()
    shift = get_tuple(values, "shift") or get_tuple(values, "period_shift") or (0,)
    unit = values.get("unit") or values.get("period") or "month"
    if base is None or unit not in ("month", "year"):
        return None
    months = _MONTHS[str(unit)]
    start = base.replace(day=1) if months == 1 else base.replace(month=1, day=1)
    first = timex.add_months(start, months * shift[0])
    return (first, months) if first else None


def resolve_first_units(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "the first ten months of this year", "the last two weeks of May"."""
    values = parsed.values
    count, unit = get_int(values, "first_count"), str(values.get("first_unit"))
    number = values.get("from_end", values.get("from_start"))
    whole = _first_day(values, context)
    if whole is None or count is None or number not in (0, 1, -1):
        return None
    start, months = whole
    after = timex.add_months(start, months)
    if after is None or count < 1:
        return None
    if unit == "month" and count < months:
        first = start.month if number != -1 else months - count + 1
        written = timex.format_year(start.year)
        return Answer(
            f"{written}-{first:02d}/{written}-{first + count - 1:02d}", "span", "reference"
        )
    days = count * _DAYS.get(unit, 0)
    if not 0 < days < (after - start).days:
        return None
    if unit == "week" and months == 12:  # as ISO 8601 counts the weeks of a year
        start, after = _first_week(start), _first_week(after)
    first_day = start if number != -1 else after - timedelta(days)
    last_day = first_day + timedelta(days - 1)
    return Answer(f"{first_day.isoformat()}/{last_day.isoformat()}", "span", "reference")


def _first_week(new_year: date) -> date:
    """Return the Monday of the week that holds the 4th of January."""
    fourth = new_year + timedelta(3)
    return fourth - timedelta(fourth.weekday())


def resolve_month_day(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "the 20th of next month"."""
    day, shift = get_int(parsed.values, "day"), get_tuple(parsed.values, "month_shift")
    base, anchored_by = context.now()
    if day is None or shift is None or base is None:
        return None
    month = timex.add_months(base.replace(day=1), shift[0])
    if month is None or not timex.valid(month.year, month.month, day):
        return None
    found = Day(month.year, month.month, day)
    context.tell_day(found)
    return Answer(timex.format_day(found), "day", anchored_by)
