"""``visitex completion``: what a shell needs to complete commands, options and values."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print a script that teaches a shell to complete visitex.

    \b
    Examples:
      visitex completion bash > ~/.local/share/bash-completion/completions/visitex
      visitex completion zsh > ~/.zfunc/_visitex
      visitex completion fish > ~/.config/fish/completions/visitex.fish
    """  # noqa: D301
    maker = get_completion_class(shell)
    if maker is None:
        raise click.BadParameter(f"{shell!r} is no shell that click completes for")
    root = ctx.find_root().command
    click.echo(maker(root, {}, "visitex", "_VISITEX_COMPLETE").source())
