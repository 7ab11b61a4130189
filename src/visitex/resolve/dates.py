"""From date mentions to dates of the report: one entry a value, with the role that it plays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from visitex.report import DateRole
from visitex.resolve.scene import Sentence
from visitex.text.spans import Span

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_TELLING = (
    "visit", "visited", "travel", "receive", "received_by", "receive_them", "meet", "lead",
    "led_by", "guide", "guided_by", "present", "stay", "party", "delegation",
)  # fmt: skip
_FAR = timedelta(days=150)
"""A visit told of longer after it than this is history, unless no nearer date stands in the text."""


class Dated(msgspec.Struct, frozen=True):
    """A value with its mentions; ``role`` is published, visit or other."""

    value: str
    role: DateRole
    spans: list[Span]


def merge_dates(
    spans: Iterable[Span],
    sentences: Sequence[Sentence],
    published: int | None,
    reference: str | None,
) -> list[Dated]:
    """Return the dates of a report in order of first mention, each value once.

    ``published`` is the offset of the publication date, ``reference`` the ISO day or month that the
    text is read from.

    A value that is both that of publication and of the visit counts as the visit's.
    """
    groups: dict[str, list[Span]] = {}
    for span in spans:
        if span.value:
            groups.setdefault(span.value, []).append(span)
    telling = _telling(sentences)
    dated = []
    for value, group in groups.items():
        visit = any(span.start in telling for span in group) and _near(value, reference)
        issued = any(span.start == published for span in group)
        role: DateRole = "visit" if visit else "published" if issued else "other"
        dated.append(Dated(value, role, group))
    return dated


def _telling(sentences: Sequence[Sentence]) -> Mapping[int, Sentence]:
    """Return the dates, by offset, that stand in sentences which tell of the visit."""
    found: dict[int, Sentence] = {}
    for sentence in sentences:
        programme = sentence.zone == "programme"
        if programme or (sentence.has(*_TELLING) and not sentence.has("other_visit", "cancelled")):
            for span in sentence.spans("DATE"):
                if programme or not _history_before(sentence, span):
                    found[span.start] = sentence
    return found


def _history_before(sentence: Sentence, span: Span) -> bool:
    """Say whether a date hangs on a word of history or of plans: "since", "founded in", "will"."""
    near = [cue for cue in sentence.cues if cue.end <= span.start and span.start - cue.end < 40]
    return any(cue.kind in {"history", "plan"} for cue in near)


def _near(value: str, reference: str | None) -> bool:
    """Say whether a value is a day, week or span of days, and not far from the reference."""
    days = visit_days(value)
    if days is None:
        return False
    start, end = days
    if reference is None or start.startswith("XXXX"):
        return True
    there = date.fromisoformat(f"{reference}-15"[:10])
    return date.fromisoformat(start) - _FAR <= there <= date.fromisoformat(end) + _FAR


def visit_days(value: str) -> tuple[str, str] | None:
    """Return the first and last day that a value names, or None if it is no day, week or span of days."""
    week = _WEEK.fullmatch(value)
    if week:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    days: list[str] = _DAY.findall(value)
    return (days[0], days[-1]) if days else None
