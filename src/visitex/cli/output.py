"""From reports to bytes: the shape that was asked for, written to stdout or to a whole file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from visitex.cli.say import on_terminal

if TYPE_CHECKING:
    from visitex.report import Report


def paints(output: str | None) -> bool:
    """Tell whether the output is coloured: only on a terminal that takes colour."""
    return output in (None, "-") and on_terminal()


def shape(
    reports: Iterable[Report], form: str, *, several: bool, compact: bool, colour: bool
) -> Iterator[str]:
    """Turn reports into chunks of text, one report at a time; no report gives no chunk.

    Args:
        reports: the reports, in order; they are never held together.
        form: ``json``, ``jsonl`` or ``table``.
        several: there was more than one input, so that ``json`` means an array.
        compact: JSON without indentation.
        colour: colour for a terminal.
    """
    from visitex.cli.render import paint_json, render

    if form == "table":
        return (render(report, colour=colour) for report in reports)
    indent = None if compact or form == "jsonl" else 2
    texts = (report.to_json(indent=indent) for report in reports)
    chunks = _array(texts) if form == "json" and several else (f"{text}\n" for text in texts)
    return map(paint_json, chunks) if colour else chunks


def write_chunks(output: str | None, chunks: Iterator[str]) -> None:
    """Write chunks as they come, in UTF-8; a file appears whole, and only if there is a chunk."""
    first = next(chunks, None)
    if first is None:
        return
    if output in (None, "-"):
        _pour(sys.stdout.buffer, first, chunks)
        return
    from visitex.io.write import open_atomic

    with open_atomic(output) as stream:
        _pour(stream, first, chunks)


def _pour(stream: BinaryIO, first: str, rest: Iterator[str]) -> None:
    stream.write(first.encode("utf-8"))
    stream.flush()
    for chunk in rest:
        stream.write(chunk.encode("utf-8"))
        stream.flush()


def _array(texts: Iterator[str]) -> Iterator[str]:
    """Yield the pieces of one JSON array around texts; nothing where there are no texts."""
    opening = "["
    for text in texts:
        body = text.replace("\n", "\n  ")
        yield f"{opening}\n  {body}"
        opening = ","
    if opening == ",":
        yield "\n]\n"
