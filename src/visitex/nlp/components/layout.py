"""``visitex_layout``: the zones of a page (header, byline, caption, table...) as spans."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from visitex.lang.load import load_pack
from visitex.text.layout import find_layout
from visitex.text.zones import Layout

GROUP = "layout"


@Language.factory("visitex_layout", default_config={"language": "en", "packs": []})
def create(nlp: Language, name: str, language: str, packs: list[str]) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """Make the component; ``language`` names the pack whose header words it knows."""
    lexicon = load_pack(language, tuple(packs)).layout

    def mark(doc: Doc) -> Doc:
        return doc if GROUP in doc.spans else mark_layout(doc, find_layout(doc.text, lexicon))

    return mark


def mark_layout(doc: Doc, layout: Layout) -> Doc:
    """Write the zones of ``layout`` to ``doc.spans["layout"]``, labelled with their kinds."""
    spans = (
        doc.char_span(zone.start, zone.end, label=zone.kind, alignment_mode="expand")
        for zone in layout.zones
    )
    doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=[span for span in spans if span])
    return doc
