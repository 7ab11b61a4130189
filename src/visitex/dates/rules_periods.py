"""The date grammar: months, parts of the year, years."""

from __future__ import annotations

from visitex.dates.fragments import (
    ANY_MONTH,
    BEHIND_WORD,
    COUNT_IN_WORDS,
    EDGE,
    EDGE_BACK,
    LARGE_MONTH,
    MONTH,
    MONTH_YEAR,
    NOT_NOUN,
    RELATIVE_YEAR,
    SURE_EDGE,
    SURE_MONTH,
    TO,
    YEAR,
    YEAR_MONTH,
    span,
)
from visitex.dates.pattern import Rule, bare


def month_rules() -> tuple[Rule, ...]:
    """Return the rules for months."""
    return (
        Rule("months", "span", span(EDGE + ANY_MONTH, EDGE + ANY_MONTH)),
        Rule(
            "numbered months",
            "span",
            f"(?:{YEAR}<of>?)?<month_number>{TO}<month_number:end_month_number><month_after>(?!<day>)",
        ),
        Rule("pair of months", "month_pair", f"(?:{YEAR}<of>?)?<dashed><month_after>(?!<day>)"),
        Rule(
            "month before its year",
            "month",
            f"«{EDGE}{MONTH}»(?=(?:<comma>{bare(MONTH)})?"
            f"(?:<and>|<comma>)<before_date>?{bare(MONTH)}<of>?<year>)",
        ),
        Rule("month of a year", "month", f"{EDGE}(?:{MONTH_YEAR}|{YEAR_MONTH}){EDGE_BACK}"),
        Rule(
            "numeric month",
            "month",
            f"{EDGE}<month_before>?(?:<month_year>|<year_month>|<month_number><slash><year>"
            "|<year><slash><month_number>(?!<slash|dash|count>)|(?!<count>)<month_number><dash><year>"
            "|<year><dash>(?!<count>)<month_number>)",
        ),
        Rule(
            "shifted month",
            "month",
            f"{EDGE}<the>?(?:<shift:month_shift>{LARGE_MONTH}|{LARGE_MONTH}<the>?<shift:month_shift>)(?!<day>)",
        ),
        Rule(
            "bare month",
            "month",
            f"{EDGE}(?:{SURE_MONTH}){EDGE_BACK}(?!<capital>)(?!<the>?<day>)|{SURE_EDGE}<month>(?!<the>?<day>)"
            f"|(?:(?<=<before_date|from|to|between|of|shift>)){SURE_MONTH}"
            f"|(?:(?<=<before_date|from|to|between>)|(?<=<before_date|from|to|between><the>))<month>"
            "(?!<capital>)",
        ),
    )


def part_of_year_rules() -> tuple[Rule, ...]:
    """Return the rules for quarters, halves and seasons."""
    quarter = (
        "(?:<quarter>|<the>?<ordinal><dot>?<unit_quarter>|<unit_quarter><ordinal|count:ordinal>"
        "|<the>?<last_ordinals><unit_quarter>)"
    )
    half = (
        "(?:<half>|<the>?<ordinal><dot>?<unit_half>|<unit_half><ordinal|count:ordinal>"
        "|<the>?<last_ordinals><unit_half>)"
    )
    sure = half.replace("<half>|", "").replace("unit_half", "sure_half_unit")
    linked = f"(?:<comma|of|the|before_date|dash|slash>{{0,3}}(?:{YEAR}|<unit_year:this_year>))"
    season = "<season>"
    years = "(?:<year_pair>|<year>)"
    return (
        Rule("quarter", "quarter", f"{EDGE}<lead>?{quarter}{linked}"),
        Rule("quarter behind year", "quarter", f"{YEAR}<of|dash|comma|the|slash>{{0,2}}{quarter}"),
        Rule("half", "half", f"{EDGE}<lead>?{half}{linked}"),
        Rule("half behind year", "half", f"{YEAR}<of|dash|comma|the|slash>{{0,2}}{half}"),
        Rule("shifted quarter", "shift", "(?:<the>?<shift><unit_quarter>)"),
        Rule("bare quarter", "quarter", f"<lead>?{quarter}"),
        Rule("bare half", "half", f"<lead>?{half}(?=<stop>)|<lead>?{sure}|<sure_half:half>"),
        Rule(
            "season of a year",
            "season",
            f"{EDGE}<lead>?(?:{season}<of|the|comma|before_date|year_before>{{0,3}}"
            f"(?:{years}<year_after>?|{RELATIVE_YEAR})|{YEAR}<of|the>?{season})",
        ),
        Rule(
            "season before its year",
            "season",
            f"«{EDGE}<lead>?{season}»(?=<and><the>?{bare(EDGE)}{bare(season)}<of>?<year>)",
        ),
        Rule("shifted season", "season", f"<the>?<shift>{season}|{season}<the>?<shift>"),
        Rule("bare season", "season", f"{EDGE}<lead>?<sure_season>"),
        Rule(
            "season behind a word",
            "season",
            # "on the summer term" is no time: a season is entered with another word
            f"(?<!<before_day><the>)(?:{BEHIND_WORD}|{SURE_EDGE}){season}(?!<of>)",
        ),
    )


def year_rules() -> tuple[Rule, ...]:
    """Return the rules for years, decades and spans of years."""
    year = "(?:<year_before>{0,2}<the>?<year><year_after>?)"
    paired = "(?:<year_before>{0,2}<year_pair><year_after>?)"
    decade = (
        "(?:<the>?(?:<count|ordinal:century><dot>?<century_after>)?(?:<decade_before>{0,2}<decade><decade_after>?"
        "|(?:<decade_before>{1,2}|(?!<spelled>))<decade_word><decade_after>?"
        "|<decade_before>{1,2}(?:<year:decade>|<two:decade_word>)|<two|year|spelled:decade_word><decade_mark>))"
    )
    return (
        Rule("decade", "decade", f"{EDGE}{decade}"),
        Rule(
            "century",
            "none",
            ("<century_before><ordinal|count>|<ordinal|count><dot>?<century_after>"),
        ),
        Rule("business year", "years", f"<fiscal_before><dash>?{paired}"),
        Rule("fiscal year", "year", f"{EDGE}<fiscal_before><dash>?<year>"),
        Rule("years", "span", span(EDGE + year, EDGE + year)),
        Rule("pair of years", "years", f"<from>?«{EDGE}{paired}»{NOT_NOUN}"),
        Rule("relative year", "year", f"{EDGE}{RELATIVE_YEAR}{EDGE_BACK}"),
        Rule(
            "marked year",
            "year",
            (
                f"{EDGE}(?:<year_before>{{1,2}}<year>{NOT_NOUN}|<year><year_after>"
                f"|(?!<count>)<two:short_year><year_after>){EDGE_BACK}"
            ),
        ),
        Rule("edge of a year", "year", f"{SURE_EDGE}<the>?<year>{NOT_NOUN}|<year><edges_after>"),
        Rule(
            "year behind a word",
            "year",
            (
                f"{BEHIND_WORD}<year>{COUNT_IN_WORDS}{NOT_NOUN}"
                "(?!<comma><year>)(?=<stop|unknown|comma|dot|close|and|to|from|dash|before_date|bar>)"
            ),
        ),
        Rule(
            "bare year",
            "year",
            (
                "(?<!<approximate|name_words|money|slash|count|hour>)(?<!<count><dash>)"
                f"«<modern:year>»{NOT_NOUN}(?!<slash|month_after>)"
            ),
        ),
    )
