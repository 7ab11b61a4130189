"""The parts that the rules of the date grammar are made of, in the notation of `pattern`."""

from __future__ import annotations

from visitex.dates.pattern import end_of

WEEKDAY = "<weekday><dot>?"
SURE_WEEKDAY = "<sure_weekday><dot>?"
DAY = (
    "(?<!<money>)<the>?(?:<day_before><dot>?){0,2}<day>(?!<unit_week>)"
    "(?:<day_after>|(?!<month_after|year_after|day_after>)<dot>?(?!<month_after|year_after>))"
)
MONTH = (
    "(?:<month|small_month>(?:(?<!<full>)<dot>|<dot>(?!<the>))?|<month_before><of>?(?:<month>|<month_number>)"
    "|<month_number><month_after>)"
)
LARGE_MONTH = "(?:<month><dot>?|<month_before><of>?<month_number>|<month_number><month_after>)"
SURE_MONTH = (
    "(?:<sure_month>|<month_before><of>?(?:<month>|<month_number>)|<month_number><month_after>)"
)
YEAR_UNIT = (
    "(?:<the>?<shift:year_shift>(?!<plural>)<unit_year>"
    "|<the>?(?!<plural>)<unit_year><shift:year_shift>)"
)
RELATIVE_YEAR = f"(?:{YEAR_UNIT}|<period_year:year_shift>)"
# not the "two thousand" of people nor the "two thousand and five" of hundreds
COUNT_IN_WORDS = "(?!(?<=<thousand>)<unknown|capital>|(?<=<spelled>)<counted>)"
PLAIN_YEAR = (
    f"(?:<year_before>{{0,2}}<year>{COUNT_IN_WORDS}<year_after>?|<two:short_year><year_after>"
    "|<year_before><two:short_year>)"
)
YEAR = f"(?:{PLAIN_YEAR}|{RELATIVE_YEAR})"
TO_YEAR = "<comma|of|year_link|the|dash|slash|dot>{0,2}"
BRACKETED_WEEKDAY = (
    "(?:<comma>?<open><weekday><dot>?<close>|<comma><weekday><dot>?|(?<=<day_after>)<weekday>)"
)
BACK = "(?:<comma>?<before_part|the|of|before_date>{0,2}<part>)?"
TIME = (
    "(?:<clock>(?:<am>|<pm>|<hour_words>)?|<clock_dot><hour_words>"
    "|<hour>(?:<hour_words><two:minute>?|<am>|<pm>))"
)
# "the evening of" or "3 pm on" in front of a day
FRONT = (
    "(?:<lead>?<part><comma>?<of|before_date|the>{0,2}"
    f"|(?<!<dash|to|and>){TIME}<part>?<comma>?(?!<every>)<of|before_date|the>{{0,2}}"
    "|(?<=<before_clock>)<hour><before_part|of|the>{1,3}<part><of|before_date|the>{0,2})?"
)
CLOCK = f"(?:<comma|slash|bar|dash|before_clock|open|of>{{0,3}}{TIME}|<comma>?<before_clock><clock_dot>)?"
LEAD_WEEKDAY = (
    f"(?:(?:<the>?<shift:_>)?{WEEKDAY}(?:<before_part|the>{{0,2}}<part>)?<comma>?"
    "<the|before_day>{0,2})?"
)
# "the next day" or "today" in front of the date that it means
LEAD_RELATIVE = "(?:<relative_day|context_day:_><comma|open><the>?)?"
LINK = "<of|the|dash|slash>{0,2}"

DAY_MONTH = f"{LEAD_WEEKDAY}{DAY}{LINK}{MONTH}"
DAY_MONTH_YEAR = f"{DAY_MONTH}(?:{TO_YEAR}{YEAR}|<comma|dash|of>?<two:short_year>(?!<month|of>))"
MONTH_DAY = f"{LEAD_WEEKDAY}{MONTH}(?:<the|dash|slash|of>{{0,2}}{DAY}|<comma><the>?<nth:day>)"
MONTH_DAY_YEAR = f"{MONTH_DAY}{TO_YEAR}{YEAR}"
YEAR_MONTH_DAY = f"{YEAR}<comma|of|slash|dash|dot>?{MONTH}<comma|slash|dash>?{DAY}"
YEAR_DAY_MONTH = f"{YEAR}<comma|slash|dash|dot>?{DAY}<slash|dash|comma>?{MONTH}"
NUMERIC = f"{LEAD_WEEKDAY}(?:<day_before>?<date>)"
WEEKDAY_MARK = (
    f"(?:(?:<the>?<shift:_>)?{WEEKDAY}<comma>?<the|before_day|before_date>{{0,2}}|<day_before>)"
)
NUMERIC_DAY = (
    f"(?:{LEAD_WEEKDAY}<day_before>?(?:<slashed>|<dashed>|<dotted><dot>?){TO_YEAR}{PLAIN_YEAR}"
    f"|{WEEKDAY_MARK}(?:<slashed>|<dotted><dot>?)"
    f"|(?:<the>?<shift:_>)?{WEEKDAY}<open>(?:<slashed>|<dotted><dot>?)<close>"
    "|(?:<slashed>|(?<=<before_day>)<dotted><dot>?|<dotted><ending_dot>)(?!<counted|unknown|unit|hour_words>))"
)
WEEKDAY_DAY = (
    f"(?:<the>?<shift:_>)?{SURE_WEEKDAY}<comma>?<the|before_day>{{0,2}}"
    "(?:<day><dot>?<day_after>?(?!<count|unit|comma|dash|unknown|capital|month|hour_words|am|pm>))"
    f"|{WEEKDAY}<comma>?<the|before_day>{{0,2}}<nth:day>"
    f"|{WEEKDAY}<comma><day>(?=<comma|stop|dot|close>)(?!<comma><count>)"
    f"|{WEEKDAY}<open><day><close>"
    f"|<the>?<shift:_>{WEEKDAY}<comma>?<the|before_day>{{0,2}}<day>(?!<count|unit|counted>)"
)
SPACED = f"{LEAD_WEEKDAY}<day><ending_dot><month_number><ending_dot>"
POINT = f"(?:{SPACED}<year>|{YEAR_MONTH_DAY}|{YEAR_DAY_MONTH}|{DAY_MONTH_YEAR}|{MONTH_DAY_YEAR}|{NUMERIC})"
OPEN_POINT = (
    f"(?:{YEAR_MONTH_DAY}|{DAY_MONTH_YEAR}|{MONTH_DAY_YEAR}|{NUMERIC}|{DAY_MONTH}"
    f"|{MONTH_DAY}|{NUMERIC_DAY})"
)
TO = "(?:<dash>|<comma>?<to>{1,2}<from>?)<the|before_date>{0,2}"
AND = "<and><the|before_date|to>{0,2}"
MONTH_YEAR = f"{MONTH}(?:<comma|of|slash|dash|year_link|the>{{0,2}}{YEAR})"
YEAR_MONTH = f"{YEAR}(?:<comma|of|slash|dash>{{0,2}}{MONTH})"
ANY_MONTH = f"(?:{MONTH_YEAR}|{YEAR_MONTH}|<month_year>|<year_month>|{MONTH})"
EDGE = "(?:<the>?<edges><of|the|before_date>{0,3})?"
SURE_EDGE = "(?:<the>?<edges><of|the|before_date>{0,3})"
EDGE_BACK = "<edges_after>?"
UNIT = "(?!<plural>)<unit>"
SHIFTED = f"(?:<the>?<shift>{UNIT}|<the>?{UNIT}<shift>)"
START_YEAR = f"(?:{TO_YEAR}{YEAR})?"
BEHIND_WORD = (
    "(?:(?<=<before_date|from|to|between|of|and>)|(?<=<before_date|from|to|between|of|and><the>))"
)
BEFORE_DAY = "(?<=<before_day>)"
NOT_NOUN = "(?!<counted|unit|money|hour_words|month_after|day_after|week_after>)"


def span(first: str, last: str) -> str:
    """Return "FIRST to LAST" and "between FIRST and LAST"."""
    joined = f"<from>?<the|before_date>?«{first}{TO}{end_of(last)}»"
    return f"(?:{joined}|<between><the>?«{first}(?:{AND}|{TO}){end_of(last)}»)"


SHORT_DAY = "(?:<slashed>|<dashed>|(?=<dotted_day>)<dotted><dot>?)"
