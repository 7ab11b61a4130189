"""Calendar arithmetic and notation."""

from __future__ import annotations

from datetime import date

import pytest

from visitex.dates import timex
from visitex.dates.timex import Day


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (Day(2024, 1, 9), "2024-01-09"),
        (Day(None, 11, 26), "XXXX-11-26"),
        (Day(5, 1, 1), "0005-01-01"),
    ],
)
def test_format_day(day: Day, written: str) -> None:
    assert timex.format_day(day) == written
    assert timex.format_day(day, "TAF") == written + "TAF"


def test_days_that_are_none() -> None:
    assert timex.valid(2024, 2, 29)
    assert timex.valid(None, 2, 29)
    assert not timex.valid(2023, 2, 29)
    assert not timex.valid(2023, 13, 1)
    assert not timex.valid(0, 1, 1)


def test_moving() -> None:
    assert timex.add_days(Day(2024, 2, 28), 2) == Day(2024, 3, 1)
    assert timex.add_days(Day(None, 12, 31 - 3), 4) == Day(None, 1, 1)
    assert timex.add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert timex.add_months(date(2024, 1, 31), -12) == date(2023, 1, 31)


def test_the_calendar_ends() -> None:
    assert timex.moved(date.max, 1) is None
    assert timex.add_days(Day(1, 1, 1), -1) is None
    assert timex.add_months(date.min, -1) is None


def test_weeks_are_those_of_iso_8601() -> None:
    assert timex.format_week(date(2019, 12, 31)) == "2020-W01"


def test_nth_weekday() -> None:
    assert timex.nth_weekday(2024, 1, 2, 1) == Day(2024, 1, 2)
    assert timex.nth_weekday(2024, 1, 2, -1) == Day(2024, 1, 30)
    assert timex.nth_weekday(2024, 1, 1, 6) is None
