"""What a mention resolves to: one key for each person, body, site or place of a report."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Key(NamedTuple):
    """An entry: ``at`` is its index among people or bodies, ``name`` that of a place or site."""

    kind: Literal["person", "body", "place", "site"]
    at: int = -1
    name: str = ""


def person_key(at: int) -> Key:
    """Return the key of the person with index ``at``."""
    return Key("person", at)


def body_key(at: int) -> Key:
    """Return the key of the body with index ``at``."""
    return Key("body", at)


def place_key(name: str) -> Key:
    """Return the key of a territory."""
    return Key("place", name=name)
