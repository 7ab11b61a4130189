"""The page as a file: its parts, its policy, and reports that would break out of it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from visitex.errors import InputError
from visitex.export.view import Reading, embed, read_inputs, write_view

HOSTILE = '</script><script>x()</script><!--<img src=x onerror="x()">\u202e\u2028\ud800 "onload='


class Outline(HTMLParser):
    """Elements that are open, those that were met, and what scripts and style hold."""

    VOID = ("meta",)

    def __init__(self):
        super().__init__()
        self.open, self.met, self.bodies, self.attributes = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.met.append(tag)
        self.attributes.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)
        if tag in ("script", "style"):
            self.bodies.append([tag, dict(attrs), ""])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in ("script", "style"):
            self.bodies[-1][2] += data


def written(*pairs):
    stream = io.BytesIO()
    assert write_view(pairs, stream) == len(pairs)
    return stream.getvalue().decode("utf-8")


def outline(page):
    parser = Outline()
    parser.feed(page)
    parser.close()
    assert parser.open == []
    return parser


def records(page):
    return json.loads(next(b for _, a, b in outline(page).bodies if a.get("id") == "data"))


@pytest.mark.parametrize("times", [1, 2])
def test_the_policy_names_every_script_and_style_and_nothing_else(report, text, times):
    page = outline(written(*[(report, text)] * times))
    policies = [a for _, a in page.attributes if a.get("http-equiv") == "Content-Security-Policy"]
    policy = policies[0]["content"]
    assert policy.startswith("default-src 'none'; ")
    hashes = {
        base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        for _, attributes, body in page.bodies
        if "type" not in attributes
    }
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes
    assert "unsafe" not in policy
    assert not [a for _, a in page.attributes if {"src", "href", "onload", "style"} & set(a)]


def test_the_chart_library_is_in_pages_of_many_reports_alone(report, text):
    assert "echarts" not in written((report, text))
    assert "Apache" in written((report, text), (report, None))


def test_the_chart_library_is_the_one_that_the_makefile_fetches():
    root = Path(__file__).parents[2]
    version = re.search(r"^ECHARTS := (\S+)$", (root / "Makefile").read_text(), re.M)
    library = files("visitex.export").joinpath("page", "echarts")
    assert f'version:"{version[1]}"' in library.joinpath("echarts.min.js").read_text("utf-8")
    assert "Apache License" in library.joinpath("LICENSE").read_text("utf-8")


def test_no_report_makes_an_element(report, text):
    bad = msgspec.structs.replace(
        report,
        source=msgspec.structs.replace(report.source, title=HOSTILE, path=HOSTILE),
        warnings=[HOSTILE],
    )
    page = written((bad, HOSTILE + text))
    assert outline(page).met == outline(written((report, text))).met
    assert records(page)[0]["warnings"] == [HOSTILE]


def test_records_are_those_of_the_reports(report, silent, text):
    page = records(written((report, text), (silent, None)))
    assert [record["title"] for record in page] == ["=Guests!", None]
    assert [record["text"] for record in page] == [text, None]


def test_data_holds_nothing_that_ends_a_script():
    assert b"<" not in embed(["</script>", "<!--"])
    assert json.loads(embed(["<\ud800", "é"])) == ["<\ud800", "é"]
    assert embed("é") == '"é"'.encode()


class Reader:
    """Stands in for the extractor: gives one report for every text."""

    def __init__(self, report):
        self.report = report
        self.asked = []

    def extract(self, document, *, reference_date):
        self.asked.append((document.text, reference_date))
        return self.report


def test_texts_are_extracted_and_results_are_read(report, text, tmp_path):
    reader = Reader(report)
    (tmp_path / "r.jsonl.gz").write_bytes(gzip.compress(report.to_json(indent=None).encode()))
    paths = [str(tmp_path / name) for name in ("report.txt", "r.jsonl.gz", "gone.txt")]
    refused = []
    reading = Reading(
        refuse=refused.append, miss=pytest.fail, root=str(tmp_path), reference_date="2024-05-07"
    )
    found = list(read_inputs(paths, reader, reading))
    assert found == [(report, text)] * 2
    assert reader.asked == [(text, "2024-05-07")]
    assert ["gone.txt" in str(error) for error in refused] == [True]


def test_a_report_whose_text_has_changed_is_shown_without_it(report, tmp_path):
    (tmp_path / "report.txt").write_text("another")
    (tmp_path / "r.json").write_text(report.to_json(), encoding="utf-8")
    missed = []
    reading = Reading(refuse=pytest.fail, miss=missed.append, root=str(tmp_path))
    found = read_inputs([str(tmp_path / "r.json")], Reader(report), reading)
    assert list(found) == [(report, None)]
    assert [type(error) for error in missed] == [InputError]
