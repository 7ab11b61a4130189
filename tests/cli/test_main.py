"""The group: help, exit codes, and quiet ends."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from visitex import __version__
from visitex import cli as visitex_cli
from visitex.cli.main import COMMANDS, cli

COMMAND = [sys.executable, "-m", "visitex.cli.main"]


def test_every_command_and_option_has_help():
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert command.help, name
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, (name, option.name)


def test_every_command_module_is_listed():
    folder = Path(visitex_cli.__file__).parent
    holders = {
        path.stem.replace("_", "-")
        for path in folder.glob("*.py")
        if "\ndef command(" in path.read_text()
    }
    assert set(COMMANDS) == holders


def test_short_help_is_not_cut_off(visitex):
    commands = visitex("--help").out.split("Commands:")[1]
    assert "..." not in commands.split("Exit codes")[0]


@pytest.mark.parametrize("args", [["--help"], ["parse", "--help"], ["schema", "-h"]])
def test_help_ends_with_0(visitex, args):
    result = visitex(*args)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Usage: visitex")


def test_help_documents_the_exit_codes(visitex):
    section = visitex("--help").out.split("Exit codes:")[1]
    assert re.findall(r"^ +(\d+) ", section, re.M) == ["0", "1", "2", "130", "143"]


def test_version(visitex):
    assert visitex("--version").out == f"visitex {__version__}\n"


@pytest.mark.parametrize("args", [["prase"], ["--nonsense"], ["schema", "extra"]])
def test_wrong_usage_is_one_line_and_exit_code_2(visitex, args):
    result = visitex(*args)
    assert (result.code, result.out) == (2, "")
    assert re.fullmatch(r"visitex: .*; `visitex( schema)? --help` shows how\n", result.err)


def test_no_command_shows_the_help_and_ends_with_2(visitex):
    result = visitex()
    assert (result.code, result.out) == (2, "")
    assert "Commands:" in result.err


def test_a_closed_pipe_ends_quietly():
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        ended = subprocess.run(
            [*COMMAND, "schema"], stdout=closed, stderr=subprocess.PIPE, check=False
        )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_no_stdout_at_all_is_no_error():
    ended = subprocess.run(
        f"'{sys.executable}' -m visitex.cli.main schema >&-",
        shell=True,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_line_and_exit_code_1():
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*COMMAND, "schema"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ended.returncode == 1
    assert re.fullmatch(rb"visitex: output: No space left on device; .*\n", ended.stderr)


def on_a_terminal(args, **environment):
    """Run the command with a pseudo-terminal as its stdout and return what a person would get."""
    pty = pytest.importorskip("pty")
    screen, keyboard = pty.openpty()
    child = subprocess.Popen(
        [*COMMAND, *args],
        stdin=subprocess.DEVNULL,
        stdout=keyboard,
        env={**os.environ, "TERM": "xterm-256color", "NO_COLOR": "", **environment},
    )
    os.close(keyboard)
    shown = b""
    with contextlib.suppress(OSError):  # Linux says EIO when the last writer has gone
        while chunk := os.read(screen, 65536):
            shown += chunk
    os.close(screen)
    assert child.wait() == 0
    return shown


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_is_for_terminals_that_want_it(environment, coloured):
    shown = on_a_terminal(["schema"], **environment)
    assert b"additionalProperties" in shown
    assert (b"\x1b[" in shown) is coloured


BUG = """
import sys
from visitex.cli import main, parse
def bug(*args): raise ZeroDivisionError("a bug")
parse._sources = bug
sys.exit(main.main(["parse", *sys.argv[1:]]))
"""


@pytest.mark.parametrize("verbosity", [[], ["-v"], ["-vv"]])
def test_a_bug_is_one_line_without_vv(verbosity):
    ended = subprocess.run(
        [sys.executable, "-c", BUG, *verbosity], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert ("Traceback" in ended.stderr) == (verbosity == ["-vv"])
    if verbosity != ["-vv"]:
        assert re.fullmatch(r"visitex: internal error, ZeroDivisionError: .*\n", ended.stderr)
