"""The head of a page: its own name, headline, date lines and bylines, above the running text."""

from __future__ import annotations

import re

import msgspec

from visitex.text.blocks import Block, Dated, Found, shifted
from visitex.text.dateline import dateline_of_line
from visitex.text.furniture import read_fields, trail
from visitex.text.lines import Line
from visitex.text.patterns import EMAIL, Patterns
from visitex.text.segments import Segment, is_release, segments
from visitex.text.zones import Span, Zone

WIDEST = 160
"""Columns: a longer line is no date line."""
PUBLISHER_WORDS = 9
"""A line of more words is a headline even if it names a ministry or a town."""
MOST = 16
"""So many unclaimed lines at most can belong to a page's head."""

_OPENS = re.compile(r"[\s(\[*]*$")
_PARTS = re.compile(r"\s*(?:[|,./\u00b7\u2022+;(\[)\u2013-]|\s{2}|$)")
_LAST = re.compile(r".*?(?:^|[|,/\u00b7\u2022;:(\[\u2013-]|\s{2})\s*$")
_WORD = re.compile(r"\w[\w'-]*")


class DateLine(msgspec.Struct, frozen=True):
    """A short line with a date in it; ``doubtful`` where it may as well be a headline."""

    found: Found
    doubtful: bool


def read_head(blocks: list[Block], end: int, patterns: Patterns) -> None:
    """Tell apart what stands above the running text: ``blocks[:end]``."""
    doubtful: dict[int, Found] = {}
    for index, block in enumerate(blocks[:end]):
        if not block.open:
            continue
        dated = date_line(block.line, patterns)
        if dated is not None and dated.doubtful:
            doubtful[index] = dated.found
            continue
        found = dated.found if dated else _other(block.line, patterns)
        if found is not None:
            block.take(found)
    _pick_title(blocks, end, doubtful, patterns)


def _other(line: Line, patterns: Patterns) -> Found | None:
    return trail(line, patterns) or byline(line, patterns) or _mark(line, patterns)


def date_line(line: Line, patterns: Patterns) -> DateLine | None:
    """Return what a short line is whose date is set off from everything else on it."""
    if line.width > WIDEST:
        return None
    dateline = dateline_of_line(line, patterns)
    if dateline is not None and dateline.place is not None:
        place = line.text[slice(*dateline.place)]
        if len(place.split()) <= 4 and not patterns.masthead.search(place):
            return DateLine(dateline.found(line), doubtful=False)
    return _labelled_inside(line, patterns) or _set_off(line, patterns)


def _labelled_inside(line: Line, patterns: Patterns) -> DateLine | None:
    """A labelled date behind other words: "Report and list (Stand: 26.11.2018)"."""
    fields = [
        field for field in patterns.fields(line.text) if field.role in {"published", "updated"}
    ]
    if not fields or not _LAST.fullmatch(line.text[: fields[0].start]):
        return None
    found = read_fields(line, patterns.fields(line.text), "header", patterns)
    if not found.dated:
        return None
    author = _byline_at(line.text, patterns)
    if author is not None and not found.authors:
        span = (line.start + author[0], line.start + author[1])
        zone = Zone(*span, "byline")
        found = msgspec.structs.replace(found, inner=(*found.inner, zone), authors=(span,))
    return DateLine(found, doubtful=False)


def _set_off(line: Line, patterns: Patterns) -> DateLine | None:
    """A date at the beginning, at the end or between separators."""
    date = _best_date(line.text, patterns)
    if date is None:
        return None
    before, after = line.text[: date[0]], line.text[date[1] :]
    signed = _byline_at(after, patterns)
    if not (_PARTS.match(after) or signed or _opens_field(after, patterns)):
        return None
    lead = re.search(rf"(?:{patterns.lead.pattern})\s*$", before, re.IGNORECASE)
    free = before[: lead.start()] if lead else before
    author = _byline_at(free, patterns)
    known = _is_furniture(free, patterns) or author is not None
    if not (_OPENS.fullmatch(free) or lead or known or _LAST.fullmatch(free) or free.isupper()):
        return None
    # "Visit of the mayor of Lund, 3 May 2020" is a headline unless there is a better one.
    wordy = len(_WORD.findall(free)) >= 4 or len(_WORD.findall(after)) >= 8
    doubtful = wordy and not known and not _has_bars(line, patterns)
    if lead and not known and len(_WORD.findall(free)) >= 2:
        doubtful = True
    if signed is not None:
        author = (date[1] + signed[0], date[1] + signed[1])
    return DateLine(_header(line, date, author, patterns), doubtful=doubtful)


def _opens_field(text: str, patterns: Patterns) -> bool:
    fields = patterns.fields(text)
    return bool(fields) and not text[: fields[0].start].strip()


def _best_date(text: str, patterns: Patterns) -> Span | None:
    """Return the first date with a year, else the first date."""
    first = date = patterns.dates.find(text)
    while date is not None and not patterns.dates.has_year(text[slice(*date)]):
        date = patterns.dates.find(text, date[1])
    return date or first


def _is_furniture(text: str, patterns: Patterns) -> bool:
    if patterns.release.search(text) or patterns.issue.search(text):
        return True
    return bool(patterns.masthead.search(text)) and len(_WORD.findall(text)) <= PUBLISHER_WORDS


def _has_bars(line: Line, patterns: Patterns) -> bool:
    return any(item.what != "text" for item in segments(line, patterns))


def _header(line: Line, date: Span, author: Span | None, patterns: Patterns) -> Found:
    fields = read_fields(line, patterns.fields(line.text), "header", patterns)
    zone = shifted(line, "published", *date)
    inner: list[Zone] = [zone, *fields.inner]
    dated: list[Dated] = [*fields.dated]
    if not any(start < zone.end and zone.start < end for start, end, _ in fields.dated):
        dated.append((zone.start, zone.end, "header"))
    authors = list(fields.authors)
    if author is not None and not authors:
        span = (line.start + author[0], line.start + author[1])
        inner.append(Zone(*span, "byline"))
        authors.append(span)
    return Found(kind="header", inner=tuple(inner), dated=tuple(dated), authors=tuple(authors))


def byline(line: Line, patterns: Patterns) -> Found | None:
    """Return a line that names its author: "By Jane Doe", "Jane Doe (jane@paper.example)"."""
    if line.width > WIDEST or line.ends_in_stop:
        return None
    span = _byline_at(line.text, patterns)
    if span is None:
        address = EMAIL.search(line.text)
        name = patterns.name.match(line.text)
        behind = line.text[name.end() :] if name else ""
        if name is None or not (address or patterns.reporter.fullmatch(behind.strip(" ,(/|)-"))):
            return None
        if address and address.start() - name.end() > 3:
            return None
        span = name.span()
    return Found(kind="byline", authors=((line.start + span[0], line.start + span[1]),))


def _byline_at(text: str, patterns: Patterns) -> Span | None:
    """Return the author's name behind a word such as "By" at the beginning of the text."""
    offset = len(text) - len(text.lstrip(" ,|/(-\u2013"))
    word = patterns.byline.match(text, offset)
    if word is None:
        return None
    start = word.end() + len(text[word.end() :]) - len(text[word.end() :].lstrip(" :"))
    reporter = patterns.reporter.match(text, start) or patterns.desk.match(text, start)
    name = patterns.name.match(text, start)
    user = re.compile(r"[\w.-]{2,20}$").match(text, start) if len(word.group()) > 4 else None
    ends = [match.end() for match in (reporter, name, user) if match]
    end = ends[0] if ends else start
    if end == start or not re.compile(r"\s*(?:$|[,|/(;\u2013-]|\s{2})").match(text, end):
        return None
    return start, end


def _mark(line: Line, patterns: Patterns) -> Found | None:
    """A press release mark or issue number, or a rubric, alone on its line."""
    items = segments(line, patterns)
    if is_release(line.text, patterns) or (items and all(item.what == "release" for item in items)):
        return Found(kind="header")
    return Found(kind="masthead") if _is_rubric(items) else None


def _is_rubric(items: list[Segment]) -> bool:
    return bool(items) and all(item.what in {"section", "button"} for item in items)


def _pick_title(
    blocks: list[Block], end: int, doubtful: dict[int, Found], patterns: Patterns
) -> None:
    """Choose the headline; what is above it is masthead, what is below are subtitles."""
    places = [
        index for index, block in enumerate(blocks[:end]) if block.open and index not in doubtful
    ][:MOST]
    if not places and doubtful:
        places = [min(doubtful)]
    for index, found in doubtful.items():
        if index in places:
            dated: tuple[Dated, ...] = tuple((low, high, "title") for low, high, _ in found.dated)
            blocks[index].take(Found(kind="title", inner=found.inner, dated=dated))
        else:
            blocks[index].take(found)
    if not places:
        return
    title = max(places, key=lambda index: (_score(blocks, places, index, patterns), -index))
    for index in places:
        line = blocks[index].line
        if index > title and _is_author(blocks, index, patterns):
            blocks[index].take(Found(kind="byline", authors=((line.start, line.end),)))
        else:
            blocks[index].kind = "masthead" if index < title else "title"


def _is_author(blocks: list[Block], index: int, patterns: Patterns) -> bool:
    """Tell whether a line below the headline is a name beside the line of the date."""
    line = blocks[index].line
    beside = [*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2]]
    return (
        2 <= len(line.text.split()) <= 4
        and patterns.is_name(line.text)
        and not patterns.masthead.search(line.text)
        and any(block.kind == "header" and block.dated for block in beside)
    )


def _score(blocks: list[Block], places: list[int], index: int, patterns: Patterns) -> int:
    """Return how much a line looks like the headline among the candidates; points are relative."""
    line = blocks[index].line
    later = [place for place in places if place > index]
    score = min(len(_WORD.findall(line.text)), 7) if " " in line.text else min(line.width // 5, 7)
    if _is_publisher(line, patterns):
        score -= 6
    if later and any(blocks[place].kind is not None for place in range(index, later[0])):
        score -= 4
    if not any(
        not _is_publisher(blocks[place].line, patterns) for place in places if place < index
    ):
        score += 4
    return score


def _is_publisher(line: Line, patterns: Patterns) -> bool:
    """Tell whether a line is rather the name of a paper, ministry or union than a headline.

    The word that tells it stands at the beginning or end, or among capitalised words only.
    """
    words = _WORD.findall(line.text)
    mark = patterns.masthead.search(line.text)
    if mark is None or len(words) > PUBLISHER_WORDS:
        return False
    at_edge = len(_WORD.findall(line.text[: mark.start()])) <= 1 or mark.end() == len(line.text)
    return at_edge or not any(word[0].islower() and len(word) > 3 for word in words)
