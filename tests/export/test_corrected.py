"""Corrected text read back: what was exported, corrected, is what is trained on."""

from __future__ import annotations

import json

import pytest

from visitex.errors import InputError
from visitex.export.corrected import read_corrected
from visitex.export.label_studio import tasks
from visitex.export.spans import labelled_spans


def test_a_task_that_was_accepted_comes_back_whole(tmp_path, report, text):
    (task,) = tasks([(report, text)])
    task["annotations"] = [{"result": task.pop("predictions")[0]["result"]}]
    (tmp_path / "a.json").write_text(json.dumps([task]), encoding="utf-8")
    ((back, spans, language),) = read_corrected(str(tmp_path / "a.json"))
    assert (back, language) == (text, "en")
    assert spans == [(s.start, s.end, s.label) for s in labelled_spans(report)]


def test_the_last_annotation_counts_and_cancelled_ones_do_not(tmp_path):
    def annotation(end, **more):
        value = {"start": 0, "end": end, "text": "x", "labels": ["PER"]}
        region = {"type": "labels", "value": value}
        return {"result": [region, {"type": "choices", "value": {}}], **more}

    done = [annotation(1), annotation(2), annotation(3, was_cancelled=True)]
    exported = [
        {"data": {"text": "Ann"}, "annotations": done},
        {"data": {"text": "not looked at"}, "predictions": [annotation(3)]},
    ]
    (tmp_path / "a.json").write_text(json.dumps(exported))
    assert list(read_corrected(str(tmp_path / "a.json"))) == [("Ann", [(0, 2, "PER")], None)]


def test_marked_up_text(tmp_path):
    marked = (
        "# lang=en kind=city\n[PER Ann Lee], [TITLE Mayor]\nof [LOC Kelso].\n\n"
        "Plain.\n# lang=de\n[ORG Der Bund]\n"
    )
    (tmp_path / "a.txt").write_text(marked)
    assert list(read_corrected(str(tmp_path / "a.txt"))) == [
        ("Ann Lee, Mayor\nof Kelso.\n", [(0, 7, "PER"), (9, 14, "TITLE"), (18, 23, "LOC")], "en"),
        ("Plain.\n", [], "en"),
        ("Der Bund\n", [(0, 8, "ORG")], "de"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.json", "{", r"a\.json: is no export of Label Studio"),
        ("a.json", '[{"data": {}, "annotations": [{"result": []}]}]', "is no export"),
        ("a.txt", "fine\n[PERSON Ann]", r"a\.txt:2: 'PERSON' is no label"),
        ("a.txt", "[PER Ann", r"a\.txt:1: a square bracket is left over"),
    ],
)
def test_what_is_of_another_form_is_refused(tmp_path, name, content, why):
    (tmp_path / name).write_text(content)
    with pytest.raises(InputError, match=why):
        list(read_corrected(str(tmp_path / name)))


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        list(read_corrected(str(tmp_path / "gone.txt")))
