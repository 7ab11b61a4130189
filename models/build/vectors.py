"""Puts the word vectors of ``minilm.py`` into a pipeline's vocabulary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.vectors import Vectors

from .minilm import Encoder, plain, reduce


def compute(folder: Path, counts: Counter[str], out: Path, extra: int = 8000) -> None:
    """Run the encoder over its own whole words and frequent other ones; keep the result."""
    encoder = Encoder(folder)
    words = list(encoder.whole_words)
    known = set(words)
    more = [
        w
        for w, n in counts.most_common()
        if n > 1 and w not in known and w.isalpha() and plain(w) == w
    ]
    words += more[:extra]
    np.savez(out, words=np.array(words), data=encoder.vectors(words))


def attach(nlp: Language, source: Path, dims: int, seen: Iterable[str]) -> None:
    """Give the pipeline the vectors: for each word in small letters, capitalized and in capitals.

    Words that were ``seen`` share the row of the word without accents. (Vectors keyed by LOWER would
    be simpler, but spaCy forgets that key when it writes a pipeline to disk.)
    """
    stored = np.load(source)
    rows = {str(word): i for i, word in enumerate(stored["words"])}
    vectors = Vectors(data=reduce(stored["data"], dims), name="minilm")
    for form, row in _forms(rows, seen).items():
        vectors.add(get_string_id(form), row=row)
    nlp.vocab.vectors = vectors


def _forms(rows: dict[str, int], seen: Iterable[str]) -> dict[str, int]:
    """Return every spelling that finds a row."""
    forms: dict[str, int] = {}
    for word, row in rows.items():
        forms |= {word: row, word.capitalize(): row, word.upper(): row}
    for word in sorted(set(seen)):
        row = rows.get(plain(word), -1)
        if row >= 0:
            forms |= {word: row, word.lower(): row, word.capitalize(): row, word.upper(): row}
    return forms


def copy_vectors(nlp: Language, words: Iterable[str] | None = None) -> Vectors:
    """Return the pipeline's vectors without the strings of its vocabulary.

    With ``words``, only those that one of them finds, in any spelling of case.
    """
    old = nlp.vocab.vectors
    kept = dict(old.key2row)
    if words is not None:
        forms = {f for word in words for f in (word, word.lower(), word.capitalize(), word.upper())}
        keys = {get_string_id(form) for form in forms}
        kept = {key: row for key, row in kept.items() if key in keys}
    rows = sorted(set(kept.values()))
    places = {row: place for place, row in enumerate(rows)}
    vectors = Vectors(data=old.data[rows], name=old.name)
    for key, row in sorted(kept.items()):
        vectors.add(key, row=places[row])
    return vectors


def inherit(nlp: Language, source: Language, seen: Iterable[str]) -> None:
    """Give the pipeline the vectors of another one; words ``seen`` since share a row as before."""
    vectors = copy_vectors(source)
    for word in sorted(set(seen)):
        row = vectors.key2row.get(get_string_id(plain(word)), -1)
        if row >= 0:
            for form in (word, word.lower(), word.capitalize(), word.upper()):
                vectors.add(get_string_id(form), row=row)
    nlp.vocab.vectors = vectors
