"""A whole batch: inputs, engine and output put together, and what came of it counted."""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from visitex import __version__
from visitex.batch.inputs import in_shard
from visitex.batch.journal import Kept
from visitex.batch.local import Stop, read_here
from visitex.batch.output import Output
from visitex.batch.work import Item, Options, Outcome, Reader

_FIRST = 16  # reports whose languages are loaded before the workers are forked


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How a batch is run: nothing in here changes a record.

    ``timeout`` is in seconds for one report; ``max_errors`` is the number of failures that is still
    borne, None for any; ``shard`` is a number from 1 and the number of shards; ``ray`` names the
    engine, with ``ray_address`` for a cluster that is there already.
    """

    workers: int = 1
    timeout: float = 600.0
    max_errors: int | None = None
    shard: tuple[int, int] | None = None
    ray: bool = False
    ray_address: str | None = None


class Tally(msgspec.Struct):
    """What a batch has done so far; ``seconds`` and ``words`` are of this run alone."""

    read: int = 0
    written: int = 0
    failed: int = 0
    kept: int = 0
    repeated: int = 0
    warnings: int = 0
    words: int = 0
    seconds: float = 0.0
    languages: Counter[str] = msgspec.field(default_factory=Counter)
    ended: str = "running"
    """``finished``, ``stopped`` or ``too many errors``, once it is over."""

    def count(self, outcome: Outcome | Kept) -> None:
        """Count one outcome."""
        self.read += 1
        if isinstance(outcome, Kept):
            self.kept += 1
            self.failed += outcome.failed
            self.written += not outcome.failed
            return
        self.failed += outcome.record is None
        self.written += outcome.record is not None
        self.words += outcome.words
        self.warnings += len(outcome.warnings)
        if outcome.record is not None:
            self.languages[outcome.lang or "unknown"] += 1


Watch = Callable[[Tally, "Outcome | Kept"], None]


def _unwatched(_tally: Tally, _outcome: Outcome | Kept) -> None:
    return None


class Control(NamedTuple):
    """From outside, while a batch runs.

    When ``stop`` is set, the reports in hand are finished and the rest is left for a resume;
    ``watch`` is called behind every outcome, in order.
    """

    stop: Stop
    watch: Watch = _unwatched


def run_batch(
    items: Iterable[Item],
    reader: Reader,
    output: Output,
    plan: Plan,
    control: Control,
) -> Tally:
    """Read items and write what they say, in order, each once.

    Args:
        items: what to read, as :func:`visitex.batch.inputs.find_items` finds it.
        reader: how one is read.
        output: where to, new or taken up again.
        plan: with how many processes, and so on.
        control: what stops it, and who watches.

    Returns:
        What was done; the output is whole only if its ``ended`` is ``finished``.

    Raises:
        UsageError: an option is wrong.
        InputError: OUT cannot be written; the batch can be resumed.
    """
    tally = Tally()
    stop = control.stop
    begun = time.monotonic()
    try:
        for outcome in _engine(_left(items, output, plan, tally, stop), reader, plan, stop):
            output.add(outcome)
            tally.count(outcome)
            tally.seconds = time.monotonic() - begun
            control.watch(tally, outcome)
            fresh = not isinstance(outcome, Kept)
            if fresh and plan.max_errors is not None and tally.failed > plan.max_errors:
                tally.ended = "too many errors"
                break
    except BaseException:
        output.close()
        raise
    if tally.ended == "running":
        tally.ended = "stopped" if stop.is_set() else "finished"
    if tally.ended == "finished":
        output.finish()
    else:
        output.pause()
    return tally


def settings(options: Options, plan: Plan, *, per_file: bool) -> dict[str, object]:
    """Return all that decides on the content of OUT, for the journal.

    Packs and patterns count by what is in them, wherever they are.
    """
    return {
        "visitex": __version__,
        **{f"--{name.replace('_', '-')}": value for name, value in _plain(options).items()},
        "--packs": _content(options.packs),
        "--patterns": _content(options.patterns),
        "--per-file": per_file,
        "--shard": plan.shard and "/".join(map(str, plan.shard)),
    }


def mine(items: Iterable[Item], shard: tuple[int, int] | None, stop: Stop) -> Iterator[Item]:
    """Yield the items of a shard, all where there is none, until a stop."""
    for item in items:
        if stop.is_set():
            return
        if shard is None or in_shard(item, *shard):
            yield item


def _plain(options: Options) -> dict[str, object]:
    return msgspec.structs.asdict(options)


def _content(path: str | None) -> str | None:
    """Return a hash of a file, or of all files in a folder."""
    if path is None:
        return None
    digest = hashlib.sha256()
    files = sorted(Path(path).rglob("*")) if os.path.isdir(path) else [Path(path)]
    for file in files:
        if file.is_file():
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _left(
    items: Iterable[Item], output: Output, plan: Plan, tally: Tally, stop: Stop
) -> Iterator[Item | Kept]:
    """Yield what is this shard's and comes for the first time; what stands as it is kept."""
    for item in mine(items, plan.shard, stop):
        if not output.first_time(item):
            tally.repeated += 1
            continue
        yield output.standing(item) or item


def _engine(
    items: Iterator[Item | Kept], reader: Reader, plan: Plan, stop: Stop
) -> Iterator[Outcome | Kept]:
    if plan.ray:
        from visitex.batch.ray import read_on_ray  # noqa: PLC0415

        return read_on_ray(items, reader, workers=plan.workers, address=plan.ray_address, stop=stop)
    first = list(islice(items, _FIRST))
    reader.load(item for item in first if isinstance(item, Item))
    return read_here(
        chain(first, items), reader, workers=plan.workers, timeout=plan.timeout, stop=stop
    )
