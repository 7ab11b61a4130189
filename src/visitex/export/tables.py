"""Reports as linked tables: what CSV and Parquet write.

``report`` is the number of the report in the results, from 1, and links all tables; with an entry's
``id`` it is the key of a row. A cell is text, a whole number, a list of texts, or null.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from visitex.report import Mention, Report

Kind = Literal["text", "number", "list"]
Cell = str | int | list[str] | None
Row = dict[str, Cell]

TABLES: dict[str, dict[str, Kind]] = {
    "visits": {
        "report": "number",
        "path": "text",
        "sha256": "text",
        "lang": "text",
        "title": "text",
        "author": "text",
        "url": "text",
        "published": "text",
        "reference_date": "text",
        "start": "text",
        "end": "text",
        "places": "list",
        "visitors": "list",
        "hosts": "list",
        "head": "text",
        "received_by": "list",
        "warnings": "list",
    },
    "people": {
        "report": "number",
        "id": "text",
        "name": "text",
        "also": "list",
        "honorific": "text",
        "role": "text",
    },
    "posts": {
        "report": "number",
        "person_id": "text",
        "person": "text",
        "title": "text",
        "organization": "text",
        "organization_id": "text",
    },
    "organizations": {
        "report": "number",
        "id": "text",
        "name": "text",
        "also": "list",
        "acronym": "text",
    },
    "sites": {"report": "number", "id": "text", "name": "text", "also": "list"},
    "dates": {
        "report": "number",
        "id": "text",
        "text": "text",
        "value": "text",
        "role": "text",
        "anchored_by": "text",
    },
    "mentions": {
        "report": "number",
        "entry_id": "text",
        "kind": "text",
        "text": "text",
        "start": "number",
        "end": "number",
        "rule": "text",
    },
}
"""The columns of each table, in order, and what stands in them."""


def rows_of(report: Report, number: int) -> Iterator[tuple[str, Row]]:
    """Yield each row of a report with the name of its table.

    Args:
        report: the report.
        number: which one it is in the results, from 1.
    """
    for table, values in _rows(report):
        columns = list(TABLES[table])
        yield table, dict(zip(columns, [number, *values], strict=True))


def _rows(report: Report) -> Iterator[tuple[str, Sequence[Cell]]]:
    """Yield table and cells behind the number of the report."""
    yield "visits", _visit(report)
    bodies = {body.name: body.id for body in report.organizations}
    for person in report.people:
        yield "people", [person.id, person.name, person.also, person.honorific, person.role]
        for post in person.posts:
            owner = post.organization
            yield "posts", [person.id, person.name, post.title, owner, bodies.get(owner or "")]
        yield from _mentions("person", person.id, person.mentions)
    for body in report.organizations:
        yield "organizations", [body.id, body.name, body.also, body.acronym]
        yield from _mentions("organization", body.id, body.mentions)
    for site in report.sites:
        yield "sites", [site.id, site.name, site.also]
        yield from _mentions("site", site.id, site.mentions)
    for date in report.dates:
        yield "dates", [date.id, date.text, date.value, date.role, date.anchored_by]
        yield from _mentions("date", date.id, date.mentions)


def _visit(report: Report) -> list[Cell]:
    source, visit = report.source, report.visit
    return [
        source.path,
        source.sha256,
        report.lang,
        source.title,
        source.author,
        source.url,
        report.published,
        report.reference_date,
        visit.start,
        visit.end,
        visit.places,
        visit.visitors,
        visit.hosts,
        visit.head,
        visit.received_by,
        report.warnings,
    ]


def _mentions(
    kind: str, entry: str, mentions: Iterable[Mention]
) -> Iterator[tuple[str, Sequence[Cell]]]:
    for place in mentions:
        yield "mentions", [entry, kind, place.text, place.start, place.end, place.rule]
