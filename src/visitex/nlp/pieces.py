"""The trained components over long texts: piece by piece, so that memory does not grow with the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

from visitex.nlp.build import TRAINED

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST = 4000
"""Tokens to a piece: ten pages. The networks hold some 20 kB for each token while they run."""


def recognise(nlp: Language, doc: Doc) -> None:
    """Write the entities of ``doc`` as the trained components of a pipeline find them.

    Pieces end where a sentence does; as a network sees a few words around each word, and no entity
    crosses the end of a sentence, little depends on where.
    """
    if len(doc) <= LONGEST:
        _run(nlp, doc)
        return
    found: list[Span] = []
    for start, end in _pieces(doc):
        piece = doc[start:end].as_doc()
        _run(nlp, piece)
        found += [
            Span(doc, entity.start + start, entity.end + start, label=entity.label)
            for entity in piece.ents
        ]
    doc.set_ents(found)


def _run(nlp: Language, doc: Doc) -> None:
    for name, component in nlp.pipeline:
        if name in TRAINED:
            component(doc)


def _pieces(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield stretches of tokens that end with a sentence, or where none does, anywhere."""
    start = 0
    while len(doc) - start > LONGEST:
        end = start + LONGEST
        cut = end
        while cut > start + LONGEST // 2 and not doc[cut].is_sent_start:
            cut -= 1
        end = cut if doc[cut].is_sent_start else end
        yield start, end
        start = end
    yield start, len(doc)
