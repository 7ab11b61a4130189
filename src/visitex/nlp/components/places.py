"""``visitex_places``: territories, from the trained pipeline and from demonyms ("Cuban" -> Cuba)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from visitex.lang.declension import adjective_readings
from visitex.lang.lexicon import Kind, Lexicon, lexicon_of
from visitex.nlp.tokens import Claims, is_name_word, name_end, place_in_front, strip_edges
from visitex.nlp.words import WordFinder, words_of

GROUP = "places"
_OF_PLACES = 4  # endings of adjectives that are made of places: "-ski", "-cki"


@Language.factory("visitex_places", default_config={"language": "en", "packs": []})
def create(nlp: Language, name: str, language: str, packs: list[str]) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """Make the component; ``language`` names the pack whose demonyms and places it knows."""
    lexicon = lexicon_of(language, tuple(packs))
    return Places(lexicon, words_of(nlp, lexicon))


class Places:
    """Writes ``doc.spans["places"]``; ``kb_id_`` is the territory that a demonym stands for."""

    def __init__(self, lexicon: Lexicon, words: WordFinder) -> None:
        self._lexicon = lexicon
        self._words = words
        headed = bool(lexicon.pack.bodies.head)
        self._labels = frozenset({"LOC"} if headed else {"LOC", "ORG", "SITE"})
        self._kind_first = lexicon.pack.bodies.head != "last"
        self._cased = bool(lexicon.pack.inflection.genitives)
        self._agreement = lexicon.pack.inflection.agreement
        self._names = frozenset(lexicon.pack.places.names)
        # What a name can begin with, down to single letters, so that few tokens are looked at.
        self._beginnings = frozenset(n[:end] for n in self._names for end in range(1, len(n) + 1))
        self._folded = frozenset(name.lower() for name in self._names if " " in name)
        self._longest = max((name.count(" ") + 1 for name in self._names), default=0)

    def __call__(self, doc: Doc) -> Doc:
        """Find the places of ``doc`` and return it."""
        claims = Claims(doc)
        for group in ("dates", "titles", "organizations", "sites", "people"):
            claims.take_all(doc.spans.get(group, []))
        found: list[Span] = []
        for span in [*self._long(doc), *self._model(doc), *self._known(doc)]:
            if claims.free(span.start, span.end):
                claims.take(span.start, span.end)
                found.append(span)
        spans = sorted(found, key=lambda span: span.start)
        doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=spans)
        return doc

    def _long(self, doc: Doc) -> Iterator[Span]:
        """Yield names of several words that the pipeline saw but a part of: "República popular China"."""
        if not self._folded:
            return
        seen = [token.i for token in doc if token.ent_type_ == "LOC"]
        starts = {i for at in seen for i in range(max(0, at - self._longest), at + 1)}
        for i in sorted(starts):
            end = self._spelled(doc, i) if is_name_word(doc[i]) else 0
            short = any(doc[j:end].text in self._names for j in range(i + 1, end))
            if end and not short and any(i <= at < end for at in seen):
                yield Span(doc, i, end, label="LOC", span_id="gazetteer")

    def _spelled(self, doc: Doc, start: int) -> int:
        """Return the end of the longest name of several words at ``start``, its small words as they are."""
        for end in range(min(len(doc), start + self._longest), start + 1, -1):
            if doc[start:end].text.lower() in self._folded:
                return end
        return 0

    def _model(self, doc: Doc) -> Iterator[Span]:
        for entity in doc.ents:
            if entity.label_ == "PER":
                yield from self._behind_name(entity)
            start, end = strip_edges(doc, entity.start, entity.end, self._lexicon)
            while self._kind_first and start < end - 1 and self._kind_in_front(doc, start, end):
                start = min(end - 1, self._words.end(doc, start))
            start, end = strip_edges(doc, start, end, self._lexicon)
            if end - start == 1 and self._words.kind(doc, start) & Kind.HONORIFIC:
                continue
            end = self._within(doc, start, end)
            if start < end and (entity.label_ in self._labels or self._is_place(doc, start, end)):
                yield Span(
                    doc,
                    start,
                    end,
                    label="LOC",
                    kb_id=self._stands_for(doc[start:end].text),
                    span_id="model",
                )

    def _is_place(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether what was taken for a body or site is a territory, or ends in the kind of one."""
        if doc[start].ent_type_ not in {"ORG", "SITE"}:
            return False
        if self._kind_first and start and self._lexicon.kind(doc[start - 1].text) & Kind.PLACE_KIND:
            heads = Kind.BODY | Kind.SITE | Kind.LEGAL
            return not any(self._lexicon.kind(token.text) & heads for token in doc[start:end])
        ending = not self._kind_first and self._lexicon.kind(doc[end - 1].text) & Kind.PLACE_KIND
        return bool(ending or self._lexicon.territory(doc[start:end].text))

    def _within(self, doc: Doc, start: int, end: int) -> int:
        """Return the end in front of what a place lies in: "Жодино Республики Беларусь"."""
        for i in range(start + 1, end - 1 if self._cased else start):
            adjective = any(True for _ in adjective_readings(doc[i - 1].lower_, self._agreement))
            if self._lexicon.kind(doc[i].text) & Kind.PLACE_KIND and not adjective:
                return i
        return end

    def _kind_in_front(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a word only tells the kind of a place; a short form is part of its name."""
        if not self._words.whole and self._lexicon.territory(doc[start:end].text):
            return False
        short = len(doc[start]) == 2 and doc[start].is_upper
        return bool(self._words.kind(doc, start) & Kind.PLACE_KIND) and not short

    def _behind_name(self, entity: Span) -> Iterator[Span]:
        """Yield the place in "Ann Lee of Kelso" that the pipeline took for a part of the name."""
        doc, end = entity.doc, entity.end
        placed = place_in_front(doc, entity.start, end, self._lexicon)
        if placed:
            last = entity.start + placed
            territory = self._stands_for(doc[last - 1].text)
            yield Span(doc, last - 1, last, label="LOC", kb_id=territory, span_id="model")
        cut = name_end(doc, entity.start, end, self._lexicon)
        if cut < end:
            start, end = strip_edges(doc, cut, end, self._lexicon)
            yield Span(doc, start, end, label="LOC", span_id="model")

    def _known(self, doc: Doc) -> Iterator[Span]:
        for i, token in enumerate(doc):
            word = token.text
            if self._cased and self._told_by_adjective(doc, i):
                yield Span(doc, i, i + 2, label="LOC", span_id="kind")
            end = 0
            if word in self._beginnings and is_name_word(token):
                end = self._gazetted(doc, i)
            if end:
                yield Span(doc, i, end, label="LOC", span_id="gazetteer")
            elif territory := self._stands_for(word):
                yield Span(doc, i, i + 1, label="LOC", kb_id=territory, span_id="demonym")

    def _told_by_adjective(self, doc: Doc, i: int) -> bool:
        """Say whether "powiatu kępińskiego" begins at ``i``: a kind of place and its adjective."""
        if i + 1 >= len(doc) or not doc[i].is_lower or not doc[i + 1].is_lower:
            return False
        if not self._lexicon.kind(doc[i].text) & Kind.PLACE_KIND:
            return False
        endings = tuple(self._lexicon.pack.inflection.surname_adjectives[:_OF_PLACES])
        readings = adjective_readings(doc[i + 1].lower_, self._agreement)
        behind = self._lexicon.pack.inflection.adjectives_behind
        return behind and any(reading.base.endswith(endings) for reading, _ in readings)

    def _gazetted(self, doc: Doc, start: int) -> int:
        """Return the end of the longest name of the gazetteer that begins at ``start``, or 0."""
        for end in range(min(len(doc), start + 2 * self._longest), start, -1):
            if doc[start:end].text in self._names:
                return end
        return 0

    def _stands_for(self, form: str) -> str:
        """Return the territory that an adjective or inhabitant stands for, else an empty string."""
        territory = self._lexicon.territory(form) or ""
        return "" if territory.lower() == form.lower() else territory
