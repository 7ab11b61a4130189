"""``ftm``: FollowTheMoney entities, one JSON object a line, through the format's own library.

A report gives an Article, the visit as an Event, people as Person, bodies as Organization, sites and
towns as Address, a post as a Position that an Occupancy ties to its holder, and each form of a name as
a Mention. Entities are told apart by report: nobody is linked across reports. Which body is a public
one the text does not say, so none is made a PublicBody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from visitex.errors import UsageError
from visitex.report import Person, Report

if TYPE_CHECKING:
    from followthemoney import EntityProxy, Model


def entities(reports: Iterable[Report]) -> Iterator[dict[str, Any]]:
    """Yield the entities of all reports as plain dicts.

    Raises:
        UsageError: followthemoney is not installed.
    """
    try:
        from followthemoney import model  # noqa: PLC0415
    except ImportError as error:
        raise UsageError(
            "ftm: followthemoney is not installed; pip install 'visitex[ftm]'"
        ) from error
    for number, report in enumerate(reports, 1):
        for entity in _Graph(model, report, number).entities():
            yield entity.to_dict()


_Value = str | list[str] | None


class _Graph:
    """The entities of one report; ids are made of the text's hash and its number in the results."""

    def __init__(self, model: Model, report: Report, number: int) -> None:
        self._model = model
        self._report = report
        self._key = (report.source.sha256, str(number))
        self._bodies = {body.name: self._id(body.id) for body in report.organizations}
        self._people = {person.name: self._id(person.id) for person in report.people}

    def entities(self) -> Iterator[EntityProxy]:
        """Yield every entity, each after those that it refers to."""
        yield self._article()
        for body in self._report.organizations:
            entity = self._make("Organization", body.id, name=body.name, alias=body.also)
            entity.add("abbreviation", body.acronym)
            yield entity
            yield from self._mentions(entity, [body.name, *body.also])
        for person in self._report.people:
            entity = self._make("Person", person.id, name=person.name, alias=person.also)
            entity.add("title", person.honorific)
            entity.add("position", [post.title for post in person.posts])
            yield entity
            yield from self._mentions(entity, [person.name, *person.also])
            yield from self._posts(person)
        yield from self._event()

    def _id(self, *parts: str) -> str:
        from followthemoney.util import make_entity_id  # noqa: PLC0415

        return str(make_entity_id(*self._key, *parts))

    def _make(self, schema: str, *parts: str, **values: _Value) -> EntityProxy:
        entity: EntityProxy = self._model.make_entity(schema)
        entity.id = self._id(*parts)
        for name, value in values.items():
            entity.add(name, value)
        if schema not in {"Mention", "Article"}:
            entity.add("proof", self._id("article"))
        return entity

    def _article(self) -> EntityProxy:
        source = self._report.source
        entity = self._make(
            "Article",
            "article",
            title=source.title,
            author=source.author,
            sourceUrl=source.url,
            encoding=source.encoding,
            language=self._report.lang,
            publishedAt=_known(self._report.published),
        )
        entity.add("fileName", PurePath(source.path).name if source.path else None)
        return entity

    def _posts(self, person: Person) -> Iterator[EntityProxy]:
        for i, post in enumerate(person.posts, 1):
            body = self._bodies.get(post.organization or "")
            position = self._make("Position", person.id, f"position{i}", name=post.title)
            if body:
                position.add("organization", body)
            else:
                position.add("subnationalArea", post.organization)
            yield position
            yield self._make(
                "Occupancy",
                person.id,
                f"occupancy{i}",
                holder=self._people[person.name],
                post=position.id,
                date=_known(self._report.visit.start or self._report.published),
            )

    def _event(self) -> Iterator[EntityProxy]:
        visit = self._report.visit
        if not (visit.start or visit.visitors or visit.hosts or visit.head or visit.received_by):
            return
        places = [*visit.places, *(site.name for site in self._report.sites)]
        for place in places:
            yield self._make("Address", "address", place, full=place, name=place)
        took_part = [person for person in self._report.people if person.role != "other"]
        yield self._make(
            "Event",
            "visit",
            name=self._report.source.title or "Visit",
            startDate=_known(visit.start),
            endDate=_known(visit.end),
            location=places,
            organizer=self._known_bodies(visit.hosts),
            involved=[
                *self._known_bodies(visit.visitors),
                *(self._people[person.name] for person in took_part),
            ],
            addressEntity=[self._id("address", place) for place in places],
        )

    def _known_bodies(self, names: Iterable[str]) -> list[str]:
        """Return the ids of bodies; a territory that stands for its government is none."""
        return [self._bodies[name] for name in names if name in self._bodies]

    def _mentions(self, entity: EntityProxy, names: Iterable[str]) -> Iterator[EntityProxy]:
        for name in dict.fromkeys(names):
            yield self._make(
                "Mention",
                str(entity.id),
                "mention",
                name,
                document=self._id("article"),
                resolved=entity.id,
                name=name,
                detectedSchema=entity.schema.name,
            )


def _known(value: str | None) -> str | None:
    """Return a date that FollowTheMoney knows: a year, month or day, none of it unknown."""
    return value if value and value.replace("-", "").isdigit() else None
