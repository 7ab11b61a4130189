"""Between head and foot: what is running text, programmes, lists and headings."""

from __future__ import annotations

import re
from itertools import pairwise

from visitex.text.blocks import Block, Found, shifted
from visitex.text.lines import Line
from visitex.text.patterns import Patterns
from visitex.text.words import CAPITAL

_BULLET = re.compile(
    r"[\u2022\u25cf\u25aa\u25a0\u25c6\u25e6\u2023\u25ba\u2713\u2714\u27a2\u2043\u00b7]\s*(?=\S)"
)
_DASH_BULLET = re.compile(r"[*\u2013-]\s+(?=\S)|\d{1,2}[.)]\s+(?=\S)|[a-z]\)\s+(?=\S)")
_BEHIND_STAMP = re.compile(r"\s?[:;]\s|\s[-\u2013]\s|\s?[-\u2013]\s|\s{2,}|\t|\s?:$|\s?\|\s?")
_BEHIND_DATE = re.compile(r"\s?[:;](?:\s|$)|\s{2,}|\t")
_RANGE = re.compile(r"\d{1,2}\.?\s?[-\u2013/]\s?")

_TWO_SENTENCES = re.compile(rf"\w{{3}}[.!?\u3002][\"')]?\s*[\"'(]?(?:{CAPITAL}|[\u3400-\u9fff])")
_INITIALS_END = re.compile(r"(?:\b\w\.){2,}$")

PROSE_WIDTH = 50
TWO_SENTENCES_WIDTH = 100
LONG_WIDTH = 120
ALWAYS_PROSE = 220
HEADING_WIDTH = 110


def is_prose(line: Line) -> bool:
    """Tell running text from a short line: by its length, its end and sentence ends inside."""
    if line.ends_in_stop and not _INITIALS_END.search(line.text[-12:]):
        return line.width >= PROSE_WIDTH
    if line.width >= TWO_SENTENCES_WIDTH and _TWO_SENTENCES.search(line.text):
        return True
    if line.ends_sentence or line.text.endswith((":", ";", ",")):
        return line.width >= LONG_WIDTH
    return line.width >= ALWAYS_PROSE


def programme(line: Line, patterns: Patterns) -> Found | None:
    """Return a line that begins with a clock time or a date set off from what happens then."""
    text = line.text
    start = len(text) - len(text.lstrip("-\u2013\u2022* "))
    clock = patterns.clock(text[start : start + 60])
    date = patterns.dates.at(text, start, short=True)
    if clock and (date is None or date - start <= clock):
        end = start + clock
        spaced = (
            text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and not is_prose(line)
        )
        if spaced or _BEHIND_STAMP.match(text, end):
            return Found(kind="programme", inner=(shifted(line, "stamp", start, end),))
        return None
    span = _RANGE.match(text, start)
    if date is None and span is not None:
        found = patterns.dates.span_end(text, span.end())
        date = found
    if date is not None and _BEHIND_DATE.match(text, date) and _says_more(text[date:], patterns):
        return Found(kind="programme", inner=(shifted(line, "stamp", start, date),))
    return None


def _says_more(text: str, patterns: Patterns) -> bool:
    """Tell whether something happens behind a date, rather than more fields of a page's head."""
    return any(map(str.isalnum, text)) and not patterns.fields(text)


def bullets(blocks: list[Block]) -> None:
    """Mark the items of lists; dashes and numbers count where two items follow one another."""
    dashed = [bool(_DASH_BULLET.match(block.line.text)) for block in blocks]
    for index, block in enumerate(blocks):
        if block.kind is not None:
            continue
        near = any(dashed[max(index - 1, 0) : index]) or any(dashed[index + 1 : index + 2])
        listed = dashed[index] and near and not is_prose(block.line)
        if _BULLET.match(block.line.text) or listed:
            block.kind = "bullet"


def read_body(blocks: list[Block], patterns: Patterns) -> None:
    """Tell headings, day lines of a programme and lists among the short lines."""
    for block in blocks:
        if block.open and _is_day(block.line, patterns):
            stamp = shifted(block.line, "stamp", 0, len(block.line.text))
            block.take(Found(kind="programme", inner=(stamp,)))
    for before, block in pairwise(blocks):
        if block.open and not block.line.gap and before.kind == "programme":
            block.kind = "programme"
    run: list[Block] = []
    for block in blocks:
        if not block.open or block.line.gap:
            _close_run(run)
            run = []
        if block.open:
            run.append(block)
    _close_run(run)


def _is_day(line: Line, patterns: Patterns) -> bool:
    text = line.text[:80].rstrip(" :")
    return patterns.dates.at(text, 0, short=True) == len(text) or bool(
        patterns.weekday.fullmatch(line.text)
    )


def _close_run(run: list[Block]) -> None:
    """Three short lines or more without a gap are a list under its heading; fewer are headings."""
    if not run:
        return
    text = run[0].line.text
    headed = text.endswith(":") or text.isupper()
    items = run[1:] if headed else run
    listed = len(items) >= 3
    for block in run:
        if listed and block is not (run[0] if headed else None):
            block.kind = "bullet"
        elif not block.line.ends_in_stop and block.line.width <= HEADING_WIDTH:
            block.kind = "heading"
