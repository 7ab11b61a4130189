"""Comparing names as words."""

from __future__ import annotations

import pytest

from visitex.resolve.words import contains, initials, is_acronym, starts_with, words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ann Lee", ("ann", "lee")),
        ("the  Union\n of X", ("the", "union", "of", "x")),
        ("Jean-Luc O'Hara", ("jean", "luc", "o'hara")),
        ("STRASSE Straße", ("strasse", "strasse")),
        ("北京市", ("北", "京", "市")),
        ("P&O", ("p&o",)),
        ("–", ()),
        ("", ()),
    ],
)
def test_words(name, expected):
    assert words(name) == expected


@pytest.mark.parametrize(
    ("short", "expected"), [("a c", True), ("c a", False), ("a a", False), ("", True), ("d", False)]
)
def test_contains_keeps_the_order(short, expected):
    assert contains(["a", "b", "c"], short.split()) is expected


@pytest.mark.parametrize(
    ("short", "expected"), [("a b", True), ("b", False), ("a b c d", False), ("", True)]
)
def test_starts_with(short, expected):
    assert starts_with(["a", "b", "c"], short.split()) is expected


def test_initials_are_those_of_capitalised_words():
    assert initials("Welsh Slate Council of the North") == "WSCN"
    assert initials("slate 3 council") == ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("WSC", True),
        ("IG", True),
        ("UNiCEF", True),
        ("Union", False),
        ("W S C", False),
        ("A", False),
        ("123", False),
        ("wSC", False),
        ("ABCDEFGHIJKLM", False),
    ],
)
def test_an_acronym_is_short_and_mostly_of_capitals(name, expected):
    assert is_acronym(name) is expected
