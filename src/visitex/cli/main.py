"""The ``visitex`` command: a group that loads commands late and turns errors into exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType

import click

from visitex import __version__
from visitex.cli.say import complain, verbosity
from visitex.errors import VisitexError

INTERRUPTED = 130
COMMANDS = (
    "parse",
    "batch",
    "view",
    "export",
    "evaluate",
    "train-data",
    "schema",
    "languages",
    "models",
    "completion",
)
EPILOG = """\b
Exit codes:
  0    everything was read and written
  1    some input could not be read; all the others were written
  2    the call itself is wrong: an option, a language, a model or a pack
  130  stopped by Ctrl-C
  143  `visitex batch` stopped by SIGTERM
A reader that closes the pipe early, as `visitex parse ... | head -1`, ends it quietly with 0."""


class LazyGroup(click.Group):
    """A group whose commands are modules of this package, imported when they are looked up."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order in which the help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the module of a command and return the click command named ``command`` in it."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"visitex.cli.{cmd_name.replace('-', '_')}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; refusals, a closed pipe and Ctrl-C end it with a code, not a traceback."""
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except VisitexError as error:
            complain(error, verbosity=verbosity(ctx), always=error.exit_code != 1)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _forget_stdout()
            ctx.exit(0)
        except OSError as error:
            _forget_stdout()
            complain(
                f"{error.filename or 'output'}: {error.strerror}; nothing more was written",
                always=True,
            )
            ctx.exit(1)
        return result


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EPILOG,
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
@click.option(
    "--config",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Take defaults of options from FILE; else from visitex.toml or pyproject.toml, if there.",
)
@click.option("--no-config", is_flag=True, help="Look for no file with defaults.")
@click.pass_context
def cli(ctx: click.Context, config: str | None, no_config: bool) -> None:
    """Read reports about visits and say who came, whom they met, when, and what they saw.

    `visitex parse report.txt` prints a checked JSON record; `visitex COMMAND --help` tells more.
    """
    from visitex.cli.config import find_config, read_defaults

    if config and no_config:
        raise click.UsageError("--config and --no-config exclude each other")
    path = Path(config) if config else None if no_config else find_config(Path.cwd())
    if path is not None and isinstance(ctx.command, click.Group):
        ctx.default_map = read_defaults(path, ctx.command, ctx)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; the installed script ends with it."""
    sys.excepthook = _report_bug
    if sys.stdout is None:  # closed by the caller, as in `visitex schema >&-`
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    try:
        result = cli.main(args=args, prog_name="visitex", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "visitex"
        hint = f"`{where} --help` shows how"
        complain(f"{error.format_message().rstrip('.')}; {hint}", always=True)
        return error.exit_code
    except click.ClickException as error:
        complain(error.format_message(), always=True)
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    return result if isinstance(result, int) else 0


def _forget_stdout() -> None:
    """Point stdout at nothing, so that the flush at exit does not meet the closed pipe again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report_bug(
    kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    """Say in one line that visitex itself failed; ``-vv`` takes this hook away."""
    if not issubclass(kind, KeyboardInterrupt):
        complain(f"internal error, {kind.__name__}: {error}; run it again with -vv to see where")


if __name__ == "__main__":
    sys.exit(main())
