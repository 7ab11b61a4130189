"""The visit as one frame: when, where, who led, who received, for which bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from visitex.report import Evidence, Visit
from visitex.resolve.cast import Cast
from visitex.resolve.dates import Dated, visit_days
from visitex.resolve.items import Item
from visitex.resolve.keys import Key, person_key, place_key
from visitex.resolve.offices import Offices
from visitex.resolve.scene import Sentence, is_off
from visitex.resolve.side_reader import HOST, VISITOR
from visitex.resolve.sides import Sides
from visitex.resolve.words import words
from visitex.text.spans import Span

_PLACED = ("travel", "visit", "receive", "received_by", "receive_them")


class Frame:
    """Reads the frame of the visit off a cast whose sides are known."""

    def __init__(self, cast: Cast, offices: Offices, sides: Sides) -> None:
        self._cast = cast
        self._offices = offices
        self._sides = sides
        self.places = list(self._places())

    def home(self, side: float, local: bool) -> list[Key]:
        """Return the places that officials of one side can only be of.

        A mayor among the guests is of the place that the delegation, else the report, comes from;
        one among the hosts of the place that was visited.
        """
        written = self._cast.datelines
        reached = [name for name in self.places if name not in written]
        if side > 0:
            sent = self._sides.acting(side, "place")
            return sent or [place_key(name) for name in written if local and reached]
        sent = self._sides.acting(VISITOR, "place") or self._sides.acting(VISITOR, "body")
        at_home = written if sent else reached
        return [place_key(name) for name in (at_home or reached or written)] if local else []

    def visit(self, dates: Sequence[Dated]) -> Visit:
        """Return the frame; every slot is empty where no sentence tells of a visit."""
        if not self._sides.evidence and not self._cast.visited:
            return Visit()
        days = _days([dated.value for dated in dates if dated.role == "visit"])
        head = self._head()
        hosts = self._people(HOST)
        sentences = {(e.sentence.start, e.sentence.end): e.rule for e in self._sides.evidence[::-1]}
        return Visit(
            start=min((first for first, _ in days), default=None),
            end=max((last for _, last in days), default=None),
            places=self.places,
            visitors=self._party(VISITOR, head),
            hosts=self._party(HOST, next(iter(hosts), None)),
            head=self._cast.people[head].name if head is not None else None,
            received_by=[self._cast.people[i].name for i in hosts],
            evidence=[Evidence(start=s, end=e, rule=r) for (s, e), r in sorted(sentences.items())],
        )

    def _people(self, side: float) -> list[int]:
        everybody = range(len(self._cast.people))
        return [i for i in everybody if self._sides.side(person_key(i)) == side]

    def _head(self) -> int | None:
        """Return who led the visitors: whom the text says so of, else the first one named."""
        for key in self._sides.direct({"led_by", "lead"}, VISITOR):
            if key.kind == "person" and self._sides.side(key) == VISITOR:
                return key.at
        return next(iter(self._people(VISITOR)), None)

    def _party(self, side: float, leader: int | None) -> list[str]:
        """Return the bodies of one side that sentences name, else the leader's body or place."""
        direct = [
            key for kind in ("body", "place") for key in self._sides.acting(side, kind, sure=True)
        ]
        bodies = [key for key in direct if key.kind == "body"]
        if bodies:
            return [self._cast.name(key) for key in bodies]
        owners = (
            [owner for _, owner in self._offices.of(leader) if owner] if leader is not None else []
        )
        owners.sort(key=self._cast.standing, reverse=True)
        found = [key for key in [*owners, *direct] if key.kind in {"body", "place"}]
        found = found or self._host_by_default(side)
        return [self._cast.name(self._acting_for(key)) for key in found[:1]]

    def _host_by_default(self, side: float) -> list[Key]:
        """Return the page's own body, or the town of the dateline, where no other host is named."""
        own = self._cast.principal
        if side != HOST:
            return []
        if own is not None:
            return [own] if self._sides.side(own) != VISITOR else []
        towns = [place_key(name) for name in self._cast.datelines]
        return [town for town in towns if self._sides.side(town) == HOST]

    def _acting_for(self, key: Key) -> Key:
        """Return the page's own body where a place stands for it: the town's council for the town."""
        own = self._cast.principal if key.kind == "place" else None
        if own is None or not set(words(key.name)) <= set(words(self._cast.name(own))):
            return key
        return own

    def _places(self) -> Iterator[str]:
        """Yield where the visit took place, each place once: datelines, then places led to.

        Then those in the names of sites that the party went to, and of the page's own body where it
        received: "Universität Kiel" receives in Kiel.
        """
        found = [*self._cast.datelines, *self._led_to()]
        found += [key.name for site in self._cast.sites for key in self._within(site.name)]
        if not self._cast.datelines:
            found += [key.name for name in self._receiving() for key in self._within(name)]
        yield from dict.fromkeys(found)

    def _receiving(self) -> Iterator[str]:
        """Yield the names of the bodies that received: those that sentences tell of, and the page's own."""
        own = self._cast.principal
        bodies = [*self._sides.acting(HOST, "body", sure=True), *([own] if own else [])]
        yield from (self._cast.name(key) for key in bodies if self._sides.side(key) == HOST)

    def _within(self, name: str) -> Iterator[Key]:
        """Yield the places that a name holds, if the text names them by themselves as well."""
        parts = words(name)
        places = {key for key in self._cast.keys.values() if key.kind == "place"}
        for key in sorted(places):
            inner = words(key.name)
            held = any(parts[i : i + len(inner)] == inner for i in range(len(parts)))
            if held and self._sides.side(key) != VISITOR:
                yield key

    def _led_to(self) -> Iterator[str]:
        for sentence in self._cast.told:
            if is_off(sentence) or not sentence.has(*_PLACED):
                continue
            for span in self._reached(sentence):
                name = self._cast.territory(span)
                if self._sides.side(place_key(name)) != VISITOR:
                    yield name

    def _reached(self, sentence: Sentence) -> Iterator[Span]:
        """Yield the places behind "in", "to" or a word of travel, and those joined by "and"."""
        row = sentence.row
        ends = [cue.end for cue in sentence.cues if cue.kind in {"travel", "visit"}]
        late_verb = self._cast.lexicon.pack.writing.verb_last
        first = sentence.start if late_verb else min(ends, default=sentence.end)
        joined = False
        for at, item in enumerate(row.items):
            if item.letter != "L" or item.span is None:
                joined = joined and item.letter in "&,d"
                continue
            cued = any(0 <= item.start - end <= 2 for end in ends)
            joined = joined or cued or self._leads_to(row.items, at, first)
            joined = joined and not self._is_post_of_envoy(row.items, at)
            if joined and not self._is_adjective(item.span):
                yield item.span

    def _is_post_of_envoy(self, items: Sequence[Item], at: int) -> bool:
        """Say whether a place is where an envoy is sent: "the Ambassador of Suriname in the Netherlands"."""
        while at and items[at - 1].letter in "oidLOG":
            at -= 1
        title = items[at - 1].span if at else None
        return title is not None and title.label == "TITLE" and self._offices.is_envoy(title.text)

    def _is_adjective(self, span: Span) -> bool:
        """Say whether a place is but an adjective or inhabitant; where nouns decline, those are small."""
        declined = bool(self._cast.lexicon.pack.inflection.nouns)
        return bool(span.value) and (span.text[0].islower() or not declined)

    def _leads_to(self, items: Sequence[Item], at: int, first: int) -> bool:
        """Say whether the words in front of a place point to it, not away from it.

        Behind a body it tells but where that is, up to ``first``, where the way begins.
        """
        while at and items[at - 1].letter == "d":
            at -= 1
        if not at or items[at - 1].letter != "i":
            return False
        if at > 1 and items[at - 2].letter == "O" and items[at - 2].start < first:
            return False
        word = self._cast.reading.text[items[at - 1].start : items[at - 1].end].lower()
        return word not in self._cast.lexicon.pack.link.from_


def _days(values: Sequence[str]) -> list[tuple[str, str]]:
    """Return first and last days; weeks count only where no day is named."""
    exact = [value for value in values if "W" not in value]
    return [days for value in exact or values if (days := visit_days(value))]
