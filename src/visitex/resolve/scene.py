"""The text laid out for the resolvers: sentences with their row, cues and what they are about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from visitex.lang.lexicon import Lexicon
from visitex.resolve.cues import Cue, CueFinder
from visitex.resolve.items import Row, RowMaker
from visitex.text.spans import Reading, Span
from visitex.text.zones import Kind, touches

BULLET = re.compile(r"\s*[-–—•·*▪◦●]\s")
"""What a line of a list begins with."""
_OFF = ("cancelled", "history", "other_visit")


class Sentence(msgspec.Struct, frozen=True):
    """One sentence: ``start:end`` in the text, its row of items and its cues in order."""

    start: int
    end: int
    text: str
    row: Row
    cues: Sequence[Cue]
    zone: str

    def has(self, *kinds: str) -> bool:
        """Say whether one of the cues is of one of these kinds."""
        return any(cue.kind in kinds for cue in self.cues)

    def spans(self, *labels: str) -> list[Span]:
        """Return the mentions with these labels, in order."""
        found = (item.span for item in self.row.items)
        return [span for span in found if span is not None and span.label in labels]

    def after(self, start: int, end: int, *labels: str) -> list[Span]:
        """Return the mentions with these labels inside ``start:end``."""
        return [span for span in self.spans(*labels) if start <= span.start and span.end <= end]


_ZONES: tuple[Kind, ...] = (
    "table",
    "programme",
    "title",
    "heading",
    "bullet",
    "dateline",
    "contact",
    "caption",
)


def lay_out(reading: Reading, lexicon: Lexicon, finder: CueFinder) -> list[Sentence]:
    """Return the sentences of a reading in order; empty ones are left out."""
    cues = finder.find(reading.text)
    starts = [cue.start for cue in cues]
    maker = RowMaker(lexicon)
    zones = {kind: reading.layout.spans([kind]) for kind in _ZONES}
    spans = [span for span in reading.spans if span.label != "DATE" or span.value]
    at = 0
    sentences = []
    for start, end in reading.sentences:
        inside = []
        while at < len(spans) and spans[at].start < end:
            if spans[at].start >= start:
                inside.append(spans[at])
            at += 1
        here = cues[bisect_left(starts, start) : bisect_left(starts, end)]
        zone = next((kind for kind in _ZONES if touches(zones[kind], start, end)), "")
        row = maker.row(reading.text, start, end, inside)
        if row.items:
            sentences.append(
                Sentence(
                    start, end, reading.text[start:end], row, _outside_names(here, inside), zone
                )
            )
    return sentences


def _outside_names(cues: Sequence[Cue], spans: Sequence[Span]) -> list[Cue]:
    """Drop cues that lie inside a mention: "Group" in "Siemens Group" is no party of guests."""
    return [
        cue
        for cue in cues
        if not any(span.start <= cue.start and cue.end <= span.end for span in spans)
    ]


def is_off(sentence: Sentence) -> bool:
    """Say whether a sentence tells of what did not happen, of the past or of another visit."""
    return sentence.has(*_OFF)
