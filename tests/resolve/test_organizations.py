"""Mentions of bodies merge into organizations."""

from __future__ import annotations

import pytest


@pytest.fixture
def names(cast):
    return lambda marked, language="en": [body.name for body in cast(marked, language).bodies]


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        (
            "en",
            "the [ORG Dockers' Union of Varna] and the [ORG Dockers' Union]",
            ["Dockers' Union of Varna"],
        ),
        (
            "en",
            "the [ORG Dockers' Union] and the [ORG Dockers' Council]",
            ["Dockers' Union", "Dockers' Council"],
        ),
        ("en", "[ORG Kelso Steel Ltd.] and [ORG Kelso Steel]", ["Kelso Steel Ltd."]),
        ("en", "[ORG KELSO UNION] and [ORG Kelso Union]", ["Kelso Union"]),
        ("en", "[ORG Welsh Slate Council] and [ORG WSC]", ["Welsh Slate Council"]),
        (
            "en",
            "[ORG Welsh Slate Council], [ORG Wool Sellers Club], [ORG WSC]",
            ["Welsh Slate Council", "Wool Sellers Club", "WSC"],
        ),
        ("en", "the [ORG Ministry] and the [ORG Kelso Union]", ["Kelso Union"]),
        (
            "en",
            "[ORG Kelso University] and [ORG University of Varna]",
            ["Kelso University", "University of Varna"],
        ),
        ("de", "der [ORG Bäckerverband Tartu]; des [ORG Bäckerverbandes]", ["Bäckerverband Tartu"]),
        (
            "de",
            "der [ORG Gewerkschaftsbund der Stadt Linz] und der [ORG Gewerkschaftsbund Linz]",
            ["Gewerkschaftsbund der Stadt Linz"],
        ),
    ],
)
def test_short_forms_merge(names, language, marked, expected):
    assert names(marked, language) == expected


def test_an_acronym_in_brackets_is_kept(cast):
    (body,) = cast("the [ORG Welsh Slate Council] ([ORG CYLC]) met; the [ORG CYLC] voted").bodies
    assert (body.name, body.acronym, body.also) == ("Welsh Slate Council", "CYLC", ["CYLC"])
    assert len(body.spans) == 3


def test_an_acronym_may_stand_in_front_of_its_brackets(cast):
    (body,) = cast("[ORG WSC] (Welsh Slate Council) met; [ORG Welsh Slate Council] voted").bodies
    assert (body.name, body.acronym) == ("Welsh Slate Council", "WSC")


def test_forms_as_they_stand_are_kept(cast):
    (body,) = cast("des [ORG Nordischen Bundes]", "de").bodies
    assert (body.name, body.also) == ("Nordischer Bund", ["Nordischen Bundes"])


def test_bodies_stand_in_order_of_first_mention(names):
    assert names("[ORG B Union], [ORG A Union of Peru], [ORG B Union of Peru]") == [
        "B Union of Peru",
        "A Union of Peru",
    ]
