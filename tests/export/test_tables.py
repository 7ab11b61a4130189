"""CSV and Parquet: the same linked tables, read back by the tools that analysts use."""

from __future__ import annotations

import csv

import duckdb
import msgspec
import pandas
import pyarrow.parquet
import pytest

from visitex.errors import InputError
from visitex.export import csv_tables, parquet
from visitex.export.tables import TABLES, rows_of


def test_every_row_has_every_column(report, silent):
    for number, one in enumerate((report, silent), 1):
        for table, row in rows_of(one, number):
            assert list(row) == list(TABLES[table])
            assert row["report"] == number


def test_every_mention_has_a_row(report):
    rows = [row for table, row in rows_of(report, 1) if table == "mentions"]
    assert {(row["entry_id"], row["text"]) for row in rows} == {
        ("p1", "Ann Lee"),
        ("p2", "Bo Dahl"),
        ("o1", "Pilots\u2019 Guild"),
        ("s1", "Mill Hall"),
        ("d1", "6 May 2024"),
    }


def test_a_post_is_linked_to_its_body_where_that_is_listed(report):
    rows = [row for table, row in rows_of(report, 1) if table == "posts"]
    links = [(row["person_id"], row["organization"], row["organization_id"]) for row in rows]
    assert links == [("p1", "Pilots\u2019 Guild", "o1"), ("p2", "Kelso", None)]


def test_csv_is_read_back_by_pandas(tmp_path, report, silent):
    csv_tables.write([report, silent], tmp_path / "out")
    assert {path.stem for path in (tmp_path / "out").iterdir()} == set(TABLES)
    people = pandas.read_csv(tmp_path / "out/people.csv")
    assert list(people["name"]) == ["Ann Lee", "Bo Dahl"]
    assert people["also"][0] == "Lee; A. Lee"
    visits = pandas.read_csv(tmp_path / "out/visits.csv")
    assert list(visits["report"]) == [1, 2]
    assert visits["head"].isna()[1]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\uff1d"])
def test_a_formula_is_disarmed(tmp_path, report, start):
    bad = f"{start}cmd|' /C calc'!A0"
    source = msgspec.structs.replace(report.source, title=bad)
    csv_tables.write([msgspec.structs.replace(report, source=source)], tmp_path / "out")
    with open(tmp_path / "out/visits.csv", newline="", encoding="utf-8") as stream:
        row = next(csv.DictReader(stream))
    assert row["title"] == f"'{bad}"


def test_offsets_stay_numbers(tmp_path, report, text):
    csv_tables.write([report], tmp_path / "out")
    mentions = pandas.read_csv(tmp_path / "out/mentions.csv")
    for _, row in mentions.iterrows():
        assert text[row["start"] : row["end"]] == row["text"]


def test_the_mark_for_excel(tmp_path, report):
    csv_tables.write([report], tmp_path / "with", bom=True)
    csv_tables.write([report], tmp_path / "without")
    assert (tmp_path / "with/people.csv").read_bytes().startswith(b"\xef\xbb\xbfreport,")
    assert (tmp_path / "without/people.csv").read_bytes().startswith(b"report,")


def test_nothing_is_left_where_reading_fails(tmp_path, report):
    def broken():
        yield report
        raise InputError("the disk is gone")

    for write in (csv_tables.write, parquet.write):
        with pytest.raises(InputError):
            write(broken(), tmp_path / "out")
        assert list((tmp_path / "out").iterdir()) == []


def test_parquet_has_types(tmp_path, report, silent):
    parquet.write([report, silent], tmp_path / "out")
    schema = pyarrow.parquet.read_schema(tmp_path / "out/visits.parquet")
    assert str(schema.field("report").type) == "int64"
    assert str(schema.field("places").type).startswith("list<")
    asked = "select report, len(warnings), head from read_parquet(?) order by report"
    rows = duckdb.execute(asked, [str(tmp_path / "out/visits.parquet")]).fetchall()
    assert rows == [(1, 2, "Ann Lee"), (2, 0, None)]


def test_csv_and_parquet_say_the_same(tmp_path, report):
    csv_tables.write([report], tmp_path / "csv")
    parquet.write([report], tmp_path / "parquet")
    for table, columns in TABLES.items():
        left = pandas.read_csv(tmp_path / f"csv/{table}.csv", dtype=str, keep_default_na=False)
        rows = pyarrow.parquet.read_table(tmp_path / f"parquet/{table}.parquet").to_pylist()
        for i, row in enumerate(rows):
            for column, kind in columns.items():
                value = "; ".join(row[column]) if kind == "list" else row[column]
                assert left[column][i].removeprefix("'") == ("" if value is None else str(value))


def test_many_rows_are_written_in_groups(tmp_path, report, monkeypatch):
    monkeypatch.setattr(parquet, "ROWS_HELD", 3)
    parquet.write([report] * 4, tmp_path / "out")
    table = pyarrow.parquet.ParquetFile(tmp_path / "out/people.parquet")
    assert (table.metadata.num_rows, table.metadata.num_row_groups) == (8, 3)
