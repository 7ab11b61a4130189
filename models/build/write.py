"""Writes a trained pipeline to disk, with nothing in it that it does not need."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import srsly
from spacy.language import Language

from .train import Shape, network


def prune(nlp: Language, name: str, shape: Shape, scratch: list[Any] | None = None) -> Language:
    """Return the same pipeline without the strings that training has collected."""
    clean = network(name, shape)
    clean.initialize()
    for pipe in ("tok2vec", "ner"):
        state = nlp.get_pipe(pipe).to_bytes(exclude=["vocab"])  # type: ignore[attr-defined]
        clean.get_pipe(pipe).from_bytes(state, exclude=["vocab"])  # type: ignore[attr-defined]
    return clean


def write(nlp: Language, folder: Path, meta: dict[str, Any]) -> int:
    """Write the pipeline and its ``meta.json``; return its size in bytes."""
    nlp.meta.update(meta)
    nlp.to_disk(folder)
    written = srsly.read_json(folder / "meta.json")
    written.update(meta)
    srsly.write_json(folder / "meta.json", written)
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
