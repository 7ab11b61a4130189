"""`visitex train-data`: corrected text in, a DocBin that spaCy trains on out."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import DocBin
from spacy.training import Example

MARKED = "# lang=en\n[PER Ann Lee], [TITLE Mayor] of [LOC Kelso], came.\n"


@pytest.fixture
def marked(tmp_path):
    (tmp_path / "a.txt").write_text(MARKED)
    return tmp_path / "a.txt"


def test_spacy_trains_on_it(visitex, marked, tmp_path):
    result = visitex("train-data", marked, "-o", tmp_path / "out.spacy")
    assert (result.code, result.err) == (0, "")
    nlp = spacy.blank("en")
    docs = list(DocBin().from_disk(tmp_path / "out.spacy").get_docs(nlp.vocab))
    assert [[(e.label_, e.text) for e in doc.ents] for doc in docs] == [
        [("PER", "Ann Lee"), ("TITLE", "Mayor"), ("LOC", "Kelso")]
    ]
    nlp.add_pipe("ner")
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs]
    nlp.initialize(lambda: examples)
    assert nlp.update(examples)["ner"] > 0


def test_a_broken_file_is_named_and_the_others_are_taken(visitex, marked, tmp_path):
    (tmp_path / "b.txt").write_text("[PER Ann")
    result = visitex("train-data", tmp_path / "b.txt", marked, "-o", tmp_path / "out.spacy")
    assert result.code == 1
    assert "b.txt:1: a square bracket is left over" in result.err
    assert len(DocBin().from_disk(tmp_path / "out.spacy")) == 1


def test_no_annotated_text_is_an_error(visitex, tmp_path):
    (tmp_path / "a.json").write_text('[{"data": {"text": "x"}, "predictions": []}]')
    result = visitex("train-data", tmp_path / "a.json", "-o", tmp_path / "out.spacy")
    assert result.code == 1
    assert "holds no annotated text" in result.err
    assert not (tmp_path / "out.spacy").exists()


def test_an_output_that_is_there_is_kept(visitex, marked, tmp_path):
    (tmp_path / "out.spacy").write_text("mine")
    assert visitex("train-data", marked, "-o", tmp_path / "out.spacy").code == 2
    assert (tmp_path / "out.spacy").read_text() == "mine"
