"""What has been told so far: the reference date, the last dates of the text, its direction."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Literal

from visitex.dates.expression import AnchoredBy
from visitex.dates.timex import Day
from visitex.lang.date_lexicon import DateLexicon

Direction = Literal["past", "future", "open"]
Order = Literal["DMY", "MDY", "YMD"]

# A future date must be this much nearer than a past one, where the sentence says nothing.
_PAST_WINS = 1.25
_CUED = 4.0
_SENTENCE = 240
_NO_CUE = 2 * _SENTENCE
_SINCE = 24
_CONTRAST = 120
# A cue of plans this near in front ("announced for the autumn") decides against others.
_DIRECTLY_BEFORE = 8
# A history moves to a year named alone unless that lies so many years behind or ahead.
_BACK, _AHEAD = 0, 20
# A day this much farther from the reference than the last is background, not the report; not so
# soon where its weekday is told, as of the days that a report goes through.
_REPORT_DAYS, _REPORT_WEEKDAYS = 14, 62
_LONGEST_SPAN = timedelta(20)
# "The next day" is the one behind a span so short; in a longer one it is the second.
_SHORT_SPAN = timedelta(3)
# The mark comes first, so that the search runs from mark to mark.
_SENTENCE_END = re.compile(r"[.!?](?<!\D\d.)(?<!\D\d\d.)\s+|[\n。！？;；]")


class Context:
    """The state of one text while its dates are resolved in order.

    Attributes:
        reference: the day the text was published, or None.
        reference_is_month: only the month (or year) of publication is known and ``reference`` is
            its first day, so there is no "today".
        narrative: the text tells of times long before the reference, so a date without a year
            belongs to the date told last.
        order: how numeric dates of this text are written.
        last_day: the day told last; last_month and last_year belong to the latest date told.
        spans: the spans of days told so far.
        told_year: the year named last on its own, and where its expression ends.
        span_end: the last day of a short span, where that is what was told last.
        day_by_weekday: the day told last, where its weekday was told with it.
    """

    def __init__(  # noqa: PLR0913 - the state of a text has these parts
        self,
        lexicon: DateLexicon,
        text: str,
        reference: date | None,
        *,
        narrative: bool,
        order: Order,
        reference_is_month: bool = False,
    ) -> None:
        self.lexicon = lexicon
        self.text = text
        self.reference = reference
        self.narrative = narrative
        self.order = order
        self.last_day: Day | None = None
        self.last_month: tuple[int | None, int] | None = None
        self.last_year: int | None = None
        self.spans: list[tuple[date, date]] = []
        self.reference_is_month = reference_is_month
        self.told_year: tuple[int, int] | None = None
        self.span_end: Day | None = None
        self.day_by_weekday: Day | None = None

    def tell_day(self, day: Day, *, by_weekday: bool = False) -> None:
        """Remember a day as the one told last, unless it lies outside the time of the report."""
        if self._belongs(day, _REPORT_WEEKDAYS if by_weekday else _REPORT_DAYS):
            self.last_day, self.span_end = day, None
            self.day_by_weekday = day if by_weekday else None
        self.tell_month(day.year, day.month)

    def _belongs(self, day: Day, reach: int) -> bool:
        known, told = day.date(), self.last_day.date() if self.last_day else None
        if self.narrative or self.reference is None or known is None or told is None:
            return True
        farthest = abs((told - self.reference).days) + reach
        return abs((known - self.reference).days) <= farthest

    def tell_month(self, year: int | None, month: int) -> None:
        """Remember a month, and its year where that is known."""
        self.last_month = (year, month)
        if year is not None:
            self.last_year = year

    def tell_year(self, year: int) -> None:
        """Remember a year; a month told before no longer counts where it lies in another.

        A year far before the date told last is background and does not move the story.
        """
        if (
            self.narrative
            and self.last_month
            and self.last_month[0]
            and not (-_BACK <= year - self.last_month[0] <= _AHEAD)
        ):
            return
        if self.last_month and self.last_month[0] != year:
            self.last_month = None
        self.last_year = year

    def tell_span(self, first: Day, last: Day) -> None:
        """Remember a span of days; its first day is the day told last."""
        start, end = first.date(), last.date()
        if start and end and timedelta(0) <= end - start <= _LONGEST_SPAN:
            self.spans.append((start, end))
        self.tell_day(first)
        if start and end and end - start < _SHORT_SPAN and self.last_day == first:
            self.span_end = last

    def is_since(self, start: int) -> bool:
        """Tell whether a word like "since" stands before an offset."""
        words, since = self._words_before(start), self.lexicon.since
        return any(" ".join(words[n:m]) in since for n in range(3) for m in (2, 3))

    def _is_until(self, start: int) -> bool:
        """Tell whether a word like "until" stands directly before an offset."""
        words = self._words_before(start)
        return any(" ".join(words[n:]) in self.lexicon.until for n in range(len(words)))

    def _words_before(self, start: int) -> list[str]:
        return self.text[max(0, start - _SINCE) : start].lower().split()[-3:]

    def is_contrast(self, start: int) -> bool:
        """Tell whether the sentence has just named a year of the past: "in 1989 ..., today ..."."""
        if self.reference is None or self.told_year is None:
            return False
        year, place = self.told_year
        if year >= self.reference.year or not 0 <= start - place < _CONTRAST:
            return False
        return _SENTENCE_END.search(self.text, place, start) is None

    def base(self) -> tuple[date | None, AnchoredBy]:
        """Return the date that an expression without a year is near to."""
        if self.narrative or self.reference is None:
            if self.last_day and self.last_day.year and self.last_year == self.last_day.year:
                known = self.last_day.date()
                if self.last_month == (self.last_day.year, self.last_day.month):
                    return known, "previous"
            if self.last_month and self.last_month[0]:
                return date(self.last_month[0], self.last_month[1], 15), "previous"
            if self.last_year and self.reference is not None:
                return date(self.last_year, 7, 1), "previous"
        return self.reference, "reference" if self.reference else "unknown"

    def day_before_year(self) -> date | None:
        """Return the day a history told last, if all it has told since is the year behind it."""
        told = self.last_day.date() if self.last_day else None
        if not self.narrative or told is None or self.last_month is not None:
            return None
        return told if self.last_year == told.year + 1 else None

    def now(self) -> tuple[date | None, AnchoredBy]:
        """Return the date that "this year" counts from."""
        if self.reference is None or self.narrative:
            return self.base()
        return self.reference, "reference"

    def weight(self, direction: Direction, *, future: bool) -> float:
        """Return by how much the distance to a past or future candidate is stretched."""
        if self.narrative:
            return 1.0
        if direction == "open":
            return _PAST_WINS if future else 1.0
        return 1.0 if future == (direction == "future") else _CUED

    def direction(self, start: int, end: int) -> Direction:
        """Read from the nearest cue in the sentence whether it speaks of plans or of the past."""
        if self.narrative:
            return "open"
        left, right = self._sentence(start, end)
        plan, past = self._cues
        planned, told = _distance(plan, left, right, start), _distance(past, left, right, start)
        if planned < _DIRECTLY_BEFORE and planned < told:
            return "future"
        if told == _NO_CUE and self._is_until(start):
            return "future"
        if (planned < _NO_CUE) == (told < _NO_CUE):
            return "open"
        return "future" if planned < told else "past"

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return where the sentence around an expression begins and ends, or a stretch of it."""
        ends, starts = self._sentence_ends
        before = bisect_right(ends, start) - 1
        behind = bisect_left(starts, end)
        left, right = max(0, start - _SENTENCE), min(len(self.text), end + _SENTENCE)
        if before >= 0:
            left = max(left, ends[before])
        if behind < len(starts):
            right = min(right, starts[behind])
        return left, right

    @cached_property
    def _sentence_ends(self) -> tuple[list[int], list[int]]:
        """Where sentences end and where the marks stand that end them, found when first asked."""
        found = list(_SENTENCE_END.finditer(self.text))
        return [match.end() for match in found], [match.start() for match in found]

    @cached_property
    def _cues(self) -> tuple[list[int], list[int]]:
        """Where cues of plans and of the past end; the text is searched once, when first asked."""
        plan, past = _cue_patterns(
            self.lexicon.plan_words,
            self.lexicon.plan_endings,
            self.lexicon.past_words,
            self.lexicon.past_endings,
        )
        return (
            [match.end() for match in plan.finditer(self.text)],
            [match.end() for match in past.finditer(self.text)],
        )


def _distance(ends: list[int], left: int, right: int, start: int) -> int:
    """Return how far before an expression the nearest cue of its sentence ends."""
    behind = bisect_left(ends, left)
    nearest = bisect_right(ends, start) - 1
    if nearest >= behind and nearest >= 0:
        return start - ends[nearest]
    return _SENTENCE if behind < len(ends) and ends[behind] <= right else _NO_CUE


@lru_cache(maxsize=32)
def _cue_patterns(
    plan: tuple[str, ...],
    plan_endings: tuple[str, ...],
    past: tuple[str, ...],
    past_endings: tuple[str, ...],
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _words(plan, plan_endings), _words(past, past_endings)


def _words(words: tuple[str, ...], endings: tuple[str, ...]) -> re.Pattern[str]:
    """Match whole words, words of scripts without spaces, and verbs with the given endings."""
    spaced = "|".join(re.escape(word) for word in words if not _is_cjk(word))
    joined = [re.escape(word) for word in words if _is_cjk(word)]
    parts = [rf"(?<!\w)(?:{spaced})(?!\w)"] if spaced else []
    parts += [rf"(?<=\w\w)(?:{'|'.join(map(re.escape, endings))})(?!\w)"] if endings else []
    return re.compile("|".join([*parts, *joined]) or "(?!)", re.IGNORECASE)


def _is_cjk(word: str) -> bool:
    return "\u3400" <= word[0] <= "\u9fff"
