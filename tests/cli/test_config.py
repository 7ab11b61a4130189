"""Defaults from a file: where it is found, what it may set, and who wins."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def project(tmp_path, monkeypatch, extractor):  # noqa: ARG001
    """A folder with a report, entered; files go into it by name."""
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/one.txt").write_text("Alda met the mayor.\n")
    monkeypatch.chdir(tmp_path / "inner")
    return tmp_path


def languages(extractor):
    return [call["language"] for call in extractor.calls if "model" in call]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("visitex.toml", 'lang = "de"'),
        ("visitex.toml", '[parse]\nlang = "de"'),
        ("visitex.toml", 'lang = "fr"\n[parse]\nlang = "de"'),
        ("pyproject.toml", '[tool.visitex.parse]\nlang = "de"'),
        ("inner/visitex.toml", 'lang = "de"'),
    ],
)
def test_the_nearest_file_sets_defaults(visitex, project, extractor, file, content):
    (project / "visitex.toml").write_text('lang = "xx"') if file.startswith("inner") else None
    (project / file).write_text(content)
    assert visitex("parse", "one.txt").code == 0
    assert languages(extractor) == ["de"]


def test_the_command_line_wins(visitex, project, extractor):
    (project / "visitex.toml").write_text('lang = "de"\n[parse]\ncompact = true\n')
    result = visitex("parse", "--lang", "fr", "one.txt")
    assert languages(extractor) == ["fr"]
    assert len(result.out.splitlines()) == 1


def test_no_config_looks_for_none(visitex, project, extractor):
    (project / "visitex.toml").write_text('lang = "de"')
    assert visitex("--no-config", "parse", "one.txt").code == 0
    assert languages(extractor) == [None]


def test_a_file_can_be_named(visitex, project, extractor):
    (project / "mine.toml").write_text('lang = "de"')
    assert visitex("--config", project / "mine.toml", "parse", "one.txt").code == 0
    assert languages(extractor) == ["de"]


def test_a_pyproject_of_something_else_counts_for_nothing(visitex, project, extractor):
    (project / "visitex.toml").write_text('lang = "de"')
    (project / "inner/pyproject.toml").write_text("[tool.ruff]\n")
    assert visitex("parse", "one.txt").code == 0
    assert languages(extractor) == ["de"]


def test_paths_are_taken_from_the_folder_of_the_file(visitex, project):
    (project / "visitex.toml").write_text('[parse]\noutput = "out.json"\nformat = "jsonl"\n')
    assert visitex("parse", "one.txt").code == 0
    assert json.loads((project / "out.json").read_text())["lang"] == "en"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("lang =", "cannot be read as TOML"),
        ('tongue = "de"', "'tongue' is an option of no command"),
        ('[parse]\ntongue = "de"', "'tongue' is no option of `visitex parse`"),
        ('[pares]\nlang = "de"', "there is no command 'pares'"),
        ('[parse]\nformat = "xml"', "'xml' is not one of"),
    ],
)
def test_what_is_wrong_in_it_is_named(visitex, project, content, why):
    (project / "visitex.toml").write_text(content)
    result = visitex("parse", "one.txt")
    assert result.code == 2
    assert why in result.err
    assert len(result.err.splitlines()) == 1


def test_config_and_no_config_exclude_each_other(visitex, project):
    (project / "visitex.toml").write_text("")
    result = visitex("--no-config", "--config", project / "visitex.toml", "schema")
    assert (result.code, result.out) == (2, "")
