"""Annotated text as spaCy documents: for training, and for tools that read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from visitex.lang.load import load_pack
from visitex.lang.pack import Model
from visitex.nlp.models import model_path

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Labelled = tuple[int, int, str]
"""Start and end in code points, and a label."""
Annotated = tuple[str, list[Labelled], str | None]
"""A text, its spans, and its language if that is known; spans do not overlap."""


def to_docs(texts: Iterable[Annotated]) -> Iterator[Doc]:
    """Yield a document with ``ents`` for each text, parted as the shipped pipelines part words.

    A span that starts or ends inside a token is widened to it; of two that meet the first stays.

    Raises:
        UsageError: there is no pack for a language.
        ModelError: the pipeline of the language's pack is not there.
    """
    from spacy.util import filter_spans  # noqa: PLC0415

    for text, spans, language in texts:
        doc = _tokenizer(language).make_doc(text)
        made = [doc.char_span(a, b, label=c, alignment_mode="expand") for a, b, c in spans]
        doc.ents = filter_spans([span for span in made if span is not None])
        yield doc


def to_docbin(texts: Iterable[Annotated]) -> bytes:
    """Return the documents of :func:`to_docs` as the bytes of a DocBin, for ``spacy train``."""
    from spacy.tokens import DocBin  # noqa: PLC0415

    packed = DocBin(attrs=["ENT_IOB", "ENT_TYPE", "SPACY"])
    for doc in to_docs(texts):
        packed.add(doc)
    made: bytes = packed.to_bytes()
    return made


def to_conll(texts: Iterable[Annotated]) -> Iterator[str]:
    """Yield lines of CoNLL-2003's form: a token, a tab, its IOB2 tag; a blank line parts texts."""
    for doc in to_docs(texts):
        for token in doc:
            if not token.is_space:
                kind = f"-{token.ent_type_}" if token.ent_type_ else ""
                yield f"{token.text}\t{token.ent_iob_ or 'O'}{kind}\n"
        yield "\n"


@lru_cache(maxsize=16)
def _tokenizer(language: str | None) -> Language:
    """Return the pipeline of a language, all but its tokenizer left out."""
    import spacy  # noqa: PLC0415

    model = load_pack(language).model if language else Model()
    return spacy.load(model_path(model.name), exclude=["tok2vec", "ner"])
