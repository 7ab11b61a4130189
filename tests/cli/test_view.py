"""`visitex view`: pages of texts and of results, and calls that are refused."""

from __future__ import annotations

import click
import pytest

TEXT = "On 3 May 2024 Ann Lee, Mayor of Kelso, received Bo Dahl at Mill Hall.\n"


@pytest.fixture
def here(tmp_path, monkeypatch, visitex):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    assert visitex("parse", "a.txt", "-o", "r.json").code == 0
    return tmp_path


def test_a_text(visitex, here):
    result = visitex("view", "a.txt", "-o", "page.html", "--lang", "en", "--date", "2024-05-04")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert "Ann Lee" in (here / "page.html").read_text()


def test_results_and_stdin(visitex, here):
    read = visitex("view", "r.json", "-o", "page.html")
    piped = visitex("view", "-", "-o", "piped.html", stdin=(here / "r.json").read_bytes())
    assert [(it.code, it.err) for it in (read, piped)] == [(0, "")] * 2
    assert (here / "page.html").read_bytes() == (here / "piped.html").read_bytes()


def test_a_report_without_its_text_is_said_and_shown(visitex, here):
    (here / "a.txt").rename(here / "b.txt")
    result = visitex("view", "r.json", "-o", "page.html")
    assert result.code == 0
    assert "1 of 1 reports are shown without their text, as in a.txt" in result.err
    assert "Mill Hall" in (here / "page.html").read_text()
    assert len(visitex("view", "-v", "r.json", "-o", "p2.html").err.splitlines()) == 2
    assert visitex("view", "-q", "r.json", "-o", "p3.html").err == ""


def test_texts_names_their_folder(visitex, here, monkeypatch):
    (here / "sub").mkdir()
    monkeypatch.chdir(here / "sub")
    assert visitex("view", "../r.json", "--texts", "..", "-o", "page.html").err == ""


def test_an_input_that_fails_is_named_and_the_others_are_shown(visitex, here):
    result = visitex("view", "gone.txt", "a.txt", "-o", "page.html")
    assert result.code == 1
    assert result.err.startswith("visitex: gone.txt: ")
    assert "Ann Lee" in (here / "page.html").read_text()


def test_no_report_no_page(visitex, here):
    (here / "r.json").write_text("")
    result = visitex("view", "r.json", "-o", "page.html")
    assert result.code == 1
    assert "holds no report" in result.err
    assert not (here / "page.html").exists()


@pytest.mark.parametrize(
    ("output", "what"), [("b.txt", "is there already"), ("gone/page.html", "no folder")]
)
def test_an_output_that_cannot_be_is_refused(visitex, here, output, what):
    (here / "b.txt").write_text(TEXT)
    result = visitex("view", "r.json", "-o", output)
    assert result.code == 2
    assert what in result.err
    assert (here / "b.txt").read_text() == TEXT


def test_an_input_is_never_written_over(visitex, here):
    result = visitex("view", "a.txt", "-o", "./a.txt", "--force")
    assert (result.code, "is an input too" in result.err) == (2, True)
    assert (here / "a.txt").read_text() == TEXT


def test_force_writes_over(visitex, here):
    (here / "page.html").write_text("old")
    assert visitex("view", "r.json", "-o", "page.html", "--force").code == 0
    assert "Ann Lee" in (here / "page.html").read_text()


def test_open_shows_the_page(visitex, here, monkeypatch):
    opened = []
    monkeypatch.setattr(click, "launch", opened.append)
    assert visitex("view", "r.json", "-o", "my page.html", "--open").code == 0
    assert opened == [(here / "my page.html").as_uri()]
