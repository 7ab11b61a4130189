"""Parsed expressions to TIMEX3 values: days, weekdays, relative days and spans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from visitex.dates import distances, periods, spans, timex
from visitex.dates.answer import Answer
from visitex.dates.context import Context
from visitex.dates.expression import AnchoredBy
from visitex.dates.grammar import Parsed
from visitex.dates.numerals import Classes
from visitex.dates.point import (
    Resolved,
    clash,
    get_int,
    get_tuple,
    read_fields,
    resolve_day,
    resolve_weekday,
    shifted_weekday,
    to_next,
)

# Wednesday: until then a weekend not told apart is the last one.
_MIDWEEK = 3
# "1 at night" is past midnight, "9 at night" is before it.
_LATE = 6


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
        if 0 < hours < 12 and _is_late(values, hours):
            hours += 12
        elif "am" in values and hours == 12:
            hours = 0
        return f"T{hours:02d}:{clock[1]:02d}"
    part = values.get("part") or values.get("day_part")
    return f"T{part}" if part else ""


def _is_late(values: Classes, hours: int) -> bool:
    """Tell whether an hour before twelve is one after noon: "3 in the afternoon", "9 at night"."""
    part = values.get("part")
    return "pm" in values or part in ("AF", "EV") or (part == "NI" and hours >= _LATE)


def _day_answer(found: Resolved | None, parsed: Parsed, context: Context) -> Answer | None:
    if found is None:
        return None
    values = parsed.values
    if not context.is_since(parsed.start):
        context.tell_day(found.day, by_weekday="weekday" in values)
    tail = tail_of(values)
    kind = "time" if tail[1:2].isdigit() else "day"
    return Answer(timex.format_day(found.day, tail), kind, found.anchored_by, found.warning)


def _resolve_day(parsed: Parsed, context: Context) -> Answer | None:
    fields = read_fields(parsed.values, context)
    if any(name.startswith("list_") for name in parsed.values):  # "8 and 9/1"
        month = read_fields(parsed.values, context, "list_")
        fields = fields._replace(year=month.year, month=month.month)
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
    # what follows a span follows its end
    day, anchored_by = context.last_day, "previous"
    if day is not None and offset > 0:
        day = context.span_end or day
    if day is None:
        if context.reference is None or context.reference_is_month:
            return None
        day, anchored_by = timex.day_of(context.reference), "reference"
    moved = timex.add_days(day, offset)
    if moved is None:
        return None
    anchor: AnchoredBy = "reference" if anchored_by == "reference" else "previous"
    return _day_answer(Resolved(moved, anchor), parsed, context)


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
    end = _now(context) if last.rule.kind == "now" else _resolve_end(last, start, context)
    if end is None:
        return start if last.rule.kind == "now" else None
    value = f"{_first_of(start.value)}/{_last_of(end.value)}"
    return Answer(value, "span", start.anchored_by, start.warning or end.warning)


def _resolve_end(last: Parsed, start: Answer, context: Context) -> Answer | None:
    """Resolve the end of a span; a weekday is the first one behind the day that it begins with."""
    weekday = get_int(last.values, "weekday")
    day = context.last_day.date() if context.last_day else None
    if weekday is None or last.rule.kind != "weekday" or day is None:
        return resolve(last, context)
    if start.value[:10] != day.isoformat():
        return resolve(last, context)
    ahead = timex.moved(day, to_next(day, weekday))
    return Answer(ahead.isoformat(), "weekday", start.anchored_by) if ahead else None


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
    """Resolve "at the weekend": the last or the coming one by the sentence, else the nearest."""
    base, anchored_by = context.now()
    if base is None:
        return None
    direction = context.direction(parsed.start, parsed.end)
    # early in the week the last weekend is the nearer one
    past = direction == "past" or (direction == "open" and base.isoweekday() < _MIDWEEK)
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
    "span": spans.resolve_span,
    "joined": _resolve_joined,
    "from_date": _resolve_from_date,
    "weekend": _resolve_weekend,
    "now": _nowhere,
    "compound": distances.resolve_compound,
    "pair": spans.resolve_pair,
    "range": spans.resolve_range,
    "month_pair": spans.resolve_month_pair,
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
    "first_units": distances.resolve_first_units,
    "month_day": distances.resolve_month_day,
}
