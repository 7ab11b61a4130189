"""What the sentence and the dates before an expression say about it."""

from __future__ import annotations

from datetime import date

import pytest

from visitex.dates.context import Context
from visitex.dates.timex import Day
from visitex.lang.date_lexicon import DateLexicon

LEXICON = DateLexicon(
    plan_words=("will", "announced for"),
    past_words=("met",),
    plan_endings=("rà",),
    since=("since",),
)
TODAY = date(2024, 1, 9)


def context(text: str = "", *, narrative: bool = False, reference: date | None = TODAY) -> Context:
    return Context(LEXICON, text, reference, narrative=narrative, order="DMY")


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("They will meet in @.", "future"),
        ("They met in @.", "past"),
        ("They meet in @.", "open"),
        ("They met and will meet in @.", "open"),
        ("They met; a visit is announced for @.", "future"),
        ("They will leave. In @ it rains.", "open"),
        ("Si terrà in @.", "future"),
    ],
)
def test_direction(text: str, direction: str) -> None:
    place = text.index("@")
    assert context(text).direction(place, place + 1) == direction


def test_a_history_has_no_direction() -> None:
    text = "They will meet in @"
    assert context(text, narrative=True).direction(18, 19) == "open"


def test_background_does_not_move_the_day_told_last() -> None:
    told = context()
    told.tell_day(Day(2024, 1, 8))
    told.tell_day(Day(1945, 5, 8))
    assert told.last_day == Day(2024, 1, 8)


def test_a_history_hangs_on_the_date_told_last() -> None:
    told = context(narrative=True)
    told.tell_day(Day(1939, 9, 1))
    assert told.base() == (date(1939, 9, 1), "previous")
    told.tell_year(1940)
    assert told.base() == (date(1940, 7, 1), "previous")
    told.tell_month(1941, 6)
    told.tell_year(1918)
    assert told.last_year == 1941


def test_a_report_hangs_on_its_reference() -> None:
    told = context()
    told.tell_day(Day(2019, 9, 1))
    assert told.base() == (TODAY, "reference")


def test_since() -> None:
    assert context("here since Monday").is_since(11)
    assert not context("here on Monday").is_since(8)


def test_today_beside_a_year_of_the_past_is_nowadays() -> None:
    told = context("In 1989 they struck, today they sit")
    told.told_year = (1989, 7)
    assert told.is_contrast(21)
    assert not context("They meet today").is_contrast(10)


def test_until_looks_ahead_unless_the_sentence_tells_the_past() -> None:
    lexicon = DateLexicon(until=("bis", "bis zum"), past_words=("waren",))

    def direction(text: str) -> str:
        place = text.index("@")
        told = Context(lexicon, text, TODAY, narrative=False, order="DMY")
        return told.direction(place, place + 1)

    assert direction("Sie bleiben bis @.") == "future"
    assert direction("Sie bleiben bis zum @.") == "future"
    assert direction("Sie waren bis @ hier.") == "past"
    assert direction("Sie kommen am @.") == "open"


def test_endings_of_the_past() -> None:
    lexicon = DateLexicon(plan_words=("estará",), past_endings=("aron",))
    text = "Llegaron el @."
    told = Context(lexicon, text, TODAY, narrative=False, order="DMY")
    assert told.direction(text.index("@"), text.index("@") + 1) == "past"


def test_a_day_long_before_the_report_is_told_only_with_its_weekday() -> None:
    told = context()
    told.tell_day(Day(2024, 1, 8))
    told.tell_day(Day(2023, 12, 1))
    assert told.last_day == Day(2024, 1, 8)
    told.tell_day(Day(2023, 12, 1), by_weekday=True)
    assert told.last_day == Day(2023, 12, 1)


def test_the_end_of_a_short_span_is_kept_until_another_day_is_told() -> None:
    told = context()
    told.tell_span(Day(2024, 1, 2), Day(2024, 1, 8))
    assert told.span_end is None
    told.tell_span(Day(2024, 1, 6), Day(2024, 1, 8))
    assert told.span_end == Day(2024, 1, 8)
    told.tell_day(Day(2024, 1, 6))
    assert told.span_end is None


def test_a_year_named_in_passing_leaves_the_day_of_a_history() -> None:
    told = context(narrative=True)
    told.tell_day(Day(1975, 3, 10))
    assert told.day_before_year() is None
    told.tell_year(1976)
    assert told.day_before_year() == date(1975, 3, 10)
    told.tell_month(1976, 2)
    assert told.day_before_year() is None
