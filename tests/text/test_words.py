"""Patterns out of words: whole words, the longest first, any script."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitex.text.words import NEVER, any_of, plain


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["share", "share on"], "Share  on X", "Share  on"),
        (["share"], "shared", None),
        (["no.", "no"], "No. 5", "No."),
        (["no.", "no"], "nobody", None),
        (["a", "a-", "aa"], "a-b", "a-"),
        (["作者"], "2017作者:李", "作者"),
        (["photo", "фото"], "ФОТО: x", "ФОТО"),
        (["l'auteur"], "l’auteur", None),
    ],
)
def test_whole_words_the_longest_that_fits(words, text, found):
    match = re.search(any_of(words), text, re.IGNORECASE)
    assert (match.group() if match else None) == found


def test_no_words_match_nowhere():
    assert any_of([]) == NEVER
    assert re.search(any_of(["", " "]), "anything") is None


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=12))
def test_every_word_is_found_whole(words):
    pattern = re.compile(any_of(words))
    for word in map(plain, words):
        assert not word or pattern.fullmatch(word)
