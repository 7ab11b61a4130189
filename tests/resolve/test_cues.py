"""Cue phrases in a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitex.lang.pack import Cues
from visitex.resolve.cues import CueFinder
from visitex.text.normal import fold


def found(text, **phrases):
    return [(text[c.start : c.end], c.kind) for c in CueFinder(Cues(**phrases)).find(text)]


def test_a_phrase_is_found_as_whole_words_in_any_case():
    text = "Led by Ann; misled by Bo; LED  BY\u00a0Cy"
    assert found(text, led_by=["led by"]) == [("Led by", "led_by"), ("LED  BY", "led_by")]


def test_cues_stand_in_order_of_the_text():
    text = "They visited us and met us"
    assert found(text, meet=["met"], visit=["visited"]) == [("visited", "visit"), ("met", "meet")]


def test_the_longer_phrase_wins():
    assert found("they met with us", meet=["met", "met with"]) == [("met with", "meet")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wurde von Ann Lee empfangen", ["wurde von Ann Lee empfangen"]),
        ("wurde von Hansen. Dann empfangen", []),
        ("wurde von " + "x" * 200 + " empfangen", []),
    ],
)
def test_a_phrase_in_two_parts_spans_words_of_one_clause(text, expected):
    assert [t for t, _ in found(text, received_by=["wurde von ... empfangen"])] == expected


def test_the_end_of_the_first_part_is_kept():
    (cue,) = CueFinder(Cues(guide=["took ... around"])).find("She took them around")
    assert (cue.start, cue.inner, cue.end) == (4, 8, 20)


def test_a_first_part_is_not_taken_out_of_another_cue():
    phrases = {"led_by": ["unter leitung von"], "received_by": ["von ... begrüßt"]}
    text = "unter Leitung von A, ist von B begrüßt worden"
    assert found(text, **phrases)[1] == ("von B begrüßt", "received_by")


def test_the_nearest_first_part_wins():
    text = "unter Leitung von A wurde von B empfangen"
    phrases = ["von ... empfangen", "wurde von ... empfangen"]
    assert [t for t, _ in found(text, received_by=phrases)] == ["wurde von B empfangen"]


def test_a_cue_of_a_script_without_spaces_needs_no_word_borders():
    assert found("代表团访问了我们", visit=["访问"]) == [("访问", "visit")]


def test_offsets_are_those_of_the_untouched_text():
    text = "they\u2028met\u00a0with us"
    (cue,) = CueFinder(Cues(meet=["met with"])).find(text)
    assert text[cue.start : cue.end] == "met\u00a0with"


PIECES = [
    "met",
    "Met",
    "met with",
    "with",
    "s",
    "ſ",
    "visIT",
    "vısit",
    "visİt",
    " ",
    "\n",
    "-",
    "'",
]
SPACE = r"\s+"
PHRASES = ["met", "met with", "with us", "visit", "met-with", "s", "with"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_phrases_tried_at_their_words_are_those_of_one_expression(text):
    whole = "|".join(
        rf"(?<!\w){SPACE.join(map(re.escape, phrase.split()))}(?!\w)"
        for phrase in sorted(PHRASES, key=len, reverse=True)
    )
    folded = fold(text)
    expected = [m.span() for m in re.finditer(whole, folded, re.IGNORECASE)]
    found = [(c.start, c.end) for c in CueFinder(Cues(visit=PHRASES)).find(text)]
    assert found == expected
