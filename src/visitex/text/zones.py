"""What a layout is made of: zones over the untouched text, and the values on the page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

Kind = Literal[
    "masthead",
    "title",
    "header",
    "dateline",
    "byline",
    "credit",
    "caption",
    "source",
    "url",
    "boilerplate",
    "contact",
    "table",
    "programme",
    "heading",
    "bullet",
    "published",
    "place",
    "source_name",
    "stamp",
    "cell",
]
"""Every kind of zone.

Outer kinds: ``masthead`` (the page's own name, navigation), ``title`` (headline and subtitles),
``header`` (date, views, font size, press release number), ``dateline`` (place, date and agency in
front of a text), ``byline`` (author, editors, signature), ``credit`` (photographer), ``caption``,
``source``, ``url``, ``boilerplate`` (share bars, links, counters, phones), ``contact`` (a person or
office to turn to), ``table``, ``programme`` (a line that starts with a time or date), ``heading``,
``bullet`` (one item of a list).

Inner kinds, which lie inside an outer one: ``published`` in header, masthead, title or dateline;
``place`` in dateline; ``source_name`` in source, header or dateline; ``stamp`` (time or date) in
programme; ``cell`` in table. ``url``, ``byline``, ``credit`` and ``source`` may lie inside
``header``, ``source`` or ``caption`` as well. Apart from that, zones neither nest nor overlap;
inline ones (dateline, credit, source, byline) stand inside paragraphs of running text.
"""

SILENT: frozenset[Kind] = frozenset(
    {"masthead", "header", "byline", "credit", "caption", "source", "url", "boilerplate"}
)
"""Kinds that never name a person, organization or site of the visit."""

Span = tuple[int, int]


class Zone(msgspec.Struct, frozen=True):
    """A stretch ``text[start:end]`` of one kind."""

    start: int
    end: int
    kind: Kind


class Stretch(msgspec.Struct, frozen=True):
    """A value that the page gives, exactly as it stands: ``text == page[start:end]``."""

    start: int
    end: int
    text: str


class Published(msgspec.Struct, frozen=True):
    """A candidate for the publication date; ``rule`` says where it stands.

    Best first: ``label`` (a field such as "Published:"), ``header`` (a date among the header
    lines), ``dateline``, ``updated`` ("Last updated:"), ``title`` (a date in the headline).
    """

    start: int
    end: int
    text: str
    rule: Literal["label", "header", "dateline", "updated", "title"]


class Table(msgspec.Struct, frozen=True):
    """A table of at least two rows of cells; the row of column headings is not among ``rows``.

    ``columns`` has what each column means: name, title, organization, place, date, number, or None
    where the page does not say (then every entry is None, or the table has no heading row).
    """

    start: int
    end: int
    columns: tuple[str | None, ...]
    rows: tuple[tuple[Stretch, ...], ...]


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the look of a page tells; zones and paragraphs in the order of the text.

    ``paragraphs`` are the stretches of running text, without titles, furniture, tables and
    programme lines; ``places`` are those named in datelines; ``sources`` the agencies, papers and
    bodies named as the source; ``published`` has the best candidate first.
    """

    zones: tuple[Zone, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    title: Stretch | None = None
    author: Stretch | None = None
    url: Stretch | None = None
    published: tuple[Published, ...] = ()
    places: tuple[Stretch, ...] = ()
    sources: tuple[Stretch, ...] = ()
    tables: tuple[Table, ...] = ()

    def spans(self, kinds: Iterable[Kind]) -> list[Span]:
        """Return the stretches that zones of these kinds cover: sorted, merged, not overlapping."""
        wanted = frozenset(kinds)
        merged: list[Span] = []
        for zone in self.zones:
            if zone.kind not in wanted:
                continue
            if merged and zone.start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(merged[-1][1], zone.end))
            else:
                merged.append((zone.start, zone.end))
        return merged


def touches(spans: Sequence[Span], start: int, end: int) -> bool:
    """Tell whether ``start:end`` shares a character with one of the sorted, disjoint spans."""
    place = bisect_left(spans, (end, -1))
    return start < end and place > 0 and spans[place - 1][1] > start
