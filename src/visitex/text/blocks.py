"""A line and what has been found out about it: the working copy of the layout."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from visitex.text.lines import Line
from visitex.text.zones import Kind, Span, Zone

Rule = Literal["label", "header", "dateline", "updated", "title"]
Dated = tuple[int, int, Rule]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a line turned out to be; all offsets are into the text, not into the line.

    ``inner`` are zones within the line, ``dated`` the publication dates among them with the rule
    that found each, ``authors`` the names of authors.
    """

    kind: Kind
    inner: tuple[Zone, ...] = ()
    dated: tuple[Dated, ...] = ()
    authors: tuple[Span, ...] = ()


class Block(msgspec.Struct):
    """A line, the kind it was given (None for running text so far) and everything inside it.

    ``prose`` tells running text from short lines, among which titles and furniture are looked for.
    """

    line: Line
    kind: Kind | None = None
    prose: bool = False
    inner: list[Zone] = []
    dated: list[Dated] = []
    authors: list[Span] = []

    def take(self, found: Found) -> None:
        """Give the block the kind that was found, and what lies inside."""
        self.kind = found.kind
        self.inner.extend(found.inner)
        self.dated.extend(found.dated)
        self.authors.extend(found.authors)

    @property
    def open(self) -> bool:
        """Whether the block is a short line that nobody has claimed yet."""
        return self.kind is None and not self.prose


def shifted(line: Line, kind: Kind, start: int, end: int) -> Zone:
    """Return a zone from offsets into a line."""
    return Zone(line.start + start, line.start + end, kind)


def sorted_zones(zones: Iterable[Zone]) -> list[Zone]:
    """Return the zones in the order of the text, outer before inner, each one once."""
    unique = {zone for zone in zones if zone.start < zone.end}
    return sorted(unique, key=lambda zone: (zone.start, -zone.end, zone.kind))
