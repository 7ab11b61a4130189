"""Many processes on one machine: each reads chunks of items, and loses no more than one by dying.

The parent hands out one chunk at a time to each worker and hears of every report by itself, so
that it knows which one a worker had in hand when it died or hung. Results wait in the parent until
all before them are there; how far the workers may run ahead is bounded.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Protocol

import msgspec

from visitex.batch.journal import Kept
from visitex.batch.work import DIED, TIMEOUT, Item, Outcome, Reader, current_hash

_CHUNK_BYTES = 64 * 1024
_CHUNK_ITEMS = 32
_AHEAD_ITEMS = 2048
_AHEAD_BYTES = 64 * 1024 * 1024
_TRIES = 2  # a worker can be killed from outside, by a system short of memory, say
_TICK = 0.2  # seconds until a stop or a timeout is noticed
_GRACE = 5.0


class Stop(Protocol):
    """Asked whether to hand out no more work; ``threading.Event`` is one."""

    def is_set(self) -> bool:
        """Tell whether to stop."""


class _Task(msgspec.Struct):
    """An item, where it stands in the order, and how often it has killed a worker."""

    position: int
    item: Item
    deaths: int = 0


class _Worker:
    """A process, the parent's end of its pipe, and what it was given and has not answered."""

    def __init__(self, process: BaseProcess, pipe: Connection) -> None:
        self.process = process
        self.pipe = pipe
        self.pending: deque[_Task] = deque()
        self.since = 0.0

    def give(self, chunk: list[_Task]) -> None:
        """Hand a chunk to a worker that waits for one."""
        self.pending.extend(chunk)
        self.since = time.monotonic()
        try:
            self.pipe.send([task.item for task in chunk])
        except OSError:
            return  # it is dead; its end of the pipe tells so in a moment

    def end(self) -> None:
        """Kill the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def read_here(
    items: Iterable[Item | Kept],
    reader: Reader,
    *,
    workers: int,
    timeout: float,
    stop: Stop,
) -> Iterator[Outcome | Kept]:
    """Yield the outcome of each item, in order; what is kept passes through in its place.

    After a stop the chunks in hand are finished, and what they end in is yielded as far as it is
    without a gap.

    Args:
        items: the items; they are taken as they are needed.
        reader: how to read one; under ``fork`` the workers share what it has loaded.
        workers: the number of processes.
        timeout: the longest that one report may take, in seconds.
        stop: asked now and then.
    """
    pool = _Pool(items, reader, workers, timeout, stop)
    try:
        yield from pool.outcomes()
    finally:
        pool.end()


class _Pool:
    def __init__(
        self,
        items: Iterable[Item | Kept],
        reader: Reader,
        workers: int,
        timeout: float,
        stop: Stop,
    ) -> None:
        self._items = enumerate(items)
        self._reader = reader
        self._size = workers
        self._timeout = timeout
        self._stop = stop
        forks = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
        self._context = multiprocessing.get_context("fork" if forks else "spawn")
        self._forks = forks
        self._workers: list[_Worker] = []
        self._again: deque[_Task] = deque()
        self._ready: dict[int, Outcome | Kept] = {}
        self._held = 0  # bytes of records that wait for their turn
        self._taken = 0
        self._given = 0
        self._empty = False

    def outcomes(self) -> Iterator[Outcome | Kept]:
        """Yield outcomes in order until all are there, or until a stop."""
        if self._forks:
            gc.collect()
            gc.freeze()  # what is shared stays shared: the collector of a worker leaves it alone
        while True:
            self._hand_out()
            yield from self._in_order()
            busy = any(worker.pending for worker in self._workers)
            if not busy and (self._empty or self._stop.is_set()) and not self._again:
                return
            if not busy and self._stop.is_set():
                return
            self._hear(0.0 if not busy else _TICK)

    def end(self) -> None:
        """End every worker."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        if self._forks:
            gc.unfreeze()

    def _hand_out(self) -> None:
        """Give a chunk to each worker that has none; start workers while there is work."""
        while not self._stop.is_set():
            idle = next((worker for worker in self._workers if not worker.pending), None)
            if idle is None and len(self._workers) >= self._size:
                return
            chunk = self._chunk()
            if not chunk:
                return
            (idle or self._start()).give(chunk)

    def _chunk(self) -> list[_Task]:
        """Return the next tasks, about a chunk's bytes; none where the workers are far ahead."""
        if self._again:
            return [self._again.popleft()]  # alone, so that it takes no other with it
        chunk: list[_Task] = []
        size = 0
        while not self._empty and size < _CHUNK_BYTES and len(chunk) < _CHUNK_ITEMS:
            if self._taken - self._given > _AHEAD_ITEMS or self._held > _AHEAD_BYTES:
                break
            position, item = next(self._items, (-1, None))
            if item is None:
                self._empty = True
                break
            self._taken = position + 1
            if isinstance(item, Kept):
                self._ready[position] = item
            else:
                chunk.append(_Task(position, item))
                size += item.size
        return chunk

    def _in_order(self) -> Iterator[Outcome | Kept]:
        while (outcome := self._ready.pop(self._given, None)) is not None:
            self._given += 1
            if isinstance(outcome, Outcome):
                self._held -= len(outcome.record or b"")
            yield outcome

    def _hear(self, longest: float) -> None:
        """Take in what workers say, note the dead, and end those that hang."""
        heard = wait([worker.pipe for worker in self._workers], longest)
        for worker in [worker for worker in self._workers if worker.pipe in heard]:
            if not self._listen(worker):
                self._bury(worker)
        now = time.monotonic()
        for worker in [w for w in self._workers if w.pending and now - w.since > self._timeout]:
            if not worker.pipe.poll():
                self._cut_short(worker)

    def _listen(self, worker: _Worker) -> bool:
        """Take in all that a worker has said; tell whether it is alive."""
        try:
            while worker.pipe.poll():
                outcome = worker.pipe.recv()
                self._settle(worker.pending.popleft(), outcome)
                worker.since = time.monotonic()
        except (EOFError, OSError):
            return False
        return True

    def _settle(self, task: _Task, outcome: Outcome) -> None:
        self._held += len(outcome.record or b"")
        self._ready[task.position] = outcome

    def _bury(self, worker: _Worker) -> None:
        """Replace a dead worker: the report in hand is tried once more, the rest as before."""
        self._workers.remove(worker)
        worker.end()
        if not worker.pending:
            return
        task = worker.pending.popleft()
        task.deaths += 1
        rest = list(worker.pending)
        if task.deaths < _TRIES:
            rest.insert(0, task)
        else:
            code = worker.process.exitcode
            self._settle(task, _lost(task.item, DIED, f"the process that read it ended ({code})"))
        self._again.extendleft(reversed(rest))

    def _cut_short(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.end()
        task = worker.pending.popleft()
        message = f"took longer than {self._timeout:g} seconds; see --timeout"
        self._settle(task, _lost(task.item, TIMEOUT, message))
        self._again.extendleft(reversed(worker.pending))

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        others = [worker.pipe for worker in self._workers] if self._forks else []
        process = self._context.Process(  # type: ignore[attr-defined]
            target=_serve,
            args=(theirs, [*others, ours] if self._forks else [], self._reader, self._timeout),
            daemon=True,
        )
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker


def _lost(item: Item, error: str, message: str) -> Outcome:
    return Outcome(
        key=item.key, path=item.path, sha256=current_hash(item), error=error, message=message
    )


def _serve(pipe: Connection, others: list[Connection], reader: Reader, timeout: float) -> None:
    """Read chunks until the parent is gone.

    Ctrl-C reaches every process of a terminal; the parent alone decides what follows from it. An
    alarm ends a process that hangs where the parent is no longer there to do so.
    """
    for other in others:
        other.close()  # else a worker would keep the pipe of another open when the parent dies
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    has_alarm = hasattr(signal, "setitimer")
    try:
        while True:
            for item in pipe.recv():
                if has_alarm:
                    signal.setitimer(signal.ITIMER_REAL, timeout + _GRACE)
                pipe.send(reader.read(item))
            if has_alarm:
                signal.setitimer(signal.ITIMER_REAL, 0)
    except (EOFError, OSError):
        return
