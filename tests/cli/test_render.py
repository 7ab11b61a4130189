"""The table view: everything is in it, and nothing that a terminal would obey."""

from __future__ import annotations

import os
import re

import pytest

from visitex.cli.render import paint_json, render
from visitex.report import Date, Organization, Person, Post, Report, Site, Source, Visit


def report(**changes):
    fields = {
        "source": Source(path="a.txt", sha256="0" * 64, chars=1),
        "lang": "en",
        "published": None,
        "reference_date": None,
        "dates": [],
        "people": [],
        "organizations": [],
        "sites": [],
        "visit": Visit(),
        "warnings": [],
    }
    return Report(**{**fields, **changes})


def person(name, **changes):
    fields = {"also": [], "honorific": None, "role": "other", "posts": [], "mentions": []}
    return Person(id="p1", name=name, **{**fields, **changes})


FULL = report(
    published="2024-01-09",
    dates=[
        Date(
            id="d1",
            text="9 January",
            value="2024-01-09TAF",
            role="visit",
            anchored_by="reference",
            mentions=[],
        )
    ],
    people=[
        person(
            "Ada Beke",
            also=["Beke"],
            role="visitor",
            posts=[Post(title="Mayor", organization="Ghent"), Post(title="Poet")],
        )
    ],
    organizations=[Organization(id="o1", name="Dyers' Guild", also=[], acronym="DG", mentions=[])],
    sites=[Site(id="s1", name="Belfry", also=["the Belfry of Ghent"], mentions=[])],
    visit=Visit(
        start="2024-01-08",
        end="2024-01-09",
        places=["Ghent"],
        visitors=["Dyers' Guild"],
        hosts=["City Council"],
        head="Ada Beke",
        received_by=["Cees Dorn", "Ella Fons"],
    ),
    warnings=["the weekday does not fall on the date"],
)


def test_everything_is_shown():
    shown = re.sub(r"\s+", " ", render(FULL, colour=False))
    for text in [
        "a.txt · en · published 2024-01-09",
        "2024-01-08 to 2024-01-09",
        "Cees Dorn, Ella Fons",
        "City Council",
        "Ada Beke visitor Mayor, Ghent Beke",
        "Poet",
        "Dyers' Guild DG",
        "Belfry the Belfry of Ghent",
        "2024-01-09TAF visit 9 January",
        "warning: the weekday",
    ]:
        assert text in shown


def test_a_visit_of_one_day_names_it_once():
    shown = render(report(visit=Visit(start="2024-01-08", end="2024-01-08")), colour=False)
    assert shown.count("2024-01-08") == 1


def test_an_empty_report_says_so():
    shown = render(report(), colour=False)
    assert "nothing found that tells of a visit" in shown
    assert "People" not in shown


def test_colour_is_optional():
    assert "\x1b[" not in render(FULL, colour=False)
    assert "\x1b[" in render(FULL, colour=True)


@pytest.mark.parametrize("name", ["[bold]Ada[/bold]", ":smile: Ada", "Ada [/] Beke"])
def test_text_is_no_markup(name):
    assert name in render(report(people=[person(name)]), colour=False)


@pytest.mark.parametrize("control", ["\x1b]0;owned\x07", "\x9b2J", "\x7f", "\u202e"])
def test_control_characters_are_spelt_out(control):
    hostile = f"Ada{control}Beke"
    shown = render(
        report(
            source=Source(path=hostile, sha256="0" * 64, chars=1, title=hostile),
            people=[person(hostile, posts=[Post(title=hostile)])],
            visit=Visit(head=hostile),
            warnings=[hostile],
        ),
        colour=False,
    )
    assert shown.count("Ada\\") == 5 + 1
    for char in control:
        assert char.isprintable() or char not in shown


def test_a_terminal_that_says_it_has_no_width_is_served(monkeypatch):
    monkeypatch.setattr("visitex.cli.render.get_terminal_size", lambda _: os.terminal_size((0, 0)))
    assert "Ada Beke" in render(FULL, colour=True)
    assert "Ada" in paint_json('{"name": "Ada"}')


def test_a_long_title_ends_in_an_ellipsis():
    source = Source(path="a.txt", sha256="0" * 64, chars=1, title="long " * 50)
    top = render(report(source=source), colour=False).splitlines()[0]
    assert "… ─" in top
    assert len(top) == len(render(FULL, colour=False).splitlines()[0])
