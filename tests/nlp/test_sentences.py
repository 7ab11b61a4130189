"""``visitex_sentences``: where sentences start."""

from __future__ import annotations

import pytest


@pytest.fixture
def sentences(doc_of):
    def split(text, language="en"):
        doc = doc_of(text, "visitex_sentences", language=language)
        return [sentence.text.strip() for sentence in doc.sents]

    return split


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They came. They saw.", ["They came.", "They saw."]),
        ("en", "Dr. Ann Lee met Mr. Tung.", ["Dr. Ann Lee met Mr. Tung."]),
        ("en", "John F. Abel spoke.", ["John F. Abel spoke."]),
        ("en", "He said “We came.” She left.", ["He said “We came.”", "She left."]),
        ("en", "Really? Yes! Good…", ["Really?", "Yes!", "Good…"]),
        ("en", "A heading\nThen the text", ["A heading", "Then the text"]),
        ("en", "They paid 3.5 m. in all.", ["They paid 3.5 m. in all."]),
        ("en", "He lives in the U.S. and works.", ["He lives in the U.S. and works."]),
        ("de", "Am 3. Mai kam Dr. Otto an. Er blieb.", ["Am 3. Mai kam Dr. Otto an.", "Er blieb."]),
        ("de", "Der Verein e. V. Kassel lud ein.", ["Der Verein e. V. Kassel lud ein."]),
    ],
)
def test_sentences(sentences, language, text, expected):
    assert sentences(text, language) == expected


def test_marks_of_a_script_without_spaces_end_a_sentence(sentences):
    assert sentences("他们来了。他们走了。", "zh") == ["他们来了。", "他们走了。"]


def test_a_closing_quote_stays_with_its_sentence(sentences):
    assert sentences("“Come in.” “Thanks.”")[0].startswith("“Come in.”")


def test_an_empty_text_has_no_sentence(sentences):
    assert sentences("") == []
