"""Where the shipped pipelines are."""

from __future__ import annotations

import pytest
import spacy

from visitex.errors import ModelError
from visitex.lang.load import find_packs, load_pack
from visitex.nlp.models import model_path, shipped


def test_english_and_german_ship():
    models = {model.name: model for model in shipped()}
    assert {"en", "de"} <= models.keys()
    assert list(models) == sorted(models)
    for model in models.values():
        assert model.size > 100_000
        assert model.path == model_path(model.name)


@pytest.mark.parametrize("language", find_packs())
def test_the_pipeline_that_a_pack_names_ships(language):
    assert (model_path(load_pack(language).model.name) / "meta.json").is_file()


@pytest.mark.parametrize("model", shipped(), ids=lambda model: model.name)
def test_a_shipped_pipeline_finds_entities_with_labels_of_ours(model):
    nlp = spacy.load(model.path)
    labels = set(nlp.get_pipe("ner").labels)
    assert labels <= {"PER", "TITLE", "ORG", "SITE", "LOC"}
    assert {"PER", "ORG", "LOC"} <= labels


def test_an_unknown_name_is_refused():
    with pytest.raises(ModelError, match=r"'tlh'.*visitex models"):
        model_path("tlh")
