"""The command as a shell runs it, with the real extractor."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
VISITEX = f"{shlex.quote(sys.executable)} -m visitex.cli.main"


def shell(line, **environment):
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line.replace('visitex', VISITEX, 1)}"],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_a_reader_that_has_enough_ends_it_quietly():
    ended = shell("visitex parse samples/en-union.txt samples/en-company.txt | head -1")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert json.loads(ended.stdout)["source"]["path"] == "samples/en-union.txt"


def test_output_does_not_hang_on_the_order_of_hashes():
    line = "visitex parse samples/en-*.txt samples/de-*.txt"
    first, second = (shell(line, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.returncode == 0
    assert first.stdout.count(b"\n") == 5
    assert first.stdout == second.stdout
