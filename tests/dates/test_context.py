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
