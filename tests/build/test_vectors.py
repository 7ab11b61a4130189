"""Word vectors of a pipeline that goes on from another one."""

from __future__ import annotations

import numpy as np
from spacy.vectors import Vectors

from models.build.tokenize import blank
from models.build.vectors import inherit


def test_words_seen_since_share_the_row_of_the_word_without_accents():
    source = blank("xx")
    source.vocab.vectors = Vectors(data=np.eye(2, dtype="f"), keys=["hanoi", "stadt"])
    before = source.vocab.vectors.n_keys
    nlp = blank("xx")
    inherit(nlp, source, {"Hanoï", "fremd"})
    for form in ("hanoi", "Hanoï", "hanoï", "HANOÏ"):
        assert nlp.vocab[form].vector.tolist() == [1, 0]
    assert not nlp.vocab["fremd"].has_vector
    assert source.vocab.vectors.n_keys == before
