"""The body whose page it is, in the masthead."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Span

from visitex.lang.lexicon import lexicon_of
from visitex.nlp.mastheads import masthead_bodies


def _found(text: str, language: str) -> list[str]:
    doc = spacy.blank(language)(text)
    doc.spans["layout"] = [Span(doc, 0, len(doc), label="masthead")]
    return [doc[a:b].text for a, b in masthead_bodies(doc, lexicon_of(language, ()))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "MINISTRY OF HEALTH", ["MINISTRY OF HEALTH"]),
        ("en", "KINGDOM OF KELSO - MINISTRY OF HEALTH", ["MINISTRY OF HEALTH"]),
        ("en", "City of Kelso Council", ["City of Kelso Council"]),
        ("en", "Kelso University | News", ["Kelso University"]),
        ("en", "KELSO PUMPS A/S - NEWSROOM", ["KELSO PUMPS A/S"]),
        ("en", "St. Mungo's Hospital NHS Trust", ["St. Mungo's Hospital NHS Trust"]),
        ("en", "News & Events", []),
        ("en", "Press and Communication", []),
        ("en", "Weekly bulletin of the Kelso Church", []),
        ("de", "Handelskammer Kelso > Aktuelles", ["Handelskammer Kelso"]),
        ("de", "Startseite > Presse", []),
    ],
)
def test_whole_names_of_bodies_in_the_masthead(language, text, expected):
    assert _found(text, language) == expected


def test_elsewhere_nothing_is_a_masthead():
    doc = spacy.blank("en")("MINISTRY OF HEALTH")
    assert list(masthead_bodies(doc, lexicon_of("en", ()))) == []
