"""Which named places the party went to."""

from __future__ import annotations

import pytest

from visitex.lang.lexicon import lexicon_of
from visitex.resolve.sites import is_toured
from visitex.text.spans import Span
from visitex.text.zones import Layout, Zone


@pytest.fixture
def visited(cast):
    return lambda marked, language="en", layout=None: [
        span.text for span in cast(marked, language, layout).visited
    ]


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        (
            "en",
            "They visited the [SITE Old Mill] and the [SITE Iron Bridge].",
            ["Old Mill", "Iron Bridge"],
        ),
        ("en", "They toured [ORG Kelso Steel Ltd.] on foot.", ["Kelso Steel Ltd."]),
        ("en", "They visited the [ORG Dockers' Union].", ["Dockers' Union"]),
        (
            "en",
            "They toured the [SITE Old Mill], [ORG Kelso College], the [ORG Dockers' Union].",
            ["Old Mill", "Kelso College", "Dockers' Union"],
        ),
        ("en", "The [SITE Old Mill] was on the programme.", ["Old Mill"]),
        ("en", "[PER Tom Reed] received them at the [SITE Guildhall].", ["Guildhall"]),
        ("en", "They visited the [SITE Guild House] in [SITE Mill Lane].", ["Guild House"]),
        (
            "en",
            "[PER Tom Reed] received the [ORG Pilots' Guild] at the [SITE Guildhall].",
            ["Guildhall"],
        ),
        ("en", "A visit to the [SITE Old Mill] was cancelled.", []),
        ("en", "They could not visit the [SITE Old Mill].", []),
        ("en", "The [SITE Old Mill] is old.", []),
        ("en", "Meanwhile they visited the [SITE Old Mill].", []),
        (
            "de",
            "Sie besichtigten die [SITE Alte Mühle] und den [SITE Dom zu Linz].",
            ["Alte Mühle", "Dom zu Linz"],
        ),
        ("de", "Am Montag wurde die [SITE Alte Mühle] besichtigt.", ["Alte Mühle"]),
        ("de", "Auf dem Programm stand die [SITE Alte Mühle].", ["Alte Mühle"]),
        ("de", "Der Besuch der [SITE Alten Mühle] fiel aus.", []),
        ("de", "Die [SITE Alte Mühle] ist alt.", []),
    ],
)
def test_visited(visited, language, marked, expected):
    assert visited(marked, language) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("programme", ["Old Mill"]), ("contact", []), ("table", [])],
)
def test_the_zone_of_a_line_counts(visited, kind, expected):
    layout = Layout(zones=(Zone(0, 30, kind),))
    assert visited("10:00 visit to the [SITE Old Mill]", "en", layout) == expected


def test_a_long_list_is_read_to_its_end(visited):
    names = [f"Mill {letter * 3}" for letter in "ABCDEFGHIJ"]
    marked = "They visited the " + ", the ".join(f"[SITE {name}]" for name in names) + "."
    assert visited(marked) == names


@pytest.mark.parametrize(
    ("language", "name", "expected"),
    [
        ("en", "Kelso Steel Ltd.", True),
        ("en", "Kelso University", True),
        ("en", "Staff Training Centre of the Union", True),
        ("en", "Dockers' Union", False),
        ("de", "Weberei Lindau GmbH", True),
        ("de", "Fischereiverband Rügen", False),
    ],
)
def test_bodies_that_one_tours(language, name, expected):
    span = Span(start=0, end=len(name), label="ORG", text=name, rule="test")
    assert is_toured(span, lexicon_of(language)) is expected


def test_a_toured_company_is_listed_as_body_and_site(resolve):
    found = resolve("They toured [ORG Kelso Steel Ltd.] on foot.")
    assert [body.name for body in found.organizations] == ["Kelso Steel Ltd."]
    assert [site.name for site in found.sites] == ["Kelso Steel Ltd."]


def test_a_museum_is_a_site_alone(resolve):
    found = resolve("They toured the [SITE Rope Museum] and again the [SITE Rope Museum].")
    assert found.organizations == []
    (site,) = found.sites
    assert (site.id, site.name, len(site.mentions)) == ("s1", "Rope Museum", 2)


def test_an_office_among_the_members_of_a_list_does_not_end_it(resolve):
    found = resolve(
        "They toured the [SITE Rope Museum] in [LOC Kelso], where the long serving and well loved "
        "[TITLE curator] [PER Ann Lee] met them, and on [DATE=2021-05-04 4 May] the [SITE Old Mill]."
    )
    assert [site.name for site in found.sites] == ["Rope Museum", "Old Mill"]


def test_the_body_of_an_office_in_a_list_was_not_visited(resolve):
    found = resolve(
        "They toured the [SITE Rope Museum] with [TITLE chairman] [ORG Kelso Dockers' Union] [PER A B]."
    )
    assert [site.name for site in found.sites] == ["Rope Museum"]
