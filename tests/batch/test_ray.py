"""The same batch on a Ray of this machine."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from visitex.batch.inputs import find_items
from visitex.batch.output import Output
from visitex.batch.run import Control, Plan, run_batch, settings
from visitex.batch.work import Options, Reader

ray = pytest.importorskip("ray", reason="Ray is an extra, and not there for every Python")
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("en-*.txt"))[:2]


def run(folder, out, plan, **options):
    made = Options(lang="en")
    target = Output(str(out), settings(made, plan, per_file=False), **options)
    control = Control(threading.Event())
    return run_batch(find_items([str(folder)]), Reader(made), target, plan, control)


def test_records_order_and_resume_are_those_of_the_local_engine(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(20):
        shutil.copy(SAMPLES[number % 2], folder / f"{number:02}.txt")
    (folder / "05.txt").write_bytes(b"%PDF")
    here, there = tmp_path / "local.jsonl", tmp_path / "ray.jsonl"
    run(folder, here, Plan(workers=1))
    try:
        tally = run(folder, there, Plan(workers=1, ray=True))
        assert (tally.written, tally.failed) == (19, 1)
        assert there.read_bytes() == here.read_bytes()
        shutil.copy(SAMPLES[0], folder / "99.txt")
        again = run(folder, there, Plan(workers=1, ray=True), resume=True)
        assert (again.kept, again.written) == (20, 20)
    finally:
        ray.shutdown()
