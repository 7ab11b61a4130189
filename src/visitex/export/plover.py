"""``plover``: a visit as event rows for political science, in CSV.

Codes are those of PLOVER (Halterman et al., "PLOVER and POLECAT", 2023: event type CONSULT, mode
visit) and of its forerunner CAMEO (Schrodt, "CAMEO Codebook", 2012: 042 make a visit, 043 host a
visit). A pair of a visitor and a host gives two rows, one from each side.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import product
from typing import BinaryIO

from visitex.report import Report

COLUMNS = (
    "event_id",
    "event_type",
    "event_mode",
    "cameo",
    "start_date",
    "end_date",
    "actor",
    "recipient",
    "actor_people",
    "recipient_people",
    "places",
    "sites",
    "lang",
    "published",
    "path",
    "url",
    "sha256",
)
MAKE, HOST = "042", "043"


def write(reports: Iterable[Report], stream: BinaryIO) -> None:
    """Write the event rows of all reports; a report without a visit has none."""
    text = io.TextIOWrapper(stream, "utf-8", "surrogateescape", newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for number, report in enumerate(reports, 1):
        writer.writerows(_events(report, number))
    text.detach()


def _events(report: Report, number: int) -> Iterator[list[str]]:
    visit = report.visit
    if not (visit.visitors or visit.hosts or visit.head or visit.received_by):
        return
    people = {
        role: "; ".join(person.name for person in report.people if person.role == role)
        for role in ("visitor", "host")
    }
    for i, (visitor, host) in enumerate(product(visit.visitors or [""], visit.hosts or [""]), 1):
        sides = (visitor, host, people["visitor"], people["host"])
        yield _row(report, f"{number}.{i}.{MAKE}", MAKE, sides)
        yield _row(report, f"{number}.{i}.{HOST}", HOST, (host, visitor, *sides[:1:-1]))


def _row(report: Report, event: str, cameo: str, sides: tuple[str, ...]) -> list[str]:
    """Return a row; ``sides`` are actor, recipient, the actor's people and the recipient's."""
    visit, source = report.visit, report.source
    cells = [
        *(event, "CONSULT", "visit", cameo, visit.start, visit.end, *sides),
        "; ".join(visit.places),
        "; ".join(site.name for site in report.sites),
        *(report.lang, report.published, source.path, source.url, source.sha256),
    ]
    return [cell or "" for cell in cells]
