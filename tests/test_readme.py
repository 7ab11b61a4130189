"""The README says what is true: its commands and options exist, its example is what comes out."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import click
import pytest

from visitex import Extractor
from visitex.cli.main import cli
from visitex.io.read import MAX_BYTES
from visitex.report import Report

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = re.findall(r"^\$ (.+?)(?: +#.*)?$", README, re.M)
CONTEXT = click.Context(cli)
COMMANDS = {name: cli.get_command(CONTEXT, name) for name in cli.list_commands(CONTEXT)}


def flags(command):
    """Return every way to write every option of a command."""
    return {flag for option in command.params for flag in option.opts if flag.startswith("-")}


def test_the_readme_shows_commands():
    assert len([line for line in LINES if "visitex" in line]) > 5


@pytest.mark.parametrize("line", [line for line in LINES if "visitex" in line])
def test_commands_in_the_readme_exist(line):
    words = shlex.split(line)
    words = words[words.index("visitex") + 1 :]
    words = words[: words.index("|")] if "|" in words else words
    command = cli if words[0].startswith("-") else COMMANDS[words[0]]
    used = {word for word in words if word.startswith("-") and word != "-"}
    assert used <= flags(command)


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("make")])
def test_make_targets_in_the_readme_exist(line):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{line.split()[1]}:", makefile, re.M)


def test_every_command_and_option_is_in_the_readme():
    for name, command in COMMANDS.items():
        assert f"visitex {name}" in README
        missing = flags(command) - set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", README))
        assert missing == set(), name


def test_the_exit_codes_are_those_of_the_help():
    table = README.split("### Exit codes")[1].split("##")[0]
    assert cli.epilog is not None
    documented = re.findall(r"^\| (\d+) \|", table, re.M)
    assert documented == re.findall(r"^  (\d+) ", cli.epilog, re.M)


def test_the_limit_of_size_is_the_one_in_force():
    assert f"more than {MAX_BYTES // 2**20} MiB" in README


def test_the_keys_of_a_report_are_in_the_readme_in_order():
    table = README.split("## Output")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.M) == list(Report.__struct_fields__)


@pytest.fixture(scope="module")
def extractor():
    return Extractor()


def block(mark, language):
    """Return the fenced block of a language that comes next after a mark."""
    return README.split(mark)[1].split(f"```{language}\n")[1].split("```")[0]


def without(value, keys):
    """Return JSON without some keys, however deep."""
    if isinstance(value, dict):
        return {key: without(entry, keys) for key, entry in value.items() if key not in keys}
    return [without(entry, keys) for entry in value] if isinstance(value, list) else value


def test_the_example_is_what_comes_out(extractor):
    report = extractor.extract(block("<!-- example:in -->", "text")).to_dict()
    left_out = set(re.findall(r"`(\w+)`", README.split("(Here without ")[1].split(")")[0]))
    shown = json.loads(block("<!-- example:out -->", "json"))
    assert list(shown) == [key for key in report if key not in left_out]
    assert shown == without(report, left_out)


def test_the_python_example_runs(capsys):
    exec(block("## From Python", "python"), {"texts": ["Mayor Ann Lee came on 6 May 2024."]})
    assert '"schema": "1"' in capsys.readouterr().out
