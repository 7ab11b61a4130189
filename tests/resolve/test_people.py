"""Mentions of people merge into persons."""

from __future__ import annotations

import pytest


@pytest.fixture
def people(cast):
    def of(marked, language="en"):
        return [(person.name, person.also) for person in cast(marked, language).people]

    return of


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        (
            "en",
            "[PER Zhang Liang] met Mr [PER Tung]. [PER Zhang] spoke.",
            [("Zhang Liang", ["Zhang"]), ("Tung", [])],
        ),
        ("en", "[PER Tom Reed] came. [PER Reed]'s wife spoke.", [("Tom Reed", ["Reed"])]),
        ("en", "[PER J. Reed] came. [PER John Reed] spoke.", [("John Reed", ["J. Reed"])]),
        ("en", "[PER ANN LEE] came. [PER Ann Lee] spoke.", [("Ann Lee", ["ANN LEE"])]),
        (
            "en",
            "[PER Ann Lee] met [PER Bo Lee]. Ms [PER Lee] spoke.",
            [("Ann Lee", []), ("Bo Lee", ["Lee"])],
        ),
        ("en", "Dr. [PER Lee] came. [PER Ann Lee] spoke.", [("Ann Lee", ["Lee"])]),
        ("de", "[PER Ruth Müller] kam. [PER Müllers] Rede.", [("Ruth Müller", ["Müllers"])]),
        ("de", "[PER Olaf Harms'] Rede war lang.", [("Olaf Harms", [])]),
    ],
)
def test_short_forms_merge(people, language, marked, expected):
    found = people(marked, language)
    assert [name for name, _ in found] == [name for name, _ in expected]
    if language == "en":
        assert found == expected


def test_one_word_needs_an_honorific_or_a_title(people):
    assert people("[PER Tung] sang and [PER Poe] danced.") == []
    assert people("Mr [PER Tung] sang.") == [("Tung", [])]
    assert people("[TITLE Mayor] [PER Tung] sang.") == [("Tung", [])]


def test_a_name_in_quotation_marks_is_that_of_a_work(people):
    assert people('They staged "[PER Anna Karenina]".') == []
    assert people('They staged "[PER Anna Karenina]". [PER Anna Karenina] came.') != []


def test_honorifics_stand_apart(cast):
    (person,) = cast("H.E. Dr. [PER Ann Lee] came.").people
    assert (person.name, person.honorific) == ("Ann Lee", "H.E. Dr.")


def test_persons_stand_in_order_of_first_mention(people):
    assert [
        name for name, _ in people("Mr [PER Poe] met [PER Ann Lee]. [PER Edgar Poe] left.")
    ] == [
        "Edgar Poe",
        "Ann Lee",
    ]


def test_mentions_are_kept_in_order(cast):
    (person,) = cast("Mr [PER Lee] came. [PER Ann Lee] spoke. [PER Lee] left.").people
    assert [span.text for span in person.spans] == ["Lee", "Ann Lee", "Lee"]
