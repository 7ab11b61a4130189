"""`visitex evaluate`: tables, JSON, thresholds, and gold that cannot be read."""

from __future__ import annotations

import json

import pytest

TEXT = "On 3 May 2024 Ann Lee, Mayor of Kelso, received Bo Dahl at Mill Hall.\n"


@pytest.fixture(scope="module")
def gold(tmp_path_factory):
    """A report with gold that asks for one person more than the text has."""
    folder = tmp_path_factory.mktemp("gold")
    (folder / "one.txt").write_text(TEXT)
    people = [{"name": name, "role": "other"} for name in ("Ann Lee", "Bo Dahl", "Cy Young")]
    dates = [{"value": "2024-05-03"}]
    (folder / "one.json").write_text(json.dumps({"lang": "en", "people": people, "dates": dates}))
    return folder


def test_a_row_for_each_field(visitex, gold):
    result = visitex("evaluate", gold)
    assert (result.code, result.err) == (0, "")
    rows = [line.split() for line in result.out.splitlines() if line.split()]
    assert ["1", "reports", "P", "R", "F1", "right", "false", "missed"] in rows
    assert ["people", "1.000", "0.667", "0.800", "2", "0", "1"] in rows


def test_a_row_for_each_language(visitex, gold):
    rows = visitex("evaluate", "--by", "lang", gold).out.splitlines()
    row = next(line.split() for line in rows if line.split()[:1] == ["en"])
    assert row[:4] == ["en", "1", "1.000", "0.800"]


def test_faults_are_listed(visitex, gold):
    out = visitex("evaluate", "--errors", gold).out
    assert [line.split() for line in out.splitlines() if "cy young" in line] == [
        ["one", "-", "people", "cy", "young"]
    ]


def test_json_has_all_figures(visitex, gold):
    answer = json.loads(visitex("evaluate", "--json", "--errors", gold).out)
    assert answer["reports"] == answer["languages"]["en"]["reports"] == 1
    assert answer["fields"]["dates"]["f1"] == 1
    assert answer["fields"]["people"]["missed"] == 1
    miss = {"report": "one", "kind": "miss", "field": "people", "value": ["cy young"]}
    assert {**miss, "start": None, "end": None} in answer["errors"]
    assert "errors" not in json.loads(visitex("evaluate", "--json", gold).out)


def test_what_falls_short_ends_with_one(visitex, gold):
    result = visitex("evaluate", "--min", "people=0.9,dates=0.9", gold)
    assert result.code == 1
    assert result.err == "visitex: falls short: people 0.800 < 0.9\n"
    assert visitex("evaluate", "--min", "people=0.8", gold).code == 0


@pytest.mark.parametrize(
    ("minimum", "why"),
    [("people", "'people' is not field=F1"), ("persons=0.5", "'persons' is no field")],
)
def test_a_wrong_minimum_is_refused(visitex, gold, minimum, why):
    result = visitex("evaluate", "--min", minimum, gold)
    assert result.code == 2
    assert why in result.err
    assert len(result.err.splitlines()) == 1


def test_a_folder_without_gold_is_refused(visitex, tmp_path):
    result = visitex("evaluate", tmp_path)
    assert result.code == 2
    assert "no gold" in result.err


def test_broken_gold_is_named_and_the_rest_is_scored(visitex, gold, tmp_path):
    (tmp_path / "two.txt").write_text(TEXT)
    (tmp_path / "two.json").write_text("no JSON")
    result = visitex("evaluate", gold, tmp_path)
    assert result.code == 1
    assert "two.json: no gold file" in result.err
    assert len(result.err.splitlines()) == 1
    assert "1 reports" in result.out
