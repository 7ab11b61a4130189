"""PLOVER: a pair of visitor and host gives two rows, one from each side."""

from __future__ import annotations

import csv
import io

import msgspec

from visitex.export.plover import COLUMNS, write


def rows(*reports):
    stream = io.BytesIO()
    write(reports, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))


def test_each_side_has_its_row(report):
    make, host = rows(report)
    assert list(make) == list(COLUMNS)
    assert (make["cameo"], make["actor"], make["recipient"]) == (
        "042",
        "Pilots\u2019 Guild",
        "Kelso",
    )
    assert (make["actor_people"], make["recipient_people"]) == ("Ann Lee", "Bo Dahl")
    assert (host["cameo"], host["actor"], host["recipient"]) == (
        "043",
        "Kelso",
        "Pilots\u2019 Guild",
    )
    assert (host["actor_people"], host["recipient_people"]) == ("Bo Dahl", "Ann Lee")
    assert {row["event_type"] for row in (make, host)} == {"CONSULT"}
    assert make["event_id"] != host["event_id"]


def test_every_pair_has_its_rows(report):
    visit = msgspec.structs.replace(report.visit, visitors=["A", "B"], hosts=["C", "D"])
    told = rows(msgspec.structs.replace(report, visit=visit))
    made = {(row["actor"], row["recipient"]) for row in told if row["cameo"] == "042"}
    assert made == {("A", "C"), ("A", "D"), ("B", "C"), ("B", "D")}
    assert len({row["event_id"] for row in told}) == 8


def test_a_report_without_a_visit_has_no_row(silent):
    assert rows(silent) == []
