"""What the build of the pipelines knows of each language, and what it does with it."""

from __future__ import annotations

import random

import pytest

from models.build.corpora import _sentence
from models.build.gold import spans_of
from models.build.invent import Known, invent_thing
from models.build.language import LANGUAGES, traits
from models.build.markup import Report, parse_line
from models.build.plan import read_plan
from models.build.swap import Rates, noise
from models.build.tokenize import blank
from models.build.write import sources


def found(language, text, name, label="ORG"):
    return [text[s.start : s.end] for s in spans_of(text, language, [(name, label)])]


def test_every_language_of_the_plan_is_known():
    plan = read_plan()
    assert {lang for model in plan.models.values() for lang in model.languages} == set(LANGUAGES)


def test_every_open_corpus_has_a_source_and_a_licence():
    listed = sources(read_plan(), list(LANGUAGES))
    assert len(listed) > 10
    assert all(row["name"] and row["licence"] for row in listed)


@pytest.mark.parametrize(
    ("language", "text", "name", "expected"),
    [
        ("de", "dem Deutschen Gewerkschaftsbund", "Deutscher Gewerkschaftsbund", 1),
        ("ru", "в Федерации профсоюзов", "Федерация профсоюзов", 1),
        ("en", "the Labour Federations", "Labour Federation", 0),
        ("zh", "在北京市总工会座谈", "北京市总工会", 1),
        ("fr", "la Confédérations", "Confédération", 0),
    ],
)
def test_names_are_found_with_the_endings_of_their_language(language, text, name, expected):
    assert len(found(language, text, name)) == expected


def test_german_places_do_not_take_the_endings_of_other_names():
    assert found("de", "Bremer Hafen", "Bremen", "ORG") == ["Bremer"]
    assert found("de", "Bremer Hafen", "Bremen", "LOC") == []


def test_words_that_a_corpus_parts_are_written_together():
    row = {"tokens": ["em", "o", "Porto"], "spaces": [True, True, False], "spans": [[2, 3, "LOC"]]}
    assert _sentence(row, "pt").text == "no Porto"
    assert _sentence(row, "es").text == "em o Porto"


def test_text_without_spaces_is_counted_in_characters():
    line = parse_line("[PER 王芳]来访")
    assert Report("zh", "union", [line]).words == 4
    assert Report("en", "union", [line]).words == 1


def test_accents_are_lost_as_the_language_loses_them():
    rates = Rates(accents=1.0, capitals=0.0)
    line = parse_line("[PER Jörg Müßig] in [LOC Köln]")
    bare = {
        lang: noise(Report(lang, "x", [line]), rates, random.Random(1)).lines[0]
        for lang in ("de", "fr", "vi")
    }
    assert bare["de"].text == "Joerg Muessig in Koeln"
    assert bare["fr"].text == "Jorg Mußig in Koln"
    assert bare["vi"].text == line.text
    spans = [bare["de"].text[s.start : s.end] for s in bare["de"].spans]
    assert spans == ["Joerg Muessig", "Koeln"]


def test_an_invented_body_fits_the_word_in_front():
    known = Known(["Lyon"], ["Martin"])
    behind_la = {invent_thing("fr", "ORG", "la", known, random.Random(i)) for i in range(40)}
    behind_le = {invent_thing("fr", "ORG", "le", known, random.Random(i)) for i in range(40)}
    assert behind_la
    assert behind_le
    assert not behind_la & behind_le


def test_the_tokenizer_is_the_languages_own_where_it_has_one():
    assert [blank(name).lang for name in ("en", "de", "xx", "joint")] == ["en", "de", "xx", "xx"]
    assert traits("tlh").tokenizer == "xx"
