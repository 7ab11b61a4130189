"""Sentences in the training markup, run through single components in a blank spaCy pipeline."""

from __future__ import annotations

import pytest
import spacy
from markup import parse
from spacy.tokens import Doc


def blank(language, *factories):
    """Return a blank pipeline of a language with some of our components."""
    nlp = spacy.blank(language)
    for factory in factories:
        nlp.add_pipe(factory, config={"language": language})
    return nlp


def marked_doc(nlp, marked):
    """Return an unprocessed doc whose entities are the spans of the markup."""
    text, spans = parse(marked)
    doc = nlp.make_doc(text)
    doc.ents = [doc.char_span(start, end, label=label) for start, end, label in spans]
    return doc


@pytest.fixture
def doc_of():
    """Return what makes a doc: ``doc_of(marked, "visitex_titles", language="en")``."""

    def make(marked: str, *factories: str, language: str = "en") -> Doc:
        nlp = blank(language, *factories)
        return nlp(marked_doc(nlp, marked))

    return make


@pytest.fixture
def found(doc_of):
    """Return what gives the texts of a group: ``found("titles", marked, "visitex_titles")``."""

    def texts(group: str, marked: str, *factories: str, language: str = "en") -> list[str]:
        doc = doc_of(marked, *factories, language=language)
        return [span.text for span in doc.spans[group]]

    return texts
