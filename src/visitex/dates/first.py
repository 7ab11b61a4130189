"""Which classes can stand first in a pattern, so that a rule is only tried where it can begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"<(?P<classes>[\w|]+)(?::\w+)?>|(?P<look>\(\?<?[=!])|(?P<open>\(\?:|«)|(?P<rest>.)"
)
_OPTIONAL = re.compile(r"[?*]|\{0,")
_QUANTIFIER = re.compile(r"[?*+]|\{\d+(?:,\d*)?\}")


class First(NamedTuple):
    """The classes that can begin a pattern, and whether it can match nothing."""

    classes: frozenset[str]
    empty: bool


def first_classes(pattern: str) -> frozenset[str]:
    """Return every class that a match of the pattern can begin with; perhaps some more.

    What a pattern only looks at, ahead or behind, does not count.
    """
    return _Reader(pattern).alternatives().classes


class _Reader:
    """A recursive descent over the notation of :mod:`visitex.dates.pattern`."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.position = 0

    def alternatives(self) -> First:
        """Read alternatives up to the end of the group or pattern."""
        branches = [self._sequence()]
        while self._take("|"):
            branches.append(self._sequence())
        classes = frozenset().union(*(branch.classes for branch in branches))
        return First(classes, any(branch.empty for branch in branches))

    def _sequence(self) -> First:
        classes: frozenset[str] = frozenset()
        empty = True
        for item in self._items():
            if empty:
                classes |= item.classes
            empty = empty and item.empty
        return First(classes, empty)

    def _items(self) -> Iterator[First]:
        while self.position < len(self.pattern) and self.pattern[self.position] not in "|)»":
            found = _TOKEN.match(self.pattern, self.position)
            if found is None or found["rest"]:
                raise ValueError(f"no part of the notation: {self.pattern[self.position :]!r}")
            self.position = found.end()
            if found["classes"]:
                item = First(frozenset(found["classes"].split("|")), empty=False)
            else:
                inside = self.alternatives()
                self.position += 1
                item = First(frozenset(), empty=True) if found["look"] else inside
            yield self._quantified(item)

    def _quantified(self, item: First) -> First:
        quantifier = _QUANTIFIER.match(self.pattern, self.position)
        if quantifier is None:
            return item
        self.position = quantifier.end()
        return First(item.classes, item.empty or bool(_OPTIONAL.match(quantifier.group())))

    def _take(self, mark: str) -> bool:
        taken = self.pattern.startswith(mark, self.position)
        self.position += taken
        return taken
