"""Small questions about tokens."""

from __future__ import annotations

import pytest
import spacy

from visitex.lang.lexicon import Kind, lexicon_of
from visitex.nlp.tokens import (
    Claims,
    heads_in,
    is_function_word,
    is_name_word,
    same_line,
    strip_edges,
)

EN = lexicon_of("en")


def doc(text):
    return spacy.blank("en")(text)


def test_claims_are_free_until_taken():
    claims = Claims(doc("one two three four"))
    assert claims.free(0, 4)
    claims.take(1, 3)
    assert [claims[i] for i in range(4)] == [False, True, True, False]
    assert claims.free(0, 1)
    assert claims.free(3, 4)
    assert not claims.free(0, 2)
    assert not claims.free(2, 4)


def test_claims_take_spans():
    text = doc("one two three four")
    claims = Claims(text)
    claims.take_all([text[0:1], text[3:4]])
    assert [claims[i] for i in range(4)] == [True, False, False, True]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Zhang", True),
        ("of", False),
        ("d'Arc", True),
        ("北京", True),
        ("القاهرة", True),
        ("1994", False),
        ("-", False),
        ("été", False),
    ],
)
def test_a_name_word_is_capitalised_or_of_a_script_without_case(word, expected):
    text = spacy.tokens.Doc(spacy.blank("en").vocab, words=[word])
    assert is_name_word(text[0]) is expected


def test_function_words_say_nothing_at_the_start_of_a_sentence():
    text = doc("The During Mayor Union Zhang")
    assert [is_function_word(token, EN) for token in text] == [True, True, False, False, False]


def test_same_line_ends_at_a_line_break():
    text = doc("Ann Lee\nMayor")
    assert same_line(text, 0, 2)
    assert not same_line(text, 0, len(text))


def test_heads_in_gives_indices_of_a_kind():
    text = doc("the Union and the Museum")
    assert list(heads_in(text, 0, len(text), Kind.BODY, EN)) == [1]
    assert list(heads_in(text, 0, len(text), Kind.SITE, EN)) == [4]
    assert list(heads_in(text, 0, 1, Kind.BODY, EN)) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (", the Dockers' Union of the ", "Dockers' Union"),
        ("– Mayor ;", "Mayor"),
        ("and of the", ""),
        ("The Hague", "The Hague"),
    ],
)
def test_strip_edges_takes_small_words_and_marks_off(text, left):
    tokens = doc(text)
    start, end = strip_edges(tokens, 0, len(tokens), EN)
    assert tokens[start:end].text == left
