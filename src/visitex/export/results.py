"""Results read back: the JSON that ``visitex parse`` and ``visitex batch`` write, as reports."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

import msgspec

from visitex.errors import InputError
from visitex.report import Report

_GZIP = b"\x1f\x8b"


def read_results(path: str, *, refuse: Callable[[InputError], None]) -> Iterator[Report]:
    """Yield the reports of a results file, in order, one held at a time.

    Args:
        path: JSON Lines, one JSON object or one JSON array, plain or gzipped; ``-`` is stdin.
        refuse: called for each record that is none; the others go on.

    Raises:
        InputError: the file cannot be read at all.
    """
    decoder = msgspec.json.Decoder(Report)
    for where, record in _records(path):
        try:
            yield decoder.decode(record)
        except msgspec.DecodeError as error:  # noqa: PERF203
            refuse(InputError(f"{where}: no record of visitex ({error}); parse the report again"))


def _records(path: str) -> Iterator[tuple[str, bytes]]:
    """Yield each record with the name of its place: ``FILE:LINE``."""
    name = "standard input" if path == "-" else path
    try:
        with _open(path) as stream:
            first = next((line for line in stream if line.strip()), b"")
            if _is_whole(first):
                yield f"{name}:1", first
                for number, line in enumerate(stream, 2):
                    if line.strip():
                        yield f"{name}:{number}", line
            else:
                yield from _indented(name, first + stream.read())
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{name}: cannot be read ({reason}); check the path") from error


@contextmanager
def _open(path: str) -> Iterator[IO[bytes]]:
    """Open a file or stdin for bytes, unpacked where it is gzipped."""
    if path == "-":
        yield sys.stdin.buffer
        return
    with open(path, "rb") as raw:
        packed = raw.read(2) == _GZIP
        raw.seek(0)
        if not packed:
            yield raw
            return
        with gzip.GzipFile(fileobj=raw) as stream:
            yield stream  # type: ignore[misc]


def _is_whole(line: bytes) -> bool:
    """Tell whether a line is a record of its own, as in JSON Lines."""
    return line.lstrip().startswith(b"{") and line.rstrip().endswith(b"}")


def _indented(name: str, text: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the records of one JSON document: an object, or an array of them."""
    try:
        document = json.loads(text or b"[]")
    except ValueError as error:
        raise InputError(f"{name}: is neither JSON nor JSON Lines ({error})") from error
    for number, record in enumerate(document if isinstance(document, list) else [document], 1):
        yield f"{name}, record {number}", json.dumps(record).encode()
