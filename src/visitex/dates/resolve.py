"""Parsed expressions to TIMEX3 values: days, weekdays, relative days and spans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from visitex.dates import distances, periods, timex
from visitex.dates.answer import Answer
from visitex.dates.context import Context
from visitex.dates.expression import AnchoredBy
from visitex.dates.grammar import Parsed
from visitex.dates.numerals import Classes
from visitex.dates.point import (
    Fields,
    Resolved,
    clash,
    get_int,
    get_tuple,
    read_fields,
    read_year,
    resolve_day,
    resolve_weekday,
    shifted_weekday,
)
from visitex.dates.timex import Day

_DAY_FIELDS = ("day", "date", "slashed", "dotted", "dashed")


def resolve(parsed: Parsed, context: Context) -> Answer | None:
    """Return the value of an expression, or None where it is no date after all."""
    return _HANDLERS[parsed.rule.kind](parsed, context)


def tail_of(values: Classes) -> str:
    """Return the part of day or the clock time, as TIMEX3 puts it behind the day."""
    clock = get_tuple(values, "clock") or get_tuple(values, "clock_dot")
    hour = get_int(values, "hour")
    if clock is None and hour is not None:
        minute = get_int(values, "minute")
        clock = (hour, minute or 0)
    if clock is not None:
        hours = clock[0]
        if "pm" in values and hours < 12:
            hours += 12
        elif "am" in values and hours == 12:
            hours = 0
        return f"T{hours:02d}:{clock[1]:02d}"
    part = values.get("part") or values.get("day_part")
    return f"T{part}" if part else ""


def _day_answer(found: Resolved | None, parsed: Parsed, context: Context) -> Answer | None:
    if found is None:
        return None
    values = parsed.values
    if not context.is_since(parsed.start):
        context.tell_day(found.day)
    tail = tail_of(values)
    kind = "time" if tail[1:2].isdigit() else "day"
    return Answer(timex.format_day(found.day, tail), kind, found.anchored_by, found.warning)


def _resolve_day(parsed: Parsed, context: Context) -> Answer | None:
    fields = read_fields(parsed.values, context)
    direction = "open" if fields.year else context.direction(parsed.start, parsed.end)
    found = resolve_day(fields, context, direction)
    if found and "year_shift" in parsed.values:
        found = found._replace(anchored_by="reference")
    return _day_answer(found, parsed, context)


def _resolve_weekday(parsed: Parsed, context: Context) -> Answer | None:
    weekday = get_int(parsed.values, "weekday")
    if weekday is None:
        return None
    direction = context.direction(parsed.start, parsed.end)
    found = resolve_weekday(weekday, context, direction)
    if found is None:
        return Answer(f"XXXX-WXX-{weekday}{tail_of(parsed.values)}", "weekday", "unknown")
    return _weekday_answer(found, parsed, context)


def _resolve_shifted_weekday(parsed: Parsed, context: Context) -> Answer | None:
    weekday, shift = get_int(parsed.values, "weekday"), get_tuple(parsed.values, "shift")
    if weekday is None or shift is None:
        return None
    found = shifted_weekday(weekday, shift, context)
    if found is None:
        return Answer(f"XXXX-WXX-{weekday}{tail_of(parsed.values)}", "weekday", "unknown")
    return _weekday_answer(found, parsed, context)


def _weekday_answer(found: Resolved, parsed: Parsed, context: Context) -> Answer | None:
    answer = _day_answer(found, parsed, context)
    return answer._replace(kind="weekday") if answer and answer.kind == "day" else answer


def _resolve_relative(parsed: Parsed, context: Context) -> Answer | None:
    offset = get_int(parsed.values, "relative_day")
    if offset is None or context.reference is None or context.reference_is_month:
        return None
    if context.narrative or (not offset and context.is_contrast(parsed.start)):
        return None  # "today" of a history, or beside a year of the past, is nowadays
    day = timex.add_days(timex.day_of(context.reference), offset)
    if day is None:
        return None
    warning = clash(day, get_int(parsed.values, "weekday"))
    return _day_answer(Resolved(day, "reference", warning), parsed, context)


def _resolve_context(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "the following day" from the day told last, else from the reference."""
    shift = get_tuple(parsed.values, "shift")
    offset = get_int(parsed.values, "context_day") if shift is None else shift[0]
    return _from_told(offset or 0, parsed, context)


def _resolve_story_day(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "the second day", "am letzten Tag" within the span of days told last."""
    if context.narrative:
        return None
    nth = get_int(parsed.values, "last_ordinals") or get_int(parsed.values, "ordinal") or 1
    weekday = get_int(parsed.values, "weekday")
    for first, last in sorted(context.spans, key=lambda span: span[0] - span[1]):
        day = first + timedelta(nth - 1) if nth > 0 else last + timedelta(nth + 1)
        if first <= day <= last:
            found = timex.day_of(day)
            return _day_answer(Resolved(found, "previous", clash(found, weekday)), parsed, context)
    return None


def _resolve_shifted_part(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "this morning" from the reference, "the next morning" from the day told last."""
    shift = get_tuple(parsed.values, "shift")
    if shift is None:
        return None
    if shift[1] or shift[0] > 0 or context.narrative:
        return _from_told(shift[0], parsed, context)
    if context.reference is None or context.reference_is_month:
        return None
    day = timex.add_days(timex.day_of(context.reference), shift[0])
    return _day_answer(Resolved(day, "reference"), parsed, context) if day else None


def _from_told(offset: int, parsed: Parsed, context: Context) -> Answer | None:
    day, anchored_by = context.last_day, "previous"
    if day is None:
        if context.reference is None or context.reference_is_month:
            return None
        day, anchored_by = timex.day_of(context.reference), "reference"
    moved = timex.add_days(day, offset)
    if moved is None:
        return None
    anchor: AnchoredBy = "reference" if anchored_by == "reference" else "previous"
    return _day_answer(Resolved(moved, anchor), parsed, context)


def _resolve_span(parsed: Parsed, context: Context) -> Answer | None:
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


def _resolve_pair(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "18-22 November", where both days stand in one chunk of digits."""
    pair = get_tuple(parsed.values, "day_pair")
    if pair is None:
        return None
    values: Classes = {k: v for k, v in parsed.values.items() if k != "day_pair"}
    values |= {"day": pair[0], "end_day": pair[1]}
    return _day_span(parsed._replace(values=values), context)


def _resolve_range(parsed: Parsed, context: Context) -> Answer | None:
    numbers = get_tuple(parsed.values, "date_range")
    if numbers is None:
        return None
    values: Classes = {"date": numbers[:5], "end_date": numbers[5:]}
    return _day_span(parsed._replace(values=values), context)


def _resolve_joined(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve a span whose ends are expressions of their own: "from next Friday to 1 October"."""
    first, last = parsed.parts
    year = get_int(last.values, "year")
    if year is not None and first.rule.kind in ("day", "month", "quarter", "half", "season"):
        first = first._replace(values={"year": year, **first.values})
    start = _now(context) if first.rule.kind == "now" else resolve(first, context)
    if start is None:
        return None
    told = context.last_year
    if told is not None and "year" in first.values and last.rule.kind in ("day", "month"):
        last = last._replace(values={"year": told, **last.values})
    end = _now(context) if last.rule.kind == "now" else resolve(last, context)
    if end is None:
        return start if last.rule.kind == "now" else None
    value = f"{_first_of(start.value)}/{_last_of(end.value)}"
    return Answer(value, "span", start.anchored_by, start.warning or end.warning)


def _now(context: Context) -> Answer | None:
    """Return the reference date as the end of a span."""
    if context.reference is None or context.narrative or context.reference_is_month:
        return None
    return Answer(context.reference.isoformat(), "day", "reference")


def _nowhere(parsed: Parsed, context: Context) -> Answer | None:  # noqa: ARG001
    """A bare "now" is no date."""
    return None


def _first_of(value: str) -> str:
    return value.split("/", 1)[0].split("T", 1)[0]


def _last_of(value: str) -> str:
    return value.rsplit("/", 1)[-1].split("T", 1)[0]


def _resolve_from_date(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "two weeks after 1 May", "three days before yesterday"."""
    start = resolve(parsed.parts[0], context)
    direction, count = get_int(parsed.values, "relation"), get_int(parsed.values, "count")
    count = 1 if "count" not in parsed.values else count
    if start is None or direction is None or count is None or "indefinite" in parsed.values:
        return None
    base = (
        context.last_day.date() if start.kind in ("day", "weekday") and context.last_day else None
    )
    if base is None:
        return None
    unit = str(parsed.values["unit"])
    return distances.moved(base, direction * count, unit, start.anchored_by, context)


def _resolve_week_of(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "the week of 4 May": the calendar week that the day lies in."""
    inner = resolve(parsed.parts[0], context)
    known = context.last_day.date() if context.last_day else None
    if inner is None or known is None or inner.value[:10] != known.isoformat():
        return None
    return Answer(timex.format_week(known), "week", inner.anchored_by, inner.warning)


def _resolve_weekend(parsed: Parsed, context: Context) -> Answer | None:
    """Resolve "at the weekend": the last one in a sentence of the past, else the coming one."""
    base, anchored_by = context.now()
    if base is None:
        return None
    past = context.direction(parsed.start, parsed.end) == "past"
    return periods.shifted("weekend", -1 if past else 0, base, anchored_by, context)


def read_reference(reference: date | str | None) -> tuple[date | None, bool]:
    """Return the reference date and whether only its month or year is known.

    Raises:
        ValueError: the string is no ISO date, month or year.
    """
    if reference is None or isinstance(reference, date):
        return reference, False
    whole = reference.strip()[:10]
    padded = whole + "-01" * (2 - whole.count("-"))
    return date.fromisoformat(padded), padded != whole


_HANDLERS: dict[str, Callable[[Parsed, Context], Answer | None]] = {
    "day": _resolve_day,
    "listed_day": _resolve_day,
    "span": _resolve_span,
    "joined": _resolve_joined,
    "from_date": _resolve_from_date,
    "weekend": _resolve_weekend,
    "now": _nowhere,
    "compound": distances.resolve_compound,
    "pair": _resolve_pair,
    "range": _resolve_range,
    "weekday": _resolve_weekday,
    "shifted_weekday": _resolve_shifted_weekday,
    "relative": _resolve_relative,
    "context": _resolve_context,
    "story_day": _resolve_story_day,
    "shifted_part": _resolve_shifted_part,
    "month": periods.resolve_month,
    "quarter": periods.resolve_quarter,
    "half": periods.resolve_half,
    "season": periods.resolve_season,
    "year": periods.resolve_year,
    "years": periods.resolve_years,
    "decade": periods.resolve_decade,
    "week": periods.resolve_week,
    "shift": periods.resolve_shift,
    "distance": distances.resolve_distance,
    "window": distances.resolve_window,
    "weekday_week": distances.resolve_weekday_of_week,
    "nth_weekday": distances.resolve_nth,
    "nth_week": distances.resolve_nth,
    "nth_month": periods.resolve_nth_month,
    "week_of": _resolve_week_of,
    "nth_day": distances.resolve_nth,
    "first_months": distances.resolve_first_months,
    "month_day": distances.resolve_month_day,
}
