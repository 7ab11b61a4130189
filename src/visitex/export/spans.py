"""The mentions of a report as labelled spans of its text, free of overlaps."""

from __future__ import annotations

from typing import NamedTuple

from visitex.report import Mention, Report


class Labelled(NamedTuple):
    """A mention by its kind: ``label`` is PER, ORG, SITE or DATE; ``entry`` the entry's id."""

    start: int
    end: int
    label: str
    entry: str


def labelled_spans(report: Report) -> list[Labelled]:
    """Return the mentions in order of the text; of two that overlap the longer one stays.

    A toured body is an organization and a site; its mentions are told as the organization's.
    """
    found = [
        *_labelled("PER", [(person.id, person.mentions) for person in report.people]),
        *_labelled("ORG", [(body.id, body.mentions) for body in report.organizations]),
        *_labelled("SITE", [(site.id, site.mentions) for site in report.sites]),
        *_labelled("DATE", [(date.id, date.mentions) for date in report.dates]),
    ]
    kept: list[Labelled] = []
    taken: set[int] = set()
    for span in sorted(found, key=lambda span: span.start - span.end):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append(span)
    return sorted(kept)


def annotated(pair: tuple[Report, str]) -> tuple[str, list[tuple[int, int, str]], str | None]:
    """Return the text of a report, its spans, and its language, as training data has them."""
    report, text = pair
    spans = [(span.start, span.end, span.label) for span in labelled_spans(report)]
    return text, spans, report.lang


def _labelled(label: str, entries: list[tuple[str, list[Mention]]]) -> list[Labelled]:
    return [Labelled(m.start, m.end, label, entry) for entry, places in entries for m in places]
