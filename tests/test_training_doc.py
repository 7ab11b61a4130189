"""docs/training.md: its commands make a pipeline that scores higher on what was corrected."""

from __future__ import annotations

import contextlib
import io
import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from spacy.cli.train import train

from visitex.cli.main import main
from visitex.nlp.models import model_path

ROOT = Path(__file__).parents[1]
DOC = (ROOT / "docs/training.md").read_text(encoding="utf-8")
# A person who writes her name in small letters, as no shipped pipeline has seen anybody do.
CORRECTED = """\
# lang=en
[PER lia kvist] received a delegation of the city of [LOC Kelso]. [PER lia kvist] showed them round.

# lang=en
On Monday [PER lia kvist], [TITLE President], met [PER Bo Dahl], [TITLE Mayor] of [LOC Hawick].

# lang=en
The guests were received by [PER lia kvist] at [SITE Moffat Castle].

# lang=en
A delegation led by [PER Ann Lee] visited [SITE Mill Hall]. [PER lia kvist] accompanied them.
"""


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.txt").write_text("lia kvist received Bo Dahl, Mayor of Hawick, on 6 May 2024.\n")
    people = [{"name": "lia kvist"}, {"name": "Bo Dahl"}]
    (folder / "a.json").write_text(json.dumps({"lang": "en", "people": people}))
    return folder


def recall(visitex, *args):
    return json.loads(visitex("evaluate", "--json", *args).out)["fields"]["people"]["recall"]


@pytest.fixture
def visitex(capfd):
    def call(*args):
        assert main([str(arg) for arg in args]) == 0
        return SimpleNamespace(out=capfd.readouterr().out)

    return call


def test_corrections_raise_the_score(visitex, gold, tmp_path):
    (tmp_path / "a.txt").write_text(CORRECTED)
    data = tmp_path / "a.spacy"
    visitex("train-data", tmp_path / "a.txt", "-o", data)
    paths = {"start": model_path("en"), "train": data, "dev": data}
    train(
        ROOT / "docs/train.cfg",
        tmp_path / "mine",
        overrides={f"paths.{name}": str(path) for name, path in paths.items()},
    )
    visitex("languages")  # what training said is out of the way
    before = recall(visitex, gold)
    after = recall(visitex, "--model", tmp_path / "mine/model-best", gold)
    assert before < after == 1


def test_the_factory_works_in_any_pipeline():
    code = re.search(r"<!-- recipe:factory -->\n```python\n(.*?)\n```", DOC, re.DOTALL)[1]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "recipe", "exec"), {})
    assert printed.getvalue() == "[('6 May 2024', '2024-05-06')]\n"
