"""Defaults from a file: ``visitex.toml``, or ``[tool.visitex]`` in ``pyproject.toml``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from visitex.errors import UsageError

OWN, SHARED = "visitex.toml", "pyproject.toml"


def find_config(folder: Path) -> Path | None:
    """Return the configuration file that counts in a folder: its own, else the nearest above it."""
    for place in (folder, *folder.parents):
        if (place / OWN).is_file():
            return place / OWN
        if (place / SHARED).is_file() and "visitex" in _read(place / SHARED).get("tool", {}):
            return place / SHARED
    return None


def read_defaults(path: Path, group: click.Group, ctx: click.Context) -> dict[str, Any]:
    """Return what a file sets, as click's ``default_map``: command -> parameter -> value.

    A key at the top counts for every command that has the option, one in a command's table for that
    command. Paths are taken from the file's folder.

    Raises:
        UsageError: the file is not TOML, or names a command or an option that there is not.
    """
    settings = _read(path)
    if path.name == SHARED:
        settings = settings.get("tool", {}).get("visitex", {})
    names = group.list_commands(ctx)
    commands = {name: command for name in names if (command := group.get_command(ctx, name))}
    options = {name: _options(command) for name, command in commands.items()}
    everywhere = {key: value for key, value in settings.items() if not isinstance(value, dict)}
    tables = {key: value for key, value in settings.items() if isinstance(value, dict)}
    for key in everywhere:
        if not any(key in known for known in options.values()):
            raise UsageError(f"{path}: {key!r} is an option of no command; see `visitex --help`")
    for name, table in tables.items():
        if name not in options:
            raise UsageError(f"{path}: there is no command {name!r}; see `visitex --help`")
        for key in table:
            if key not in options[name]:
                raise UsageError(
                    f"{path}: {key!r} is no option of `visitex {name}`; see `visitex {name} --help`"
                )
    return {
        name: _values({**everywhere, **tables.get(name, {})}, known, path.parent)
        for name, known in options.items()
    }


def _read(path: Path) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as TOML ({error}); mend it") from error


def _options(command: click.Command) -> dict[str, click.Option]:
    """Return the options of a command by their long names without the dashes."""
    options = [param for param in command.params if isinstance(param, click.Option)]
    return {
        name.removeprefix("--"): option
        for option in options
        for name in option.opts
        if name.startswith("--") and option.name != "help"
    }


def _values(
    settings: Mapping[str, Any], known: Mapping[str, click.Option], folder: Path
) -> dict[str, Any]:
    values = {}
    for key, value in settings.items():
        option = known.get(key)
        if option is not None and option.name is not None:
            is_path = isinstance(option.type, click.Path) and isinstance(value, str)
            values[option.name] = str(folder / value) if is_path and value != "-" else value
    return values
