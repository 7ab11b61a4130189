"""The component that organizations and sites share: mend what the pipeline found, add what it missed."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from spacy.tokens import Doc, Span, SpanGroup

from visitex.nlp.bodies import Grammar
from visitex.nlp.tokens import CLOSING, OPENING, Bounds, Claims, take


class Named:
    """Writes one group of spans; ``id_`` of a span is the rule that made it.

    ``before`` are groups whose tokens are taken already, ``spare`` labels of the trained pipeline
    that the lexicon leaves alone.
    """

    def __init__(
        self,
        group: str,
        label: str,
        grammar: Grammar,
        *,
        before: tuple[str, ...],
        spare: AbstractSet[str],
    ) -> None:
        self._group = group
        self._label = label
        self._grammar = grammar
        self._before = before
        self._spare = spare

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of ``doc`` and return it."""
        claims = Claims(doc)
        for group in self._before:
            claims.take_all(doc.spans.get(group, []))
        found = list(take(doc, self._grammar.own(doc), claims, self._label, "masthead"))
        found += take(doc, self._grammar.quoted(doc, claims), claims, self._label, "quoted")
        found += take(doc, self._mended(doc, claims), claims, self._label, "model")
        spared = Claims(doc)
        spared.take_all(entity for entity in doc.ents if self._is_spared(entity))
        known = (b for b in self._grammar.known(doc, claims) if spared.free(*b))
        found += take(doc, known, claims, self._label, "lexicon")
        again = (b for b in self._again(doc, found, claims) if spared.free(*b))
        found += take(doc, again, claims, self._label, "again")
        spans = sorted(_without_headline_verbs(doc, found), key=lambda span: span.start)
        doc.spans[self._group] = SpanGroup(doc, name=self._group, spans=spans)
        return doc

    def _again(self, doc: Doc, found: list[Span], claims: Claims) -> Iterator[Bounds]:
        """Yield other places where a name of several words, or an acronym, stands."""
        names = {tuple(t.text for t in span) for span in found if len(span) > 1}
        names |= {(span.text,) for span in found if span[0].is_upper and len(span.text) > 1}
        names |= {(acronym,) for span in found if (acronym := _acronym(doc, span.end))}
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for name in sorted(names, key=lambda name: (-len(name), name)):
            by_first.setdefault(name[0], []).append(name)
        for token in doc:
            for name in by_first.get(token.text, ()):
                end = token.i + len(name)
                if tuple(t.text for t in doc[token.i : end]) == name and claims.free(token.i, end):
                    yield token.i, end

    def _is_spared(self, entity: Span) -> bool:
        """Say whether an entity of the pipeline is left to a later component."""
        if entity.label_ not in self._spare:
            return False
        return not self._grammar.fits(entity.doc, entity.start, entity.end)

    def _mended(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        for entity in doc.ents:
            if entity.label_ not in self._grammar.labels:
                continue
            start, end = self._grammar.available(doc, entity.start, entity.end, claims)
            if start == end or self._grammar.looks_like_person(doc, start, end):
                continue
            for first, last in self._grammar.parts(doc, start, end):
                if self._grammar.fits(doc, first, last):
                    yield self._grammar.mend(doc, first, last, claims)


def _acronym(doc: Doc, at: int) -> str:
    """Return the acronym that stands in brackets at ``at``, or an empty string."""
    if at + 2 >= len(doc) or doc[at].text not in OPENING or doc[at + 2].text not in CLOSING:
        return ""
    text = doc[at + 1].text
    capitals = sum(char.isupper() for char in text)
    return text if capitals > 1 and 2 * capitals > len(text) else ""


def _without_headline_verbs(doc: Doc, found: list[Span]) -> Iterator[Span]:
    """Yield all spans; in a headline, where every word has a capital, a name ends as elsewhere.

    "Beijing Federation of Trade Unions Met" is cut back to the name that the text has without it.
    """
    headlines = [zone for zone in doc.spans.get("layout", []) if zone.label_ == "title"]
    names = {span.text for span in found if not _inside(span, headlines)}
    for span in found:
        ends = range(span.end - 1, span.start, -1) if _inside(span, headlines) else ()
        cut = next((end for end in ends if doc[span.start : end].text in names), span.end)
        yield Span(doc, span.start, cut, label=span.label_, span_id=span.id_)


def _inside(span: Span, zones: list[Span]) -> bool:
    return any(zone.start <= span.start and span.end <= zone.end for zone in zones)
