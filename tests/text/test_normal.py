"""Views for matching: fold keeps the length, view knows the way back, clean tidies names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitex.text.normal import SOFT, clean, fold, view

ODD = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "ab é\u0301\u0323\u00ad\u200b\ufeff\u200d\u00a0\r\n\t\u2028«»“”–—：１\u1100\u1161"
        ),
        st.characters(),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("“a” «b» „c‟ ‘d’", '"a" "b" "c" \'d\''),
        ("1\u20112 \u22125 a—b―c", "1-2 -5 a–b–c"),
        ("a\r\nb\rc\u2028d", "a \nb\nc\nd"),
        ("发布时间：２０２０", "发布时间:2020"),
        ("Ge\u00adwerk\u200dschaft", f"Ge{SOFT}werk{SOFT}schaft"),
        ("\ufeffDate:\u200b\u200e5", " Date:  5"),
        ("何塞・法萨诺", "何塞·法萨诺"),
        ("Ünïcode\tÄ", "Ünïcode\tÄ"),
    ],
)
def test_fold_unifies_what_looks_alike(text, folded):
    assert fold(text) == folded


@given(ODD)
def test_fold_keeps_the_length_and_is_done_after_one_pass(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Ha\u00adnoi\r\n  Labor\u00a0Federation ", "Hanoi Labor Federation"),
        ("Nguye\u0302\u0303n\u200b Văn A", "Nguyễn Văn A"),
        ("\ufeff北京\u3000总工会", "北京 总工会"),
        (" \n\u200b", ""),
    ],
)
def test_clean_gives_a_tidy_name(raw, name):
    assert clean(raw) == name


@given(ODD)
def test_clean_is_done_after_one_pass_and_normal(text):
    name = clean(text)
    assert clean(name) == name
    assert unicodedata.is_normalized("NFC", name)


def test_view_of_plain_text_is_the_text_itself():
    text = "Eine Delegation\r\naus Łódź"
    seen = view(text)
    assert seen.text is text
    assert seen.starts is None
    assert seen.original(5, 9) == (5, 9)


def test_view_composes_and_drops_and_knows_the_way_back():
    text = "Nguo\u0302\u0300n:\u200b Ge\u00adwerk\u00adschaft"
    seen = view(text)
    assert seen.text == "Nguồn: Gewerkschaft"
    start = seen.text.index("Gewerkschaft")
    low, high = seen.original(start, start + len("Gewerkschaft"))
    assert text[low:high] == "Ge\u00adwerk\u00adschaft"
    low, high = seen.original(0, 5)
    assert text[low:high] == "Nguo\u0302\u0300n"


@given(ODD)
def test_view_maps_every_stretch_to_what_it_was(text):
    seen = view(text)
    before = 0
    for place, char in enumerate(seen.text):
        low, high = seen.original(place, place + 1)
        assert before <= low < high <= len(text)
        assert char in unicodedata.normalize("NFC", text[low:high])
        before = low


def test_an_empty_stretch_stays_empty():
    seen = view("a\u00adb")
    assert seen.original(1, 1) == (2, 2)
    assert seen.original(2, 2) == (3, 3)
