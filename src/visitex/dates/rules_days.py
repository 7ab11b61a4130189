"""The date grammar: days, spans of days, weekdays."""

from __future__ import annotations

from visitex.dates.fragments import (
    AND,
    BACK,
    BEFORE_DAY,
    BRACKETED_WEEKDAY,
    CLOCK,
    DAY,
    DAY_MONTH,
    FRONT,
    LEAD_RELATIVE,
    LEAD_WEEKDAY,
    LINK,
    MONTH,
    MONTH_DAY,
    NUMERIC,
    NUMERIC_DAY,
    OPEN_POINT,
    POINT,
    SHORT_DAY,
    SPACED,
    START_YEAR,
    SURE_WEEKDAY,
    TIME,
    TO,
    TO_YEAR,
    WEEKDAY_DAY,
    YEAR,
    YEAR_MONTH_DAY,
    span,
)
from visitex.dates.pattern import Rule, bare, end_of


def span_rules() -> tuple[Rule, ...]:
    """Return the rules for spans of days."""
    day = f"(?:{LEAD_WEEKDAY}{DAY})"
    month = f"{LINK}{MONTH}(?:{TO_YEAR}{YEAR})?"
    return (
        Rule("days of one month", "span", span(day, day + month)),
        Rule("month and days", "span", span(f"{MONTH_DAY}{START_YEAR}", day + START_YEAR)),
        Rule("day to month and day", "span", span(DAY, f"{MONTH_DAY}(?:{TO_YEAR}{YEAR})?")),
        Rule("year, month and days", "span", span(YEAR_MONTH_DAY, day)),
        Rule(
            "two days",
            "span",
            span(f"(?:{FRONT}{OPEN_POINT})", f"(?:{OPEN_POINT}(?:{TO_YEAR}{YEAR})?)"),
        ),
        Rule("day pair of a month", "pair", f"{LEAD_WEEKDAY}<the>?<day_pair><dot>?{month}"),
        Rule("month and day pair", "pair", f"{MONTH}<the>?<day_pair>{START_YEAR}"),
        Rule("numeric range", "range", "<date_range>"),
        Rule("days of a numeric month", "span", span(day, NUMERIC)),
        Rule(
            "days of a numeric day",
            "span",
            span(
                f"(?:{day}|{NUMERIC_DAY}|(?!<slashed|dashed>){SHORT_DAY})",
                f"(?:{NUMERIC_DAY}|{SHORT_DAY}|<date>)",
            ),
        ),
        Rule("numeric days", "span", f"<from>{span(SHORT_DAY, SHORT_DAY)}"),
        Rule(
            "bare days",
            "span",
            f"<from><the>?(?!<spelled>)«{day}{TO}(?!<spelled>){end_of(day)}»(?=<stop|comma>|(?<=<ending_dot>)<unknown>)",
        ),
        Rule("marked days", "span", span("<day_before><day>", "<day_before>?<day>")),
        Rule("days marked behind", "span", span("<day><day_after>?", "<day><day_after>")),
        Rule(
            "days of a shifted month",
            "span",
            span(
                day,
                f"{DAY}<of|before_date|the>{{0,2}}"
                "(?:<shift:month_shift><unit_month>|<unit_month><the>?<shift:month_shift>"
                "|<period_month:month_shift>)",
            ),
        ),
        Rule(
            "shifted month and days",
            "span",
            span(
                "(?:<shift:month_shift><unit_month>|<period_month:month_shift>)"
                f"<of|before_date|the|from|between>{{0,2}}{DAY}",
                DAY,
            ),
        ),
        Rule(
            "shifted month between days",
            "span",
            "(?:<shift:month_shift><unit_month>|<period_month:month_shift>)<comma>?<between><the>?"
            f"{DAY}{AND}{end_of(DAY)}",
        ),
        Rule(
            "day pair of a shifted month",
            "pair",
            "<day_pair><of|before_date|the>{0,3}"
            "(?:<shift:month_shift><unit_month>|<unit_month><shift:month_shift>)"
            "|(?:<shift:month_shift><unit_month>|<unit_month><shift:month_shift>)"
            "<from|of|the>{0,2}<day_pair>",
        ),
        Rule("relative days", "span", span(f"(?:{OPEN_POINT}|<relative_day>)", "<relative_day>")),
        Rule("relative day to day", "span", span("<relative_day>", OPEN_POINT)),
    )


def day_rules() -> tuple[Rule, ...]:
    """Return the rules for days with month or number."""
    full = f"(?:{POINT})"
    tail = f"{BRACKETED_WEEKDAY}?{BACK}{CLOCK}"
    listed = (
        "(?:<comma|slash><the>?{0}){{0,5}}<comma>?(?:<and>|<slash>|<comma>)<before_date|the>{{0,2}}"
    )
    one = bare(f"(?:{LEAD_WEEKDAY}{DAY})")
    month = f"{LINK}{MONTH}(?:{TO_YEAR}{YEAR})?"
    return (
        Rule(
            "day in a list",
            "listed_day",
            (f"«{LEAD_WEEKDAY}{DAY}»(?={listed.format(one)}{one}{month})"),
        ),
        Rule(
            "day in a numeric list",
            "listed_day",
            f"«{LEAD_WEEKDAY}{DAY}»(?={listed.format(one)}"
            "(?:<slashed:list_slashed>|(?=<dotted_day>)<dotted:list_dotted>|<date:list_date>))",
        ),
        Rule("time before the year", "day", f"{MONTH_DAY}<comma>?{TIME}<year>"),
        Rule("full date", "day", f"{LEAD_RELATIVE}{FRONT}{full}{tail}"),
        Rule("day and month", "day", f"{LEAD_RELATIVE}{FRONT}{DAY_MONTH}{tail}"),
        Rule(
            "month and day of a list",
            "listed_day",
            (f"«{MONTH_DAY}»(?=<and><the>?{bare(DAY)}{TO_YEAR}{YEAR})"),
        ),
        Rule(
            "month and day",
            "day",
            (
                f"{LEAD_RELATIVE}{FRONT}{MONTH_DAY}(?!<count>(?!<hour_words|am|pm>)|<year_before>){tail}"
            ),
        ),
        Rule("month and year day", "day", f"{FRONT}{YEAR_MONTH_DAY}{tail}"),
        Rule(
            "numeric day",
            "day",
            f"(?:<lead>?<part><of>?(?:<slashed>|<dotted>|<dashed>)|{LEAD_RELATIVE}{FRONT}{NUMERIC_DAY}){tail}",
        ),
        Rule("numeric day with spaces", "day", f"{FRONT}{SPACED}{tail}"),
        Rule("dashed day", "day", (f"{BEFORE_DAY}<dashed>(?!<unknown|unit|counted>)")),
        Rule("weekday and day", "day", f"{FRONT}{WEEKDAY_DAY}{tail}"),
    )


def weekday_rules() -> tuple[Rule, ...]:
    """Return the rules for weekdays and days told by their number alone."""
    return (
        Rule("weekdays", "span", span(SURE_WEEKDAY, SURE_WEEKDAY)),
        Rule(
            "weekday with a part",
            "weekday",
            (
                f"{FRONT}<weekday><dot>?<comma>?<before_part|the|of|before_date>{{0,2}}<part>{CLOCK}"
                f"|<part><of>?<weekday>{CLOCK}"
            ),
        ),
        Rule(
            "bare weekday",
            "weekday",
            f"{FRONT}<sure_weekday>{CLOCK}|<weekday_before><weekday>|<weekday><dot>",
        ),
        Rule(
            "marked day",
            "day",
            (f"{FRONT}(?:<day_before>{{1,2}}<day>|<day><day_after>)(?!<counted>){BACK}{CLOCK}"),
        ),
        Rule(
            "bare day",
            "day",
            (
                "(?<=<day_article>)<day>(?!<dot><count>)(?=<stop|comma|dot|close>)"
                "|(?<=<before_day>)<day><ending_dot>(?=<unknown>)"
                "|<lead>?<part><of><the><nth:day>(?!<unknown|capital>)"
            ),
        ),
        Rule(
            "ordinal day",
            "day",
            ("(?<=<the>)<nth:day>(?!<comma><nth>)(?=<stop|comma|dot|and|to|before_date|the>)"),
        ),
    )
