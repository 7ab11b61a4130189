"""``visitex_people``: names from the pipeline, after honorifics, beside titles, and again."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Span

from visitex.nlp.components.people import create

PEOPLE = "visitex_people"


def rules(doc):
    return [(span.text, span.id_) for span in doc.spans["people"]]


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("en", "[PER Ms Ann Lee] sang", ["Ann Lee"]),
        ("en", "[PER Ann Lee's] house", ["Ann Lee"]),
        ("en", "[PER Ann] Leeward sang", ["Ann Leeward"]),
        ("en", "[PER Ludwig] van Aken sang", ["Ludwig van Aken"]),
        ("en", "[PER Martin Abel] Jr. sang", ["Martin Abel Jr."]),
        ("en", "[PER Ann Lee of Kelso] sang", ["Ann Lee"]),
        ("en", "[PER Vietnam] won", []),
        ("en", "[PER Maritime Museum] burned", []),
        ("de", "[PER Karl von der Tann] sang", ["Karl von der Tann"]),
        ("de", "[PER Frau Ute Freese] sang", ["Ute Freese"]),
    ],
)
def test_a_span_of_the_pipeline_is_mended(found, language, marked, expected):
    assert found("people", marked, PEOPLE, language=language) == expected


def test_a_name_after_an_honorific(doc_of):
    assert rules(doc_of("They met Mr Tung and Mrs Ada Poe.", PEOPLE)) == [
        ("Tung", "honorific"),
        ("Ada Poe", "honorific"),
    ]


def test_a_name_beside_a_title(doc_of):
    doc = doc_of("Mayor Ada Poe met Tom Reed, Rector of it.", "visitex_titles", PEOPLE)
    assert rules(doc) == [("Ada Poe", "title"), ("Tom Reed", "title")]


def test_one_word_beside_a_title_is_not_enough(found):
    assert found("people", "Mayor Poe came.", "visitex_titles", PEOPLE) == []


def test_short_forms_are_found_again(doc_of):
    doc = doc_of("[PER Zhang Liang] met [PER Tom Reed]. Zhang thanked Reed. Tom left.", PEOPLE)
    assert rules(doc) == [
        ("Zhang Liang", "model"),
        ("Tom Reed", "model"),
        ("Zhang", "again"),
        ("Reed", "again"),
    ]


def test_a_name_inside_a_site_is_no_person(found):
    marked = "the [PER Ho Chi Minh] Mausoleum"
    assert found("people", marked, "visitex_sites", PEOPLE) == []


def test_a_common_word_at_the_start_of_a_sentence_is_no_part_of_a_name(found):
    marked = "Both teams saw it. Both [PER Tom Reed] sang."
    assert found("people", marked, "visitex_sentences", PEOPLE) == ["Tom Reed"]


@pytest.mark.parametrize(
    "marked",
    [
        "Frau [PER Anna Berg] sang",
        "[TITLE Rektorin] [PER Anna Berg] sang",
        "[PER Anna Berg], [TITLE Rektorin], sang",
    ],
)
def test_a_family_name_that_is_a_place_as_well_stays_a_name_beside_a_title(found, marked):
    pipes = ("visitex_titles", "visitex_organizations", "visitex_sites", PEOPLE)
    assert found("people", marked, *pipes, language="de") == ["Anna Berg"]


def test_the_verb_of_a_headline_is_no_part_of_a_name():
    doc = spacy.blank("en")("Ann Lee Meets Guests")
    doc.spans["layout"] = [Span(doc, 0, 4, label="title")]
    doc.ents = [Span(doc, 0, 3, label="PER")]
    people = create(spacy.blank("en"), "", "en", [])(doc).spans["people"]
    assert [span.text for span in people] == ["Ann Lee"]
