"""Comparing names: as words, without case, accents of punctuation or legal forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from visitex.text.normal import clean

_WORD = re.compile(r"[^\W_]+(?:[.'’&/][^\W_]+)*", re.UNICODE)
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


Entry = TypeVar("Entry")
_NAMES_KEPT = 65_536


class WordIndex(Generic[Entry]):
    """Entries by the words of their names, so that a name is compared only with what shares one."""

    def __init__(self) -> None:
        self._exact: dict[tuple[str, ...], Entry] = {}
        self._by_word: defaultdict[str, list[Entry]] = defaultdict(list)

    def add(self, name: tuple[str, ...], entry: Entry) -> None:
        """Enter a name; the first entry that has it keeps it."""
        if name in self._exact:
            return
        self._exact[name] = entry
        for word in dict.fromkeys(name):
            if entry not in self._by_word[word][-1:]:
                self._by_word[word].append(entry)

    def exact(self, name: tuple[str, ...]) -> Entry | None:
        """Return the entry that has just this name."""
        return self._exact.get(name)

    def sharing(self, shared: Iterable[str]) -> list[Entry]:
        """Return the entries that share one of the words, in the order in which they came."""
        found: dict[int, Entry] = {}
        for word in shared:
            for entry in self._by_word.get(word, ()):
                found.setdefault(id(entry), entry)
        return list(found.values())


@lru_cache(maxsize=_NAMES_KEPT)
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
