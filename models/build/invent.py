"""Invents bodies, sites and titles from the small grammars in ``models/configs/invent``."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tomllib

FOLDER = Path(__file__).resolve().parent.parent / "configs" / "invent"
_SLOT = re.compile(r"\$([a-z0-9]+)\+?|%([A-Z]+)")


@cache
def _grammar(lang: str) -> dict[str, Any]:
    path = FOLDER / f"{lang}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _acronym(rng: random.Random) -> str:
    return "".join(rng.choices(string.ascii_uppercase, k=rng.choice([2, 3, 3, 4, 4, 5])))


@dataclass(frozen=True)
class Known:
    """Names of places and families that inventions may hold."""

    places: Sequence[str]
    families: Sequence[str]


def invent_thing(lang: str, label: str, before: str, known: Known, rng: random.Random) -> str:
    """Return an invented name for a label behind a word, or nothing where no grammar has one."""
    grammar = _grammar(lang)
    lists = grammar.get(label, {})
    patterns = lists.get(grammar.get("after", {}).get(before, "bare"))
    if not patterns or not known.places or not known.families:
        return ""
    words: dict[str, list[str]] = grammar["words"]
    drawn = {"PLACE": known.places, "FAMILY": known.families}

    def fill(match: re.Match[str]) -> str:
        if match[1]:
            return rng.choice(words[match[1]])
        return _acronym(rng) if match[2] == "ACRONYM" else rng.choice(drawn[match[2]])

    text: str = rng.choice(patterns)
    while _SLOT.search(text):
        text = _SLOT.sub(fill, text)
    return text
