"""Lines that are furniture wherever they stand: labelled fields, share bars, addresses."""

from __future__ import annotations

import re

from visitex.text.blocks import Dated, Found, Rule, shifted
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
_BEHIND_BRACKET = 20
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
    lead = line.text[: fields[0].start]
    if lead.strip(" ([{*-\u2013\u2022"):
        return None
    if "(" in lead and width(line.text[fields[0].end :]) > _BEHIND_BRACKET and len(fields) == 1:
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
    """Return the line as ``kind`` with the values of its fields as inner zones.

    A full date that no label announces ("Source: Xinhua 2019-05-07") counts as well, and is no part of
    the value that it stands behind.
    """
    inner: list[Zone] = []
    dated: list[Dated] = []
    authors: list[Span] = []
    for field in fields:
        if field.role in {"published", "updated"}:
            date = _labelled_date(line, field, patterns)
            if date:
                inner.append(shifted(line, "published", *date))
                rule: Rule = "label" if field.role == "published" else "updated"
                dated.append((line.start + date[0], line.start + date[1], rule))
        elif field.role in {"author", "source"}:
            start, end = value = _value(line, field, patterns)
            if field.role == "source":
                inner.extend(_source(line, start, end))
            elif start < end:
                authors.append((line.start + start, line.start + end))
                if kind != "byline":
                    inner.append(shifted(line, "byline", field.start, value[1]))
        elif field.role == "credit" and kind != "credit":
            inner.append(shifted(line, "credit", field.start, field.end))
    if fields and not dated:
        date = _bare_date(line, fields, patterns)
        if date:
            inner.append(shifted(line, "published", *date))
            dated.append((line.start + date[0], line.start + date[1], "header"))
    return Found(kind=kind, inner=tuple(inner), dated=tuple(dated), authors=tuple(authors))


def _labelled_date(line: Line, field: Field, patterns: Patterns) -> Span | None:
    """Return the date in a field, which may go on behind a bar ("15:30 | 12/05/2020")."""
    end = patterns.dates.at(line.text, field.value)
    if end is not None:
        return field.value, end
    return patterns.dates.find(line.text[: field.end], field.value)


def _bare_date(line: Line, fields: list[Field], patterns: Patterns) -> Span | None:
    """Return a date with its year in a line of fields, unless it tells when something happens."""
    if any(field.role in {"event", "related", "contact", "caption"} for field in fields):
        return None
    date = patterns.dates.find(line.text)
    return date if date and patterns.dates.has_year(line.text[slice(*date)]) else None


def _value(line: Line, field: Field, patterns: Patterns) -> Span:
    """Return the value's offsets without a date behind it, and without marks at its end."""
    date = patterns.dates.find(line.text[: field.end], field.value)
    value = line.text[field.value : date[0] if date else field.end]
    marks = " .,;|/-\u2013\u3002\u3011" + ("" if "(" in value else ")")
    return field.value, field.value + len(value.rstrip(marks))


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
