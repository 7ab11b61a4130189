"""Puts the word vectors of ``minilm.py`` into a pipeline's vocabulary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from spacy.language import Language
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
    """Give the pipeline the vectors, keyed by lower case.

    Words with accents that were ``seen`` share the plain word's row.
    """
    stored = np.load(source)
    words: list[str] = [str(word) for word in stored["words"]]
    rows = {word: i for i, word in enumerate(words)}
    data = reduce(stored["data"], dims)
    vectors = Vectors(strings=nlp.vocab.strings, data=data, keys=[], name="minilm", attr="LOWER")
    for word, row in rows.items():
        vectors.add(word, row=row)
    for word in sorted({word.lower() for word in seen}):
        row = rows.get(plain(word), -1)
        if row >= 0 and word not in rows:
            vectors.add(word, row=row)
    nlp.vocab.vectors = vectors
