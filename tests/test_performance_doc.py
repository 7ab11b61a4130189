"""docs/performance.md: the function for Spark and Dask runs on plain partitions."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

from visitex import Extractor

TEXT = (Path(__file__).parents[1] / "docs" / "performance.md").read_text(encoding="utf-8")
REPORT = "Mayor Ann Lee of Kelso received the delegation on 6 May 2024."


def test_the_recipe_reads_partitions_as_the_extractor_would():
    code = TEXT.split("<!-- recipe -->\n```python\n")[1].split("```")[0]
    names = {}
    exec(code, names)
    frames = [pd.DataFrame({"id": ["a"], "text": [REPORT]}), pd.DataFrame({"id": [], "text": []})]
    first, empty = names["read_partitions"](iter(frames))
    assert list(first.columns) == ["id", "record"]
    assert json.loads(first["record"][0]) == json.loads(Extractor().extract(REPORT).to_json())
    assert len(empty) == 0
