"""Discovery and loading of language packs: TOML in, typed :class:`~visitex.lang.pack.Pack` out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from visitex.errors import PackError, UsageError
from visitex.lang.pack import Pack

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SHIPPED = Path(__file__).parent / "packs"
BASE = "base"


def load_pack(language: str, extra: tuple[str, ...] = ()) -> Pack:
    """Return the pack of ``language`` (ISO 639-1), merged over what all languages share.

    Args:
        language: the language code, which is the pack's file name without ``.toml``.
        extra: folders that are searched before the shipped packs.

    Raises:
        UsageError: there is no pack for the language.
        PackError: the pack is broken; the message names file, key and reason.
    """
    path = find_packs(extra).get(language)
    if path is None:
        raise UsageError(
            f"no language pack for {language!r}; `visitex languages` lists what is installed"
        )
    return _load(path)


@lru_cache(maxsize=1)
def load_base() -> Pack:
    """Return what all languages share, as a pack of no language."""
    return msgspec.convert(_read(SHIPPED / f"{BASE}.toml"), Pack)


def find_packs(extra: Iterable[str] = ()) -> dict[str, Path]:
    """Return every pack that can be loaded, language code -> file; ``extra`` folders win."""
    found: dict[str, Path] = {}
    for folder in [SHIPPED, *map(Path, reversed(list(extra)))]:
        if not folder.is_dir():
            raise UsageError(f"{folder}: not a folder of language packs")
        found.update({path.stem: path for path in sorted(folder.glob("*.toml"))})
    found.pop(BASE, None)
    return dict(sorted(found.items()))


@lru_cache(maxsize=32)
def _load(path: Path) -> Pack:
    merged = _merge(_read(SHIPPED / f"{BASE}.toml"), _read(path))
    try:
        return msgspec.convert(merged, Pack)
    except msgspec.ValidationError as error:
        raise PackError(f"{path}: {error}") from error


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: {error}") from error


def _merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Lay one table over another: tables merge, lists are joined base first, the rest is replaced."""
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            merged[key] = _merge(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            merged[key] = [*old, *value]
        else:
            merged[key] = value
    return merged
