"""Text with its spans: Label Studio, CoNLL and DocBin say what the report says."""

from __future__ import annotations

import io
import json
from itertools import pairwise

import msgspec
import pytest
import spacy
from label_studio_sdk.label_interface import LabelInterface
from spacy.tokens import DocBin

from visitex.errors import InputError
from visitex.export.formats import Options, write_stream
from visitex.export.label_studio import CONFIG, UnitOffsets, tasks
from visitex.export.spans import annotated, labelled_spans
from visitex.export.texts import text_of
from visitex.nlp.annotated import to_conll, to_docbin, to_docs

NAMES = {
    "PER": ["Ann Lee", "Bo Dahl"],
    "ORG": ["Pilots\u2019 Guild"],
    "SITE": ["Mill Hall"],
    "DATE": ["6 May 2024"],
}


def by_label(pairs):
    found = {}
    for label, name in sorted(pairs):
        found.setdefault(label, []).append(name)
    return found


def test_spans_do_not_overlap(report, text):
    site = msgspec.structs.replace(report.sites[0], mentions=report.organizations[0].mentions)
    spans = labelled_spans(msgspec.structs.replace(report, sites=[site]))
    assert [text[s.start : s.end] for s in spans if s.label == "ORG"] == NAMES["ORG"]
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_tasks_import_as_they_are(report, text):
    (task,) = tasks([(report, text)])
    interface = LabelInterface(CONFIG)
    assert all(tag.value_name in task["data"] for tag in interface.objects)
    assert interface.validate_prediction(task["predictions"][0], return_errors=True) == []


def test_offsets_are_those_of_javascript(report, text):
    (task,) = tasks([(report, text)])
    units = text.encode("utf-16-le")
    told = []
    for region in task["predictions"][0]["result"]:
        value = region["value"]
        name = units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le")
        assert name == value["text"]
        told.append((*value["labels"], name))
    assert by_label(told) == NAMES


@pytest.mark.parametrize("text", ["", "abc", "\U0001f6a2", "a\U0001f6a2b\U0001f6a2\U0001f6a2c"])
def test_offsets_lead_back(text):
    units = UnitOffsets(text)
    for offset in range(len(text) + 1):
        there = units.of_point(offset)
        assert there == len(text[:offset].encode("utf-16-le")) // 2
        assert units.of_unit(there) == offset


def test_docbin_is_read_back_by_spacy(report, text):
    packed = DocBin().from_bytes(to_docbin([annotated((report, text))]))
    (doc,) = packed.get_docs(spacy.blank("en").vocab)
    assert doc.text == text
    assert by_label((ent.label_, ent.text) for ent in doc.ents) == NAMES


def test_conll_has_a_tag_for_each_token(report, text):
    lines = list(to_conll([annotated((report, text))]))
    assert lines[-1] == "\n"
    rows = [line.rstrip("\n").split("\t") for line in lines[:-1]]
    names, tags = [], set()
    for token, tag in rows:
        tags.add(tag)
        if tag.startswith("B-"):
            names.append((tag[2:], token))
        elif tag.startswith("I-"):
            names[-1] = (tag[2:], f"{names[-1][1]} {token}")
    assert by_label(names) == {**NAMES, "ORG": ["Pilots \u2019 Guild"]}
    assert "O" in tags


def test_a_language_that_is_not_known_is_parted_all_the_same(text):
    (doc,) = to_docs([(text, [(2, 8, "PER")], None)])
    assert [ent.text for ent in doc.ents] == ["Guests"]


def test_the_text_is_found_from_another_folder(report, text, tmp_path):
    assert text_of(report, root=str(tmp_path)) == text


def test_a_text_that_has_changed_is_refused(report, tmp_path):
    (tmp_path / "report.txt").write_text("another", encoding="utf-8")
    with pytest.raises(InputError, match="has changed since it was parsed"):
        text_of(report, root=str(tmp_path))


def test_a_piped_text_is_refused(silent):
    with pytest.raises(InputError, match="was read from a pipe"):
        text_of(silent, root=None)


@pytest.mark.parametrize("form", ["label-studio", "conll", "docbin"])
def test_a_report_without_its_text_is_named_and_the_others_are_written(
    form, report, silent, tmp_path
):
    stream, refused = io.BytesIO(), []
    options = Options(refuse=refused.append, root=str(tmp_path))
    write_stream(form, [silent, report, silent], stream, options)
    assert len(refused) == 2
    written = stream.getvalue()
    if form == "label-studio":
        assert len(json.loads(written)) == 1
    elif form == "conll":
        assert "Lee\tI-PER" in written.decode()
    else:
        assert len(DocBin().from_bytes(written)) == 1


def test_no_task_at_all_is_still_json(silent):
    stream = io.BytesIO()
    write_stream("label-studio", [silent], stream, Options(refuse=lambda _: None))
    assert json.loads(stream.getvalue()) == []
