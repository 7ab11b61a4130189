"""Who and what a report names, before anything is said of them: people, bodies, sites, places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from visitex.lang.lexicon import Kind, Lexicon
from visitex.resolve.cite import cite_name
from visitex.resolve.cues import CueFinder
from visitex.resolve.keys import Key, body_key, person_key, place_key
from visitex.resolve.organizations import Body, BodyMerger
from visitex.resolve.people import merge_people
from visitex.resolve.scene import Sentence, lay_out
from visitex.resolve.sites import is_toured, visited_spans
from visitex.resolve.territories import Territories
from visitex.resolve.words import words
from visitex.text.spans import MASTHEAD, Reading, Span
from visitex.text.zones import touches

_NAMED_OFTEN = 3
_SHORTEST_SHOUT = 3
_SHORTEST_PLACE = 3
_PLACED = Kind.BODY | Kind.SITE


class Cast:
    """The entries of one reading, and which mention (by its offset) stands for which."""

    def __init__(self, reading: Reading, lexicon: Lexicon, finder: CueFinder) -> None:
        self.reading = reading
        self.lexicon = lexicon
        self._territories = Territories(reading.of("LOC"), reading.text, lexicon)
        self.sentences = lay_out(reading, lexicon, finder)
        self.told = list(_told(self.sentences))
        titles = {span.end for span in reading.of("TITLE")}
        if not lexicon.pack.writing.spaces:
            titles |= {span.start for span in reading.of("TITLE")}
        self.people = merge_people(
            reading.of("PER"), reading.text, lexicon.pack.names, titles, lexicon
        )
        headlines = reading.layout.spans({"title"})
        self.people = [p for p in self.people if not _only_shouted(p.name, p.spans, headlines)]
        self.visited = visited_spans(self.sentences, lexicon)
        merger = BodyMerger(lexicon, _PLACED)
        doubling = [span for span in reading.of("SITE") if is_toured(span, lexicon)]
        self.bodies = merger.merge([*reading.of("ORG"), *doubling], reading.text)
        self.sites = merger.merge(self.visited, reading.text)
        self.keys = self._keys()
        self.datelines = list(self._datelines())

    def _keys(self) -> dict[int, Key]:
        keys: dict[int, Key] = {}
        for i, body in enumerate(self.bodies):
            keys.update({span.start: body_key(i) for span in body.spans})
        for i, person in enumerate(self.people):
            keys.update({span.start: person_key(i) for span in person.spans})
        for span in self.reading.of("LOC"):
            keys[span.start] = place_key(self.territory(span))
        return keys

    def territory(self, span: Span) -> str:
        """Return the name of a place in citation form; a dateline's capitals are lowered."""
        name = (
            span.value
            or self._territories.of(span)
            or cite_name(span.text, self.lexicon, Kind.PLACE_KIND)
        )
        name = name if span.value else self._without_case(name, span.end)
        return name.title() if name.isupper() and len(name) > 3 else name

    def _without_case(self, name: str, end: int) -> str:
        """Return "Tolna" for "Tolnas": the text names it so elsewhere, or a title stands behind it."""
        for ending in self.lexicon.pack.names.possessives:
            bare = name.removesuffix(ending)
            if bare == name or len(bare) < _SHORTEST_PLACE or bare.endswith(ending):
                continue
            if bare in self._places or end + 1 in self._offices:
                return bare
        return name

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(span.text for span in self.reading.of("LOC"))

    @cached_property
    def _offices(self) -> frozenset[int]:
        return frozenset(span.start for span in self.reading.of("TITLE"))

    def key(self, span: Span) -> Key:
        """Return the entry of a mention; a site that is no body is named as a site."""
        known = self.keys.get(span.start)
        return known or Key("site", name=cite_name(span.text, self.lexicon, _PLACED))

    def name(self, key: Key) -> str:
        """Return the name that an entry is written with."""
        if key.kind == "body":
            return self.bodies[key.at].name
        return self.people[key.at].name if key.kind == "person" else key.name

    def standing(self, key: Key) -> int:
        """Return how often the text names a body: the one that it is about comes first."""
        return len(self.bodies[key.at].spans) if key.kind == "body" else 0

    @cached_property
    def own(self) -> Key | None:
        """The body whose page it is, unless that is a paper or an agency."""
        for i, body in enumerate(self.bodies):
            if any(span.rule == MASTHEAD for span in body.spans) and not self._is_medium(body):
                return body_key(i)
        return None

    @cached_property
    def principal(self) -> Key | None:
        """The body that the text is about: the page's own, or one named three times or more."""
        if self.own is not None:
            return self.own
        ranked = sorted(range(len(self.bodies)), key=lambda i: -len(self.bodies[i].spans))
        if ranked and len(self.bodies[ranked[0]].spans) >= _NAMED_OFTEN:
            return body_key(ranked[0])
        return None

    def _is_medium(self, body: Body) -> bool:
        """Say whether a body is a paper or an agency."""
        media = tuple(self.lexicon.pack.bodies.media)
        return any(word.endswith(media) for word in words(body.name))

    def _datelines(self) -> Iterator[str]:
        """Yield the places that datelines name, also those of a place alone ("Göttingen. Eine ...")."""
        for stretch in self.reading.layout.places:
            span = Span(
                start=stretch.start,
                end=stretch.end,
                label="LOC",
                text=stretch.text,
                rule="dateline",
            )
            yield self.territory(span)
        for sentence in self.sentences:
            alone = sentence.spans("LOC")
            if len(alone) == 1 and sentence.text.strip().rstrip(".") == alone[0].text:
                yield self.territory(alone[0])


def _only_shouted(name: str, spans: Sequence[Span], headlines: Sequence[tuple[int, int]]) -> bool:
    """Say whether a name stands in a headline of capitals alone, where every word looks like one."""
    shouted = name.isupper() and len(name) > _SHORTEST_SHOUT
    return shouted and all(touches(headlines, span.start, span.end) for span in spans)


def _told(sentences: list[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences that tell of the visit itself, not of another or of what was called off."""
    for sentence in sentences:
        if sentence.has("other_visit"):
            if sentence.zone in {"heading", "title"}:
                return
            continue
        if not sentence.has("cancelled"):
            yield sentence
