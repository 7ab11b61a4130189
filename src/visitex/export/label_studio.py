"""``label-studio``: tasks with predictions, to be corrected by hand in Label Studio.

Label Studio counts offsets as JavaScript does, in UTF-16 code units: a character outside the Basic
Multilingual Plane (an emoji, say) counts two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

from visitex import __version__
from visitex.export.spans import Labelled, labelled_spans
from visitex.report import Report

LABELS = ("PER", "ORG", "SITE", "DATE", "TITLE", "LOC")
CONFIG = (
    '<View><Labels name="label" toName="text">'
    + "".join(f'<Label value="{label}"/>' for label in LABELS)
    + '</Labels><Text name="text" value="$text"/></View>'
)
"""The labeling interface that the tasks fit."""


def tasks(pairs: Iterable[tuple[Report, str]]) -> Iterator[dict[str, Any]]:
    """Yield a task for each report and its text."""
    for report, text in pairs:
        source = report.source
        yield {
            "data": {
                "text": text,
                "path": source.path,
                "sha256": source.sha256,
                "lang": report.lang,
                "published": report.published,
            },
            "predictions": [
                {"model_version": f"visitex {__version__}", "result": _result(report, text)}
            ],
        }


def _result(report: Report, text: str) -> list[dict[str, Any]]:
    units = UnitOffsets(text)
    return [_region(i, span, text, units) for i, span in enumerate(labelled_spans(report), 1)]


def _region(i: int, span: Labelled, text: str, units: UnitOffsets) -> dict[str, Any]:
    return {
        "id": f"{span.entry}-{i}",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {
            "start": units.of_point(span.start),
            "end": units.of_point(span.end),
            "text": text[span.start : span.end],
            "labels": [span.label],
        },
    }


class UnitOffsets:
    """The way between offsets in code points (Python's) and in UTF-16 code units (JavaScript's)."""

    def __init__(self, text: str) -> None:
        self._astral = [i for i, char in enumerate(text) if ord(char) > 0xFFFF]

    def of_point(self, offset: int) -> int:
        """Return the offset in code units of an offset in code points."""
        return offset + bisect_left(self._astral, offset)

    def of_unit(self, offset: int) -> int:
        """Return the offset in code points of an offset in code units."""
        for before, at in enumerate(self._astral):
            if at + before >= offset:
                return offset - before
        return offset - len(self._astral)
