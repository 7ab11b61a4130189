"""`visitex models`: a line for each pipeline that ships, and the way to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_the_shipped_pipelines_are_listed(visitex):
    result = visitex("models")
    assert (result.code, result.err) == (0, "")
    headings, *rows = [line.split("\t") for line in result.out.splitlines()]
    assert headings == ["name", "version", "languages", "labels", "size", "F1 on dev"]
    assert {"en", "de", "east", "xx"} == {row[0] for row in rows}
    for name, version, languages, labels, size, scores in rows:
        assert version
        assert name in {"east", "xx", languages}
        assert set(labels.split()) == {"PER", "TITLE", "ORG", "SITE", "LOC"}
        assert 0 < float(size.removesuffix(" MB")) < 100
        told = dict(score.split() for score in scores.split(", "))
        assert set(told) == set(languages.split())
        assert all(0 < float(score) < 1 for score in told.values())


@pytest.mark.parametrize("name", ["en", "de", "east", "xx"])
def test_the_path_leads_to_the_pipeline(visitex, name):
    result = visitex("models", "path", name)
    assert result.code == 0
    meta = json.loads(Path(result.out.strip(), "meta.json").read_text(encoding="utf-8"))
    assert meta["pipeline"] == ["tok2vec", "ner"]


def test_a_pipeline_that_does_not_ship_has_no_path(visitex):
    result = visitex("models", "path", "tlh")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "visitex: no pipeline named 'tlh'; `visitex models` lists what is installed\n"
    )
