"""From a reading to the entries of a report: the order in which the questions are asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from visitex.lang.lexicon import Kind, Lexicon
from visitex.report import (
    AnchoredBy,
    Date,
    Evidence,
    Mention,
    Organization,
    Person,
    Post,
    Role,
    Site,
    Visit,
)
from visitex.resolve.anaphora import with_stand_ins
from visitex.resolve.cast import Cast
from visitex.resolve.cues import CueFinder
from visitex.resolve.dates import Dated, merge_dates
from visitex.resolve.keys import Key, body_key, person_key, place_key
from visitex.resolve.offices import Offices
from visitex.resolve.side_reader import HOST
from visitex.resolve.sides import Sides
from visitex.resolve.visit import Frame
from visitex.resolve.words import words
from visitex.text.normal import View
from visitex.text.spans import MASTHEAD, Reading, Span

_LISTED = re.compile(r"P(?=[^xP]*[,;&][^xP]*P)[^xP]*(?=P)")
"""Two people with nothing but their posts between them."""


class Entries(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a report that are read out of its text."""

    dates: list[Date]
    people: list[Person]
    organizations: list[Organization]
    sites: list[Site]
    visit: Visit
    warnings: list[str]


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """What a reading comes from, and what fixes its dates.

    ``text`` is the text as it was read, ``seen`` the view of it that the reading's offsets refer
    to. ``published`` is the offset of the publication date, ``reference`` the ISO day that the text is
    read from, ``anchors`` what each date expression, by offset, rests on.
    """

    text: str
    seen: View
    published: int | None
    reference: str | None
    anchors: Mapping[int, AnchoredBy]


class Resolver:
    """Resolves readings of one language; keeps nothing between them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._finder = CueFinder(lexicon.pack.cues)

    def resolve(self, reading: Reading, origin: Origin) -> Entries:
        """Return the entries of a reading."""
        cast = Cast(reading, self._lexicon, self._finder)
        offices = Offices(cast)
        offices.link()
        sides = _weigh(cast, offices)
        frame = Frame(cast, offices, sides)
        offices.complete(sides, frame.home)
        dates = merge_dates(reading.of("DATE"), cast.sentences, origin.published, origin.reference)
        visit = frame.visit(dates)
        return Entries(
            dates=[_date(i, dated, origin) for i, dated in enumerate(dates, 1)],
            people=[_person(i, cast, offices, sides, origin) for i in range(len(cast.people))],
            organizations=_organizations(cast, offices, visit, origin),
            sites=_sites(cast, origin),
            visit=msgspec.structs.replace(
                visit, evidence=[_evidence(piece, origin) for piece in visit.evidence]
            ),
            warnings=[]
            if sides.evidence or cast.visited
            else ["no visit found: the visit's slots are empty"],
        )


def _weigh(cast: Cast, offices: Offices) -> Sides:
    """Return who stands on which side, by what sentences say and how entries hang together."""
    links = [*offices.owners(), *_nested(cast), *_listed(cast)]
    visited = frozenset(span.start for span in cast.visited)
    told, stand_ins = with_stand_ins(cast, offices)
    sides = Sides({**cast.keys, **stand_ins}, links, cast.lexicon.pack, visited)
    for name in cast.datelines:
        sides.nudge(place_key(name), HOST)
    for span in cast.visited:
        if span.start in cast.keys:
            sides.nudge(cast.keys[span.start], HOST)
    sides.add(told)
    return sides


def _nested(cast: Cast) -> Iterator[tuple[Key, Key]]:
    """Yield pairs of body and place, or body and body, where one name holds the other."""
    names = [set(words(body.name)) for body in cast.bodies]
    places = sorted({key for key in cast.keys.values() if key.kind == "place"})
    for i, name in enumerate(names):
        for place in places:
            if set(words(place.name)) <= name:
                yield body_key(i), place
        for j, other in enumerate(names):
            if len(other) > 1 and other < name:
                yield body_key(i), body_key(j)


def _listed(cast: Cast) -> Iterator[tuple[Key, Key]]:
    """Yield pairs of people who stand in one list."""
    for sentence in cast.sentences:
        for match in _LISTED.finditer(sentence.row.letters):
            pair = [sentence.row.items[i].span for i in (match.start(), match.end())]
            keys = [cast.keys[s.start] for s in pair if s is not None and s.start in cast.keys]
            if len(keys) == 2:
                yield keys[0], keys[1]


def _person(i: int, cast: Cast, offices: Offices, sides: Sides, origin: Origin) -> Person:
    person = cast.people[i]
    posts = [
        Post(title=title, organization=cast.name(owner) if owner else None)
        for title, owner in offices.of(i)
    ]
    return Person(
        id=f"p{i + 1}",
        name=person.name,
        also=person.also,
        honorific=person.honorific,
        role=_role(sides.side(person_key(i))),
        posts=posts,
        mentions=_mentions(person.spans, origin),
    )


def _role(side: float) -> Role:
    return "visitor" if side > 0 else "host" if side < 0 else "other"


def _organizations(
    cast: Cast, offices: Offices, visit: Visit, origin: Origin
) -> list[Organization]:
    """Return the bodies; one that only the page's head names counts if a post or a slot means it."""
    meant = {owner for _, owner in offices.owners()}
    slots = {*visit.hosts, *visit.visitors}
    told = [
        body
        for i, body in enumerate(cast.bodies)
        if body_key(i) in meant
        or body.name in slots
        or any(span.rule != MASTHEAD for span in body.spans)
    ]
    staffed = {owner.name for owner in meant if owner.kind == "site"}
    told += [s for s in cast.sites if staffed.intersection(s.forms) and _is_headed(s.name, cast)]
    return [
        Organization(
            id=f"o{i}",
            name=body.name,
            also=body.also,
            acronym=body.acronym,
            mentions=_mentions(body.spans, origin),
        )
        for i, body in enumerate(told, 1)
    ]


def _is_headed(name: str, cast: Cast) -> bool:
    """Say whether a name has a word for a house or body: who leads "Museum X" belongs to it."""
    kinds = (cast.lexicon.kind(word) for word in name.split())
    return any(kind & (Kind.SITE | Kind.BODY) for kind in kinds)


def _sites(cast: Cast, origin: Origin) -> list[Site]:
    return [
        Site(id=f"s{i}", name=site.name, also=site.also, mentions=_mentions(site.spans, origin))
        for i, site in enumerate(cast.sites, 1)
    ]


def _date(i: int, dated: Dated, origin: Origin) -> Date:
    first = dated.spans[0]
    return Date(
        id=f"d{i}",
        text=first.text,
        value=dated.value,
        role=dated.role,
        anchored_by=origin.anchors.get(first.start, "unknown"),
        mentions=_mentions(dated.spans, origin),
    )


def _mentions(spans: Iterable[Span], origin: Origin) -> list[Mention]:
    """Return mentions at the places where the text as it was read has them."""
    mentions = []
    for span in spans:
        start, end = origin.seen.original(span.start, span.end)
        text = origin.text[start:end]
        mentions.append(Mention(text=text, start=start, end=end, rule=span.rule))
    return mentions


def _evidence(piece: Evidence, origin: Origin) -> Evidence:
    start, end = origin.seen.original(piece.start, piece.end)
    return msgspec.structs.replace(piece, start=start, end=end)
