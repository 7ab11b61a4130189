"""Nothing that a text can hold breaks the extractor, shifts its offsets or its schema."""

from __future__ import annotations

from functools import cache

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from visitex import Extractor
from visitex.lang.load import load_pack
from visitex.report import json_schema

VALIDATOR = jsonschema.Draft202012Validator(json_schema())
LANGUAGES = ["en", "de"]
SCRIPTS = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x4FF), (0x590, 0x5FF),
    (0x600, 0x6FF), (0x900, 0x97F), (0xE00, 0xE7F), (0x1100, 0x11FF), (0x2000, 0x206F),
    (0x3040, 0x30FF), (0x4E00, 0x4FFF), (0xAC00, 0xAD00), (0xFE00, 0xFE0F), (0xFF00, 0xFF5E),
    (0x1F300, 0x1F64F), (0xD800, 0xDFFF), (0x00, 0x1F),
]  # fmt: skip


@cache
def extractor():
    return Extractor()


def stretch(bounds):
    first, last = bounds
    return st.text(
        st.characters(min_codepoint=first, max_codepoint=last, exclude_categories=()), max_size=40
    )


def words_of(language):
    """Return the words that the rules of a language look for, and marks that stand between them."""
    pack = load_pack(language)
    cues = [phrase for field in pack.cues.__struct_fields__ for phrase in getattr(pack.cues, field)]
    heads = [*pack.bodies.heads.by_gender(), *pack.sites.heads.by_gender()]
    names = [*pack.names.honorifics, *pack.names.particles[:20], "Zhang", "Ann", "Müller", "Lee's"]
    marks = [*",.;:()–-|/&'\"„“", "\n", "\n\n", "\t", "- ", "'s", "10:00", "2019", "3 May", "»"]
    links = [*pack.link.of, *pack.link.at, *pack.link.determiners, *pack.link.possessives]
    titled = [word.title() for word in (*pack.titles.heads[:80], *heads[:160])]
    places = [*pack.places.names[:30], *pack.places.kinds]
    return [*cues, *names, *marks, *links, *titled, *places, *pack.bodies.legal_forms[:30]]


MIXED = st.lists(st.sampled_from(SCRIPTS).flatmap(stretch), max_size=5).map(" ".join)
SOUPS = {
    language: st.lists(st.sampled_from(words_of(language)), max_size=40).map(" ".join)
    for language in LANGUAGES
}


def check(text, language):
    report = extractor().extract(text, language=language, reference_date="2021-05-05")
    for entry in [*report.dates, *report.people, *report.organizations, *report.sites]:
        assert entry.mentions
        for mention in entry.mentions:
            assert text[mention.start : mention.end] == mention.text
    for evidence in report.visit.evidence:
        assert 0 <= evidence.start < evidence.end <= len(text)
    for name in [*report.people, *report.organizations, *report.sites]:
        assert name.name == name.name.strip() != ""
    assert report.source.chars == len(text)
    VALIDATOR.validate(report.to_dict())
    again = extractor().extract(text, language=language, reference_date="2021-05-05")
    assert again.to_json() == report.to_json()


QUIET = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("language", LANGUAGES)
@settings(QUIET, max_examples=80)
@given(text=MIXED)
def test_text_of_random_scripts(language, text):
    check(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(QUIET, max_examples=80)
@given(data=st.data())
def test_soup_of_words_that_rules_look_for(language, data):
    check(data.draw(SOUPS[language]), language)


@settings(QUIET, max_examples=40)
@given(text=MIXED)
def test_text_whose_language_is_to_be_detected(text):
    report = extractor().extract(text)
    assert (report.lang is None) == (
        "language not recognised; name it with --lang" in report.warnings
    )
    VALIDATOR.validate(report.to_dict())
