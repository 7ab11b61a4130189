"""Shapes of output are streams: a report is written before the next one is made."""

from __future__ import annotations

import json
import re

import pytest

from visitex.cli.output import shape, write_chunks
from visitex.report import Report, Source, Visit


def report(number):
    return Report(
        source=Source(sha256=f"{number:064x}", chars=number),
        lang=None,
        published=None,
        reference_date=None,
        dates=[],
        people=[],
        organizations=[],
        sites=[],
        visit=Visit(),
        warnings=[],
    )


@pytest.mark.parametrize("form", ["json", "jsonl", "table"])
def test_reports_are_taken_one_at_a_time(form):
    made = []

    def reports():
        for number in range(3):
            made.append(number)
            yield report(number)

    chunks = shape(reports(), form, several=True, compact=False, colour=False)
    for number in range(3):
        next(chunks)
        assert made == list(range(number + 1))


@pytest.mark.parametrize("compact", [True, False])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_an_array_is_json_however_long(count, compact):
    reports = map(report, range(count))
    text = "".join(shape(reports, "json", several=True, compact=compact, colour=False))
    assert [entry["source"]["chars"] for entry in json.loads(text)] == list(range(count))


@pytest.mark.parametrize("form", ["json", "jsonl", "table"])
def test_no_report_gives_no_chunk(form):
    assert list(shape([], form, several=True, compact=False, colour=False)) == []


def test_colour_changes_nothing_but_colour():
    plain = "".join(shape([report(1)], "json", several=False, compact=False, colour=False))
    painted = "".join(shape([report(1)], "json", several=False, compact=False, colour=True))
    assert painted != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


def test_a_file_appears_only_with_its_first_chunk(tmp_path):
    write_chunks(str(tmp_path / "none.json"), iter([]))
    assert list(tmp_path.iterdir()) == []
    write_chunks(str(tmp_path / "some.json"), iter(["ä", "b\n"]))
    assert (tmp_path / "some.json").read_bytes() == b"\xc3\xa4b\n"
