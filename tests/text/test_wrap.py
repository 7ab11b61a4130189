"""Wrapped paragraphs are joined at the same length; everything else keeps its lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from visitex.text.wrap import unwrap

WRAPPED = (
    "On the afternoon of 6 December the deputy mayor of the town, Halina\n"
    "Borkowska, received a delegation of the Union of Lighthouse Keepers\n"
    "in the old customs house."
)


def test_lines_of_a_wrapped_paragraph_are_joined():
    assert "Halina Borkowska, received" in unwrap(WRAPPED)


def test_a_line_that_ends_in_a_small_word_goes_on():
    text = (
        "Von der Stadt nahmen auch die Bürgermeisterin und der Vorsitzende des\n"
        "Hafenausschusses, Jens Ohm, und die Schriftführerin der Lotsen, Frau\n"
        "Grete Siem, teil."
    )
    assert "des Hafenausschusses" in unwrap(text)


def test_paragraphs_stay_apart():
    joined = unwrap(f"{WRAPPED}\n\n{WRAPPED}")
    assert joined.count("\n") == 2


def test_headline_above_a_line_stays_a_line():
    text = "Keepers meet in town\nHalina Borkowska received the guests at the customs house today."
    assert unwrap(text) == text


def test_headline_above_header_fields_stays_a_line():
    text = "Speaker of the island parliament to visit the mainland next week\nInput 2013.08.29"
    assert unwrap(text) == text


def test_list_items_stay_lines():
    text = (
        "- the Museum of Navigation on the northern quay of the old harbour\n"
        "- the School of Pilots in the street that leads up to the fortress\n"
    )
    assert unwrap(text) == text


def test_lines_that_are_sentences_stay_lines():
    text = (
        "The guests went to see the northern quay of the old harbour first.\n"
        "They had lunch with the pilots in the street up to the fortress.\n"
        "They left."
    )
    assert unwrap(text) == text


def test_full_lines_are_joined_where_a_text_is_wrapped():
    names = (
        "The guests were the deputy mayor, the clerk of the guild and three\n"
        "Councillors of the harbour ward with Ann Lee, Tom Reed, Bo Ekstrand\n"
        "Lindqvist and Cy Poe."
    )
    assert unwrap(names) == names
    assert unwrap(f"{WRAPPED}\n\n{names}").endswith(names.replace("\n", " "))


@given(st.text(alphabet="ab .\n|-1", max_size=400))
def test_length_and_all_other_characters_stay(text):
    joined = unwrap(text)
    assert len(joined) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, joined, strict=True))


def test_a_long_line_is_tried_once():
    text = "x" * 200_000  # tried at each letter, this takes a minute
    assert unwrap(text) == text
