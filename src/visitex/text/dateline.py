"""Datelines: place, date and agency in front of a report ("HANOI, Dec. 6 (Agency) --")."""

from __future__ import annotations

import re

import msgspec

from visitex.text.blocks import Found, shifted
from visitex.text.lines import Line
from visitex.text.patterns import Patterns
from visitex.text.words import CAPITAL
from visitex.text.zones import Span, Zone

REACH = 120
"""A dateline ends within so many characters of the beginning of its line."""

_DASHES = r"(?:--?|\u2013)"
_HARD_END = re.compile(rf"\s?(?:[.:,]?\s?{_DASHES}+\s?|[.:]\s+)\s*")
_SOFT_END = re.compile(rf"\s?[.:,]?\s?{_DASHES}*\s*(?=[\"'(\[]*(?:{CAPITAL}|\d))")
_BAR_END = re.compile(r"\s\|\s")
_DASH_END = re.compile(
    rf"(?:\s[.,]?{_DASHES}+\s+|[.,]{_DASHES}\s?|\s?--\s?)(?=[\"'(\[]*(?:{CAPITAL}|\d))"
)
_STOP_END = re.compile(rf"\.\s+(?=[\"'(]*(?:{CAPITAL}|\d))")
_LINE_END = re.compile(r"[\s.,:;|/\u2013-]*$")
_BRACKET = re.compile(r"\s?[.,]?\s?[(/]([^()\n]{2,60})[)/]")
_OPEN = re.compile(r"\(([^()\n]{2,90})\)")
_QUOTED = re.compile(r"\"[^\"]+\"")
_IDEOGRAPHS = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,8}")
_WIRE_REPORTER = re.compile(r"\s?\([^()\n]{2,60}\)|\s[^()\n\u3002,]{2,30}\)")
_WIRE_END = re.compile(r"[)\s:]*")


class Dateline(msgspec.Struct, frozen=True):
    """A dateline by offsets into its line.

    ``reporter`` is the bracket of a reporter in it; ``desk`` tells that what stands for an agency
    is none, but the paper's own desk ("own report").
    """

    end: int
    place: Span | None = None
    date: Span | None = None
    agency: Span | None = None
    reporter: Span | None = None
    desk: bool = False

    def zones(self, line: Line) -> list[Zone]:
        """Return the parts as inner zones, by offsets into the text."""
        zones: list[Zone] = []
        if self.place:
            zones.append(shifted(line, "place", *self.place))
        if self.date:
            zones.append(shifted(line, "published", *self.date))
        if self.agency and not self.desk:
            zones.append(shifted(line, "source_name", *self.agency))
        if self.reporter:
            zones.append(shifted(line, "byline", *self.reporter))
        return zones

    def found(self, line: Line) -> Found:
        """Return what a line is that consists of this dateline."""
        dates = [self.date] if self.date else []
        return Found(
            kind="dateline",
            inner=tuple(self.zones(line)),
            dated=tuple((line.start + low, line.start + high, "dateline") for low, high in dates),
        )


def find_dateline(line: Line, patterns: Patterns, *, first: bool) -> Dateline | None:
    """Return the dateline that a paragraph opens with, or None.

    Args:
        line: the paragraph.
        patterns: the compiled lexicon.
        first: whether it is the first one, where weak forms count too ("Weimar - ").
    """
    head = line.text[:REACH]
    found = (
        _bracketed(head, patterns, first=first)
        or _wire(head, patterns)
        or _dated(head, patterns, 0, whole=False)
        or (_date_alone(head, patterns) if first else None)
        or _by_agency(head, patterns)
        or (_undated(head, patterns) if first else None)
    )
    if found is not None and found.agency is not None:
        desk = patterns.desk.fullmatch(head[slice(*found.agency)].strip(" ."))
        return msgspec.structs.replace(found, desk=desk is not None)
    return found


def dateline_of_line(line: Line, patterns: Patterns, start: int = 0) -> Dateline | None:
    """Return the dateline that a whole short line consists of from offset ``start`` on, or None."""
    return _dated(line.text, patterns, start, whole=True) if line.width <= REACH else None


def _place(text: str, patterns: Patterns, start: int) -> tuple[Span, int] | None:
    """Return the name of a place at ``start``, and where it ends with its region or country."""
    match = patterns.name.match(text, start)
    if match is None:
        return None
    first = match.group().split()[0].rstrip(".").casefold()
    if first in patterns.date_words or len(match.group()) < 3:
        return None
    if first in patterns.short_forms and " " not in match.group():
        return None
    if patterns.agency_at(text, start) == match.span():
        return None
    name, end = match.span(), match.end()
    for _ in range(3):
        more = re.compile(rf"\s\((?!\d){CAPITAL}[\w .]{{0,20}}\)|\s?,\s?").match(text, end)
        if more is None:
            break
        if more.group().endswith(")"):
            if patterns.is_agency(more.group().strip(" ()")):
                break
            end = more.end()
            continue
        region = patterns.name.match(text, more.end())
        if region is None:
            break
        end = region.end()
    return name, end


def _dated(text: str, patterns: Patterns, start: int, *, whole: bool) -> Dateline | None:
    """Place, date, perhaps the agency in brackets, and what closes it."""
    date = patterns.dates.find(text, start, short=True)
    if date is None or date[0] == start:
        return None
    prefix = text[: date[0]]
    place = _place(prefix, patterns, start)
    if place is None:
        return None
    name, end = place
    before = _BRACKET.match(prefix, end)
    agency = before.span(1) if before and patterns.is_agency(before.group(1)) else None
    joint = prefix[before.end() if before else end :]
    lead = patterns.lead.search(joint)
    bare = (joint[: lead.start()] + joint[lead.end() :] if lead else joint).strip()
    if bare not in {"", ",", ".", "-", "\u2013", ":", "/"}:
        return None
    if not bare and not before and not text[name[0] : name[1]].isupper():
        return None
    return _close(text, Dateline(date[1], name, date, agency), whole=whole)


def _close(text: str, line: Dateline, *, whole: bool) -> Dateline | None:
    """Return the dateline with what follows the date, or None where no end mark does."""
    end, agency = line.end, line.agency
    after = _BRACKET.match(text, end)
    if after:
        end, agency = after.end(), after.span(1)
    ends = _LINE_END if whole else (_SOFT_END if after else _HARD_END)
    close = ends.match(text, end)
    if close is None:
        return None
    return Dateline(close.end(), line.place, line.date, agency, line.reporter)


def _date_alone(text: str, patterns: Patterns) -> Dateline | None:
    """A full date and an end mark, without a place."""
    end = patterns.dates.at(text, 0)
    if end is None or not patterns.dates.has_year(text[:end]):
        return None
    return _close(text, Dateline(end, None, (0, end)), whole=False)


def _by_agency(text: str, patterns: Patterns) -> Dateline | None:
    """A place and an agency in brackets, or behind a comma with a colon; no date."""
    place = _place(text, patterns, 0)
    if place is None:
        return None
    name, end = place
    bracket = _BRACKET.match(text, end)
    if bracket and patterns.is_agency(bracket.group(1)):
        close = _SOFT_END.match(text, bracket.end())
        return Dateline(close.end(), name, None, bracket.span(1)) if close else None
    colon = re.compile(r":\s+").match(text, end)
    agency = text[name[1] : end].strip(" ,")
    if colon and agency and patterns.masthead.search(agency):
        return Dateline(colon.end(), name, None, (end - len(agency), end))
    return None


def _undated(text: str, patterns: Patterns) -> Dateline | None:
    """A place or agency alone, before a dash, or a place before a full stop that ends no sentence."""
    agency = patterns.agency_at(text, 0)
    if agency is not None:
        dash = _DASH_END.match(text, agency[1])
        return Dateline(dash.end(), agency=agency) if dash else None
    place = _place(text, patterns, 0)
    if place is None:
        return None
    name, end = place
    close = _DASH_END.match(text, end)
    if close is None and text[: name[1]].isupper():
        close = _BAR_END.match(text, end)
    if close and text[:end].count(" ") <= 4:
        return Dateline(close.end(), name)
    words = text[: name[1]].rstrip(".").split()
    stop = _STOP_END.match(text, len(text[:end].rstrip(".")))
    if stop and len(words) <= 3 and len(words[0]) >= 4 and end == name[1] and "." not in words[0]:
        return Dateline(stop.end(), (name[0], len(text[: name[1]].rstrip("."))))
    return None


def _bracketed(text: str, patterns: Patterns, *, first: bool) -> Dateline | None:
    """A bracket with place, date, agency or reporter in any number, parted by commas."""
    match = _OPEN.match(text)
    if match is None:
        return None
    place = agency = reporter = None
    date = patterns.dates.find(match.group(1), short=True)
    start = match.start(1)
    for piece in re.finditer(r"[^,]+", match.group(1)):
        low = start + piece.start() + len(piece.group()) - len(piece.group().lstrip())
        span = (low, start + piece.end())
        inner = text[span[0] : span[1]]
        if date and start + date[0] < span[1] and span[0] < start + date[1]:
            continue
        if patterns.reporter.search(inner):
            reporter = span
        elif agency is None and (patterns.is_agency(inner) or (date and _QUOTED.fullmatch(inner))):
            agency = span
        elif (
            place is None
            and patterns.name.fullmatch(inner)
            and (date or reporter or piece.start() == 0)
        ):
            place = span
    if not (date or agency or reporter) or not (first or date):
        return None
    ends = re.compile(rf"\s?[.:]?\s?{_DASHES}*\s*").match(text, match.end())
    end = ends.end() if ends else match.end()
    dated = (start + date[0], start + date[1]) if date else None
    if dated is None:
        behind = patterns.dates.at(text, end)
        if behind and patterns.dates.has_year(text[end:behind]):
            dated, end = (end, behind), behind
    return Dateline(end, place, dated, agency, reporter)


def _wire(text: str, patterns: Patterns) -> Dateline | None:
    """Agency, place, date run together before a word for "wire": "新华社北京10月3日电"."""
    wire = patterns.wire.search(text[:60])
    if wire is None or set(text[: wire.start()]) & set("\u3002,;:"):
        return None
    prefix = text[: wire.start()]
    date = patterns.dates.find(prefix, short=True)
    named = prefix[: date[0]] if date else prefix
    offset = len(named) - len(named.lstrip("( "))
    agency = patterns.agency_at(named, offset)
    if not (date or agency):
        return None
    begin = agency[1] if agency else offset
    place = _IDEOGRAPHS.fullmatch(named.rstrip(), begin)
    reporter, end = _wire_reporter(text, wire.end(), patterns)
    return Dateline(end, place.span() if place else None, date, agency, reporter)


def _wire_reporter(text: str, start: int, patterns: Patterns) -> tuple[Span | None, int]:
    """Return the reporter behind a wire's mark, in brackets or not, and where the whole ends."""
    behind = _WIRE_REPORTER.match(text, start)
    if behind is None or not patterns.reporter.search(behind.group()):
        return None, start + len(text[start:]) - len(text[start:].lstrip(" :"))
    end = _WIRE_END.match(text, behind.end())
    return behind.span(), end.end() if end else behind.end()
