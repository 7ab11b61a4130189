"""What the pipeline hands to the resolvers: spans and sentences over the untouched text."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from visitex.text.zones import Layout

PERSON, TITLE, ORGANIZATION, SITE, PLACE, DATE = "PER", "TITLE", "ORG", "SITE", "LOC", "DATE"

MASTHEAD = "masthead"
"""The rule of a body that the page's own head names: no entry unless the text means it."""


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that names something; offsets are code points, ``end`` exclusive.

    ``text`` is the stretch as it stands. ``value`` is what it stands for where that is not its own
    text: the TIMEX value of a date, the country of a demonym, the id of a user's pattern.
    ``rule`` tells which rule or model found it.
    """

    start: int
    end: int
    label: str
    text: str
    rule: str
    value: str | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A text with everything that was found in it, in order of the text.

    Sentences are (start, end) pairs that do not overlap; spans of different labels do not overlap
    either, except that a place may stand inside an organization or a site.
    """

    text: str
    language: str
    sentences: Sequence[tuple[int, int]]
    spans: Sequence[Span]
    layout: Layout

    def of(self, *labels: str) -> list[Span]:
        """Return the spans of the given labels, in order of the text."""
        return [span for span in self.spans if span.label in labels]
