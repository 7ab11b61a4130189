"""What a page of ``visitex view`` holds of a report: its entries, and its text cut into pieces.

Browsers count UTF-16 units where Python counts code points: every offset is turned here, once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from typing import Any

import msgspec

from visitex.lang.layout_lexicon import LayoutLexicon
from visitex.lang.load import find_packs, load_pack
from visitex.report import Report
from visitex.text.layout import find_layout
from visitex.text.normal import view
from visitex.text.wrap import unwrap
from visitex.text.zones import SILENT, Span

Mark = tuple[int, int, str]
"""Where a mention starts and ends, and the key of its entry: ``p0`` is the first person."""
Piece = tuple[int, int, list[int]]
"""Where a piece ends, whether it is furniture (1 or 0), and the marks over it, outermost first."""

KINDS = {"p": "people", "o": "organizations", "s": "sites", "d": "dates"}
_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "H1": 1, "H2": 7}
_MONTHS |= {f"Q{number}": 3 * number - 2 for number in range(1, 5)}
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")


def page_record(report: Report, text: str | None, packs: Sequence[str] = ()) -> dict[str, Any]:
    """Return a report as the page's script reads it.

    Args:
        report: the report.
        text: what its offsets refer to, or None where it is not at hand.
        packs: folders of language packs that are searched before the shipped ones.
    """
    record: dict[str, Any] = {
        "path": report.source.path,
        "title": report.source.title,
        "author": report.source.author,
        "url": report.source.url,
        "lang": report.lang,
        "published": report.published,
        "day": first_day(report.visit.start) or first_day(report.published),
        "visit": {
            key: value
            for key, value in msgspec.to_builtins(report.visit).items()
            if key != "evidence"
        },
        "warnings": report.warnings,
        "text": text,
    }
    for kind in KINDS.values():
        entries = msgspec.to_builtins(getattr(report, kind))
        record[kind] = [
            {k: v for k, v in e.items() if k not in ("id", "mentions")} for e in entries
        ]
    if text is not None:
        units = _units(text)
        marks = [(units[start], units[end], key) for start, end, key in marks_of(report)]
        grey = [(units[start], units[end]) for start, end in furniture(text, report.lang, packs)]
        record["marks"] = marks
        record["pieces"] = pieces(units[-1], marks, grey)
    return record


def marks_of(report: Report) -> list[Mark]:
    """Return all mentions of a report, by start; of two that start together the longer first."""
    return sorted(
        (
            (mention.start, mention.end, f"{letter}{number}")
            for letter, kind in KINDS.items()
            for number, entry in enumerate(getattr(report, kind))
            for mention in entry.mentions
        ),
        key=lambda mark: (mark[0], -mark[1], mark[2]),
    )


def pieces(length: int, marks: Sequence[Mark], grey: Sequence[Span]) -> list[Piece]:
    """Cut a text wherever a mention or a zone starts or ends.

    Args:
        length: of the text.
        marks: the mentions; they may nest and overlap.
        grey: zones of furniture, sorted and apart from each other.

    Returns:
        Pieces that follow upon each other and end with the text.
    """
    spans = [*grey, *((start, end) for start, end, _ in marks)]
    edges = {0, length, *chain.from_iterable(spans)}
    cuts = sorted(edge for edge in edges if 0 <= edge <= length)
    opening: dict[int, list[int]] = {}
    for number, (start, *_) in enumerate(marks):
        opening.setdefault(start, []).append(number)
    found: list[Piece] = []
    over: list[int] = []
    zones = iter(grey)
    zone = next(zones, None)
    for start, end in pairwise(cuts):
        while zone is not None and zone[1] <= start:
            zone = next(zones, None)
        over = [number for number in over if marks[number][1] > start]
        over += opening.get(start, [])
        by_width = sorted(over, key=lambda number: marks[number][0] - marks[number][1])
        found.append((end, int(zone is not None and zone[0] <= start), by_width))
    return found


def furniture(text: str, language: str | None, packs: Sequence[str] = ()) -> list[Span]:
    """Return the zones of a page that tell nothing of the visit, as the extraction sees them."""
    lexicon = _layout_lexicon(language, tuple(packs)) if language else None
    if lexicon is None:
        return []
    seen = view(text)
    layout = find_layout(unwrap(seen.text), lexicon)
    return [seen.original(start, end) for start, end in layout.spans(SILENT)]


@lru_cache(maxsize=32)
def _layout_lexicon(language: str, packs: tuple[str, ...]) -> LayoutLexicon | None:
    """Return the words of a language's pages, or None where there is no pack."""
    return load_pack(language, packs).layout if language in find_packs(packs) else None


def first_day(point: str | None) -> str | None:
    """Return the first day of a report's point in time, or None where its year is unknown.

    >>> first_day("2016-W40"), first_day("2019-SU"), first_day("XXXX-11-26")
    ('2016-10-03', '2019-06-01', None)
    """
    if point is None or point.startswith("XXXX"):
        return None
    year, _, rest = point[:10].partition("-")
    week = _WEEK.match(point)
    try:
        if week:
            return date.fromisocalendar(int(week[1]), int(week[2]), 1).isoformat()
        if rest in _MONTHS:
            return date(int(year), _MONTHS[rest], 1).isoformat()
        month, _, day = rest.partition("-")
        return date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:  # a weekday of an unknown week, or a 30 February
        return None


def _units(text: str) -> Sequence[int]:
    """Return for each code point, and for the end, how many UTF-16 units stand before it."""
    if not text or max(text) <= "\uffff":
        return range(len(text) + 1)
    return list(accumulate((1 + (char > "\uffff") for char in text), initial=0))
