"""Furniture inside running text: photographers, sources and reporters in brackets or at the end."""

from __future__ import annotations

import re

from visitex.text.blocks import shifted
from visitex.text.lines import Line
from visitex.text.patterns import INITIALS, Patterns
from visitex.text.zones import Zone

_BRACKET = re.compile(r"\(([^()\n]{2,80})\)")
_CLOSED = re.compile(r"[.!?\u3002\uff01\uff1f][\"')]{0,2}\s*$")
_TAIL = 160
_SHORT_CREDIT = 24


def inline_zones(line: Line, patterns: Patterns, *, last: bool) -> list[Zone]:
    """Return the credits, sources and bylines inside a paragraph, brackets included.

    Args:
        line: the paragraph.
        patterns: the compiled lexicon.
        last: whether it is the last paragraph, where initials in brackets sign the report.
    """
    zones: list[Zone] = []
    for match in _BRACKET.finditer(line.text):
        zones.extend(_bracket(line, match, patterns, last=last))
    return zones or _trailing(line, patterns)


def _bracket(line: Line, match: re.Match[str], patterns: Patterns, *, last: bool) -> list[Zone]:
    inner, (start, end) = match.group(1), match.span()
    fields = patterns.fields(inner)
    role = fields[0].role if fields and not fields[0].start else None
    if role == "credit" or patterns.is_credit(inner) or _shot_by(inner, patterns):
        return [shifted(line, "credit", start, end)]
    if role == "source":
        first = match.start(1)
        value, stop = fields[0].value, fields[0].end
        name = shifted(line, "source_name", first + value, first + stop)
        return [shifted(line, "source", start, end), name]
    if role == "author" or patterns.reporter.match(inner):
        return [shifted(line, "byline", start, end)]
    if end >= len(line.text) - 1 and _CLOSED.search(line.text[max(start - 4, 0) : start]):
        if patterns.is_agency(inner):
            name = shifted(line, "source_name", *match.span(1))
            return [shifted(line, "source", start, end), name]
        if last and INITIALS.fullmatch(inner) and len(inner) <= 12:
            return [shifted(line, "byline", start, end)]
    return []


def _shot_by(inner: str, patterns: Patterns) -> bool:
    """Tell whether a word for "photo" closes a short bracket, as in some languages."""
    if len(inner) > _SHORT_CREDIT:
        return False
    return any(match.end() == len(inner) for match in patterns.credit.finditer(inner))


def _trailing(line: Line, patterns: Patterns) -> list[Zone]:
    """A labelled credit, source or author behind the last sentence."""
    offset = max(len(line.text) - _TAIL, 0)
    tail = line.text[offset:]
    zones: list[Zone] = []
    for field in patterns.fields(tail):
        start = offset + field.start
        if field.role not in {"credit", "source", "author"} or not start:
            continue
        if not zones and not _CLOSED.search(line.text[max(start - 4, 0) : start]):
            continue
        end = offset + field.end
        kind = "byline" if field.role == "author" else field.role
        zones.append(shifted(line, kind, start, end))
        if field.role == "source":
            zones.append(shifted(line, "source_name", offset + field.value, end))
    return zones
