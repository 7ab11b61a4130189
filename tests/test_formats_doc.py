"""docs/formats.md: its recipes run, and its tables name what there is."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import duckdb
import jq
import pytest

from visitex.export import csv_tables, parquet
from visitex.export.formats import FORMATS
from visitex.export.label_studio import CONFIG
from visitex.export.results import read_results
from visitex.export.tables import TABLES

ROOT = Path(__file__).parents[1]
DOC = (ROOT / "docs/formats.md").read_text(encoding="utf-8")


def block(mark):
    """Return the code block behind a comment."""
    return re.search(rf"<!-- {mark} -->\n```\w+\n(.*?)\n```", DOC, re.DOTALL)[1]


@pytest.fixture
def results(tmp_path, monkeypatch):
    """visits.jsonl of the samples, and their tables, in the present folder."""
    samples = sorted((ROOT / "samples").glob("*.json"))
    reports = [next(read_results(str(path), refuse=print)) for path in samples]
    lines = "".join(f"{report.to_json(indent=None)}\n" for report in reports)
    (tmp_path / "visits.jsonl").write_text(lines, encoding="utf-8")
    csv_tables.write(reports, tmp_path / "tables")
    parquet.write(reports, tmp_path / "tables")
    monkeypatch.chdir(tmp_path)
    return reports


def test_every_format_is_listed():
    assert re.findall(r"^\| `([a-z-]+)` \| (?:a|JSON)", DOC, re.MULTILINE) == list(FORMATS)


def test_every_column_is_listed():
    told = dict(re.findall(r"^\| `(\w+)` \| (`report`.*) \|$", DOC, re.MULTILINE))
    assert {table: re.findall(r"`(\w+)`", row) for table, row in told.items()} == {
        table: list(columns) for table, columns in TABLES.items()
    }


def test_the_labeling_interface_is_the_one_that_tasks_fit():
    assert block("label-studio:config") == CONFIG


def test_jq(results):
    program = re.fullmatch(r"\$ jq -r '(.*)' visits\.jsonl", block("recipe:jq"))[1]
    records = Path("visits.jsonl").read_text(encoding="utf-8")
    lines = jq.compile(program).input_text(records).all()
    met = {(r.visit.head or "", host) for r in results for host in r.visit.received_by}
    assert {tuple(line.split("\t")) for line in lines} == met


def test_pandas(results):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block("recipe:pandas"), "recipe", "exec"), {})
    came = {p.name for report in results for p in report.people if p.role == "visitor"}
    shown = [name for name in came if name in printed.getvalue()]
    assert len(shown) == min(10, len(came))


def test_duckdb(results):
    rows = duckdb.execute(block("recipe:duckdb")).fetchall()
    hosts = {(r.visit.start and r.visit.start[:4], h) for r in results for h in r.visit.hosts}
    assert {row[:2] for row in rows} == hosts


def test_duckdb_on_parquet(results):
    rows = duckdb.execute(block("recipe:parquet")).fetchall()
    posts = {
        (person.name, post.title, post.organization)
        for report in results
        for person in report.people
        for post in person.posts
        if person.name in report.visit.received_by
    }
    assert {row[:3] for row in rows} == posts
