"""What the page holds of a report: pieces of text, offsets as browsers count, days."""

from __future__ import annotations

import msgspec
import pytest

from visitex.export.page_data import first_day, furniture, page_record, pieces
from visitex.report import Site


def units(text, start, end):
    """Cut a text by UTF-16 units, as a browser does."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def test_marks_are_the_mentions_as_a_browser_counts(report, text):
    record = page_record(report, text)
    found = {(key, units(text, start, end)) for start, end, key in record["marks"]}
    assert found == {
        ("d0", "6 May 2024"),
        ("p0", "Ann Lee"),
        ("o0", "Pilots\u2019 Guild"),
        ("p1", "Bo Dahl"),
        ("s0", "Mill Hall"),
    }


def test_pieces_make_up_the_text(report, text):
    ends = [end for end, *_ in page_record(report, text)["pieces"]]
    assert ends == sorted(set(ends))
    assert units(text, 0, ends[-1]) == text


def test_overlapping_and_nested_marks_are_all_over_their_pieces():
    marks = [(2, 8, "s0"), (2, 8, "o0"), (4, 6, "p0"), (7, 9, "d0")]
    assert pieces(10, marks, [(0, 1), (5, 10)]) == [
        (1, 1, []),
        (2, 0, []),
        (4, 0, [0, 1]),
        (5, 0, [0, 1, 2]),
        (6, 1, [0, 1, 2]),
        (7, 1, [0, 1]),
        (8, 1, [0, 1, 3]),
        (9, 1, [3]),
        (10, 1, []),
    ]


def test_a_report_without_text_has_no_marks(report):
    record = page_record(report, None)
    assert record["text"] is None
    assert "marks" not in record
    assert record["people"][0]["name"] == "Ann Lee"
    assert record["day"] == "2024-05-06"


def test_an_empty_text(silent):
    assert page_record(silent, "")["pieces"] == []


def test_ids_of_the_user_may_be_the_same(report, text):
    mentions = report.sites[0].mentions
    twins = [Site(id="own", name=n, also=[], mentions=mentions) for n in ("Mill Hall", "Hall")]
    record = page_record(msgspec.structs.replace(report, sites=twins), text)
    assert [key for *_, key in record["marks"] if key.startswith("s")] == ["s0", "s1"]


def test_furniture_is_what_tells_nothing():
    text = "Home > News\n\nOn 3 May 2024 Ann Lee met the mayor of Kelso at the town hall.\n"
    assert [text[start:end] for start, end in furniture(text, "en")] == ["Home > News"]
    assert furniture(text, None) == furniture(text, "tlh") == []


@pytest.mark.parametrize(
    ("point", "day"),
    [
        ("2016-10-04", "2016-10-04"),
        ("2016-10", "2016-10-01"),
        ("2016", "2016-01-01"),
        ("2016-Q4", "2016-10-01"),
        ("2016-H2", "2016-07-01"),
        ("2016-WI", "2016-12-01"),
        ("2016-W01", "2016-01-04"),
        ("2016-02-30", None),
        ("2016-WXX-3", None),
        ("XXXX-02-03", None),
        (None, None),
    ],
)
def test_first_day(point, day):
    assert first_day(point) == day
