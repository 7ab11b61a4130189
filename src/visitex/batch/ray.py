"""Many machines: the same items through Ray Data, one extractor to an actor."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from itertools import islice
from types import ModuleType
from typing import TYPE_CHECKING, Any

import msgspec

from visitex.batch.journal import Kept
from visitex.batch.local import Stop
from visitex.batch.work import Item, Options, Outcome, Reader
from visitex.errors import UsageError

if TYPE_CHECKING:
    from numpy import ndarray

_WINDOW = 20_000  # items to a dataset: what the driver holds, and how often actors start anew
_BATCH = 16


def read_on_ray(
    items: Iterable[Item | Kept],
    reader: Reader,
    *,
    workers: int,
    address: str | None,
    stop: Stop,
) -> Iterator[Outcome | Kept]:
    """Yield the outcome of each item, in order, as :func:`visitex.batch.local.read_here` does.

    The actors open the files themselves, so every machine must see them under the same path.

    Args:
        items: the items, taken a window at a time.
        reader: how to read one; its options go to the actors, its pipelines do not.
        workers: the number of actors.
        address: of a cluster; one is started on this machine if not given.
        stop: asked behind each outcome; a set one ends the work.

    Raises:
        UsageError: Ray is not installed, or there is no cluster at the address.
    """
    data = _start(address, workers)
    rest = iter(items)
    while not stop.is_set() and (window := list(islice(rest, _WINDOW))):
        fresh = [item for item in window if isinstance(item, Item)]
        outcomes = _outcomes(data, fresh, reader.options, workers) if fresh else iter(())
        for item in window:
            yield item if isinstance(item, Kept) else next(outcomes)
            if stop.is_set():
                return


class Actor:
    """Reads batches of items in a process of Ray's own.

    Args:
        options: how to read; the extractor is made here, once.
    """

    def __init__(self, options: Options) -> None:
        self._reader = Reader(options)

    def __call__(self, batch: dict[str, ndarray[Any, Any]]) -> dict[str, list[bytes]]:
        """Return a packed outcome for each packed item of a batch."""
        items = (msgspec.msgpack.decode(raw, type=Item) for raw in batch["item"])
        return {"outcome": [msgspec.msgpack.encode(self._reader.read(item)) for item in items]}


def _start(address: str | None, workers: int) -> ModuleType:
    try:
        import ray  # noqa: PLC0415
        from ray import data  # noqa: PLC0415
    except ImportError as error:
        raise UsageError(
            f"--engine ray needs Ray ({error}); run pip install 'visitex[ray]'"
        ) from error
    if not ray.is_initialized():
        cores = None if address else workers
        try:
            ray.init(
                address,
                num_cpus=cores,
                include_dashboard=False,
                log_to_driver=False,
                logging_level=logging.ERROR,
            )
        except ConnectionError as error:
            raise UsageError(f"{address}: no Ray cluster there ({error})") from error
    context = data.DataContext.get_current()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    return data


def _outcomes(
    data: ModuleType, items: list[Item], options: Options, workers: int
) -> Iterator[Outcome]:
    """Yield the outcomes of a window, in the order of its items."""
    rows = [{"item": msgspec.msgpack.encode(item)} for item in items]
    blocks = max(1, min(len(rows) // _BATCH, workers * 16))
    read = data.from_items(rows, override_num_blocks=blocks).map_batches(
        Actor,
        fn_constructor_args=(options,),
        batch_size=_BATCH,
        compute=data.ActorPoolStrategy(size=workers),
    )
    for row in read.iter_rows():
        yield msgspec.msgpack.decode(row["outcome"], type=Outcome)
