"""``visitex batch``: folders of reports into JSON Lines, on every core, and able to go on."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from visitex.cli.parse import _day, _known_encoding
from visitex.cli.say import verbosity, verbosity_options
from visitex.errors import UsageError

if TYPE_CHECKING:
    from datetime import date as Day  # noqa: N812

    from visitex.batch.work import Item

STDIN = "-"
EPILOG = """\b
Exit codes:
  0    every report was read and written
  1    some failed, as OUT.errors.jsonl says, or OUT cannot be written; --resume goes on
  2    the call itself is wrong
  130  stopped by Ctrl-C, 143 by SIGTERM: the reports in hand were finished; --resume goes on"""


def _shard(
    _ctx: click.Context, _param: click.Parameter, value: str | None
) -> tuple[int, int] | None:
    if value is None:
        return None
    shard, _, shards = value.partition("/")
    if not (shard.isdecimal() and shards.isdecimal() and 1 <= int(shard) <= int(shards)):
        raise click.BadParameter(f"{value!r} is no shard; write 1/4 to 4/4 for four of them")
    return int(shard), int(shards)


@click.command("batch", epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATH... | -]", type=click.Path())
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    required=True,
    type=click.Path(),
    help="A .jsonl file (.gz packs it), or with --per-file a folder.",
)
@click.option("--per-file", is_flag=True, help="One JSON file for each report, in the folder OUT.")
@click.option(
    "--glob",
    "globs",
    metavar="PATTERN",
    multiple=True,
    help="The files to read in folders, as '*.txt'; may be given again.",
)
@click.option(
    "--files-from",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="A list of paths, one a line or parted by NUL.",
)
@click.option("--text-field", metavar="NAME", default="text", help="The text in .jsonl input.")
@click.option("--id-field", metavar="NAME", default="id", help="What to call a report by there.")
@click.option("--date-field", metavar="NAME", help="The day to count from there.")
@click.option("--workers", type=click.IntRange(1), help="Processes; default: one for each core.")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=600.0,
    show_default=True,
    metavar="SECONDS",
    help="The longest that one report may take.",
)
@click.option("--resume", is_flag=True, help="Go on with what OUT holds; new inputs are added.")
@click.option("--force", is_flag=True, help="Overwrite OUT.")
@click.option("--max-errors", type=click.IntRange(0), metavar="N", help="Stop after N failures.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first failure.")
@click.option(
    "--shard", callback=_shard, metavar="I/N", help="The Ith of N parts, for one of N machines."
)
@click.option(
    "--engine", type=click.Choice(["local", "ray"]), default="local", help="What runs the workers."
)
@click.option("--ray-address", metavar="ADDRESS", help="A Ray cluster; else one on this machine.")
@click.option("--log-json", is_flag=True, help="Events as JSON lines on stderr, for pipelines.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    metavar="YYYY-MM-DD",
    help="The day to count from where a report carries no date of its own.",
)
@click.option("--lang", metavar="CODE", help="The language; else it is detected for each report.")
@click.option("--model", metavar="NAME|PATH", help="Another spaCy pipeline.")
@click.option(
    "--packs",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="Language packs of your own.",
)
@click.option(
    "--patterns",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Entities of your own.",
)
@click.option("--encoding", metavar="NAME", callback=_known_encoding, help="The inputs' encoding.")
@verbosity_options
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: str,
    per_file: bool,
    globs: tuple[str, ...],
    files_from: str | None,
    text_field: str,
    id_field: str,
    date_field: str | None,
    workers: int | None,
    timeout: float,
    resume: bool,
    force: bool,
    max_errors: int | None,
    fail_fast: bool,
    shard: tuple[int, int] | None,
    engine: str,
    ray_address: str | None,
    log_json: bool,
    date: Day | None,
    lang: str | None,
    model: str | None,
    packs: str | None,
    patterns: str | None,
    encoding: str | None,
) -> None:
    """Read many reports into JSON Lines, on all cores.

    PATH may be - for a list of paths on stdin. What fails is a record in OUT.errors.jsonl, and the
    others are written. OUT appears when all is done; until then --resume goes on from any stop.

    \b
    Examples:
      visitex batch articles/ -o visits.jsonl
      visitex batch articles/ -o visits.jsonl --resume
      visitex batch news.jsonl.gz --text-field body --date-field day -o visits.jsonl.gz
      find articles -name '*.txt' -print0 | visitex batch - -o visits.jsonl
    """  # noqa: D301
    if resume and force:
        raise UsageError("--resume and --force exclude each other; give one")
    if not paths and files_from is None:
        raise UsageError("no input; name a PATH, or give a list with --files-from")

    from visitex.batch.output import Output
    from visitex.batch.run import Control, Plan, mine, run_batch, settings
    from visitex.batch.work import Options, Reader
    from visitex.cli.progress import watching

    options = Options(
        lang=lang,
        model=model,
        packs=packs,
        patterns=patterns,
        date=date.isoformat() if date else None,
        encoding=encoding,
        text_field=text_field,
        id_field=id_field,
        date_field=date_field,
    )
    plan = Plan(
        workers=workers or _cores(),
        timeout=timeout,
        max_errors=0 if fail_fast else max_errors,
        shard=shard,
        ray=engine == "ray",
        ray_address=ray_address,
    )
    reader = Reader(options)
    reader.check()
    out = Output(
        output,
        settings(options, plan, per_file=per_file),
        per_file=per_file,
        resume=resume,
        force=force,
    )

    def items() -> Iterator[Item]:
        return _items(paths, files_from, globs, out.files)

    def count() -> int | None:
        return None if STDIN in paths else sum(1 for _ in mine(items(), plan.shard, stop))

    with (
        _stoppable() as stop,
        watching(output, verbosity(ctx), log_json=log_json, count=count) as show,
    ):
        tally = run_batch(items(), reader, out, plan, Control(stop, show.outcome))
        show.end(tally)
    if stop.number:
        ctx.exit(128 + stop.number)
    if tally.failed:
        ctx.exit(1)


def _cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _items(
    paths: tuple[str, ...], files_from: str | None, globs: tuple[str, ...], without: frozenset[str]
) -> Iterator[Item]:
    """Yield the items behind the paths of a call, then those in its list."""
    from visitex.batch.inputs import find_items, read_list

    def named() -> Iterator[str]:
        for path in paths:
            if path == STDIN:
                yield from read_list(sys.stdin.buffer)
            else:
                yield path
        if files_from is not None:
            with open(files_from, "rb") as stream:
                yield from read_list(stream)

    return find_items(named(), globs, without=without)


class _Signals(threading.Event):
    """Set by the first SIGINT or SIGTERM; ``number`` is which, 0 for none."""

    number = 0

    def catch(self, number: int, _frame: FrameType | None) -> None:
        """Note a signal; the second ends the process at once."""
        if self.is_set():
            raise KeyboardInterrupt
        self.number = number
        self.set()


@contextmanager
def _stoppable() -> Iterator[_Signals]:
    """Let the first Ctrl-C or SIGTERM stop the batch in good order, within the block."""
    stop = _Signals()
    before: dict[int, Any] = {
        number: signal.signal(number, stop.catch) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
