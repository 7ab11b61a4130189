"""Where a batch has its inputs and its output."""

from __future__ import annotations

from types import SimpleNamespace

import pytest


@pytest.fixture
def batch(tmp_path):
    """Where a batch has its inputs and its output, and ways to write and read them."""
    folder = tmp_path / "in"
    folder.mkdir()
    out = tmp_path / "out.jsonl"

    def write(count, text="Alda {} met the mayor."):
        for number in range(count):
            (folder / f"{number:04}.txt").write_text(text.format(number), encoding="utf-8")

    return SimpleNamespace(
        folder=folder, out=out, errors=tmp_path / "out.jsonl.errors.jsonl", write=write
    )
