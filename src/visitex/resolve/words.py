"""Comparing names: as words, without case, accents of punctuation or legal forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from visitex.text.normal import clean

_WORD = re.compile(r"[^\W_]+(?:[.'’&/][^\W_]+)*", re.UNICODE)
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case; a name in Han characters is one word a character."""
    found: list[str] = []
    for word in _WORD.findall(clean(name)):
        found += list(word) if _HAN.match(word) else [word.casefold()]
    return tuple(found)


def contains(long: Sequence[str], short: Sequence[str]) -> bool:
    """Say whether all words of ``short`` stand in ``long`` in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def starts_with(long: Sequence[str], short: Sequence[str]) -> bool:
    """Say whether ``long`` begins with the words of ``short``."""
    return len(short) <= len(long) and tuple(long[: len(short)]) == tuple(short)


def initials(name: str) -> str:
    """Return the capitals that words of a name begin with: the letters of its acronym."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]\w*", name) if word[0].isupper())


def is_acronym(name: str) -> bool:
    """Say whether a name looks like an acronym: short, mostly capitals."""
    letters = [char for char in name if char.isalpha()]
    if not 2 <= len(name) <= 12 or " " in name.strip() or not letters:
        return False
    return sum(char.isupper() for char in letters) * 2 > len(letters) and letters[0].isupper()
