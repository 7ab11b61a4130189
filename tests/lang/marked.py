"""Reads a marked-up sentence as if the trained pipeline had found just what the markup says.

So the examples of a pack test its words and rules, whatever the pipeline of the day finds.
"""

from __future__ import annotations

from functools import lru_cache

from markup import parse

from visitex.dates import find_dates_with
from visitex.lang.lexicon import lexicon_of
from visitex.nlp.build import build_pipeline
from visitex.nlp.components.dates import mark_dates
from visitex.nlp.components.layout import mark_layout
from visitex.nlp.mentions import read_mentions
from visitex.resolve.assemble import Origin, Resolver
from visitex.text.normal import fold, view
from visitex.text.zones import Layout

TRAINED = ["tok2vec", "ner"]


@lru_cache(maxsize=2)
def pipeline(language, packs=()):
    nlp = build_pipeline(lexicon_of(language, packs).pack, packs=packs)
    for name in TRAINED:
        nlp.disable_pipe(name)
    return nlp


def read_marked(language, marked, reference=None, packs=()):
    """Return the text and the entries that rules make of the spans in the markup."""
    text, spans = parse(marked)
    lexicon = lexicon_of(language, packs)
    nlp = pipeline(language, packs)
    doc = nlp.make_doc(fold(text))
    found = [doc.char_span(s, e, label=label) for s, e, label in spans if label != "DATE"]
    assert None not in found, f"a span ends inside a token: {[t.text for t in doc]}"
    doc.ents = found
    mark_layout(doc, Layout())
    dates = find_dates_with(lexicon.pack.dates, text, reference_date=reference)
    reading = read_mentions(nlp(mark_dates(doc, dates)), text, lexicon, Layout())
    origin = Origin(text=text, seen=view(text), published=None, reference=reference, anchors={})
    return text, Resolver(lexicon).resolve(reading, origin)
