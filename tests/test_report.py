"""The output types: order of keys, the JSON they make, and the schema that it is valid against."""

from __future__ import annotations

import copy
import json
import re

import jsonschema
import msgspec
import pytest

from visitex.report import (
    Date,
    Evidence,
    Mention,
    Organization,
    Person,
    Post,
    Report,
    Site,
    Source,
    Visit,
    json_schema,
)

KEYS = [
    "schema",
    "source",
    "lang",
    "published",
    "reference_date",
    "dates",
    "people",
    "organizations",
    "sites",
    "visit",
    "warnings",
]
MENTION = Mention(text="Émile “Mimi” Ouédraogo", start=3, end=25, rule="model:en")
REPORT = Report(
    source=Source(path="a/b.txt", sha256="ab" * 32, chars=31, encoding="utf-8", title="Ein Besuch"),
    lang="en",
    published="2024-01-09",
    reference_date=None,
    dates=[
        Date(
            id="d1",
            text="the afternoon of December 6",
            value="2023-12-06TAF",
            role="visit",
            anchored_by="reference",
            mentions=[MENTION],
        )
    ],
    people=[
        Person(
            id="p1",
            name="Émile “Mimi” Ouédraogo",
            also=["Ouédraogo"],
            honorific="Dr.",
            role="visitor",
            posts=[Post(title="Mayor", organization=None)],
            mentions=[MENTION],
        )
    ],
    organizations=[Organization(id="o1", name="X", also=[], acronym=None, mentions=[MENTION])],
    sites=[Site(id="s1", name="Y", also=[], mentions=[MENTION])],
    visit=Visit(start="2023-12-06", evidence=[Evidence(start=0, end=31, rule="cue:led")]),
    warnings=[],
)


@pytest.fixture(scope="module")
def validator():
    jsonschema.Draft202012Validator.check_schema(json_schema())
    return jsonschema.Draft202012Validator(json_schema())


def test_keys_come_in_the_documented_order():
    assert list(REPORT.to_dict()) == KEYS
    assert list(json.loads(REPORT.to_json())) == KEYS


def test_dict_and_json_say_the_same():
    assert json.loads(REPORT.to_json()) == REPORT.to_dict()
    assert json.loads(REPORT.to_json(indent=None)) == REPORT.to_dict()


def test_json_is_readable_text_without_escapes():
    assert "Émile “Mimi” Ouédraogo" in REPORT.to_json()
    assert "\n" not in REPORT.to_json(indent=None)
    assert '\n    "path"' in REPORT.to_json(indent=4).replace("        ", "    ")


def test_lone_surrogates_are_escaped():
    odd = msgspec.structs.replace(REPORT, source=Source(path="\udcff.txt", sha256="", chars=1))
    for indent in (None, 2):
        assert json.loads(odd.to_json(indent=indent).encode("utf-8")) == odd.to_dict()


def test_json_reads_back_into_the_same_report():
    assert msgspec.json.decode(REPORT.to_json(), type=Report) == REPORT


def test_the_schema_accepts_a_report(validator):
    validator.validate(REPORT.to_dict())


@pytest.mark.parametrize(
    "path",
    [
        (),
        ("source",),
        ("dates", 0),
        ("people", 0),
        ("people", 0, "posts", 0),
        ("people", 0, "mentions", 0),
        ("organizations", 0),
        ("sites", 0),
        ("visit",),
        ("visit", "evidence", 0),
    ],
)
def test_the_schema_wants_every_key_and_no_other(validator, path):
    def entry(report):
        for step in path:
            report = report[step]
        return report

    for key in list(entry(REPORT.to_dict())):
        report = copy.deepcopy(REPORT.to_dict())
        del entry(report)[key]
        assert not validator.is_valid(report), key
    report = copy.deepcopy(REPORT.to_dict())
    entry(report)["surprise"] = 1
    assert not validator.is_valid(report)


TIMEX = [
    "2023",
    "2023-12",
    "2023-12-06",
    "2023-Q4",
    "2023-H1",
    "2023-W49",
    "2015-SP",
    "2023-12-06TMO",
    "2023-12-06T15:30",
    "2019-05-07/2019-05-09",
    "1980/1989",
    "2013/2014",
    "XXXX-11-26",
    "XXXX-10",
    "XXXX-WXX-4",
    "XXXX-WXX-4TEV",
]
NOT_TIMEX = [
    "",
    "December 6",
    "23-12-06",
    "2023-12-6",
    "2023-13",
    "2023-12-32",
    "2023-12-06TXX",
    "2023/",
    "XXXX-XX",
    "now",
]


@pytest.mark.parametrize(("values", "valid"), [(TIMEX, True), (NOT_TIMEX, False)])
def test_the_schema_knows_timex_values(validator, values, valid):
    for value in values:
        report = REPORT.to_dict()
        report["dates"][0]["value"] = value
        assert validator.is_valid(report) is valid, value


def test_the_visit_takes_days_not_times(validator):
    for value, valid in [("2023-12-06", True), ("XXXX-12", True), (None, True), ("2023TAF", False)]:
        report = REPORT.to_dict()
        report["visit"]["end"] = value
        assert validator.is_valid(report) is valid, value


def test_descriptions_are_the_docstrings_without_their_indentation():
    for name, entry in json_schema()["$defs"].items():
        assert entry["description"], name
        assert not re.search(r"\n +|``", entry["description"]), name


def test_reports_are_frozen():
    with pytest.raises(AttributeError):
        REPORT.lang = "de"
