"""What a batch shows while it runs, on stderr: a bar, JSON lines or nothing; and its summary."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from visitex.cli.say import QUIET, warn

if TYPE_CHECKING:
    from visitex.batch.journal import Kept
    from visitex.batch.run import Tally
    from visitex.batch.work import Outcome

_LOOKS = 0.2  # seconds between two looks of the bar
_EVENTS = 10.0  # and between two of the log


class Show(Protocol):
    """Told of every outcome, and of the end."""

    def outcome(self, tally: Tally, outcome: Outcome | Kept) -> None:
        """Hear of one report."""

    def end(self, tally: Tally) -> None:
        """Hear how it ended."""


@contextmanager
def watching(
    output: str, loudness: int, *, log_json: bool, count: Callable[[], int | None]
) -> Iterator[Show]:
    """Show a batch while the block runs.

    Args:
        output: what OUT is called.
        loudness: how much the caller wants to hear.
        log_json: JSON lines for a pipeline, instead of a bar and a table for the eye.
        count: counts the reports, where there is a bar to show how many are left; None if it
            cannot be known.
    """
    if log_json:
        yield _Log()
        return
    console = Console(stderr=True)
    bar = None
    if console.is_terminal and loudness > QUIET:
        # Drawn when an outcome comes, not by a thread: the workers are forked from this process.
        bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[said]}"),
            TimeRemainingColumn(),
            console=console,
            auto_refresh=False,
        )
    shown = _Shown(output, loudness, console, bar)
    if bar is None:
        yield shown
        return
    with bar:
        bar.add_task(output, total=count(), said="")
        yield shown


class _Shown:
    """For the eye: a bar where there is a terminal, warnings where asked for, a table at the end."""

    def __init__(self, output: str, loudness: int, console: Console, bar: Progress | None) -> None:
        self._output = output
        self._loudness = loudness
        self._console = console
        self._bar = bar
        self._next = 0.0

    def outcome(self, tally: Tally, outcome: Outcome | Kept) -> None:
        warnings = getattr(outcome, "warnings", [])
        if warnings:
            warn(outcome.path, warnings, verbosity=self._loudness)  # type: ignore[union-attr]
        if self._bar is None or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _LOOKS
        said = f"{_speed(tally):,} words/s, {tally.failed:,} failed"
        self._bar.update(self._bar.task_ids[0], completed=tally.read, said=said, refresh=True)

    def end(self, tally: Tally) -> None:
        if self._bar is not None:
            self._bar.stop()
        if self._loudness <= QUIET:
            return
        table = Table(
            title=f"{tally.ended}: {self._output}", title_justify="left", show_header=False
        )
        table.add_column()
        table.add_column(justify="right")
        rows = {
            "read": tally.read,
            "written": tally.written,
            "failed": tally.failed,
            "kept from before": tally.kept,
            "named twice": tally.repeated,
            "warnings": tally.warnings,
            "words/s": _speed(tally),
        }
        for name, number in rows.items():
            table.add_row(name, f"{number:,}")
        for language, number in tally.languages.most_common():
            table.add_row(f"language {language}", f"{number:,}")
        self._console.print(table, markup=False)


class _Log:
    """For pipelines: one JSON object a line, for each failure, from time to time, and at the end."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _EVENTS

    def outcome(self, tally: Tally, outcome: Outcome | Kept) -> None:
        error = getattr(outcome, "error", None)
        if error is not None:
            path, message = getattr(outcome, "path", ""), getattr(outcome, "message", "")
            self._say("failed", path=path, error=error, message=message)
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + _EVENTS
            self._say("progress", **_numbers(tally))

    def end(self, tally: Tally) -> None:
        self._say(tally.ended, **_numbers(tally), languages=dict(tally.languages))

    def _say(self, event: str, **fields: object) -> None:
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        click.echo(json.dumps({"time": stamp, "event": event, **fields}), file=sys.stderr)


def _numbers(tally: Tally) -> dict[str, object]:
    return {
        "read": tally.read,
        "written": tally.written,
        "failed": tally.failed,
        "kept": tally.kept,
        "repeated": tally.repeated,
        "warnings": tally.warnings,
        "words": tally.words,
        "words_per_second": _speed(tally),
        "seconds": round(tally.seconds, 1),
    }


def _speed(tally: Tally) -> int:
    return round(tally.words / tally.seconds) if tally.seconds else 0
