"""The date grammar: one ordered table of rules for all languages.

The first rule that matches at a place wins, so the longer and surer forms stand first. « and »
enclose the part that is the expression, where a rule needs to see more than that. A rule with the
kind ``none`` takes words away from the rules below it.
"""

from __future__ import annotations

from visitex.dates.fragments import (
    DAY_MONTH,
    MONTH,
    MONTH_DAY,
    TO_YEAR,
    WEEKDAY,
    YEAR,
)
from visitex.dates.pattern import Rule, bare
from visitex.dates.rules_days import day_rules, span_rules, weekday_rules
from visitex.dates.rules_periods import month_rules, part_of_year_rules, year_rules
from visitex.dates.rules_relative import ordinal_rules, relative_rules

_BLOCKERS = (
    Rule("not a date", "none", "<not_dates>"),
    Rule(
        "named after a date",
        "none",
        f"<name_words><of|the>{{0,2}}(?:{bare(DAY_MONTH)})<dash>?<year>?",
    ),
    Rule("named after a year", "none", "<name_words><year>(?!<slash|dash|month>)"),
    Rule(
        "every",
        "none",
        f"<every><the>?<ordinal>?(?:{WEEKDAY}<part>?|<unit>|<season>|<part>|{bare(DAY_MONTH)}"
        f"|{bare(MONTH_DAY)}|{bare(MONTH)})",
    ),
    Rule("duration", "none", "<duration_before><the>?<count><unit>(?!<distance_after|first_of>)"),
    Rule(
        "part of day",
        "none",
        "<before_part><the>?<part>(?!<of|relative_day|weekday|context_day>"
        "|<before_date|the>{1,2}<weekday|relative_day>)",
    ),
)

# What may follow a day of a month: one more day of it, "May 4 and 5".
ONE_MORE_DAY = Rule(
    "one more day",
    "day",
    f"<comma|and>{{1,2}}<the>?«<day><dot>?(?:{TO_YEAR}{YEAR})?»"
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
    (
        "day",
        "weekday",
        "shifted_weekday",
        "relative",
        "month",
        "quarter",
        "half",
        "season",
        "year",
        "shift",
        "week",
        "context",
        "nth_weekday",
        "nth_week",
        "weekday_week",
        "now",
    )
)
# A count of units before or after the date that follows: "two days after".
RELATION = Rule(
    "distance from a date",
    "from_date",
    "<the>?(?:<count><unit>|(?!<plural>)(?=<unit_day>)<unit>)<relation><the|before_date>{0,2}",
)

# "the week of" the date that follows.
WEEK_OF = Rule("week of a date", "week_of", "<the>?<unit_week><week_of><the|before_date|of>{0,2}")

RULES: tuple[Rule, ...] = (
    *_BLOCKERS,
    *span_rules(),
    *day_rules(),
    *ordinal_rules(),
    *month_rules(),
    *part_of_year_rules(),
    *relative_rules(),
    *weekday_rules(),
    *year_rules(),
)
