"""What the look of a page tells: zones over the untouched text, and the values that the page gives.

The text is seen through :func:`~visitex.text.normal.view` and :func:`~visitex.text.normal.fold`;
every offset that leaves this module refers to the text as it was read.
"""

from __future__ import annotations

from collections.abc import Iterable

from visitex.lang.layout_lexicon import LayoutLexicon
from visitex.text.blocks import Block, sorted_zones
from visitex.text.body import bullets, is_prose, programme, read_body
from visitex.text.captions import captions_by_credit, captions_by_pictures, credits_in
from visitex.text.dateline import find_dateline
from visitex.text.foot import read_foot
from visitex.text.furniture import furniture
from visitex.text.head import read_head
from visitex.text.inline import inline_zones
from visitex.text.lines import split
from visitex.text.normal import View, fold, view
from visitex.text.patterns import Patterns, compile_patterns
from visitex.text.tables import RawTable, find_tables
from visitex.text.zones import Layout, Published, Span, Stretch, Table, Zone

DATELINES_IN = 8
"""So many paragraphs are looked at for a full dateline; a page may hold several short reports."""

HEAD_LINES = FOOT_LINES = 60
"""So many lines above and below the running text can be head and foot of a page."""

_RANKS = ("label", "header", "dateline", "updated", "title")


def find_layout(text: str, lexicon: LayoutLexicon) -> Layout:
    """Read the layout of a page.

    Args:
        text: the page as it was read; any string will do.
        lexicon: the ``[layout]`` table of the page's language.

    Returns:
        Zones, paragraphs and values by offsets into ``text``; in time linear to its length.
    """
    seen = view(text)
    patterns = compile_patterns(lexicon)
    blocks = [Block(line) for line in split(fold(seen.text), seen.text)]
    tables = _classify(blocks, patterns)
    return _Writer(text, seen).layout(blocks, tables)


def _classify(blocks: list[Block], patterns: Patterns) -> list[RawTable]:
    """Give every block its kind, from the surest signs to the weakest."""
    for block in blocks:
        found = furniture(block.line, patterns) or programme(block.line, patterns)
        if found is not None:
            block.take(found)
    captions_by_pictures(blocks)
    tables = find_tables(blocks, patterns)
    for block in blocks:
        block.prose = block.kind is None and is_prose(block.line)
    bullets(blocks)
    captions_by_credit(blocks, patterns)
    first, last = _bounds(blocks)
    head, foot = min(first, HEAD_LINES), last + 1 + FOOT_LINES
    read_head(blocks, head, patterns)
    read_body(blocks[head : last + 1] + blocks[foot:], patterns)
    read_foot(blocks[last + 1 : foot], patterns)
    _read_prose(blocks, patterns)
    return tables


def _bounds(blocks: list[Block]) -> Span:
    """Return the index of the first block of the body and of its last one."""
    content = {"table", "programme", "bullet"}
    prose = [index for index, block in enumerate(blocks) if block.prose]
    body = [index for index, block in enumerate(blocks) if block.prose or block.kind in content]
    if not body:
        return len(blocks), len(blocks)
    return body[0], max(prose[-1:] + body[-1:])


def _read_prose(blocks: list[Block], patterns: Patterns) -> None:
    """Find datelines and inline furniture in the running text, and photographers in captions."""
    running = [block for block in blocks if block.kind is None]
    prose = [block for block in running if block.prose] or running
    for number, block in enumerate(prose):
        if number < DATELINES_IN:
            dateline = find_dateline(block.line, patterns, first=number == 0)
            if dateline is not None:
                zone = Zone(block.line.start, block.line.start + dateline.end, "dateline")
                found = dateline.found(block.line)
                block.inner.extend([zone, *found.inner])
                block.dated.extend(found.dated)
        block.inner.extend(
            _apart(block, inline_zones(block.line, patterns, last=block is prose[-1]))
        )
    for block in blocks:
        if block.kind == "caption":
            block.inner.extend(credits_in(block, patterns).inner)


def _apart(block: Block, zones: Iterable[Zone]) -> list[Zone]:
    """Drop what lies inside the block's dateline, which names its own parts."""
    end = max((zone.end for zone in block.inner if zone.kind == "dateline"), default=0)
    return [zone for zone in zones if zone.start >= end]


class _Writer:
    """Brings offsets back to the text as it was read, and cuts the values out of it."""

    def __init__(self, text: str, seen: View) -> None:
        self._text = text
        self._seen = seen

    def layout(self, blocks: list[Block], tables: list[RawTable]) -> Layout:
        zones = sorted_zones(self._zones(blocks))
        return Layout(
            zones=tuple(zones),
            paragraphs=tuple(
                self._back(block.line.start, block.line.end)
                for block in blocks
                if block.kind is None
            ),
            title=self._first(zones, "title"),
            author=self._author(blocks),
            url=self._first(zones, "url"),
            published=self._published(blocks),
            places=self._all(zones, "place"),
            sources=self._all(zones, "source_name"),
            tables=tuple(map(self._table, tables)),
        )

    def _zones(self, blocks: list[Block]) -> Iterable[Zone]:
        for block in blocks:
            if block.kind is not None:
                yield self._zone(Zone(block.line.start, block.line.end, block.kind))
            yield from map(self._zone, block.inner)

    def _back(self, start: int, end: int) -> Span:
        return self._seen.original(start, end)

    def _zone(self, zone: Zone) -> Zone:
        return Zone(*self._back(zone.start, zone.end), zone.kind)

    def _stretch(self, start: int, end: int) -> Stretch:
        low, high = self._back(start, end)
        return Stretch(low, high, self._text[low:high])

    def _first(self, zones: list[Zone], kind: str) -> Stretch | None:
        return next(iter(self._all(zones, kind)), None)

    def _all(self, zones: list[Zone], kind: str) -> tuple[Stretch, ...]:
        return tuple(
            Stretch(zone.start, zone.end, self._text[zone.start : zone.end])
            for zone in zones
            if zone.kind == kind
        )

    def _author(self, blocks: list[Block]) -> Stretch | None:
        spans = [span for block in blocks for span in block.authors if span[0] < span[1]]
        return self._stretch(*spans[0]) if spans else None

    def _published(self, blocks: list[Block]) -> tuple[Published, ...]:
        dated = {entry for block in blocks for entry in block.dated}
        ranked = sorted(dated, key=lambda entry: (_RANKS.index(entry[2]), entry[0]))
        found = []
        for start, end, rule in ranked:
            stretch = self._stretch(start, end)
            found.append(Published(stretch.start, stretch.end, stretch.text, rule))
        return tuple(found)

    def _table(self, table: RawTable) -> Table:
        start, end = self._back(table.start, table.end)
        rows = tuple(tuple(self._stretch(*cell) for cell in row) for row in table.rows)
        return Table(start, end, table.columns, rows)
