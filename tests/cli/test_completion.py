"""`visitex completion`: a script for each shell, and completions that it asks for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from visitex.cli.completion import SHELLS


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_its_script(visitex, shell):
    result = visitex("completion", shell)
    assert (result.code, result.err) == (0, "")
    assert "_VISITEX_COMPLETE" in result.out


def test_another_shell_is_refused(visitex):
    result = visitex("completion", "csh")
    assert result.code == 2
    assert "'csh' is not one of" in result.err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("visitex par", "parse"),
        ("visitex parse --for", "--format"),
        ("visitex export --to f", "ftm"),
    ],
)
def test_bash_is_told_what_fits(words, expected):
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    ended = subprocess.run(
        [sys.executable, "-m", "visitex.cli.main"],
        env={**os.environ, **asked, "_VISITEX_COMPLETE": "bash_complete"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"plain,{expected}" in ended.stdout.splitlines()
