"""Every command and option has help, and stands in the README or the docs."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from visitex.cli.main import COMMANDS, cli

ROOT = Path(__file__).parents[2]
DOCS = "\n".join(
    path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *ROOT.glob("docs/*.md"))
)


def commands():
    """Yield every command with the words that call it, subcommands too."""
    yield "visitex", cli
    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        yield f"visitex {name}", command
        if isinstance(command, click.Group):
            for inner, sub in command.commands.items():
                yield f"visitex {name} {inner}", sub


@pytest.mark.parametrize(
    ("call", "command"), list(commands()), ids=lambda it: it if isinstance(it, str) else ""
)
def test_a_command_is_explained(call, command):
    assert command.help
    assert call in DOCS


@pytest.mark.parametrize(
    ("call", "option"),
    [
        (call, option)
        for call, command in commands()
        for option in command.params
        if isinstance(option, click.Option)
    ],
    ids=lambda it: it if isinstance(it, str) else it.name,
)
def test_an_option_is_explained(call, option):
    assert option.help
    assert any(f"`{name}" in DOCS or f" {name}" in DOCS for name in option.opts), call
