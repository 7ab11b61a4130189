"""Spans whose two ends share what only one of them names: "8 to 10 May", "May to July"."""

from __future__ import annotations

from visitex.dates import periods, timex
from visitex.dates.answer import Answer
from visitex.dates.context import Context
from visitex.dates.expression import AnchoredBy
from visitex.dates.grammar import Parsed
from visitex.dates.numerals import Classes
from visitex.dates.point import (
    Fields,
    Resolved,
    get_int,
    get_tuple,
    read_fields,
    read_year,
    resolve_day,
    resolve_weekday,
)
from visitex.dates.timex import Day

_DAY_FIELDS = ("day", "date", "slashed", "dotted", "dashed")


def resolve_span(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve a span by the finest unit that either end names."""
    values = parsed.values
    if "relative_day" in values or "end_relative_day" in values:
        return _relative_span(parsed, context)
    if any(name in values or f"end_{name}" in values for name in _DAY_FIELDS):
        return _day_span(parsed, context)
    if "weekday" in values:
        return _weekday_span(parsed, context)
    if any(
        f"end_{name}" in values for name in ("month", "month_number", "month_year", "year_month")
    ):
        return _month_span(parsed, context)
    first, last = read_year(values, context), read_year(values, context, "end_")
    if first is None or last is None or first >= last:
        return None
    context.tell_year(first)
    value = f"{timex.format_year(first)}/{timex.format_year(last)}"
    return Answer(value, "span", "explicit")


def _side(parsed: Parsed, context: Context, prefix: str) -> Resolved | None:
    offset = get_int(parsed.values, f"{prefix}relative_day")
    if offset is not None:
        if context.reference is None:
            return None
        day = timex.add_days(timex.day_of(context.reference), offset)
        return Resolved(day, "reference") if day else None
    return resolve_day(read_fields(parsed.values, context, prefix), context)


def _relative_span(parsed: Parsed, context: Context) -> Answer | None:
    first, last = _side(parsed, context, ""), _side(parsed, context, "end_")
    return _span_answer(first, last, context) if first and last else None


def _day_span(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve a span of two days that share what only one of them names."""
    values = parsed.values
    first, last = read_fields(values, context), read_fields(values, context, "end_")
    shift = get_tuple(values, "end_month_shift") or get_tuple(values, "month_shift")
    if shift is not None:
        base = context.now()[0]
        moved = timex.add_months(base.replace(day=1), shift[0]) if base else None
        if moved is None:
            return None
        first = first._replace(year=moved.year, month=moved.month)
        last = last._replace(year=moved.year, month=moved.month)
    month = last.month or first.month
    first = first._replace(month=first.month or month)
    last = last._replace(month=month if last.month is None else last.month)
    if first.year is None and last.year is not None:
        crosses = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
        first = first._replace(year=last.year - crosses)
    direction = "open" if first.year else context.direction(parsed.start, parsed.end)
    start = resolve_day(first, context, direction)
    if start is None:
        return None
    if last.day is None:
        return None
    if last.month is None:  # "from the 4th to the 23rd": the month of the first day, or the next
        ahead = start.day.month % 12 + 1
        last = last._replace(month=start.day.month if last.day > start.day.day else ahead)
    if last.year is None:
        last = _end_year(start.day, last)
    end = resolve_day(last, context, direction)
    if end is None or (start.day.year is None) != (end.day.year is None):
        return None
    return _span_answer(start, end, context)


def _end_year(start: Day, last: Fields) -> Fields:
    if start.year is None:
        return last
    crosses = (start.month, start.day) > (last.month or start.month, last.day or 0)
    return last._replace(year=start.year + crosses)


def _weekday_span(parsed: Parsed, context: Context) -> Answer | None:
    direction = context.direction(parsed.start, parsed.end)
    weekday, end_weekday = get_int(parsed.values, "weekday"), get_int(parsed.values, "end_weekday")
    if weekday is None or end_weekday is None:
        return None
    start = resolve_weekday(weekday, context, direction)
    known = start.day.date() if start else None
    if start is None or known is None:
        return None
    end = timex.add_days(start.day, (end_weekday - weekday) % 7)
    return _span_answer(start, Resolved(end, start.anchored_by), context) if end else None


def _span_answer(first: Resolved, last: Resolved, context: Context) -> Answer | None:
    start, end = first.day.date(), last.day.date()
    if start and end and start >= end:
        return None
    context.tell_span(first.day, last.day)
    value = f"{timex.format_day(first.day)}/{timex.format_day(last.day)}"
    return Answer(value, "span", first.anchored_by, first.warning or last.warning)


def _month_span(parsed: Parsed, context: Context) -> Answer | None:
    values = parsed.values
    first, last = periods.month_of(values, context), periods.month_of(values, context, "end_")
    if first is None or last is None:
        return None
    (year, month), (end_year, end_month) = first, last
    anchored_by: AnchoredBy = "explicit"
    if year is None and end_year is not None:
        year = end_year - (month > end_month)
    elif year is None:
        direction = context.direction(parsed.start, parsed.end)
        year, anchored_by = periods.infer_month_year(month, context, direction), context.base()[1]
    if end_year is None and year is not None:
        end_year = year + (month > end_month)
    context.tell_month(year, month)
    start = f"{timex.format_year(year)}-{month:02d}"
    return Answer(f"{start}/{timex.format_year(end_year)}-{end_month:02d}", "span", anchored_by)


def resolve_month_pair(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "1-4月", where both months stand in one chunk of digits."""
    pair = get_tuple(parsed.values, "dashed") or (0, 0)
    if not 1 <= min(pair) <= max(pair) <= 12:
        return None
    values: Classes = {k: v for k, v in parsed.values.items() if k != "dashed"}
    values |= {"month_number": pair[0], "end_month_number": pair[1]}
    return _month_span(parsed._replace(values=values), context)


def resolve_pair(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "18-22 November", where both days stand in one chunk of digits."""
    pair = get_tuple(parsed.values, "day_pair")
    if pair is None:
        return None
    values: Classes = {k: v for k, v in parsed.values.items() if k != "day_pair"}
    values |= {"day": pair[0], "end_day": pair[1]}
    return _day_span(parsed._replace(values=values), context)


def resolve_range(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "10-1-2018-10-7-2018", two dates in one chunk of digits."""
    numbers = get_tuple(parsed.values, "date_range")
    if numbers is None:
        return None
    values: Classes = {"date": numbers[:5], "end_date": numbers[5:]}
    return _day_span(parsed._replace(values=values), context)
