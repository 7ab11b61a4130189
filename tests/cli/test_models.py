"""`visitex models`: one line a pipeline that ships."""

from __future__ import annotations

from pathlib import Path


def test_the_shipped_pipelines_are_listed(visitex):
    result = visitex("models")
    assert (result.code, result.err) == (0, "")
    rows = [line.split("\t") for line in result.out.splitlines()]
    assert {"en", "de"} <= {row[0] for row in rows}
    for name, version, size, path in rows:
        assert version
        assert 0 < float(size.removesuffix(" MB")) < 100
        assert Path(path, "meta.json").is_file()
        assert Path(path).name == name
