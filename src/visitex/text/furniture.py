"""Lines that are furniture wherever they stand: labelled fields, share bars, addresses."""

from __future__ import annotations

import re

from visitex.text.blocks import Dated, Found, shifted
from visitex.text.lines import Line, width
from visitex.text.patterns import EMAIL, PHONE, URL, Field, Patterns
from visitex.text.segments import has_arrows, segments
from visitex.text.zones import Kind, Span, Zone

LONGEST = 400
"""Columns: a longer line is running text, whatever it begins with."""

_IMAGE = re.compile(
    r"\W{0,2}!\[[^\]\n]{0,300}\](?:\([^)\n]{0,500}\))?|<img\b|\[(?:image|img|photo)\b", re.I
)
_RULE = re.compile(r"[\W_]{1,200}")
# A label that more columns follow has begun a sentence instead.
_LIMITS = {
    "published": 40,  # behind the date
    "updated": 40,
    "author": 90,
    "header": 140,
    "event": 150,
    "source": 160,
    "credit": 140,
    "contact": 120,
}
_DEFAULT_LIMIT = 300
_CAPTION_WIDTH = 50
_OPENING_WIDTH = 160
# So are these when they end in a full stop and are wider.
_SENTENCES = {"contact": 120, "author": 120, "related": 60}


def furniture(line: Line, patterns: Patterns) -> Found | None:
    """Return what the line is if it is furniture by its own look, else None."""
    if line.width > LONGEST:
        return None
    if _IMAGE.match(line.text):
        return Found(kind="caption")
    if not any(map(str.isalnum, line.text)) and _RULE.fullmatch(line.text):
        return Found(kind="boilerplate")
    return (
        _address(line)
        or _labelled(line, patterns)
        or _bar(line, patterns)
        or _opening(line, patterns)
    )


def _address(line: Line) -> Found | None:
    """A line that is nothing but an address on the net."""
    match = URL.search(line.text) or EMAIL.search(line.text)
    if match and len(line.text) - (match.end() - match.start()) <= 3:
        return Found(kind="url", inner=())
    return None


def _labelled(line: Line, patterns: Patterns) -> Found | None:
    fields = patterns.fields(line.text)
    if not fields or any(_too_long(line, field, patterns) for field in fields):
        return None
    if line.ends_in_stop and line.width > _SENTENCES.get(fields[0].role, line.width):
        return None
    if line.text[: fields[0].start].strip(" ([{*-\u2013\u2022"):
        return None
    kind = _kind(line, fields, patterns)
    return read_fields(line, fields, kind, patterns) if kind else None


def _too_long(line: Line, field: Field, patterns: Patterns) -> bool:
    start = field.value
    if field.role in {"published", "updated"}:
        date = patterns.dates.find(line.text[: field.end], start)
        start = date[1] if date else start
    return width(line.text[start : field.end]) > _LIMITS.get(field.role, _DEFAULT_LIMIT)


def _kind(line: Line, fields: list[Field], patterns: Patterns) -> Kind | None:
    """Return the kind of a line that begins with a labelled field."""
    roles = {field.role for field in fields}
    first = fields[0]
    if roles & {"published", "updated", "header"} and first.role not in {
        "contact",
        "caption",
        "event",
    }:
        return "header"
    if first.role == "contact":
        return "contact" if _names_someone(line, first, patterns) else "boilerplate"
    if first.role == "credit":
        return "credit" if _is_credit(line, first) else "caption"
    kinds: dict[str, Kind] = {
        "author": "byline",
        "source": "source",
        "caption": "caption",
        "related": "boilerplate",
        "event": "programme",
    }
    return kinds.get(first.role, "header")


def _is_credit(line: Line, field: Field) -> bool:
    """Tell a photographer's name from a caption behind the same label."""
    value = line.text[field.value :]
    return width(value) <= _CAPTION_WIDTH and not (line.ends_in_stop and value.count(" ") > 3)


def _names_someone(line: Line, field: Field, patterns: Patterns) -> bool:
    """Tell whether the contact is a person or office rather than a bare number."""
    value = PHONE.sub("", EMAIL.sub("", line.text[field.value :]))
    return bool(patterns.name.search(value) and value.count(" ") >= 1)


def read_fields(line: Line, fields: list[Field], kind: Kind, patterns: Patterns) -> Found:
    """Return the line as ``kind`` with the values of its fields as inner zones."""
    inner: list[Zone] = []
    dated: list[Dated] = []
    authors: list[Span] = []
    for field in fields:
        if field.role in {"published", "updated"}:
            date = patterns.dates.find(line.text[: field.end], field.value)
            if date:
                zone = shifted(line, "published", *date)
                inner.append(zone)
                dated.append(
                    (zone.start, zone.end, "label" if field.role == "published" else "updated")
                )
        elif field.role == "author":
            value = _trimmed(line, field)
            authors.append((line.start + value[0], line.start + value[1]))
            if kind != "byline":
                inner.append(shifted(line, "byline", field.start, field.end))
        elif field.role == "source":
            inner.extend(_source(line, *_trimmed(line, field)))
        elif field.role == "credit" and kind != "credit":
            inner.append(shifted(line, "credit", field.start, field.end))
    return Found(kind=kind, inner=tuple(inner), dated=tuple(dated), authors=tuple(authors))


def _trimmed(line: Line, field: Field) -> Span:
    """Return the value's offsets without brackets and marks at its end."""
    value = line.text[field.value : field.end]
    end = field.value + len(
        value.rstrip(" .,;|/-\u2013\u3002\u3011" + ("" if "(" in value else ")"))
    )
    return min(field.value, end), end


def _source(line: Line, start: int, end: int) -> list[Zone]:
    """Return the address of a source, or the stretch that names it."""
    match = URL.search(line.text, start, end)
    if match is None:
        return [shifted(line, "source_name", start, end)] if start < end else []
    zones = [shifted(line, "url", *match.span())]
    name = line.text[start : match.start()].rstrip(" ,(:;-\u2013")
    return (
        [*zones, shifted(line, "source_name", start, start + len(name))] if name.strip() else zones
    )


def _bar(line: Line, patterns: Patterns) -> Found | None:
    """A row of buttons and counters, perhaps behind a label ("Share this page:  f  t")."""
    items = segments(line, patterns)
    if items and all(item.what in {"button", "counter"} for item in items):
        return Found(kind="boilerplate")
    return None


def _opening(line: Line, patterns: Patterns) -> Found | None:
    """A line that opens as only furniture does: cookies, newsletters, hotlines, copyright."""
    if patterns.furniture.match(line.text) and line.width <= _OPENING_WIDTH:
        return Found(kind="boilerplate")
    if patterns.dates.find(line.text):
        return None
    bare = PHONE.sub("", EMAIL.sub("", line.text))
    if len(bare) == len(line.text) or sum(map(str.isalpha, bare)) > 12:
        return None
    return None if patterns.is_name(bare.strip(" ,.:;()")) else Found(kind="boilerplate")


def trail(line: Line, patterns: Patterns) -> Found | None:
    """Return the trail of navigation: short items with arrows between them, a rubric among them."""
    items = segments(line, patterns)
    if len(items) < 2 or line.width > 160 or line.ends_in_stop:
        return None
    rubrics = sum(item.what in {"section", "button"} for item in items)
    if rubrics and (has_arrows(line) or rubrics * 2 >= len(items)):
        others = [item for item in items if item.what in {"date", "text", "release"}]
        if all(len(item.text) <= 70 for item in others) and not any(
            item.what == "date" for item in others
        ):
            return Found(kind="masthead")
    return None
