"""The date grammar: one ordered table of rules for all languages.

The first rule that matches at a place wins, so the longer and surer forms stand first. « and »
enclose the part that is the expression, where a rule needs to see more than that. A rule with the
kind ``none`` takes words away from the rules below it.
"""

from __future__ import annotations

from typing import NamedTuple

from visitex.dates.pattern import bare, end_of


class Rule(NamedTuple):
    """One form of a date: its name, what it resolves as, and its pattern."""

    name: str
    kind: str
    pattern: str


# --- fragments -------------------------------------------------------------------------------
_THE = "<the>?"
WEEKDAY = "<weekday><dot>?"
_SURE_WEEKDAY = "<sure_weekday><dot>?"
DAY = (
    "(?<!<money>)<the>?(?:<day_before><dot>?){0,2}<day>(?!<unit_week>)"
    "(?:<day_after>|(?!<month_after|year_after>)<dot>?(?!<month_after|year_after>))"
)
MONTH = (
    "(?:<month|small_month><dot>?|<month_before><of>?(?:<month>|<month_number>)"
    "|<month_number><month_after>)"
)
_LARGE_MONTH = "(?:<month><dot>?|<month_before><of>?<month_number>|<month_number><month_after>)"
_SURE_MONTH = (
    "(?:<sure_month>|<month_before><of>?(?:<month>|<month_number>)|<month_number><month_after>)"
)
_YEAR_UNIT = (
    "(?:<the>?<shift:year_shift>(?!<plural>)<unit_year>"
    "|<the>?(?!<plural>)<unit_year><shift:year_shift>)"
)
_RELATIVE_YEAR = f"(?:{_YEAR_UNIT}|<period_year:year_shift>)"
_PLAIN_YEAR = (
    "(?:<year_before>{0,2}<year><year_after>?|<two:short_year><year_after>"
    "|<year_before><two:short_year>)"
)
YEAR = f"(?:{_PLAIN_YEAR}|{_RELATIVE_YEAR})"
_TO_YEAR = "<comma|of|year_link|the|dash|slash|dot>{0,2}"
_BRACKETED_WEEKDAY = "(?:<comma>?<open><weekday><dot>?<close>|<comma><weekday><dot>?)"
_FRONT = "(?:<lead>?<part><comma>?<of|before_date|the>{0,2})?"
_BACK = "(?:<comma>?<before_part|the|of|before_date>{0,2}<part>)?"
_TIME = (
    "(?:<clock>(?:<am>|<pm>|<hour_words>)?|<clock_dot><hour_words>"
    "|<hour>(?:<hour_words><two:minute>?|<am>|<pm>))"
)
_CLOCK = f"(?:<comma|slash|bar|dash|before_clock|open|of>{{0,3}}{_TIME})?"
_LEAD_WEEKDAY = f"(?:(?:<the>?<shift:_>)?{WEEKDAY}<comma>?<the|before_day>{{0,2}})?"
_LINK = "<of|the|dash|slash>{0,2}"

DAY_MONTH = f"{_LEAD_WEEKDAY}{DAY}{_LINK}{MONTH}"
DAY_MONTH_YEAR = f"{DAY_MONTH}(?:{_TO_YEAR}{YEAR}|<comma|dash|of>?<two:short_year>(?!<month|of>))"
MONTH_DAY = f"{_LEAD_WEEKDAY}{MONTH}(?:<the|dash|slash|of>{{0,2}}{DAY}|<comma><the>?<nth:day>)"
MONTH_DAY_YEAR = f"{MONTH_DAY}{_TO_YEAR}{YEAR}"
YEAR_MONTH_DAY = f"{YEAR}<comma|of|slash|dash|dot>?{MONTH}<comma|slash|dash>?{DAY}"
YEAR_DAY_MONTH = f"{YEAR}<comma|slash|dash|dot>?{DAY}<slash|dash|comma>?{MONTH}"
NUMERIC = f"{_LEAD_WEEKDAY}(?:<day_before>?<date>)"
_WEEKDAY_MARK = (
    f"(?:(?:<the>?<shift:_>)?{WEEKDAY}<comma>?<the|before_day|before_date>{{0,2}}|<day_before>)"
)
NUMERIC_DAY = (
    f"(?:{_LEAD_WEEKDAY}<day_before>?(?:<slashed>|<dashed>|<dotted><dot>?){_TO_YEAR}{_PLAIN_YEAR}"
    f"|{_WEEKDAY_MARK}(?:<slashed>|<dotted><dot>?)"
    "|(?:<slashed>|(?<=<before_day>)<dotted><dot>?|<dotted><ending_dot>)(?!<counted|unknown|unit|hour_words>))"
)
WEEKDAY_DAY = (
    f"{_SURE_WEEKDAY}<comma>?<the|before_day>{{0,2}}"
    "(?:<day><dot>?<day_after>?(?!<count|unit|comma|dash|unknown|capital|month|hour_words|am|pm>))"
    f"|{WEEKDAY}<comma>?<the|before_day>{{0,2}}<nth:day>"
    f"|{WEEKDAY}<comma><day>(?=<comma|stop|dot|close>)(?!<comma><count>)"
)
_SPACED = f"{_LEAD_WEEKDAY}<day><ending_dot><month_number><ending_dot>"
_POINT = f"(?:{_SPACED}<year>|{YEAR_MONTH_DAY}|{YEAR_DAY_MONTH}|{DAY_MONTH_YEAR}|{MONTH_DAY_YEAR}|{NUMERIC})"
_POINT_ = (
    f"(?:{YEAR_MONTH_DAY}|{DAY_MONTH_YEAR}|{MONTH_DAY_YEAR}|{NUMERIC}|{DAY_MONTH}"
    f"|{MONTH_DAY}|{NUMERIC_DAY})"
)
_TO = "(?:<dash>|<comma>?<to>{1,2}<from>?)<the|before_date>{0,2}"
_AND = "<and><the|before_date|to>{0,2}"
_MONTH_YEAR = f"{MONTH}(?:<comma|of|slash|dash|year_link|the>{{0,2}}{YEAR})"
_YEAR_MONTH = f"{YEAR}(?:<comma|of|slash|dash|year_link>{{0,2}}{MONTH})"
_ANY_MONTH = f"(?:{_MONTH_YEAR}|{_YEAR_MONTH}|<month_year>|<year_month>|{MONTH})"
_EDGE = "(?:<lead>?<edges><of|the|before_date>{0,3})?"
_SURE_EDGE = "(?:<the>?<edges><of|the|before_date>{0,3})"
_EDGE_BACK = "<edges_after>?"
_UNIT = "(?!<plural>)<unit>"
_SHIFTED = f"(?:<the>?<shift>{_UNIT}|<the>?{_UNIT}<shift>)"
_END_YEAR = f"(?:{_TO_YEAR}{end_of(YEAR)})?"
_START_YEAR = f"(?:{_TO_YEAR}{YEAR})?"
_BEHIND_WORD = (
    "(?:(?<=<before_date|from|to|between|of|and>)|(?<=<before_date|from|to|between|of|and><the>))"
)
_BEFORE_DAY = "(?<=<before_day>)"
_NOT_NOUN = "(?!<counted|unit|money|hour_words|month_after|day_after|week_after>)"


def _span(first: str, last: str) -> str:
    """Return "FIRST to LAST" and "between FIRST and LAST"."""
    joined = f"<from>?<the|before_date>?«{first}{_TO}{end_of(last)}»"
    return f"(?:{joined}|<between><the>?«{first}(?:{_AND}|{_TO}){end_of(last)}»)"


_SHORT_DAY = "(?:<slashed>|<dashed>|(?=<dotted_day>)<dotted><dot>?)"


def _pairs() -> tuple[Rule, ...]:
    day = f"(?:{_LEAD_WEEKDAY}{DAY})"
    month = f"{_LINK}{MONTH}(?:{_TO_YEAR}{YEAR})?"
    return (
        Rule("days of one month", "span", _span(day, day + month)),
        Rule("month and days", "span", _span(f"{MONTH_DAY}{_START_YEAR}", day + _END_YEAR)),
        Rule("day to month and day", "span", _span(DAY, f"{MONTH_DAY}(?:{_TO_YEAR}{YEAR})?")),
        Rule("year, month and days", "span", _span(YEAR_MONTH_DAY, day)),
        Rule(
            "two days",
            "span",
            _span(f"(?:{_FRONT}{_POINT_})", f"(?:{_POINT_}(?:{_TO_YEAR}{YEAR})?)"),
        ),
        Rule("day pair of a month", "pair", f"{_LEAD_WEEKDAY}<the>?<day_pair><dot>?{month}"),
        Rule("month and day pair", "pair", f"{MONTH}<the>?<day_pair>{_START_YEAR}"),
        Rule("numeric range", "range", "<date_range>"),
        Rule("days of a numeric month", "span", _span(day, NUMERIC)),
        Rule(
            "days of a numeric day",
            "span",
            _span(
                f"(?:{day}|{NUMERIC_DAY}|(?!<slashed|dashed>){_SHORT_DAY})",
                f"(?:{NUMERIC_DAY}|{_SHORT_DAY}|<date>)",
            ),
        ),
        Rule("numeric days", "span", f"<from>{_span(_SHORT_DAY, _SHORT_DAY)}"),
        Rule(
            "bare days",
            "span",
            f"<from><the>?(?!<spelled>)«{day}{_TO}(?!<spelled>){end_of(day)}»(?=<stop|comma>)",
        ),
        Rule("marked days", "span", _span("<day_before><day>", "<day_before>?<day>")),
        Rule("days marked behind", "span", _span("<day><day_after>?", "<day><day_after>")),
        Rule(
            "days of a shifted month",
            "span",
            _span(
                day,
                f"{DAY}<of|before_date|the>{{0,2}}"
                "(?:<shift:month_shift><unit_month>|<unit_month><the>?<shift:month_shift>"
                "|<period_month:month_shift>)",
            ),
        ),
        Rule(
            "shifted month and days",
            "span",
            _span(
                "(?:<shift:month_shift><unit_month>|<period_month:month_shift>)"
                f"<of|before_date|the|from|between>{{0,2}}{DAY}",
                DAY,
            ),
        ),
        Rule(
            "shifted month between days",
            "span",
            "(?:<shift:month_shift><unit_month>|<period_month:month_shift>)<comma>?<between><the>?"
            f"{DAY}{_AND}{end_of(DAY)}",
        ),
        Rule(
            "day pair of a shifted month",
            "pair",
            "<day_pair><of|before_date|the>{0,3}"
            "(?:<shift:month_shift><unit_month>|<unit_month><shift:month_shift>)"
            "|(?:<shift:month_shift><unit_month>|<unit_month><shift:month_shift>)"
            "<from|of|the>{0,2}<day_pair>",
        ),
        Rule("relative days", "span", _span(f"(?:{_POINT_}|<relative_day>)", "<relative_day>")),
        Rule("relative day to day", "span", _span("<relative_day>", _POINT_)),
    )


def _periods() -> tuple[Rule, ...]:
    quarter = (
        "(?:<quarter>|<the>?<ordinal><dot>?<unit_quarter>|<unit_quarter><ordinal|count:ordinal>"
        "|<the>?<last_ordinals><unit_quarter>)"
    )
    half = (
        "(?:<half>|<the>?<ordinal><dot>?<unit_half>|<unit_half><ordinal|count:ordinal>"
        "|<the>?<last_ordinals><unit_half>)"
    )
    linked = f"(?:<comma|of|the|before_date|dash|slash>{{0,3}}(?:{YEAR}|<unit_year:this_year>))"
    season = "<season>"
    years = "(?:<year_pair>|<year>)"
    return (
        Rule("quarter", "quarter", f"{_EDGE}<lead>?{quarter}{linked}"),
        Rule("quarter behind year", "quarter", f"{YEAR}<of|dash|comma|the|slash>{{0,2}}{quarter}"),
        Rule("half", "half", f"{_EDGE}<lead>?{half}{linked}"),
        Rule("half behind year", "half", f"{YEAR}<of|dash|comma|the|slash>{{0,2}}{half}"),
        Rule("shifted quarter", "shift", "(?:<the>?<shift><unit_quarter>)"),
        Rule("bare quarter", "quarter", f"<lead>?{quarter}"),
        Rule("bare half", "half", f"<lead>?{half}(?=<stop>)|<sure_half:half>"),
        Rule(
            "season of a year",
            "season",
            f"{_EDGE}<lead>?(?:{season}<of|the|comma|before_date|year_before>{{0,3}}"
            f"(?:{years}<year_after>?|{_RELATIVE_YEAR})|{YEAR}<of|the>?{season})",
        ),
        Rule("shifted season", "season", f"<the>?<shift>{season}|{season}<the>?<shift>"),
        Rule("bare season", "season", f"{_EDGE}<lead>?<sure_season>"),
        Rule(
            "season behind a word",
            "season",
            f"{_BEHIND_WORD}{season}|{_SURE_EDGE}{season}",
        ),
    )


def _months() -> tuple[Rule, ...]:
    return (
        Rule("months", "span", _span(_EDGE + _ANY_MONTH, _EDGE + _ANY_MONTH)),
        Rule(
            "month before its year",
            "month",
            f"«{_EDGE}{MONTH}»(?=(?:<comma>{bare(MONTH)})?"
            f"(?:<and>|<comma>)<before_date>?{bare(MONTH)}<of>?<year>)",
        ),
        Rule("month of a year", "month", f"{_EDGE}(?:{_MONTH_YEAR}|{_YEAR_MONTH}){_EDGE_BACK}"),
        Rule(
            "numeric month",
            "month",
            f"{_EDGE}<month_before>?(?:<month_year>|<year_month>|<month_number><slash><year>"
            "|<year><slash><month_number>(?!<slash|dash|count>)|(?!<count>)<month_number><dash><year>"
            "|<year><dash>(?!<count>)<month_number>)",
        ),
        Rule(
            "shifted month",
            "month",
            f"{_EDGE}<the>?(?:<shift:month_shift>{_LARGE_MONTH}|{_LARGE_MONTH}<the>?<shift:month_shift>)",
        ),
        Rule(
            "bare month",
            "month",
            f"{_EDGE}(?:{_SURE_MONTH}){_EDGE_BACK}(?!<capital>)|{_SURE_EDGE}<month>"
            f"|(?:(?<=<before_date|from|to|between|of|shift>)){_SURE_MONTH}"
            f"|(?:(?<=<before_date|from|to|between>)|(?<=<before_date|from|to|between><the>))<month>"
            "(?!<unknown|capital>)",
        ),
    )


def _relative() -> tuple[Rule, ...]:
    part = f"(?:<comma>?<before_part|the|of>{{0,2}}<part>)?{_CLOCK}"
    return (
        Rule(
            "weekday of a shifted week",
            "weekday_week",
            (
                f"<the>?{WEEKDAY}<comma>?<of|before_date|the>{{0,3}}"
                "(?:<shift><unit_week>|<unit_week><the>?<shift>|<period_week:shift>)"
                f"{_BACK}{_CLOCK}"
                f"|(?:<shift><unit_week>|<unit_week><the>?<shift>|<period_week:shift>)"
                f"<comma|of|before_date|the>{{0,2}}{WEEKDAY}{_BACK}{_CLOCK}"
            ),
        ),
        Rule(
            "relative day and weekday",
            "relative",
            (f"{_FRONT}<relative_day>(?:<comma|open|the>{{0,2}}{WEEKDAY}<close>?){part}"),
        ),
        Rule(
            "relative day with a time",
            "relative",
            (
                f"(?:<part>(?:<of>|<comma>)?<relative_day>|<relative_day>)"
                f"(?:<comma>?<before_part|the|of>{{0,2}}<part>{_CLOCK}|<comma>?<before_clock>?{_TIME})"
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
                f"<the>?(?:<ordinal><dot>?|<last_ordinals>)<unit_day>(?:<comma><the>?{WEEKDAY})?{_BACK}"
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
                f"{_FRONT}(?:<the>?<shift>(?!<plural>)<unit_day>|(?!<plural>)<unit_day><the>?<shift>){_BACK}{_CLOCK}"
            ),
        ),
        Rule(
            "shifted weekday",
            "shifted_weekday",
            (f"{_FRONT}(?:<the>?<shift>{WEEKDAY}|{WEEKDAY}<the>?<shift>){_BACK}{_CLOCK}"),
        ),
        Rule("day of the story", "context", f"{_FRONT}<context_day>{_BACK}{_CLOCK}"),
        Rule("shifted period", "shift", f"{_EDGE}{_SHIFTED}{_EDGE_BACK}"),
        Rule("shifted part", "shifted_part", "<the>?<shift><part>"),
        Rule(
            "bare weekend",
            "weekend",
            "(?:(?<=<before_date>)|(?<=<the>)|(?<=<before_part>))(?!<plural>)<unit_weekend>(?!<shift>)",
        ),
        Rule("one-word period", "shift", f"{_EDGE}<period>{_EDGE_BACK}"),
        Rule(
            "edge of a period",
            "shift",
            f"{_SURE_EDGE}{_UNIT}(?!<distance_after>)|<unit_year|unit_month:unit><edges_after>",
        ),
        Rule("now", "now", "<now>"),
        Rule(
            "relative day",
            "relative",
            (
                f"(?<!<the>)<sure_relative_day:relative_day>{_CLOCK}|(?<=<stop|dot>)<relative_day>(?=<unknown>)"
            ),
        ),
    )


def _ordinals() -> tuple[Rule, ...]:
    nth = "(?:<ordinal><dot>?|<last_ordinals>)"
    of = "<of|before_date|the>{0,3}"
    whole = f"(?:{_ANY_MONTH}|{YEAR}|{_SHIFTED}|<period>)"
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
        Rule(
            "first months of a year",
            "first_months",
            (f"<the>?<ordinal><dot>?<count><unit_month>{of}(?:{YEAR}|<unit_year:this_year>)"),
        ),
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
            f"{_RELATIVE_YEAR})?",
        ),
        Rule("week of a year", "week", f"{_PLAIN_YEAR}<ordinal|count:count><dot>?<week_after>"),
    )


def _years() -> tuple[Rule, ...]:
    year = "(?:<year_before>{0,2}<the>?<year><year_after>?)"
    paired = "(?:<year_before>{0,2}<year_pair><year_after>?)"
    decade = (
        "(?:<the>?(?:<count|ordinal:century><dot>?<century_after>)?(?:<decade_before>{0,2}<decade><decade_after>?"
        "|(?:<decade_before>{1,2}|(?!<spelled>))<decade_word><decade_after>?"
        "|<decade_before>{1,2}(?:<year:decade>|<two:decade_word>)|<two|year|spelled:decade_word><decade_mark>))"
    )
    return (
        Rule("decade", "decade", f"{_EDGE}{decade}"),
        Rule(
            "century",
            "none",
            ("<century_before><ordinal|count>|<ordinal|count><dot>?<century_after>"),
        ),
        Rule("business year", "years", f"<fiscal_before><dash>?{paired}"),
        Rule("fiscal year", "year", f"{_EDGE}<fiscal_before><dash>?<year>"),
        Rule("years", "span", _span(_EDGE + year, _EDGE + year)),
        Rule("pair of years", "years", f"<from>?«{_EDGE}{paired}»{_NOT_NOUN}"),
        Rule("relative year", "year", f"{_EDGE}{_RELATIVE_YEAR}{_EDGE_BACK}"),
        Rule(
            "marked year",
            "year",
            (
                f"{_EDGE}(?:<year_before>{{1,2}}<year>{_NOT_NOUN}|<year><year_after>"
                f"|(?!<count>)<two:short_year><year_after>){_EDGE_BACK}"
            ),
        ),
        Rule("edge of a year", "year", f"{_SURE_EDGE}<the>?<year>{_NOT_NOUN}|<year><edges_after>"),
        Rule(
            "year behind a word",
            "year",
            (
                f"{_BEHIND_WORD}<year>{_NOT_NOUN}"
                "(?!<comma><year>)(?=<stop|unknown|comma|dot|close|and|to|from|dash|before_date|bar>)"
            ),
        ),
        Rule(
            "bare year",
            "year",
            (
                "(?<!<approximate|name_words|money|slash|count|hour>)(?<!<count><dash>)"
                f"«<modern:year>»{_NOT_NOUN}(?!<slash|month_after>)"
            ),
        ),
    )


def _days() -> tuple[Rule, ...]:
    full = f"(?:{_POINT})"
    tail = f"{_BRACKETED_WEEKDAY}?{_BACK}{_CLOCK}"
    listed = (
        "(?:<comma|slash><the>?{0}){{0,5}}<comma>?(?:<and>|<slash>|<comma>)<before_date|the>{{0,2}}"
    )
    one = bare(f"(?:{_LEAD_WEEKDAY}{DAY})")
    month = f"{_LINK}{MONTH}(?:{_TO_YEAR}{YEAR})?"
    return (
        Rule(
            "day in a list",
            "listed_day",
            (f"«{_LEAD_WEEKDAY}{DAY}»(?={listed.format(one)}{one}{month})"),
        ),
        Rule("full date", "day", f"{_FRONT}{full}{tail}"),
        Rule("day and month", "day", f"{_FRONT}{DAY_MONTH}{tail}"),
        Rule(
            "month and day of a list",
            "listed_day",
            (f"«{MONTH_DAY}»(?=<and><the>?{bare(DAY)}{_TO_YEAR}{YEAR})"),
        ),
        Rule("month and day", "day", (f"{_FRONT}{MONTH_DAY}(?!<count|year_before>){tail}")),
        Rule("month and year day", "day", f"{_FRONT}{YEAR_MONTH_DAY}{tail}"),
        Rule(
            "numeric day",
            "day",
            f"(?:<lead>?<part><of>?(?:<slashed>|<dotted>)|{_FRONT}{NUMERIC_DAY}){tail}",
        ),
        Rule("numeric day with spaces", "day", f"{_FRONT}{_SPACED}{tail}"),
        Rule("dashed day", "day", (f"{_BEFORE_DAY}<dashed>(?!<unknown|unit|counted>)")),
        Rule("weekday and day", "day", f"{_FRONT}{WEEKDAY_DAY}{tail}"),
    )


def _weekdays() -> tuple[Rule, ...]:
    return (
        Rule("weekdays", "span", _span(_SURE_WEEKDAY, _SURE_WEEKDAY)),
        Rule(
            "weekday with a part",
            "weekday",
            (
                f"{_FRONT}<weekday><dot>?<comma>?<before_part|the|of|before_date>{{0,2}}<part>{_CLOCK}"
                f"|<part><of>?<weekday>{_CLOCK}"
            ),
        ),
        Rule("bare weekday", "weekday", f"{_FRONT}<sure_weekday>{_CLOCK}|<weekday><dot>"),
        Rule(
            "marked day",
            "day",
            (f"{_FRONT}(?:<day_before>{{1,2}}<day>|<day><day_after>)(?!<counted>){_BACK}{_CLOCK}"),
        ),
        Rule(
            "bare day",
            "day",
            (
                "(?<=<day_article>)<day>(?!<dot><count>)(?=<stop|comma|dot|close>)"
                "|(?<=<before_day>)<day><ending_dot>(?=<unknown>)"
            ),
        ),
        Rule(
            "ordinal day",
            "day",
            ("(?<=<the>)<nth:day>(?!<comma><nth>)(?=<stop|comma|dot|and|to|before_date|the>)"),
        ),
    )


_BLOCKERS = (
    Rule("not a date", "none", "<not_dates>"),
    Rule("named after a date", "none", f"<name_words><of|the>{{0,2}}(?:{bare(DAY_MONTH)})<year>?"),
    Rule(
        "every",
        "none",
        f"<every><the>?<ordinal>?(?:{WEEKDAY}<part>?|<unit>|<season>|<part>|{bare(DAY_MONTH)}"
        f"|{bare(MONTH_DAY)}|{bare(MONTH)})",
    ),
    Rule("duration", "none", "<duration_before><the>?<count><unit>(?!<distance_after>)"),
    Rule(
        "part of day",
        "none",
        "<before_part><the>?<part>(?!<of|relative_day|weekday|context_day>)",
    ),
)

# What may follow a day of a month: one more day of it, "May 4 and 5".
ONE_MORE_DAY = Rule(
    "one more day",
    "day",
    f"<comma|and>{{1,2}}<the>?«<day><dot>?(?:{_TO_YEAR}{YEAR})?»"
    "(?=<stop|comma|dot|close|before_date|the|and>)(?!<comma><month>)",
)
# What joins two dates to a span; the second form needs "between" before the first date.
JOINT = Rule("joint", "none", "<dash|to>{1,2}<the|before_date|from>{0,2}")
JOINT_BETWEEN = Rule("joint of between", "none", "(?:<and>|<dash|to>{1,2})<the|before_date>{0,2}")
BETWEEN_BEHIND = Rule("between behind", "none", "<between_after>")
BETWEEN = Rule("between", "none", "<between>|<the>(?<=<between><the>)")
JOINED = Rule("joined dates", "joined", "(?!)")
# What a count of units can count from.
COUNTED_FROM = frozenset({"day", "weekday", "shifted_weekday", "relative", "context"})
JOINABLE = frozenset(
    "day weekday shifted_weekday relative month quarter half season year shift week context "
    "nth_weekday nth_week weekday_week now".split()
)
# A count of units before or after the date that follows: "two days after".
RELATION = Rule(
    "distance from a date",
    "from_date",
    "<the>?(?:<count><unit>|(?!<plural>)<unit_day:unit>)<relation><the|before_date>{0,2}",
)

# "the week of" the date that follows.
WEEK_OF = Rule("week of a date", "week_of", "<the>?<unit_week><week_of><the|before_date|of>{0,2}")

RULES: tuple[Rule, ...] = (
    *_BLOCKERS,
    *_pairs(),
    *_days(),
    *_ordinals(),
    *_months(),
    *_periods(),
    *_relative(),
    *_weekdays(),
    *_years(),
)
