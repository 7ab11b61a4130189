"""Tables: at least two rows of cells parted by bars or tabs, with what each column means."""

from __future__ import annotations

import re

import msgspec

from visitex.text.blocks import Block, Found
from visitex.text.lines import Line
from visitex.text.patterns import Patterns
from visitex.text.segments import segments
from visitex.text.zones import Kind, Span, Zone

_RULE = re.compile(r"[|\s:=+\u2500-\u257f-]+")
_WIDEST = 1000


class RawTable(msgspec.Struct, frozen=True):
    """A table by offsets: rows of cells, without the row of headings."""

    start: int
    end: int
    columns: tuple[str | None, ...]
    rows: tuple[tuple[Span, ...], ...]


def find_tables(blocks: list[Block], patterns: Patterns) -> list[RawTable]:
    """Find the tables among lines that nobody claimed, and give their lines the kind ``table``."""
    tables: list[RawTable] = []
    group: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and (not group or not block.line.gap) and _may_be_row(block, group):
            group.append(block)
            continue
        tables.extend(_read(group, patterns))
        group = [block] if block is not None and _may_be_row(block, []) else []
    return tables


def _mark(line: Line) -> str:
    return "|" if "|" in line.text else "\t"


def cells(line: Line) -> list[Span]:
    """Return the cells of a line by offsets into the text, empty ones included."""
    mark = _mark(line)
    text = line.text
    outer = len(text) > 1 and text[0] == mark and text[-1] == mark
    start = 1 if outer else 0
    found: list[Span] = []
    for piece in (text[1:-1] if outer else text).split(mark):
        inner = piece.strip()
        begin = start + (len(piece) - len(piece.lstrip()) if inner else 0)
        found.append((line.start + begin, line.start + begin + len(inner)))
        start += len(piece) + 1
    return found


def _may_be_row(block: Block, group: list[Block]) -> bool:
    line = block.line
    if block.kind not in {None, "boilerplate"} or len(line.text) > _WIDEST:
        return False
    if _RULE.fullmatch(line.text):
        return bool(group) and "|" in line.text
    if block.kind is not None or ("|" not in line.text and "\t" not in line.text):
        return False
    count = len(cells(line))
    return count >= 2 and (not group or count == len(cells(group[0].line)))


def _read(group: list[Block], patterns: Patterns) -> list[RawTable]:
    rows = [block for block in group if not _RULE.fullmatch(block.line.text)]
    if len(rows) < 2 or (len(rows) == 2 and any(_is_header(row.line, patterns) for row in rows)):
        return []
    meanings = _meanings(rows[0].line, patterns)
    body = rows[1:] if any(meanings) else rows
    for block in group:
        block.take(_found(block, "table"))
        block.prose = False
    return [
        RawTable(
            group[0].line.start,
            group[-1].line.end,
            meanings,
            tuple(tuple(cells(block.line)) for block in body),
        )
    ]


def _is_header(line: Line, patterns: Patterns) -> bool:
    """Tell whether the line is rather a bar under the page's name ("News | 3 May 2020")."""
    return any(item.what != "text" for item in segments(line, patterns))


def _meanings(line: Line, patterns: Patterns) -> tuple[str | None, ...]:
    texts = [line.text[start - line.start : end - line.start] for start, end in cells(line)]
    known = [patterns.columns.get(text.strip(" .:*").casefold()) for text in texts]
    with_stop = [patterns.columns.get(text.casefold()) for text in texts]
    found = [one or two for one, two in zip(known, with_stop, strict=True)]
    return tuple(found) if sum(map(bool, found)) * 2 >= len(found) else (None,) * len(found)


def _found(block: Block, kind: Kind) -> Found:
    if _RULE.fullmatch(block.line.text):
        return Found(kind=kind)
    inner = tuple(Zone(start, end, "cell") for start, end in cells(block.line) if start < end)
    return Found(kind=kind, inner=inner)
