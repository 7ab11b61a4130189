"""The reports in samples/ give the JSON beside them; `make samples` writes it anew."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from visitex import Extractor
from visitex.io.read import read_document
from visitex.report import json_schema

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


@pytest.fixture(scope="module")
def extractor():
    return Extractor()


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request, monkeypatch):
    """A sample, named as `make samples` names it."""
    monkeypatch.chdir(ROOT)
    return request.param.relative_to(ROOT)


def test_there_are_samples_in_three_languages():
    languages = [path.name[:2] for path in SAMPLES]
    assert [languages.count(code) for code in ("en", "de", "fr")] == [3, 2, 1]
    assert {path.stem for path in (ROOT / "samples").glob("*.json")} == {
        path.stem for path in SAMPLES
    }


def test_a_sample_gives_its_json(extractor, sample):
    given = extractor.extract(read_document(str(sample))).to_json() + "\n"
    kept = sample.with_suffix(".json").read_text(encoding="utf-8")
    assert given == kept, "the output changed; run `make samples` and read the diff"


def test_the_json_is_valid_against_the_schema(sample):
    report = json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(json_schema()).validate(report)


def test_offsets_point_at_what_they_say(sample):
    text = read_document(str(sample)).text
    report = json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))
    for key in ("dates", "people", "organizations", "sites"):
        for entry in report[key]:
            assert entry["mentions"], entry
            for mention in entry["mentions"]:
                assert text[mention["start"] : mention["end"]] == mention["text"]
    assert report["source"]["chars"] == len(text)
