"""Citation form of names and titles."""

from __future__ import annotations

import pytest

from visitex.lang.lexicon import Kind, lexicon_of
from visitex.resolve.cite import cite_name, cite_title

EN, DE = lexicon_of("en"), lexicon_of("de")
BOTH = Kind.BODY | Kind.SITE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Allgemeinen Gewerkschaftsbundes der Stadt Linz",
            "Allgemeiner Gewerkschaftsbund der Stadt Linz",
        ),
        ("Nordischen Lotsenverbandes", "Nordischer Lotsenverband"),
        ("Freien Universität", "Freie Universität"),
        ("Städtischen Krankenhauses", "Städtisches Krankenhaus"),
        ("Alten Zollhaus", "Altes Zollhaus"),
        ("Shanghaier Berufskollegs für Kunst", "Shanghaier Berufskolleg für Kunst"),
        ("Bäckerverband Tartu", "Bäckerverband Tartu"),
        ("dem Deutschen Museum", "Deutsches Museum"),
    ],
)
def test_german_names_come_to_the_nominative(text, expected):
    assert cite_name(text, DE, BOTH) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dockers'\n Union", "Dockers' Union"),
        ("the Dockers' Union", "Dockers' Union"),
        ("The Hague Academy", "The Hague Academy"),
        ("Old Mills", "Old Mills"),
    ],
)
def test_english_names_are_tidied(text, expected):
    assert cite_name(text, EN, BOTH) == expected


@pytest.mark.parametrize(
    ("text", "female", "expected"),
    [
        ("Ständigen Vizepräsidenten", None, "Ständiger Vizepräsident"),
        ("Vorsitzenden", True, "Vorsitzende"),
        ("Vorsitzenden", False, "Vorsitzender"),
        ("Vorsitzende", None, "Vorsitzende"),
        ("Vorsitzender", None, "Vorsitzender"),
        ("stellvertretenden Bürgermeisterin", None, "stellvertretende Bürgermeisterin"),
        ("Parteisekretärs", None, "Parteisekretär"),
        ("Leiter der Abteilung Ausland", None, "Leiter der Abteilung Ausland"),
        ("Erste Bevollmächtigte", False, "Erster Bevollmächtigter"),
        ("Staatssekretärin", None, "Staatssekretärin"),
        ("Ärztlichen Direktor", None, "Ärztlicher Direktor"),
    ],
)
def test_german_titles_follow_their_holder(text, female, expected):
    assert cite_title(text, DE, female=female) == expected


def test_english_titles_stay_but_for_their_spaces():
    assert cite_title("Deputy\n Minister", EN) == "Deputy Minister"
