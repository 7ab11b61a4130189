"""References, numeric orders and the like, below the level of sentences."""

from __future__ import annotations

from datetime import date

import pytest

from visitex.dates import find_dates
from visitex.dates.point import full_year, month_and_day, read_numeric, to_next, to_previous
from visitex.dates.resolve import read_reference, tail_of


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (None, (None, False)),
        (date(2024, 1, 9), (date(2024, 1, 9), False)),
        ("2024-01-09", (date(2024, 1, 9), False)),
        ("2024-01-09T10:00", (date(2024, 1, 9), False)),
        ("2012-05", (date(2012, 5, 1), True)),
        ("2012", (date(2012, 1, 1), True)),
    ],
)
def test_reference(reference: object, expected: tuple[date | None, bool]) -> None:
    assert read_reference(reference) == expected  # type: ignore[arg-type]


def test_numeric_orders() -> None:
    assert month_and_day(3, 4, "DMY") == (4, 3)
    assert month_and_day(3, 4, "MDY") == (3, 4)
    assert month_and_day(3, 25, "DMY") == (3, 25)
    assert read_numeric((2019, 3, 4, 4, 1), "DMY") == (2019, 3, 4)
    assert read_numeric((3, 4, 19, 1, 2), "MDY") == (2019, 3, 4)
    assert read_numeric((3, 4, 2019, 1, 4), "YMD") == (2019, 4, 3)


def test_two_digit_years() -> None:
    assert (full_year(24), full_year(74)) == (2024, 1974)


def test_next_and_previous_weekday_leave_the_day_itself() -> None:
    tuesday = date(2024, 1, 9)
    assert (to_next(tuesday, 2), to_previous(tuesday, 2)) == (7, -7)
    assert (to_next(tuesday, 3), to_previous(tuesday, 1)) == (1, -1)


def test_tails() -> None:
    assert tail_of({"part": "AF"}) == "TAF"
    assert tail_of({"clock": (6, 2), "pm": 0}) == "T18:02"
    assert tail_of({"clock": (12, 0), "am": 0}) == "T00:00"
    assert tail_of({}) == ""


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("on 6 May 2019", "day"), ("at 10:30 on 6 May 2019", "time"), ("6 May 2019, 10:30", "time"),
        ("on Friday", "weekday"), ("last week", "week"), ("last weekend", "weekend"),
        ("May 2019", "month"), ("Q4 2019", "quarter"), ("the first half of 2019", "half"),
        ("spring 2019", "season"), ("in 2019", "year"), ("the 1990s", "decade"),
        ("6 to 8 May 2019", "span"), ("May to July 2019", "span"), ("2019 to 2021", "span"),
    ],
)  # fmt: skip
def test_kind(sentence: str, kind: str) -> None:
    assert [
        one.kind for one in find_dates(sentence, language="en", reference_date="2024-01-09")
    ] == [kind]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("28 December to 3 January", "2023-12-28/2024-01-03"),
        ("November 2019 to February", "2019-11/2020-02"),
        ("from March to May 2020", "2020-03/2020-05"),
        ("Monday to Wednesday", "2024-01-08/2024-01-10"),
        ("12/30/2019 - 1/2/2020", "2019-12-30/2020-01-02"),
        ("the last two quarters", "2023-07-01/2023-12-31"),
        ("the next three days", "2024-01-10/2024-01-12"),
        ("the first ten months of this year", "2024-01/2024-10"),
    ],
)
def test_span(sentence: str, value: str) -> None:
    assert [
        one.value for one in find_dates(sentence, language="en", reference_date="2024-01-09")
    ] == [value]
