"""`visitex batch`: the same records as `visitex parse`, and what the call refuses."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from visitex import Extractor
from visitex.io.read import read_document

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))[:4]


@pytest.fixture(scope="module")
def parsed(tmp_path_factory):
    """What `visitex parse` says of some samples, in a folder of their own."""
    folder = tmp_path_factory.mktemp("articles")
    for sample in SAMPLES:
        shutil.copy(sample, folder)
    extractor = Extractor()
    paths = sorted(map(str, folder.iterdir()))
    records = [extractor.extract(read_document(path)).to_json(indent=None) for path in paths]
    return folder, "".join(f"{record}\n" for record in records)


def test_the_records_are_those_of_parse(visitex, parsed, tmp_path):
    folder, records = parsed
    out = tmp_path / "visits.jsonl"
    result = visitex("batch", folder, "-o", out, "--workers", "2")
    assert result.code == 0, result.err
    assert out.read_text(encoding="utf-8") == records
    assert "written" in result.err
    assert "\x1b" not in result.err
    again = visitex("batch", "-q", folder, "-o", out, "--resume")
    assert (again.code, again.err) == (0, "")
    assert out.read_text(encoding="utf-8") == records


def test_a_list_on_stdin_an_error_and_a_log(parsed, tmp_path):
    folder, records = parsed
    listed = [tmp_path / "gone.txt", *sorted(folder.iterdir())]
    out = tmp_path / "visits.jsonl"
    script = [sys.executable, "-m", "visitex.cli.main", "batch", "-", "-o", str(out), "--log-json"]
    ended = subprocess.run(
        script, input="\0".join(map(str, listed)).encode(), capture_output=True, check=False
    )
    assert ended.returncode == 1
    assert out.read_text(encoding="utf-8") == records
    events = [json.loads(line) for line in ended.stderr.splitlines()]
    assert [event["event"] for event in events] == ["failed", "finished"]
    assert events[0]["path"] == str(listed[0])
    assert (events[1]["written"], events[1]["failed"]) == (4, 1)
    error = json.loads((tmp_path / "visits.jsonl.errors.jsonl").read_text(encoding="utf-8"))
    assert error["error"] == "InputError"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["-o", "x/y/z.jsonl", "."], "no folder"),
        (["-o", "v.jsonl"], "no input"),
        (["-o", "v.jsonl", ".", "--resume", "--force"], "exclude"),
        (["-o", "v.jsonl", ".", "--shard", "3/2"], "no shard"),
        (["-o", "v.jsonl", ".", "--lang", "tlh"], "tlh"),
        (["-o", "v.jsonl", ".", "--model", "none-such", "--lang", "en"], "none-such"),
        (["-o", ".", "."], "--per-file"),
    ],
)
def test_a_wrong_call_is_refused_in_one_line_and_leaves_nothing(
    visitex, tmp_path, monkeypatch, args, said
):
    monkeypatch.chdir(tmp_path)
    result = visitex("batch", *args)
    assert result.code == 2
    assert said in result.err
    assert result.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_other_options_are_refused_on_resume(visitex, parsed, tmp_path):
    folder, _ = parsed
    out = tmp_path / "visits.jsonl"
    visitex("batch", folder, "-o", out, "--workers", "1")
    result = visitex("batch", folder, "-o", out, "--resume", "--date", "2024-01-09")
    assert result.code == 2
    assert "--date was None and is '2024-01-09'" in result.err


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_in_good_order(tmp_path, number, code):
    for copy in range(120):
        shutil.copy(SAMPLES[0], tmp_path / f"{copy:03}.txt")
    out = tmp_path / "visits.jsonl"
    script = [sys.executable, "-m", "visitex.cli.main", "batch", "-q", str(tmp_path)]
    script += ["-o", str(out), "--workers", "1"]
    running = subprocess.Popen(script, stderr=subprocess.PIPE, start_new_session=True)
    part = out.with_name("visits.jsonl.part")
    deadline = time.monotonic() + 60
    while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(running.pid, number)
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (code, b"")
    assert not out.exists()
    assert part.read_bytes().endswith(b"}\n")
