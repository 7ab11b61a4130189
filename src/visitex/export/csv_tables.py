"""``csv``: linked tables as CSV files (RFC 4180) in one folder, safe to open in a spreadsheet.

A cell that a spreadsheet would run as a formula is led by an apostrophe, as OWASP's page on CSV
injection advises; it is the one change to a value.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from visitex.export.tables import TABLES, Cell, rows_of
from visitex.io.write import open_atomic
from visitex.report import Report

BOM = b"\xef\xbb\xbf"
JOINT = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write(reports: Iterable[Report], folder: Path, *, bom: bool = False) -> None:
    """Write ``visits.csv``, ``people.csv``, ... into a folder; all appear whole, at the end.

    Args:
        reports: the reports; one is held at a time.
        folder: where the files go; it is made if it is not there.
        bom: whether each file starts with a byte order mark, which Excel needs to see UTF-8.

    Raises:
        InputError: a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as files:
        writers = {}
        for table, columns in TABLES.items():
            binary = files.enter_context(open_atomic(folder / f"{table}.csv"))
            binary.write(BOM if bom else b"")
            stream = io.TextIOWrapper(binary, "utf-8", "surrogateescape", newline="")
            files.callback(stream.detach)
            writers[table] = csv.writer(stream)
            writers[table].writerow(columns)
        for number, report in enumerate(reports, 1):
            for table, row in rows_of(report, number):
                writers[table].writerow([_cell(value) for value in row.values()])


def _cell(value: Cell) -> str | int:
    if isinstance(value, int):
        return value
    text = JOINT.join(value) if isinstance(value, list) else value or ""
    return f"'{text}" if text.startswith(_FORMULA) else text
