"""What a command says on stderr: one line each, with nothing in it that a terminal would obey."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable
from typing import Any, TypeVar

import click

QUIET, NORMAL, VERBOSE, DEBUG = -1, 0, 1, 2
_KEY = "visitex.verbosity"
_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_F = TypeVar("_F", bound=Callable[..., Any])


def verbosity_options(command: _F) -> _F:
    """Give a command ``-v`` (twice for tracebacks) and ``-q``."""
    quiet = click.option(
        "-q",
        "--quiet",
        is_flag=True,
        expose_value=False,
        callback=_set_quiet,
        help="Say nothing about inputs that fail; the exit code tells.",
    )
    verbose = click.option(
        "-v",
        "--verbose",
        count=True,
        expose_value=False,
        callback=_set_verbose,
        help="Print the warnings of each report to stderr; -vv adds tracebacks to errors.",
    )
    return verbose(quiet(command))


def verbosity(ctx: click.Context) -> int:
    """Return how much the call wants to hear, as :func:`verbosity_options` noted it."""
    level: int = ctx.meta.get(_KEY, NORMAL)
    return level


def complain(problem: object, *, verbosity: int = NORMAL, always: bool = False) -> None:
    """Print one line about a problem to stderr, under its traceback where that is wanted.

    Args:
        problem: an exception or a message, ``FILE: what; what to do``.
        verbosity: how much the caller wants to hear.
        always: say it even where ``-q`` asks for silence.
    """
    if verbosity >= DEBUG and isinstance(problem, BaseException):
        from traceback import print_exception

        print_exception(problem)
    if always or verbosity > QUIET:
        click.echo(f"visitex: {one_line(str(problem))}", err=True)


def warn(source: str, warnings: list[str], *, verbosity: int) -> None:
    """Print the warnings of a report to stderr where ``-v`` asks for them."""
    if verbosity >= VERBOSE:
        for warning in warnings:
            click.echo(f"visitex: {one_line(source)}: warning: {one_line(warning)}", err=True)


def one_line(text: str) -> str:
    """Return text as one printable line: what a terminal would obey is spelt out as escapes."""
    return "".join(
        char.encode("unicode_escape").decode() if _commands(char) else char for char in text
    )


def _commands(char: str) -> bool:
    """Tell whether a character is a control, a line break, a lone surrogate or turns the text."""
    turns = unicodedata.bidirectional(char) in _TURNS
    return turns or unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}


def on_terminal() -> bool:
    """Tell whether stdout is a screen that wants colour (``NO_COLOR`` and ``TERM=dumb`` do not)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()


def _set_quiet(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta[_KEY] = QUIET


def _set_verbose(ctx: click.Context, _param: click.Parameter, value: int) -> None:
    if value:
        ctx.meta[_KEY] = min(value, DEBUG)
    if value >= DEBUG:
        sys.excepthook = sys.__excepthook__
