"""``jsonld``: schema.org as JSON-LD, a document a line; no context has to be fetched to read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from visitex.report import Person, Report

CONTEXT = {"@vocab": "https://schema.org/"}


def documents(reports: Iterable[Report]) -> Iterator[dict[str, Any]]:
    """Yield a document for each report: a NewsArticle that is about an Event.

    What the report is silent on has no key; a date whose year is not known is left out, since
    schema.org knows ISO 8601 only.
    """
    for number, report in enumerate(reports, 1):
        yield {"@context": CONTEXT, **_article(report, f"_:r{number}")}


def _article(report: Report, node: str) -> dict[str, Any]:
    source = report.source
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": source.url or node,
            "headline": source.title,
            "author": source.author and {"@type": "Person", "name": source.author},
            "url": source.url,
            "inLanguage": report.lang,
            "datePublished": _iso(report.published),
            "identifier": f"sha256:{source.sha256}",
            "about": _event(report, node),
            "mentions": [_person(person, node) for person in report.people]
            + [_body(name, node, report) for name in _names(report)],
        }
    )


def _event(report: Report, node: str) -> dict[str, Any]:
    visit = report.visit
    people = {person.name: f"{node}{person.id}" for person in report.people}
    sites = [{"@type": "Place", "@id": f"{node}{s.id}", "name": s.name} for s in report.sites]
    towns = [{"@type": "Place", "name": place} for place in visit.places]
    guests = [person for person in report.people if person.role == "visitor"]
    hosts = [person for person in report.people if person.role == "host"]
    return _filled(
        {
            "@type": "Event",
            "@id": f"{node}visit",
            "name": report.source.title,
            "startDate": _iso(visit.start),
            "endDate": _iso(visit.end),
            "location": [*towns, *sites],
            "performer": {"@id": people[visit.head]} if visit.head in people else None,
            "attendee": [_body(name, node, report) for name in visit.visitors]
            + [{"@id": people[person.name]} for person in guests],
            "organizer": [_body(name, node, report) for name in visit.hosts]
            + [{"@id": people[person.name]} for person in hosts],
        }
    )


def _person(person: Person, node: str) -> dict[str, Any]:
    posts = [
        _filled(
            {
                "@type": "OrganizationRole",
                "roleName": post.title,
                "affiliation": post.organization
                and {"@type": "Organization", "name": post.organization},
            }
        )
        for post in person.posts
    ]
    return _filled(
        {
            "@type": "Person",
            "@id": f"{node}{person.id}",
            "name": person.name,
            "alternateName": person.also,
            "honorificPrefix": person.honorific,
            "jobTitle": [post.title for post in person.posts],
            "affiliation": posts,
        }
    )


def _names(report: Report) -> list[str]:
    return [body.name for body in report.organizations]


def _body(name: str, node: str, report: Report) -> dict[str, Any]:
    """Return a body; a territory that stands for its government is a place that acts."""
    for body in report.organizations:
        if body.name == name:
            return _filled(
                {
                    "@type": "Organization",
                    "@id": f"{node}{body.id}",
                    "name": name,
                    "alternateName": list(
                        dict.fromkeys([*body.also, *([body.acronym] if body.acronym else [])])
                    ),
                }
            )
    return {"@type": "AdministrativeArea", "name": name}


def _iso(value: str | None) -> str | None:
    return None if not value or "XXXX" in value else value


def _filled(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value not in (None, [], "")}
