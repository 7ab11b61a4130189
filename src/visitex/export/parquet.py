"""``parquet``: the linked tables as Parquet files in one folder, lists as lists."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from visitex.errors import UsageError
from visitex.export.tables import TABLES, Row, rows_of
from visitex.io.write import open_atomic
from visitex.report import Report

if TYPE_CHECKING:
    from pyarrow import Schema
    from pyarrow.parquet import ParquetWriter

ROWS_HELD = 20_000
"""Rows of a table that are held until they are written as a group."""


def write(reports: Iterable[Report], folder: Path) -> None:
    """Write ``visits.parquet``, ``people.parquet``, ... into a folder; all appear at the end.

    Args:
        reports: the reports; a few thousand rows are held at a time.
        folder: where the files go; it is made if it is not there.

    Raises:
        UsageError: pyarrow is not installed.
        InputError: a file cannot be written.
    """
    _require_pyarrow()
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as files:
        sinks = {}
        for table in TABLES:
            binary = files.enter_context(open_atomic(folder / f"{table}.parquet"))
            sinks[table] = files.enter_context(ParquetWriter(binary, _schema(table)))
        held: dict[str, list[Row]] = {table: [] for table in TABLES}
        for number, report in enumerate(reports, 1):
            for table, row in rows_of(report, number):
                held[table].append(row)
                if len(held[table]) == ROWS_HELD:
                    _flush(sinks[table], table, held[table])
        for table, rows in held.items():
            _flush(sinks[table], table, rows)


def _require_pyarrow() -> None:
    if find_spec("pyarrow") is None:
        raise UsageError("parquet: pyarrow is not installed; pip install 'visitex[parquet]'")


def _schema(table: str) -> Schema:
    import pyarrow  # noqa: PLC0415

    kinds = {
        "text": pyarrow.string(),
        "number": pyarrow.int64(),
        "list": pyarrow.list_(pyarrow.string()),
    }
    return pyarrow.schema([(column, kinds[kind]) for column, kind in TABLES[table].items()])


def _flush(sink: ParquetWriter, table: str, rows: list[Row]) -> None:
    """Write the rows that are held as one group, and let them go."""
    from pyarrow import Table  # noqa: PLC0415

    if rows:
        sink.write_table(Table.from_pylist(rows, schema=_schema(table)))
        rows.clear()
