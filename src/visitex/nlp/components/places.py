"""``visitex_places``: territories, from the trained pipeline and from demonyms ("Cuban" -> Cuba)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from visitex.lang.lexicon import Lexicon, lexicon_of
from visitex.nlp.tokens import Claims, is_name_word, strip_edges

GROUP = "places"


@Language.factory("visitex_places", default_config={"language": "en", "packs": []})
def create(nlp: Language, name: str, language: str, packs: list[str]) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """Make the component; ``language`` names the pack whose demonyms and places it knows."""
    return Places(lexicon_of(language, tuple(packs)))


class Places:
    """Writes ``doc.spans["places"]``; ``kb_id_`` is the territory that a demonym stands for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._demonyms = lexicon.pack.places.demonyms
        self._names = frozenset(lexicon.pack.places.names)

    def __call__(self, doc: Doc) -> Doc:
        """Find the places of ``doc`` and return it."""
        claims = Claims(doc)
        for group in ("dates", "titles", "organizations", "sites", "people"):
            claims.take_all(doc.spans.get(group, []))
        found: list[Span] = []
        for span in [*self._model(doc), *self._known(doc)]:
            if claims.free(span.start, span.end):
                claims.take(span.start, span.end)
                found.append(span)
        spans = sorted(found, key=lambda span: span.start)
        doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=spans)
        return doc

    def _model(self, doc: Doc) -> Iterator[Span]:
        for entity in doc.ents:
            start, end = strip_edges(doc, entity.start, entity.end, self._lexicon)
            if entity.label_ == "LOC" and start < end:
                territory = self._territory(doc[start:end].text)
                yield Span(doc, start, end, label="LOC", kb_id=territory, span_id="model")

    def _known(self, doc: Doc) -> Iterator[Span]:
        for token in doc:
            territory = self._territory(token.text)
            if territory:
                yield Span(doc, token.i, token.i + 1, label="LOC", kb_id=territory, span_id="demonym")
            elif token.text in self._names and is_name_word(token):
                yield Span(doc, token.i, token.i + 1, label="LOC", span_id="gazetteer")

    def _territory(self, form: str) -> str:
        """Return the territory that an adjective or inhabitant stands for, else an empty string."""
        known = self._demonyms.get(form) or self._demonyms.get(form.lower())
        if known:
            return known
        for ending in self._lexicon.pack.inflection.adjective_endings:
            stem = form[: -len(ending)].lower()
            if form.endswith(ending) and stem in self._demonyms:
                return self._demonyms[stem]
        return ""
