"""A trained pipeline with our components behind it: the shipped one, the user's own, patterns."""

from __future__ import annotations

import json

import pytest
import spacy
from spacy.training import Example

from visitex.dates import find_dates
from visitex.errors import ModelError, PatternsError
from visitex.lang.load import load_pack
from visitex.nlp.build import RULES, Pipeline, build_pipeline
from visitex.text.zones import Layout

EN = load_pack("en")


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A pipeline of one recogniser, trained on three sentences until it knows them by heart."""
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    gold = {
        "Zorblax met Quixly in Plimsoll.": [(0, 7, "PERSON"), (12, 18, "PERSON"), (22, 30, "GPE")],
        "Quixly met Zorblax.": [(0, 6, "PERSON"), (11, 18, "PERSON")],
        "They sang in Plimsoll.": [(13, 21, "GPE")],
    }
    examples = [
        Example.from_dict(nlp.make_doc(text), {"entities": spans}) for text, spans in gold.items()
    ]
    spacy.util.fix_random_seed(0)
    nlp.initialize(lambda: examples)
    for _ in range(30):
        nlp.update(examples)
    path = tmp_path_factory.mktemp("models") / "tiny"
    nlp.to_disk(path)
    return path


def read(pipeline, text):
    reading = pipeline.read(text, Layout(), find_dates(text, language="en"))
    return [(span.label, span.text, span.rule) for span in reading.spans]


class TestOrder:
    def test_components_stand_in_the_order_in_which_they_claim(self):
        names = build_pipeline(EN).pipe_names
        assert names[:2] == ["visitex_layout", "visitex_sentences"]
        assert names[-len(RULES) :] == list(RULES)
        assert names.index("ner") < names.index("visitex_labels") < names.index("visitex_dates")

    def test_patterns_stand_behind_the_recogniser(self, tmp_path):
        path = tmp_path / "own.jsonl"
        path.write_text('{"label": "ORG", "pattern": "Slate Council"}\n')
        names = build_pipeline(EN, patterns=str(path)).pipe_names
        assert names.index("ner") < names.index("visitex_patterns") < names.index("visitex_titles")


class TestModel:
    def test_a_model_from_outside_stands_in_by_its_path(self, model):
        pipeline = Pipeline(EN, model=str(model))
        assert pipeline.trained
        found = read(pipeline, "Zorblax met Quixly in Plimsoll.")
        assert [(label, text) for label, text, _ in found] == [
            ("PER", "Zorblax"),
            ("PER", "Quixly"),
            ("LOC", "Plimsoll"),
        ]

    def test_a_model_without_a_recogniser_is_refused(self, tmp_path):
        spacy.blank("en").to_disk(tmp_path / "bare")
        with pytest.raises(ModelError, match="no entity recogniser"):
            build_pipeline(EN, model=str(tmp_path / "bare"))

    @pytest.mark.parametrize("name", ["no_such_model", "no/such/folder"])
    def test_a_model_that_is_not_there_is_refused_by_name(self, name):
        with pytest.raises(ModelError, match=f"^{name}: cannot be loaded"):
            build_pipeline(EN, model=name)

    def test_a_broken_model_is_refused(self, tmp_path):
        (tmp_path / "meta.json").write_text("{}")
        (tmp_path / "config.cfg").write_text("nonsense")
        with pytest.raises(ModelError, match="cannot be loaded"):
            build_pipeline(EN, model=str(tmp_path))

    def test_components_that_nobody_asks_are_taken_out(self, tmp_path, model):
        nlp = spacy.load(model)
        nlp.add_pipe("sentencizer")
        nlp.to_disk(tmp_path / "more")
        assert "sentencizer" not in build_pipeline(EN, model=str(tmp_path / "more")).pipe_names


class TestPatterns:
    @pytest.fixture
    def with_patterns(self, tmp_path):
        def build(*lines):
            path = tmp_path / "own.jsonl"
            path.write_text("\n".join(lines), encoding="utf-8")
            return Pipeline(EN, patterns=str(path))

        return build

    def test_they_win_over_the_recogniser_and_keep_their_id(self, with_patterns):
        pattern = {"label": "SITE", "pattern": "Ann Lee", "id": "boat-7"}
        found = read(with_patterns(json.dumps(pattern)), "They boarded the Ann Lee.")
        assert ("SITE", "Ann Lee", "pattern.boat-7") in found
        assert not [span for span in found if span[0] == "PER"]

    def test_a_pattern_may_be_of_tokens(self, with_patterns):
        pattern = {"label": "ORG", "pattern": [{"LOWER": "blue"}, {"LOWER": "circle"}]}
        found = read(with_patterns(json.dumps(pattern), ""), "The blue Circle met.")
        assert ("ORG", "blue Circle", "pattern") in found

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("{", r"own\.jsonl:1: not JSON"),
            ("[]", r'own\.jsonl:1: needs "label" and "pattern"'),
            ('{"label": "ORG"}', r'own\.jsonl:1: needs "label"'),
            ('{"label": "ORG", "pattern": [{"NOPE": 1}]}', r"own\.jsonl"),
        ],
    )
    def test_a_broken_file_is_refused_with_file_and_line(self, with_patterns, line, reason):
        with pytest.raises(PatternsError, match=reason):
            with_patterns(line)

    def test_a_missing_file_is_refused(self, tmp_path):
        with pytest.raises(PatternsError, match=r"gone\.jsonl: cannot be read"):
            Pipeline(EN, patterns=str(tmp_path / "gone.jsonl"))

    def test_a_file_that_is_no_utf8_is_refused(self, tmp_path):
        (tmp_path / "own.jsonl").write_bytes(b'{"label": "ORG", "pattern": "\xff"}')
        with pytest.raises(PatternsError, match="UTF-8"):
            Pipeline(EN, patterns=str(tmp_path / "own.jsonl"))


def test_without_a_pipeline_there_is_no_recogniser(monkeypatch):
    monkeypatch.setattr("visitex.nlp.build.shipped", list)
    pack = load_pack("fr")
    assert pack.model.name == "xx"
    assert not Pipeline(pack).trained


def test_the_pipeline_sees_folded_text_and_gives_the_untouched_one():
    found = read(Pipeline(EN), "Mayor Ann\u00a0Lee came.")
    assert ("PER", "Ann\u00a0Lee") in [(label, text) for label, text, _ in found]
