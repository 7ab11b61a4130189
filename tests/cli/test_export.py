"""`visitex export`: every format by name, and outputs that are refused."""

from __future__ import annotations

import json
import sys

import pytest

from visitex.cli import export
from visitex.export.formats import FOLDERS, FORMATS
from visitex.extract import Extractor
from visitex.io.read import read_document

TEXT = "On 3 May 2024 Ann Lee, Mayor of Kelso, received Bo Dahl at Mill Hall.\n"


@pytest.fixture
def results(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    report = Extractor(language="en").extract(read_document("a.txt"))
    (tmp_path / "r.jsonl").write_text(report.to_json(indent=None) + "\n")
    return tmp_path / "r.jsonl"


def test_the_formats_are_those_that_there_are():
    assert export.FORMATS == FORMATS


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written(visitex, results, tmp_path, form):
    result = visitex("export", results, "--to", form, "-o", tmp_path / "out")
    assert (result.code, result.err) == (0, "")
    out = tmp_path / "out"
    written = list(out.iterdir()) if form in FOLDERS else [out]
    assert all(path.stat().st_size for path in written)
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".tmp")]


def test_stdout_and_stdin(visitex, results):
    result = visitex("export", "-", "--to", "jsonld", "-o", "-", stdin=results.read_bytes())
    assert result.code == 0
    assert json.loads(result.out)["@type"] == "NewsArticle"


def test_a_bad_record_is_named_and_the_rest_is_written(visitex, results, tmp_path):
    with results.open("a") as stream:
        stream.write("{cut}\n")
    result = visitex("export", results, "--to", "jsonld", "-o", tmp_path / "out")
    assert result.code == 1
    assert "r.jsonl:2: no record of visitex" in result.err
    assert len((tmp_path / "out").read_text().splitlines()) == 1


def test_an_output_that_is_there_is_kept(visitex, results, tmp_path):
    (tmp_path / "out").write_text("mine")
    result = visitex("export", results, "--to", "jsonld", "-o", tmp_path / "out")
    assert result.code == 2
    assert "is there already" in result.err
    assert (tmp_path / "out").read_text() == "mine"
    assert visitex("export", results, "--to", "jsonld", "--force", "-o", tmp_path / "out").code == 0
    assert (tmp_path / "out").read_text() != "mine"


@pytest.mark.parametrize(
    ("form", "output", "why"),
    [
        ("csv", "-", "is a folder of files"),
        ("csv", "r.jsonl", "is a file"),
        ("ftm", ".", "is a folder"),
        ("ftm", "none/out", "there is no folder"),
    ],
)
def test_a_wrong_output_is_refused(visitex, results, form, output, why):
    result = visitex("export", results, "--to", form, "-o", output)
    assert result.code == 2
    assert why in result.err
    assert len(result.err.splitlines()) == 1


def test_a_library_that_is_missing_is_named(visitex, results, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    result = visitex("export", results, "--to", "ftm", "-o", tmp_path / "out")
    assert result.code == 2
    assert "pip install 'visitex[ftm]'" in result.err
    assert not (tmp_path / "out").exists()
