"""``visitex_places``: territories from the pipeline, the gazetteer, and adjectives of them."""

from __future__ import annotations

import pytest

PLACES = "visitex_places"


def read(doc):
    return [(span.text, span.kb_id_, span.id_) for span in doc.spans["places"]]


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("en", "in [LOC Nagi] they sang", [("Nagi", "", "model")]),
        ("en", "in [LOC the city of Nagi] they sang", [("Nagi", "", "model")]),
        ("en", "[PER Ann Lee of Nagi] sang", [("Nagi", "", "model")]),
        ("en", "in Peru they sang", [("Peru", "", "gazetteer")]),
        ("en", "in Costa Rica they sang", [("Costa Rica", "", "gazetteer")]),
        ("en", "a Cuban choir", [("Cuban", "Cuba", "demonym")]),
        ("en", "the Lao choir", [("Lao", "Laos", "demonym")]),
        ("en", "a nice choir", []),
        ("de", "der laotische Chor", [("laotische", "Laos", "demonym")]),
        ("de", "die Laotische Oper", [("Laotische", "Laos", "demonym")]),
        ("de", "in Ho-Chi-Minh-Stadt", [("Ho-Chi-Minh-Stadt", "", "gazetteer")]),
    ],
)
def test_places(doc_of, language, marked, expected):
    assert read(doc_of(marked, PLACES, language=language)) == expected


def test_a_place_inside_a_name_of_a_person_or_body_is_none(found):
    pipes = ("visitex_organizations", "visitex_people", PLACES)
    assert found("places", "the Peru Council met [PER Jordan Poe]", *pipes) == []
