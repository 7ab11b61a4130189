"""A whole batch: order, each report once, and what one bad report costs."""

from __future__ import annotations

import gzip
import json
import os
import threading

import pytest
from batch_double import go

from visitex.batch import local
from visitex.batch.run import Plan
from visitex.batch.work import Options
from visitex.errors import UsageError


def lines(path):
    raw = path.read_bytes()
    text = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return [json.loads(line) for line in text.splitlines()]


def names(path):
    return [os.path.basename(line["source"]["path"]) for line in lines(path)]


@pytest.mark.parametrize("workers", [1, 3])
def test_the_order_is_that_of_the_inputs_whatever_the_workers(batch, workers):
    batch.write(150)
    (batch.folder / "0000.txt").write_text("SLOW one", encoding="utf-8")
    tally = go(batch.folder, out=batch.out, plan=Plan(workers=workers))
    assert names(batch.out) == sorted(path.name for path in batch.folder.iterdir())
    assert (tally.read, tally.written, tally.failed) == (150, 150, 0)
    assert tally.ended == "finished"
    assert not batch.errors.exists()
    assert sorted(path.name for path in batch.out.parent.iterdir()) == [
        "in", "out.jsonl", "out.jsonl.journal"
    ]  # fmt: skip


def test_what_fails_is_a_record_and_the_rest_goes_on(batch):
    batch.write(40)
    bad = {3: "REFUSE", 5: "BUG", 7: "DIE", 9: "HANG"}
    for number, text in bad.items():
        (batch.folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    tally = go(batch.folder, out=batch.out, plan=Plan(workers=2, timeout=0.5))
    assert (tally.written, tally.failed) == (36, 4)
    assert [error["error"] for error in lines(batch.errors)] == [
        "InputError", "ZeroDivisionError", "WorkerDied", "Timeout"
    ]  # fmt: skip
    assert lines(batch.errors)[1] == {
        "path": str(batch.folder / "0005.txt"),
        "error": "ZeroDivisionError",
        "message": "a bug in two lines",
    }
    assert names(batch.out) == [f"{n:04}.txt" for n in range(40) if n not in bad]


def test_a_worker_killed_from_outside_costs_nothing(batch):
    batch.write(20)
    mark = batch.out.parent / "mark"
    (batch.folder / "0004.txt").write_text(f"DIE ONCE {mark}", encoding="utf-8")
    assert go(batch.folder, out=batch.out).failed == 0
    assert len(names(batch.out)) == 20


def test_an_output_by_the_name_of_gz_is_packed_and_the_same_each_time(batch):
    batch.write(5)
    first, second = batch.out.with_suffix(".a.gz"), batch.out.with_suffix(".b.gz")
    go(batch.folder, out=first)
    go(batch.folder, out=second)
    assert first.read_bytes() == second.read_bytes()
    assert len(lines(first)) == 5


def test_an_output_is_not_overwritten(batch):
    batch.write(3)
    go(batch.folder, out=batch.out)
    before = batch.out.read_bytes()
    with pytest.raises(UsageError, match=r"--resume.*--force"):
        go(batch.folder, out=batch.out)
    batch.out.with_name("out.jsonl.journal").unlink()
    with pytest.raises(UsageError, match="there already"):
        go(batch.folder, out=batch.out)
    assert batch.out.read_bytes() == before
    (batch.folder / "0001.txt").write_text("Changed", encoding="utf-8")
    go(batch.folder, out=batch.out, force=True)
    assert lines(batch.out)[1]["visit"]["places"] == ["Changed"]


def test_every_input_of_a_file_of_its_own(batch):
    batch.write(4)
    twin = batch.folder / "sub" / "0001.txt"
    twin.parent.mkdir()
    twin.write_text("A twin", encoding="utf-8")
    out = batch.out.with_name("each")
    go(batch.folder, out=out, per_file=True)
    records = [json.loads(path.read_text(encoding="utf-8")) for path in out.iterdir()]
    assert len(records) == 5
    assert len({record["source"]["path"] for record in records}) == 5
    twin.unlink()
    tally = go(batch.folder, out=out, per_file=True, resume=True)
    assert tally.kept == 4
    assert len(list(out.iterdir())) == 4


def test_too_many_errors_stop_it_and_it_can_be_resumed(batch):
    batch.write(50)
    for number in (5, 15):
        (batch.folder / f"{number:04}.txt").write_text("REFUSE", encoding="utf-8")
    tally = go(batch.folder, out=batch.out, plan=Plan(max_errors=1))
    assert (tally.ended, tally.failed) == ("too many errors", 2)
    assert not batch.out.exists()
    tally = go(batch.folder, out=batch.out, plan=Plan(), resume=True)
    assert (tally.ended, tally.failed, tally.written) == ("finished", 2, 48)
    assert len(names(batch.out)) == 48


def test_a_stop_finishes_what_is_in_hand_and_a_resume_the_rest(batch, monkeypatch):
    monkeypatch.setattr(local, "_AHEAD_ITEMS", 64)  # so that the workers are not through by then
    batch.write(300)
    stop = threading.Event()
    tally = go(
        batch.folder, out=batch.out, stop=stop, watch=lambda t, _o: t.read == 40 and stop.set()
    )
    assert tally.ended == "stopped"
    assert 40 <= tally.written < 300
    assert not batch.out.exists()
    again = go(batch.folder, out=batch.out, resume=True)
    assert again.kept == tally.written
    assert names(batch.out) == [f"{number:04}.txt" for number in range(300)]


def test_an_input_named_twice_is_read_once(batch):
    batch.write(3)
    tally = go(batch.folder, batch.folder / "0001.txt", out=batch.out)
    assert (tally.read, tally.repeated) == (3, 1)


def test_shards_share_the_inputs_without_a_rest(batch):
    batch.write(60)
    found = []
    for shard in (1, 2, 3):
        out = batch.out.with_suffix(f".{shard}")
        go(batch.folder, out=out, plan=Plan(shard=(shard, 3)))
        part = names(out)
        assert 5 < len(part) < 40
        found += part
    assert sorted(found) == sorted(path.name for path in batch.folder.iterdir())


def test_lines_of_json_are_reports_with_names_and_days(batch):
    source = batch.folder / "news.jsonl.gz"
    rows = [
        {"body": "Alda met", "key": "a/1", "day": "2024-05-06T10:00:00Z"},
        {"body": 7},
        {"body": "Bea met", "day": "May"},
    ]
    text = "\n".join([*map(json.dumps, rows), "{broken", json.dumps({"body": "Cleo \ud800 met"})])
    source.write_bytes(gzip.compress(text.encode()))
    options = Options(text_field="body", id_field="key", date_field="day")
    tally = go(source, out=batch.out, options=options)
    assert (tally.written, tally.failed) == (2, 3)
    first, last = lines(batch.out)
    assert first["source"]["path"] == "a/1"
    assert first["reference_date"] == "2024-05-06"
    assert last["source"]["path"] == f"{source}:5"
    assert [error["path"] for error in lines(batch.errors)] == [f"{source}:{n}" for n in (2, 3, 4)]
