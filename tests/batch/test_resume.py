"""Whatever stops a batch, the next run ends in the same bytes as if nothing had."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batch_double import go

HERE = Path(__file__).parent
ENV = {**os.environ, "PYTHONPATH": str(HERE.parent)}
KILLS = 50


def start(folder, out, *args, **options):
    script = [sys.executable, str(HERE / "run_batch.py"), str(folder), str(out), *args]
    return subprocess.Popen(script, env=ENV, stderr=subprocess.PIPE, text=True, **options)


def children(pid):
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        return list(map(int, listed.read_text().split()))
    except (FileNotFoundError, ProcessLookupError):
        return []


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds children through /proc")
def test_kill_9_of_parent_and_workers_fifty_times_loses_and_doubles_nothing(batch):
    batch.write(1500)
    for number in (40, 700):
        (batch.folder / f"{number:04}.txt").write_text("REFUSE", encoding="utf-8")
    undisturbed = batch.out.with_name("undisturbed.jsonl")
    go(batch.folder, out=undisturbed)
    chance = random.Random(6)
    killed = {"parent": 0, "worker": 0}
    while sum(killed.values()) < KILLS:
        running = start(batch.folder, batch.out, "--resume")
        time.sleep(chance.uniform(0.25, 0.6))
        victim, who = running.pid, "parent"
        if chance.random() < 0.5 and (workers := children(running.pid)):
            victim, who = chance.choice(workers), "worker"
        if running.poll() is None:
            os.kill(victim, signal.SIGKILL)
            killed[who] += 1
        if who == "worker":
            time.sleep(chance.uniform(0.0, 0.2))
            running.kill()
        running.communicate()
        if batch.out.exists():  # it came through in spite of it: begin again
            assert batch.out.read_bytes() == undisturbed.read_bytes()
            for path in batch.out.parent.glob("out.jsonl*"):
                path.unlink()
    go(batch.folder, out=batch.out, resume=True)
    assert killed["parent"] > 5
    assert batch.out.read_bytes() == undisturbed.read_bytes()
    errors = undisturbed.with_name("undisturbed.jsonl.errors.jsonl")
    assert batch.errors.read_bytes() == errors.read_bytes()
    assert not list(batch.out.parent.glob("*.part"))


def test_a_full_disk_is_one_line_and_can_be_resumed(batch):
    batch.write(400)
    limit = 40_000

    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    running = start(batch.folder, batch.out, preexec_fn=little_room)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "go on with --resume" in said
    assert said.count("\n") == 1
    assert not batch.out.exists()
    tally = go(batch.folder, out=batch.out, resume=True)
    assert tally.written == 400
    assert batch.out.read_bytes().count(b"\n") == 400


def test_torn_last_lines_are_mended(batch):
    batch.write(30)
    go(batch.folder, out=batch.out)
    whole = batch.out.read_bytes()
    batch.out.write_bytes(whole[:-7])
    assert go(batch.folder, out=batch.out, resume=True).kept == 29
    assert batch.out.read_bytes() == whole
    batch.out.write_bytes(whole + b'{"schema": "1", "sou')
    go(batch.folder, out=batch.out, resume=True)
    assert batch.out.read_bytes() == whole


def test_what_changed_is_read_anew_in_its_place_and_what_is_gone_is_gone(batch):
    batch.write(30)
    go(batch.folder, out=batch.out)
    (batch.folder / "0007.txt").write_text("Changed", encoding="utf-8")
    (batch.folder / "0003a.txt").write_text("New", encoding="utf-8")
    (batch.folder / "0020.txt").unlink()
    tally = go(batch.folder, out=batch.out, resume=True)
    assert (tally.kept, tally.written) == (28, 30)
    fresh = batch.out.with_name("fresh.jsonl")
    go(batch.folder, out=fresh)
    assert batch.out.read_bytes() == fresh.read_bytes()
