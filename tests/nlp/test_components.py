"""Every factory works alone in anybody's pipeline, and what it writes survives a round trip."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.tokens.underscore import Underscore

TEXT = (
    "Ms Ann Lee, Mayor of Kelso and President at the Dockers' Union (DU), toured the Maritime "
    "Museum in Peru on 3 May 2021."
)
GROUPS = {
    "visitex_layout": "layout",
    "visitex_dates": "dates",
    "visitex_titles": "titles",
    "visitex_organizations": "organizations",
    "visitex_sites": "sites",
    "visitex_people": "people",
    "visitex_places": "places",
}
ALONE = {
    "visitex_dates": ["3 May 2021"],
    "visitex_titles": ["Mayor", "President"],
    "visitex_organizations": ["Dockers' Union", "DU"],
    "visitex_sites": ["Maritime Museum"],
    "visitex_people": ["Ann Lee"],
    "visitex_places": ["Peru"],
}


def test_every_factory_is_an_entry_point_of_the_package():
    names = {point.name for point in entry_points(group="spacy_factories")}
    assert {*GROUPS, "visitex_sentences", "visitex_labels"} <= names


@pytest.mark.parametrize("factory", ALONE)
def test_a_factory_works_alone_in_a_blank_pipeline(factory):
    nlp = spacy.blank("en")
    nlp.add_pipe(factory)
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans[GROUPS[factory]]] == ALONE[factory]
    assert all(span.label_ for span in doc.spans[GROUPS[factory]])


@pytest.mark.parametrize("factory", [*GROUPS, "visitex_sentences", "visitex_labels"])
def test_a_factory_takes_an_empty_text(factory):
    nlp = spacy.blank("en")
    nlp.add_pipe(factory)
    assert len(nlp("")) == 0


@pytest.mark.parametrize("factory", [*GROUPS, "visitex_sentences"])
def test_a_factory_takes_the_language_of_its_words_as_config(factory):
    nlp = spacy.blank("xx")
    nlp.add_pipe(factory, config={"language": "de"})
    assert nlp.get_pipe_config(factory)["language"] == "de"
    assert nlp("Am 3. Mai 2021 kam Frau Ute Freese.").text.endswith("Freese.")


def whole():
    nlp = spacy.blank("en")
    nlp.add_pipe("visitex_layout")
    nlp.add_pipe("visitex_sentences")
    for factory in ALONE:
        nlp.add_pipe(factory)
    return nlp


def said(doc):
    return {
        group: [(s.start_char, s.end_char, s.label_, s.id_, s.kb_id_) for s in spans]
        for group, spans in doc.spans.items()
    }


def test_spans_survive_bytes():
    nlp = whole()
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert said(again) == said(doc)
    assert said(doc)["dates"][0][4] == "2021-05-03"


def test_spans_survive_a_docbin():
    nlp = whole()
    doc = nlp(TEXT)
    packed = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(packed).get_docs(spacy.blank("en").vocab)
    assert said(again) == said(doc)
    assert [s.text for s in again.sents] == [s.text for s in doc.sents]


def test_no_custom_attributes_are_set():
    whole()(TEXT)
    assert not Underscore.doc_extensions
    assert not Underscore.span_extensions
    assert not Underscore.token_extensions


def test_a_pipeline_is_written_to_disk_and_read_again(tmp_path):
    nlp = whole()
    nlp.to_disk(tmp_path)
    assert said(spacy.load(tmp_path)(TEXT)) == said(nlp(TEXT))


def test_dates_and_layout_that_are_marked_already_stay():
    nlp = spacy.blank("en")
    nlp.add_pipe("visitex_dates")
    nlp.add_pipe("visitex_layout")
    doc = nlp.make_doc(TEXT)
    doc.spans["dates"] = []
    doc.spans["layout"] = []
    assert len(nlp(doc).spans["dates"]) == 0


def test_dates_are_read_from_a_reference_date():
    nlp = spacy.blank("en")
    nlp.add_pipe("visitex_dates", config={"reference_date": "2021-05-05"})
    doc = nlp("They came on Monday.")
    (date,) = doc.spans["dates"]
    assert (date.label_, date.kb_id_) == ("DATE", "2021-05-03")


def test_labels_are_renamed_and_others_dropped():
    nlp = spacy.blank("en")
    nlp.add_pipe("visitex_labels", config={"labels": {"PERSON": "PER", "GPE": "LOC"}})
    doc = nlp.make_doc("Ann Lee saw Peru in oil")
    doc.ents = [
        doc.char_span(0, 7, label="PERSON"),
        doc.char_span(12, 16, label="GPE"),
        doc.char_span(20, 23, label="PRODUCT"),
    ]
    assert [(e.text, e.label_) for e in nlp(doc).ents] == [("Ann Lee", "PER"), ("Peru", "LOC")]


def test_labels_that_are_ours_already_stay():
    nlp = spacy.blank("en")
    nlp.add_pipe("visitex_labels", config={"labels": {"PERSON": "PER"}})
    doc = nlp.make_doc("Ann Lee")
    doc.ents = [doc.char_span(0, 7, label="PER")]
    assert [e.label_ for e in nlp(doc).ents] == ["PER"]


def test_layout_marks_zones_as_spans():
    nlp = spacy.blank("en")
    nlp.add_pipe("visitex_layout")
    doc = nlp(
        "Union meets guests\nDate: 2024-01-09\n\n"
        "The guests came on Monday, and they stayed until dusk. Then they sang."
    )
    assert [(span.label_, span.text) for span in doc.spans["layout"]] == [
        ("title", "Union meets guests"),
        ("header", "Date: 2024-01-09"),
        ("published", "2024-01-09"),
    ]
