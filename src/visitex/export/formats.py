"""The formats by name, and the one way in: reports to a file or a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from visitex.errors import InputError, UsageError
from visitex.io.write import dump_lines
from visitex.report import Report

FOLDERS = ("csv", "parquet")
"""Formats of several files: the output is a folder."""
ANNOTATED = ("label-studio", "conll", "docbin")
"""Formats that hold the text itself, which is read again from where the report names it."""
FORMATS = ("csv", "parquet", "ftm", "plover", "label-studio", "conll", "docbin", "jsonld")


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What a format may be told.

    ``root`` is the folder that the reports' paths are taken from; ``refuse`` is called for each
    report whose text is not there; ``bom`` puts a byte order mark before each CSV file.
    """

    refuse: Callable[[InputError], None]
    root: str | None = None
    bom: bool = False


def write_folder(form: str, reports: Iterable[Report], folder: Path, options: Options) -> None:
    """Write reports as a format of several files.

    Raises:
        UsageError: the format's library is not installed.
        InputError: a file cannot be written.
    """
    if form == "csv":
        from visitex.export import csv_tables  # noqa: PLC0415

        csv_tables.write(reports, folder, bom=options.bom)
    elif form == "parquet":
        from visitex.export import parquet  # noqa: PLC0415

        parquet.write(reports, folder)
    else:
        raise UsageError(f"{form}: is written to one file")


def write_stream(form: str, reports: Iterable[Report], stream: BinaryIO, options: Options) -> None:
    """Write reports as a format of one file.

    Raises:
        UsageError: the format's library is not installed.
    """
    if form == "plover":
        from visitex.export import plover  # noqa: PLC0415

        plover.write(reports, stream)
        return
    for chunk in _chunks(form, reports, options):
        stream.write(chunk)


def _chunks(form: str, reports: Iterable[Report], options: Options) -> Iterator[bytes]:
    if form == "ftm":
        from visitex.export import ftm  # noqa: PLC0415

        yield from _lines(ftm.entities(reports))
    elif form == "jsonld":
        from visitex.export import jsonld  # noqa: PLC0415

        yield from _lines(jsonld.documents(reports))
    elif form in ANNOTATED:
        from visitex.export.texts import with_texts  # noqa: PLC0415

        yield from _annotated(form, with_texts(reports, root=options.root, refuse=options.refuse))
    else:
        raise UsageError(f"{form}: is no format of one file")


def _annotated(form: str, pairs: Iterable[tuple[Report, str]]) -> Iterator[bytes]:
    from visitex.export.spans import annotated  # noqa: PLC0415
    from visitex.nlp.annotated import to_conll, to_docbin  # noqa: PLC0415

    if form == "label-studio":
        from visitex.export import label_studio  # noqa: PLC0415

        opening = b"["
        for task in label_studio.tasks(pairs):
            yield opening + b"\n" + msgspec.json.encode(task)
            opening = b","
        yield b"[]\n" if opening == b"[" else b"\n]\n"
    elif form == "conll":
        yield from (line.encode() for line in to_conll(map(annotated, pairs)))
    else:
        yield to_docbin(map(annotated, pairs))


def _lines(values: Iterable[object]) -> Iterator[bytes]:
    return (line.encode("utf-8") for line in dump_lines(values))
