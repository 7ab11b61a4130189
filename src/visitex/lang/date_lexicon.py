"""The `[dates]` table of a language pack: the words of a language that tell a calendar date.

Keys are English identifiers, words stand only in values, and a word stands beside what it means.
Words are matched without regard to case; a word may consist of several tokens ("the day after
tomorrow", "quinta-feira"). Every field may be left out: a language without seasons still has dates.
"""

from __future__ import annotations

from typing import Literal

import msgspec

MonthName = Literal[
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
WeekdayName = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
SeasonName = Literal["spring", "summer", "autumn", "winter"]
PartName = Literal["morning", "midday", "afternoon", "evening", "night"]
UnitName = Literal[
    "day", "business_day", "weekend", "week", "fortnight", "month", "quarter", "half", "year",
    "decade", "century", "time",
]  # fmt: skip
Anchor = Literal["reference", "previous"]


class Numeral(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words for one number: `{ value = 3, words = ["three"] }`."""

    value: int
    words: tuple[str, ...]


class SpelledYear(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The beginning of a year in words, behind which a number from `least` to 99 in words stands.

    `{ base = 1900, least = 10, words = ["nineteen"] }` reads "nineteen ninety-six"; where `least`
    is 0, the words alone are the year `base`.
    """

    base: int
    words: tuple[str, ...]
    least: int = 1


class RelativeDay(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A day told by its distance in days, with the part of day where the word names one."""

    offset: int
    words: tuple[str, ...]
    part: PartName | None = None


class RelativePeriod(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole period in one word: "heuer", "last night's year", "去年".

    `alone` is false for words that are a period only behind a day ("the 3rd inst.").
    """

    unit: UnitName
    offset: int
    words: tuple[str, ...]
    anchor: Anchor = "reference"
    alone: bool = True


class Shift(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An adjective that moves a unit, weekday, month or season: "last", "kommenden", "下".

    `anchor` is what it counts from: the reference date or the date told last ("the following").
    `weekday` says what it means before a weekday: the nearest such day ("coming Friday"), or that
    day of the neighbouring calendar week ("next Friday").
    """

    offset: int
    words: tuple[str, ...]
    anchor: Anchor = "reference"
    weekday: Literal["nearest", "week"] = "nearest"


class Distance(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A word that turns "three weeks" into a date: "ago" (after), "vor" (before), "later"."""

    direction: Literal[-1, 1]
    words: tuple[str, ...]
    position: Literal["before", "after"] = "after"
    anchor: Anchor = "reference"


class Relation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A word between a number of units and the date they are counted from: "two days after"."""

    direction: Literal[-1, 1]
    words: tuple[str, ...]


class DateLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All that the date grammar needs to know about one language."""

    # names; a word in several entries has several meanings and the grammar decides
    months: dict[MonthName, tuple[str, ...]] = {}
    weekdays: dict[WeekdayName, tuple[str, ...]] = {}
    seasons: dict[SeasonName, tuple[str, ...]] = {}
    day_parts: dict[PartName, tuple[str, ...]] = {}
    units: dict[UnitName, tuple[str, ...]] = {}
    plural: tuple[str, ...] = ()
    quarters: tuple[Numeral, ...] = ()
    halves: tuple[Numeral, ...] = ()
    decades: tuple[Numeral, ...] = ()
    # words of these entries that mean a date only beside a number, a year or a preposition
    cautious: tuple[str, ...] = ()
    # short forms of months that count only beside a number ("3 mar")
    beside_numbers: tuple[str, ...] = ()
    # cautious words that are sure where they are written small ("morgen" against "der Morgen")
    sure_in_lower_case: tuple[str, ...] = ()
    # names that are dates in lower case only beside a number ("may 5" against "may")
    written_large: tuple[str, ...] = ()

    # numbers
    numbers: tuple[Numeral, ...] = ()
    spelled_years: tuple[SpelledYear, ...] = ()
    one: tuple[str, ...] = ()
    indefinite: tuple[Numeral, ...] = ()
    ordinals: tuple[Numeral, ...] = ()
    # "last" is -1, "last but one" -2
    last_ordinals: tuple[Numeral, ...] = ()
    ordinal_suffixes: tuple[str, ...] = ()
    decade_suffixes: tuple[str, ...] = ()

    # relative words
    relative_days: tuple[RelativeDay, ...] = ()
    context_days: tuple[RelativeDay, ...] = ()
    relative_periods: tuple[RelativePeriod, ...] = ()
    shifts: tuple[Shift, ...] = ()
    distances: tuple[Distance, ...] = ()
    relations: tuple[Relation, ...] = ()
    edges: tuple[str, ...] = ()
    edges_after: tuple[str, ...] = ()

    # marks: words that make the number beside them a year, month, day, week
    year_before: tuple[str, ...] = ()
    year_after: tuple[str, ...] = ()
    month_before: tuple[str, ...] = ()
    month_after: tuple[str, ...] = ()
    weekday_before: tuple[str, ...] = ()
    day_before: tuple[str, ...] = ()
    day_after: tuple[str, ...] = ()
    week_before: tuple[str, ...] = ()
    week_of: tuple[str, ...] = ()
    week_after: tuple[str, ...] = ()
    fiscal_before: tuple[str, ...] = ()
    decade_before: tuple[str, ...] = ()
    decade_after: tuple[str, ...] = ()
    decade_mark: tuple[str, ...] = ()
    century_before: tuple[str, ...] = ()
    century_after: tuple[str, ...] = ()

    # small words
    articles: tuple[str, ...] = ()
    leading_articles: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    and_: tuple[str, ...] = msgspec.field(default=(), name="and")
    from_: tuple[str, ...] = msgspec.field(default=(), name="from")
    between: tuple[str, ...] = ()
    between_after: tuple[str, ...] = ()
    before_date: tuple[str, ...] = ()
    before_day: tuple[str, ...] = ()
    # "now", which is a date only as the end of a span
    now: tuple[str, ...] = ()
    # articles before the bare number of a day at the end of a clause ("le 23")
    day_article: tuple[str, ...] = ()
    year_link: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    # "until", behind which a date without a year or a weekday lies ahead
    until: tuple[str, ...] = ()
    # "the first" before or behind a number of days, weeks or months of a longer period
    first_of: tuple[str, ...] = ()
    before_part: tuple[str, ...] = ()
    before_clock: tuple[str, ...] = ()
    hour_words: tuple[str, ...] = ()
    am: tuple[str, ...] = ()
    pm: tuple[str, ...] = ()

    # what is no date
    every: tuple[str, ...] = ()
    duration_before: tuple[str, ...] = ()
    approximate: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    name_words: tuple[str, ...] = ()
    not_dates: tuple[str, ...] = ()

    # cues for the direction of time
    plan_words: tuple[str, ...] = ()
    # endings of verbs in the future tense ("visiterà")
    plan_endings: tuple[str, ...] = ()
    past_words: tuple[str, ...] = ()
    # endings of verbs in the past tense ("llegaron")
    past_endings: tuple[str, ...] = ()

    # shapes
    numeric_order: Literal["DMY", "MDY", "YMD"] = "DMY"
    # days and months are written with a dot behind the number ("04.11.")
    dotted_days: bool = False
    # "a week ago" needs no numeral ("неделю назад")
    bare_units_count_one: bool = False
    compounds: bool = False
    segmentation: Literal["words", "characters"] = "words"
