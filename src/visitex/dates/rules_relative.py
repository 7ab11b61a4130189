"""The date grammar: relative and counted dates."""

from __future__ import annotations

from visitex.dates.fragments import (
    ANY_MONTH,
    BACK,
    CLOCK,
    DAY,
    EDGE,
    EDGE_BACK,
    FRONT,
    PLAIN_YEAR,
    RELATIVE_YEAR,
    SHIFTED,
    SURE_EDGE,
    TIME,
    UNIT,
    WEEKDAY,
    YEAR,
)
from visitex.dates.pattern import Rule


def relative_rules() -> tuple[Rule, ...]:
    """Return the rules for what is told by its distance from today or from the story."""
    part = f"(?:<comma>?<before_part|the|of>{{0,2}}<part>)?{CLOCK}"
    return (
        Rule(
            "weekday of a shifted week",
            "weekday_week",
            (
                f"<the>?{WEEKDAY}<comma>?<of|before_date|the>{{0,3}}"
                "(?:<shift><unit_week>|<unit_week><the>?<shift>|<period_week:shift>)"
                f"{BACK}{CLOCK}"
                f"|(?:<shift><unit_week>|<unit_week><the>?<shift>|<period_week:shift>)"
                f"<comma|of|before_date|the>{{0,2}}{WEEKDAY}{BACK}{CLOCK}"
            ),
        ),
        Rule(
            "relative day and weekday",
            "relative",
            (f"{FRONT}<relative_day>(?:<comma|open|the>{{0,2}}{WEEKDAY}<close>?){part}"),
        ),
        Rule(
            "relative day with a time",
            "relative",
            (
                f"(?:<part>(?:<of>|<comma>)?<relative_day>|<relative_day>)"
                f"(?:<comma>?<before_part|the|of>{{0,2}}<part>{CLOCK}|<comma>?<before_clock>?{TIME})"
            ),
        ),
        Rule("part of a relative day", "relative", "<part>(?:<of>|<comma>)?<relative_day>"),
        Rule(
            "compound distance",
            "compound",
            (
                "<the>?<count><unit><comma>?<and>?<count:second_count><unit:second_unit>"
                "(?:<comma>?<and>?<count:third_count><unit:third_unit>)?<distance_after>"
                "|<distance_before><count><unit><comma>?<and>?<count:second_count><unit:second_unit>"
            ),
        ),
        Rule(
            "distance",
            "distance",
            (
                "<distance_before><count><unit>|<the>?<count><unit><distance_after>"
                "|<distance_before><unit_one:unit>|<unit_one:unit><distance_after>"
            ),
        ),
        Rule(
            "nth day of the story",
            "story_day",
            (
                f"<the>?(?:<ordinal><dot>?|<last_ordinals>)<unit_day>(?:<comma><the>?{WEEKDAY})?{BACK}"
            ),
        ),
        Rule(
            "shifted count",
            "window",
            (
                "<the>?(?:<shift><count><unit>|<count><shift><unit>"
                "|<count><unit><shift>(?!<unit|weekday|month|season>))"
            ),
        ),
        Rule(
            "shifted day",
            "context",
            (
                f"{FRONT}(?:<the>?<shift>(?!<plural>)<unit_day>|(?!<plural>)<unit_day><the>?<shift>)(?!<day>){BACK}{CLOCK}"
            ),
        ),
        Rule(
            "shifted weekday",
            "shifted_weekday",
            (f"{FRONT}(?:<the>?<shift>{WEEKDAY}|{WEEKDAY}<the>?<shift>){BACK}{CLOCK}"),
        ),
        Rule("day of the story", "context", f"{FRONT}<context_day>{BACK}{CLOCK}"),
        Rule("shifted period", "shift", f"{EDGE}{SHIFTED}(?!(?<=<unit_day>)<day>){EDGE_BACK}"),
        Rule("shifted part", "shifted_part", "<the>?<shift><part>"),
        Rule(
            "bare weekend",
            "weekend",
            "(?:(?<=<before_date>)|(?<=<the>)|(?<=<before_part>))(?!<plural>)<unit_weekend>(?!<shift>)",
        ),
        Rule("one-word period", "shift", f"{EDGE}<period>{EDGE_BACK}"),
        Rule(
            "edge of a period",
            "shift",
            f"{SURE_EDGE}{UNIT}(?!<distance_after|year>)|(?=<unit_year|unit_month>)<unit><edges_after>",
        ),
        Rule("now", "now", "<now>"),
        Rule(
            "relative day",
            "relative",
            (
                f"(?<!<the>)<sure_relative_day:relative_day>{CLOCK}|(?<=<stop|dot>)<relative_day>(?=<unknown>)"
            ),
        ),
    )


def ordinal_rules() -> tuple[Rule, ...]:
    """Return the rules for the nth day, week or month of a period."""
    nth = "(?:<ordinal><dot>?|<last_ordinals>)"
    of = "<of|before_date|the>{0,3}"
    some = "<count:first_count><unit:first_unit>"
    order = "(?:<ordinal:from_start><dot>?|<first_of:from_start>|<last_ordinals:from_end>)"
    first = f"<the>?{order}{some}|<the>?<count:first_count>{order}<unit:first_unit>|{some}{order}"
    whole = (
        f"(?:{ANY_MONTH}|{YEAR}|{SHIFTED}|<period>|(?!<plural>)(?=<unit_month|unit_year>)<unit>)"
    )
    return (
        Rule(
            "nth weekday",
            "nth_weekday",
            f"<the>?{nth}{WEEKDAY}{of}{whole}|{whole}<of>?{nth}{WEEKDAY}",
        ),
        Rule(
            "nth weekday of this month",
            "nth_weekday",
            f"<the>?<ordinal>{WEEKDAY}(?!<of|before_date|every|month>)",
        ),
        Rule(
            "nth week",
            "nth_week",
            f"<the>?{nth}<unit_week>{of}{whole}|{whole}<of>?{nth}<unit_week>",
        ),
        Rule(
            "nth month",
            "nth_month",
            f"<the>?{nth}<unit_month>{of}(?:{YEAR}|<unit_year:this_year>)|{YEAR}<of>?{nth}<unit_month>",
        ),
        Rule("nth day", "nth_day", f"<the>?{nth}<unit_day>{of}{whole}|{whole}<of>?{nth}<unit_day>"),
        Rule("first of a period", "first_units", f"(?:{first}){of}{whole}"),
        Rule("first of a period behind it", "first_units", f"{whole}<of>?(?:{first})"),
        Rule(
            "day of a shifted month",
            "month_day",
            (
                f"{DAY}{of}(?!<shift><plural>)(?:<shift:month_shift><unit_month>|<unit_month><the>?<shift:month_shift>"
                "|<period_month:month_shift>)"
            ),
        ),
        Rule(
            "shifted month and day",
            "month_day",
            (f"(?:<shift:month_shift><unit_month>|<period_month:month_shift>)<of>?{DAY}"),
        ),
        Rule(
            "week number",
            "week",
            "<week_before><dot>?<count>(?:<of|slash|comma>?<year>|<of|the>{0,2}"
            f"{RELATIVE_YEAR})?",
        ),
        Rule("week of a year", "week", f"{PLAIN_YEAR}<ordinal|count:count><dot>?<week_after>"),
    )
