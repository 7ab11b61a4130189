"""The one door out of spaCy: what a doc becomes for the resolvers."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Span

from visitex.lang.lexicon import lexicon_of
from visitex.lang.load import load_pack
from visitex.nlp.mentions import read_mentions
from visitex.text.layout import find_layout
from visitex.text.zones import Layout, Stretch, Table, Zone

EN, DE = lexicon_of("en"), lexicon_of("de")


def doc_with(text, **groups):
    """Return a doc with span groups: ``people=["Ann Lee"]``, each text with its label in front."""
    doc = spacy.blank("en")(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    labels = {"people": "PER", "titles": "TITLE", "organizations": "ORG", "sites": "SITE"}
    labels |= {"places": "LOC", "dates": "DATE", "patterns": "ORG"}
    for group, names in groups.items():
        doc.spans[group] = []
        for name in names:
            start = text.index(name)
            span = doc.char_span(start, start + len(name), label=labels[group], span_id="test")
            assert span is not None, name
            doc.spans[group] = [*doc.spans[group], span]
    return doc


def read(doc, lexicon=EN, layout=None, text=None):
    reading = read_mentions(doc, text or doc.text, lexicon, layout or Layout())
    return [(span.label, span.text, span.rule) for span in reading.spans]


def test_spans_are_given_in_order_with_their_rule():
    doc = doc_with("Mayor Ann Lee of Kelso", people=["Ann Lee"], titles=["Mayor"], places=["Kelso"])
    assert read(doc) == [
        ("TITLE", "Mayor", "titles.test"),
        ("PER", "Ann Lee", "people.test"),
        ("LOC", "Kelso", "places.test"),
    ]


def test_texts_are_those_of_the_text_as_read():
    text = "They met Ann\u00a0Lee."
    doc = doc_with(text.replace("\u00a0", " "), people=["Ann Lee"])
    assert read(doc, text=text) == [("PER", "Ann\u00a0Lee", "people.test")]


def test_values_of_dates_and_demonyms_are_kept():
    doc = spacy.blank("en")("a Cuban choir")
    for token in doc:
        token.is_sent_start = token.i == 0
    doc.spans["places"] = [Span(doc, 1, 2, label="LOC", kb_id="Cuba", span_id="demonym")]
    (span,) = read_mentions(doc, doc.text, EN, Layout()).spans
    assert (span.value, span.start, span.end) == ("Cuba", 2, 7)


def test_sentences_are_offsets():
    nlp = spacy.blank("en")
    nlp.add_pipe("visitex_sentences")
    doc = nlp("They came. They saw.")
    reading = read_mentions(doc, doc.text, EN, Layout())
    assert [doc.text[start:end] for start, end in reading.sentences] == ["They came.", "They saw."]
    assert reading.language == "en"


class TestPatterns:
    def test_the_users_own_entities_win(self):
        doc = doc_with("the Slate Council met", organizations=["Slate Council"])
        doc.spans["patterns"] = [Span(doc, 1, 3, label="ORG", span_id="Q1")]
        assert read(doc) == [("ORG", "Slate Council", "pattern.Q1")]

    def test_an_id_is_kept_as_the_value_and_may_be_missing(self):
        doc = doc_with("Slate Council")
        doc.spans["patterns"] = [Span(doc, 0, 2, label="ORG")]
        (span,) = read_mentions(doc, doc.text, EN, Layout()).spans
        assert (span.rule, span.value) == ("pattern", None)


class TestNested:
    @pytest.mark.parametrize(
        ("name", "inner"),
        [
            (
                "Staff Centre of the Jinhe Federation of Trade Unions",
                "Jinhe Federation of Trade Unions",
            ),
            ("Standing Committee of the National Assembly", "National Assembly"),
            ("Office of the WHO", "WHO"),
            ("Hall of the Government Palace", None),
            ("Museum of the City", None),
            ("Union of the rail workers", None),
        ],
    )
    def test_a_body_inside_the_name_of_another(self, name, inner):
        found = [s for s in read(doc_with(name, organizations=[name])) if s[2].endswith("nested")]
        assert [text for _, text, _ in found] == ([inner] if inner else [])


class TestCompounds:
    def parts(self, word):
        doc = doc_with(word, titles=[word])
        return read(doc, DE)

    def test_a_body_and_an_office_are_parted(self):
        assert self.parts("DGB-Kreisvorsitzende") == [
            ("ORG", "DGB", "titles.compound"),
            ("TITLE", "Kreisvorsitzende", "titles.test"),
        ]

    def test_a_faction_and_its_chair_are_parted(self):
        assert [text for _, text, _ in self.parts("SPD-Fraktions-Vorsitzender")] == [
            "SPD-Fraktions",
            "Vorsitzender",
        ]

    def test_a_former_president_stays_whole(self):
        assert [text for _, text, _ in self.parts("Ex-Präsident")] == ["Ex-Präsident"]


class TestZones:
    def layout(self, text, *zones):
        stretches = ((text.index(part), len(part), kind) for part, kind in zones)
        return Layout(zones=tuple(Zone(start, start + n, kind) for start, n, kind in stretches))

    def test_furniture_names_nobody(self):
        text = "Photo: Ann Lee | Tom Reed came"
        doc = doc_with(text, people=["Ann Lee", "Tom Reed"])
        layout = self.layout(text, ("Photo: Ann Lee", "credit"))
        assert read(doc, layout=layout) == [("PER", "Tom Reed", "people.test")]

    def test_dates_stay_wherever_they_are(self):
        text = "Date: 3 May 2021"
        doc = doc_with(text, dates=["3 May 2021"])
        layout = self.layout(text, (text, "header"))
        assert [label for label, _, _ in read(doc, layout=layout)] == ["DATE"]

    def test_a_source_that_is_a_body_stays(self):
        text = "Source: Slate Council"
        doc = doc_with(text, organizations=["Slate Council"])
        layout = self.layout(text, (text, "source"), ("Slate Council", "source_name"))
        assert read(doc, layout=layout) == [("ORG", "Slate Council", "organizations.test")]

    def test_a_body_in_the_masthead_is_marked(self):
        text = "Slate Council News"
        doc = doc_with(text, organizations=["Slate Council"])
        layout = self.layout(text, (text, "masthead"))
        assert read(doc, layout=layout) == [("ORG", "Slate Council", "masthead")]


TABLE = """The participants of the meeting are listed here in the order of their names.

Name | Position | Organization
Dr. Ann Lee (guest) | Rector | Kelso University
Tom Reed | Mayor | Town of Nagi
"""


class TestTables:
    def test_cells_say_what_their_column_says(self):
        layout = find_layout(TABLE, load_pack("en").layout)
        doc = spacy.blank("en")(TABLE)
        for token in doc:
            token.is_sent_start = token.i == 0
        assert read(doc, layout=layout) == [
            ("PER", "Ann Lee", "table.per"),
            ("TITLE", "Rector", "table.title"),
            ("ORG", "Kelso University", "table.org"),
            ("PER", "Tom Reed", "table.per"),
            ("TITLE", "Mayor", "table.title"),
            ("ORG", "Town of Nagi", "table.org"),
        ]

    def test_a_cell_wins_over_what_the_pipeline_found_in_it(self):
        text = "Ann Lee | Rector"
        cells = (Stretch(0, 7, "Ann Lee"), Stretch(10, 16, "Rector"))
        table = Table(0, 16, columns=("name", "title"), rows=(cells,))
        doc = doc_with(text, organizations=["Ann Lee"])
        found = read(doc, layout=Layout(tables=(table,)))
        assert found == [("PER", "Ann Lee", "table.per"), ("TITLE", "Rector", "table.title")]
