"""Names of people where the script or the spelling shows less: no case, or syllables for words.

The recogniser's edges are kept there; what is near a name only helps to cut it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from visitex.lang.lexicon import Kind, Lexicon
from visitex.nlp.components.people import People
from visitex.nlp.tokens import Bounds, Claims, is_name_word
from visitex.nlp.words import WordFinder, names_place, place_before_family

_DOTS = "·•・"
_NUMERALS = "一二三四五六七八九十百千万两几"
_TOO_LONG = 4  # characters: a family name of one and a given name have three
_ADDRESS = Kind.TITLE | Kind.HONORIFIC
_OTHER = frozenset({"LOC", "ORG", "SITE", "TITLE"})


class PlainPeople(People):
    """What both kinds of script share: no growing over words without a label."""

    def __init__(self, lexicon: Lexicon, words: WordFinder) -> None:
        super().__init__(lexicon)
        self._words = words
        self._family = frozenset(lexicon.pack.names.family_first)

    def _left(self, doc: Doc, start: int, claims: Claims) -> int:  # noqa: ARG002
        return start

    def _right(self, doc: Doc, start: int, end: int, claims: Claims) -> int:  # noqa: ARG002
        return end

    def _no_name(self, doc: Doc, i: int) -> bool:
        return bool(self._words.kind(doc, i) & _ADDRESS) or not doc[i].text[0].isalpha()

    def _is_place(self, entity: Span) -> bool:
        """Say whether a span is a known territory or ends in a whole word for a site or body."""
        if self._lexicon.territory(entity.text):
            return True
        doc, end = entity.doc, entity.end
        kind = self._words.kind(doc, end - 1)
        return end - self._words.start(doc, end - 1) > 1 and bool(kind & (Kind.SITE | Kind.BODY))


class HanPeople(PlainPeople):
    """Chinese: the edge of a name is the edge of a word; short forms are told by what follows."""

    def _is_place(self, entity: Span) -> bool:
        """Say whether a span is a place, or no name: a number, or too long for a Chinese one."""
        return super()._is_place(entity) or self._is_phrase(entity)

    def _is_phrase(self, entity: Span) -> bool:
        text = entity.text
        if text[0] in _NUMERALS and len(text) > 1 and text[1] in _NUMERALS:
            return True
        plain = text.isalpha() and not text.isascii() and not any(dot in text for dot in _DOTS)
        single = text[0] in self._family and text[:2] not in self._family
        beside = any(
            entity.start == title.end or entity.end == title.start
            for title in entity.doc.spans.get("titles", [])
        )
        return plain and single and len(text) >= _TOO_LONG and not beside

    def _clean(self, doc: Doc, start: int, end: int) -> Bounds:
        """Take off words that an edge cuts, and titles and forms of address at both ends."""
        if end < len(doc) and self._words.start(doc, end) < end:
            end = max(start, self._words.start(doc, end))
        if self._words.start(doc, start) < start:
            start = min(end, self._words.end(doc, start))
        while start < end and self._no_name(doc, start):
            start = self._words.end(doc, start)
        while start < end and (self._no_name(doc, end - 1) or doc[end - 1].is_space):
            end = self._words.start(doc, end - 1)
        return start, end

    def _after_honorific(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        """Yield the family name in front of a form of address: "李先生"."""
        for i in range(1, len(doc)):
            if self._words.start(doc, i) == i and self._words.kind(doc, i) & Kind.HONORIFIC:
                yield from self._family_before(doc, i, claims, set())

    def _beside_title(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        """Yield the family name in front of a title: "李院长", where somebody is called so."""
        known = {span[0].text for span in doc.spans.get("people", [])}
        known |= {entity[0].text for entity in doc.ents if entity.label_ == "PER"}
        for title in doc.spans.get("titles", []):
            yield from self._family_before(doc, title.start, claims, known)

    def _family_before(self, doc: Doc, i: int, claims: Claims, known: set[str]) -> Iterator[Bounds]:
        """Yield the token in front of ``i`` if it is a family name and begins a stretch."""
        name = i - 1
        if name < 0 or claims[name] or doc[name].text not in self._family:
            return
        if self._words.end(doc, name) - self._words.start(doc, name) > 1:
            return
        opens = name == 0 or not doc[name - 1].is_alpha or self._parts(doc, name - 1)
        if opens or doc[name].text in known or doc[name].ent_type_ == "PER":
            yield name, i

    def _parts(self, doc: Doc, i: int) -> bool:
        """Say whether a token in front ends a word that the lexicon knows."""
        return self._words.end(doc, i) - self._words.start(doc, i) > 1 or bool(
            self._words.kind(doc, i) & (Kind.CONJUNCTION | Kind.CONNECTOR)
        )

    def _again(self, doc: Doc, found: list[Span], claims: Claims) -> Iterator[Bounds]:
        """Yield other places where a name stands whole, or one of its dotted parts."""
        text = doc.text
        for form in sorted({f for span in found for f in _han_forms(span)}, key=len, reverse=True):
            at = text.find(form)
            while at >= 0:
                span = doc.char_span(at, at + len(form))
                if (
                    span is not None
                    and claims.free(span.start, span.end)
                    and span[0].ent_type_ != "ORG"
                ):
                    yield span.start, span.end
                at = text.find(form, at + len(form))


class SyllablePeople(PlainPeople):
    """Vietnamese: forms of address are written small, and names run into places."""

    def _clean(self, doc: Doc, start: int, end: int) -> Bounds:
        """Take a place in front of a family name off, with what is taken off everywhere."""
        start, end = super()._clean(doc, start, end)
        return start + place_before_family(doc, start, end, self._lexicon), end

    def _right(self, doc: Doc, start: int, end: int, claims: Claims) -> int:
        """Grow over a particle alone: "Rasmus af Rosenborg"."""
        particle = end < len(doc) and self._lexicon.kind(doc[end].text) & Kind.PARTICLE
        return People._right(self, doc, start, end, claims) if particle else end

    def _after_honorific(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        for i in range(1, len(doc)):
            if not claims[i] and self._words.kind(doc, i - 1) & Kind.HONORIFIC:
                yield i, self._run(doc, i, claims)

    def _beside_title(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        for start, end in super()._beside_title(doc, claims):
            if not names_place(doc, start, end, self._lexicon):
                yield start, end

    def _is_part(self, doc: Doc, i: int, claims: Claims) -> bool:
        if claims[i] or doc[i].ent_type_ in _OTHER or not is_name_word(doc[i]):
            return False
        if doc[i].text in self._not_names or len(doc[i].text) == 1:
            return False
        word = self._words.kind(doc, i)
        return not word & (_ADDRESS | Kind.BODY | Kind.SITE | Kind.PLACE_KIND)

    def _again(self, doc: Doc, found: list[Span], claims: Claims) -> Iterator[Bounds]:
        """Yield short forms where a title or a form of address stands in front of them."""
        for start, end in super()._again(doc, found, claims):
            addressed = start and self._words.kind(doc, start - 1) & _ADDRESS
            if addressed or doc[start].ent_type_ == "PER":
                yield start, end


def _han_forms(span: Span) -> Iterator[str]:
    if len(span) > 1:
        yield span.text
    parts = [part for dot in _DOTS if dot in span.text for part in span.text.split(dot)]
    yield from (part for part in parts if len(part) > 1)
