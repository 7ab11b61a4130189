"""What a pattern can begin with and what it cannot do without, so that few rules are tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"<(?P<classes>[\w|]+)(?::\w+)?>|(?P<look>\(\?<?[=!])|(?P<open>\(\?:|«)|(?P<rest>.)"
)
_OPTIONAL = re.compile(r"[?*]|\{0,")
_QUANTIFIER = re.compile(r"[?*+]|\{\d+(?:,\d*)?\}")


Classes = frozenset[str]


class Shape(NamedTuple):
    """The classes that can begin a pattern, what it needs, and whether it can match nothing.

    Of each set in ``needs`` one class at least stands in every match. What a pattern only looks
    at, ahead or behind, does not count.
    """

    first: Classes
    needs: frozenset[Classes]
    empty: bool


_NOTHING = Shape(frozenset(), frozenset(), empty=True)


def shape_of(pattern: str) -> Shape:
    """Return what can begin a match of the pattern, perhaps with some more, and what it needs."""
    return _Reader(pattern).alternatives()


class _Reader:
    """A recursive descent over the notation of :mod:`visitex.dates.pattern`."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.position = 0

    def alternatives(self) -> Shape:
        """Read alternatives up to the end of the group or pattern."""
        branches = [self._sequence()]
        while self._take("|"):
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        first: Classes = frozenset().union(*(branch.first for branch in branches))
        # one need of each branch, the narrowest, makes a need of them all
        narrowest = [min(branch.needs, key=_breadth, default=None) for branch in branches]
        known = [need for need in narrowest if need is not None]
        joint = {frozenset[str]().union(*known)} if len(known) == len(branches) else set()
        return Shape(first, frozenset(joint), any(branch.empty for branch in branches))

    def _sequence(self) -> Shape:
        first: Classes = frozenset()
        needs: frozenset[Classes] = frozenset()
        empty = True
        for item in self._items():
            if empty:
                first |= item.first
            needs |= item.needs
            empty = empty and item.empty
        return Shape(first, needs, empty)

    def _items(self) -> Iterator[Shape]:
        while self.position < len(self.pattern) and self.pattern[self.position] not in "|)»":
            found = _TOKEN.match(self.pattern, self.position)
            if found is None or found["rest"]:
                raise ValueError(f"no part of the notation: {self.pattern[self.position :]!r}")
            self.position = found.end()
            if found["classes"]:
                classes = frozenset(found["classes"].split("|"))
                item = Shape(classes, frozenset({classes}), empty=False)
            else:
                inside = self.alternatives()
                self.position += 1
                item = _NOTHING if found["look"] else inside
            yield self._quantified(item)

    def _quantified(self, item: Shape) -> Shape:
        quantifier = _QUANTIFIER.match(self.pattern, self.position)
        if quantifier is None:
            return item
        self.position = quantifier.end()
        if _OPTIONAL.match(quantifier.group()):
            return Shape(item.first, frozenset(), empty=True)
        return item

    def _take(self, mark: str) -> bool:
        taken = self.pattern.startswith(mark, self.position)
        self.position += taken
        return taken


def _breadth(classes: Classes) -> tuple[int, list[str]]:
    return len(classes), sorted(classes)
