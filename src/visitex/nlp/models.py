"""Where the shipped pipelines are, and how any other one is found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from visitex.errors import ModelError

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "models", _PACKAGE.parents[1] / "models")
"""In the installed package, and in a source checkout beside ``src``."""


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """A shipped pipeline: ``size`` in bytes on disk, ``meta`` as spaCy writes it."""

    name: str
    path: Path
    meta: dict[str, Any]
    size: int

    @property
    def version(self) -> str:
        """The version of its weights."""
        return str(self.meta["version"])

    @property
    def languages(self) -> list[str]:
        """ISO 639-1 codes of the languages that it was trained for."""
        return list(self.meta["languages"])

    @property
    def labels(self) -> list[str]:
        """The labels of its entities."""
        return list(self.meta["labels"]["ner"])

    @property
    def scores(self) -> dict[str, float]:
        """Exact-span F1 on the development reports, 0 to 1, by language."""
        return {lang: by_label["F"] for lang, by_label in self.meta["performance"]["dev"].items()}


def shipped() -> list[Model]:
    """Return the pipelines that ship with the package, by name."""
    return sorted(_found(), key=lambda model: model.name)


def _found() -> Iterator[Model]:
    for place in _PLACES:
        metas = sorted(place.glob("*/meta.json"))
        for meta in metas:
            size = sum(f.stat().st_size for f in meta.parent.rglob("*") if f.is_file())
            data = json.loads(meta.read_text(encoding="utf-8"))
            yield Model(name=meta.parent.name, path=meta.parent, meta=data, size=size)
        if metas:
            return


def model_path(name: str) -> Path:
    """Return the folder of a shipped pipeline.

    Raises:
        ModelError: no pipeline of that name ships.
    """
    for place in _PLACES:
        if (place / name / "meta.json").is_file():
            return place / name
    raise ModelError(f"no pipeline named {name!r}; `visitex models` lists what is installed")
