"""Nothing that a text can hold breaks the finder, shifts its offsets or slows it down."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitex.dates import find_dates
from visitex.dates.find import _grammar
from visitex.lang.load import load_pack

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "vi", "zh")


def words_of(language: str) -> list[str]:
    """All words of a date lexicon, with the numbers and marks that stand between them."""
    nodes = _grammar(load_pack(language).dates).vocabulary.nodes
    marks = [*",./()-–:~|'$%", "\n", "\n\n", "Mr Smith", "word", "汉字"]
    numbers = ["1", "3", "12", "28", "31", "05", "99", "2019", "1945", "2024", "14th", "1990s"]
    composed = ["12.03.2022", "3/4", "2019-11-27", "10:30", "2014/15", "18-22", "17h05", "31.02."]
    return [*nodes, *marks, *numbers, *composed]


SOUPS = {
    language: st.lists(st.sampled_from(words_of(language)), max_size=24).map(" ".join)
    for language in LANGUAGES
}


def check(text: str, language: str, reference: date | None) -> None:
    found = find_dates(text, language=language, reference_date=reference)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.text.replace("\u00a0", " ") == text[one.start : one.end].replace(
            "\u2019", "'"
        ).replace("\u00a0", " ")
        assert one.value
    assert all(a.end <= b.start for a, b in pairwise(found))
    again = find_dates(text, language=language, reference_date=reference)
    assert found == again


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(data=st.data(), reference=st.none() | st.dates())
def test_word_soup(language: str, data: st.DataObject, reference: date | None) -> None:
    check(data.draw(SOUPS[language]), language, reference)


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=200), reference=st.none() | st.dates())
@pytest.mark.parametrize("language", ["en", "zh"])
def test_any_text(language: str, text: str, reference: date | None) -> None:
    check(text, language, reference)


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="0123456789./:-– ,~hthst'", max_size=80))
@pytest.mark.parametrize("language", ["en", "de"])
def test_any_digits(language: str, text: str) -> None:
    check(text, language, date(2024, 2, 29))


@pytest.mark.parametrize("reference", [date.min, date.max, date(2024, 2, 29)])
def test_the_ends_of_the_calendar(reference: date) -> None:
    text = (
        "yesterday, tomorrow, last week, next month, 900 years ago, 900 weeks from now, in 99 years, "
        "last Monday, next Friday, this weekend, the last two quarters, the next 3 decades, Monday, "
        "29 February, the first Monday of next month, the last day of this month, winter, Q4"
    )
    check(text, "en", reference)


HEAPS = {
    "digits": "1234567890",
    "numbers": "12 ",
    "months": "January ",
    "slashes": "/",
    "spaced slashes": "/ ",
    "slashed": "1/",
    "dashed": "1-",
    "dates": "12/12/2012 ",
    "prepositions": "of the ",
    "line breaks": "\n",
    "spans": "from 1 to ",
    "lists": "1, 2 and ",
    "letters": "a",
    "years": "in 1990 and ",
    "weekdays": "Monday, ",
    "parts": "the morning of the ",
}


def seconds(text: str, language: str) -> float:
    started = time.process_time()
    find_dates(text, language=language, reference_date="2024-01-09")
    return time.process_time() - started


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("heap", HEAPS)
def test_time_is_linear(language: str, heap: str) -> None:
    piece = HEAPS[heap]
    find_dates(piece * 10, language=language, reference_date="2024-01-09")
    small, large = (piece * (size // len(piece)) for size in (40_000, 320_000))
    once = min(seconds(small, language) for _ in range(2))
    # eight times the text: eight times the time, with room for a busy machine
    assert seconds(large, language) < 24 * once + 0.5
