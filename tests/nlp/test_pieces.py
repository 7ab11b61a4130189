"""Long texts are recognised in pieces: entities stay where they are, sentences stay whole."""

from __future__ import annotations

import pytest

from visitex.lang.load import load_pack
from visitex.nlp import pieces
from visitex.nlp.build import build_pipeline
from visitex.nlp.pieces import recognise

TEXT = "Mayor Ann Lee of Kelso met Ben Okafor.\nThe guests toured the Shandon Museum in Cork.\n"


@pytest.fixture(scope="module")
def nlp():
    return build_pipeline(load_pack("en"))


def entities(nlp, text):
    doc = nlp.make_doc(text)
    for name in ("visitex_layout", "visitex_sentences"):
        doc = nlp.get_pipe(name)(doc)
    recognise(nlp, doc)
    return [(e.start_char, e.end_char, e.label_) for e in doc.ents], doc


def test_pieces_find_what_the_whole_finds(nlp, monkeypatch):
    whole, doc = entities(nlp, TEXT * 10)
    monkeypatch.setattr(pieces, "LONGEST", 60)
    parted, _ = entities(nlp, TEXT * 10)
    assert len(whole) >= 20
    assert parted == whole
    bounds = list(pieces._pieces(doc))
    assert [a for a, _ in bounds[1:]] == [b for _, b in bounds[:-1]]
    assert all(doc[start].is_sent_start for start, _ in bounds)


def test_a_sentence_without_an_end_is_cut_all_the_same(nlp, monkeypatch):
    monkeypatch.setattr(pieces, "LONGEST", 50)
    _, doc = entities(nlp, "word " * 1000)
    assert max(end - start for start, end in pieces._pieces(doc)) <= 50
