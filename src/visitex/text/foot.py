"""The foot of a page: signatures, agencies, notes and addresses below the running text."""

from __future__ import annotations

import re

from visitex.text.blocks import Block, Found, shifted
from visitex.text.furniture import read_fields, trail
from visitex.text.head import byline, date_line
from visitex.text.lines import Line
from visitex.text.patterns import EMAIL, INITIALS, PHONE, Patterns
from visitex.text.segments import is_release

_BRACKET = re.compile(r"\(([^()\n]{1,80})\)\.?")


def read_foot(blocks: list[Block], patterns: Patterns) -> None:
    """Tell apart the short lines below the last paragraph."""
    for index, block in enumerate(blocks):
        if not block.open:
            continue
        found = _foot_line(block.line, patterns)
        if found is None and _is_signature(blocks, index, patterns):
            line = block.line
            found = Found(kind="byline", authors=((line.start, line.end),))
        if found is not None:
            block.take(found)


def _foot_line(line: Line, patterns: Patterns) -> Found | None:
    dated = date_line(line, patterns)
    if dated is not None and not dated.doubtful:
        return dated.found
    bracket = bracket_line(line, patterns)
    if bracket is not None:
        return bracket
    if INITIALS.fullmatch(line.text) and len(line.text) <= 14:
        return Found(kind="byline")
    if is_release(line.text, patterns):
        return Found(kind="header")
    return (
        trail(line, patterns)
        or _bare_source(line, patterns)
        or _signed_credit(line, patterns)
        or byline(line, patterns)
        or _contact(line, patterns)
    )


def bracket_line(line: Line, patterns: Patterns) -> Found | None:
    """A line that is one bracket: an agency ("(FENA)"), initials or a reporter."""
    match = _BRACKET.fullmatch(line.text)
    if match is None:
        return None
    inner = match.group(1)
    if patterns.is_agency(inner):
        return Found(kind="source", inner=(shifted(line, "source_name", *match.span(1)),))
    if INITIALS.fullmatch(inner) or patterns.reporter.match(inner) or patterns.is_name(inner):
        return Found(kind="byline")
    return None


def _bare_source(line: Line, patterns: Patterns) -> Found | None:
    """A source without a colon: "Theo TTXVN"."""
    match = patterns.bare_source.match(line.text)
    if match is None or line.width > 60 or line.ends_in_stop:
        return None
    start = match.end() + len(line.text[match.end() :]) - len(line.text[match.end() :].lstrip())
    return Found(kind="source", inner=(shifted(line, "source_name", start, len(line.text)),))


def _signed_credit(line: Line, patterns: Patterns) -> Found | None:
    """An author's name with a labelled credit behind it: "Jane Doe. Photo: city archive"."""
    fields = patterns.fields(line.text) if line.width <= 200 else []
    if not fields or fields[0].role not in {"credit", "source", "author"}:
        return None
    name = line.text[: fields[0].start].rstrip(" .,;/|(")
    if not patterns.is_name(name):
        return None
    found = read_fields(line, fields, "byline", patterns)
    author = (line.start, line.start + len(name))
    return Found(kind="byline", inner=found.inner, authors=(author, *found.authors))


def _contact(line: Line, patterns: Patterns) -> Found | None:
    """A line with a telephone number or an address, of a person or office rather than a hotline."""
    if line.width > 300 or (line.ends_in_stop and line.width > 120):
        return None
    phone = PHONE.search(line.text)
    if phone and patterns.furniture.search(line.text) and not patterns.contact.search(line.text):
        named = patterns.name.search(line.text)
        if named is None or " " not in named.group():
            return Found(kind="boilerplate")
    house = patterns.masthead.search(line.text[:30]) and re.search(r"\d", line.text)
    reachable = phone or EMAIL.search(line.text) or house
    asked = patterns.contact.match(line.text)
    return Found(kind="contact") if reachable or (asked and line.width <= 110) else None


def _is_signature(blocks: list[Block], index: int, patterns: Patterns) -> bool:
    """Tell whether the line is one person's name standing alone below the text."""
    line = blocks[index].line
    if not 2 <= len(line.text.split()) <= 5 or (line.ends_in_stop and line.width > 40):
        return False
    if not patterns.is_name(line.text) or patterns.masthead.search(line.text):
        return False
    beside = [*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2]]
    return not any(other.open and patterns.is_name(other.line.text) for other in beside)
