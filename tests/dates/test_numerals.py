"""Digits as typed pieces."""

from __future__ import annotations

import pytest

from visitex.dates.numerals import SHAPES, classify, spelled, with_suffix


@pytest.mark.parametrize(
    ("chunk", "name", "value"),
    [
        ("7", "month_number", 7),
        ("31", "day", 31),
        ("99", "two", 99),
        ("1994", "modern", 1994),
        ("1400", "year", 1400),
        ("26.11.2025", "date", (26, 11, 2025, 2, 4)),
        ("2025-11-26", "date", (2025, 11, 26, 4, 2)),
        ("2/15", "slashed", (2, 15)),
        ("04.11", "dotted", (4, 11)),
        ("18-22", "day_pair", (18, 22)),
        ("11/2016", "month_year", (11, 2016)),
        ("2016-11", "year_month", (2016, 11)),
        ("2014/15", "business", 2014),
        ("2021–2025", "year_pair", (2021, 2025)),
        ("10:30", "clock", (10, 30)),
        ("17h05", "clock", (17, 5)),
        ("10.30", "clock_dot", (10, 30)),
    ],
)
def test_one_piece(chunk: str, name: str, value: object) -> None:
    [piece] = classify(chunk)
    assert (piece.start, piece.end) == (0, len(chunk))
    assert piece.classes[name] == value


@pytest.mark.parametrize(
    "chunk",
    [
        "12345",
        "1.180",
        "255.000",
        "9001:2008",
        "555-1234",
        "2.0.16",
        "99:99",
        "32/13",
        "1-2-3-4",
        "0" * 50,
    ],
)
def test_no_piece(chunk: str) -> None:
    assert not any({"date", "year", "clock"} & set(piece.classes) for piece in classify(chunk))


def test_a_round_number_is_no_sure_year() -> None:
    [piece] = classify("2000")
    assert "modern" not in piece.classes


def test_two_pieces_and_their_joint() -> None:
    pieces = classify("5/1-5/7")
    assert [(piece.start, piece.end) for piece in pieces] == [(0, 3), (3, 4), (4, 7)]
    assert [set(piece.classes) for piece in pieces][1] == {"dash"}


@pytest.mark.parametrize(
    ("digits", "ordinal", "decade", "expected"),
    [
        ("11", True, False, {"nth": 11, "ordinal": 11, "day": 11}),
        ("90", True, False, {"nth": 90, "ordinal": 90}),
        ("1990", False, True, {"decade": 1990}),
        ("90", False, True, {"decade": 1990}),
        ("20", True, True, {"nth": 20, "ordinal": 20, "day": 20, "decade": 2020}),
        ("1994", False, True, {}),
    ],
)
def test_suffix(digits: str, ordinal: bool, decade: bool, expected: dict[str, int]) -> None:
    assert with_suffix(digits, ordinal=ordinal, decade=decade) == expected


def test_every_result_is_a_listed_shape() -> None:
    chunks = [f"{a}{mark}{b}" for a in range(60) for b in range(60) for mark in "/.-:"]
    chunks += [str(number) for number in range(3000)] + [f"{n:02d}" for n in range(100)]
    for chunk in chunks:
        for piece in classify(chunk):
            assert frozenset(piece.classes) in {*SHAPES, frozenset({"dash"}), frozenset({"comma"})}
    assert all(frozenset(spelled(number)) in SHAPES for number in range(1, 60))
