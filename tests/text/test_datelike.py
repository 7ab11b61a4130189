"""Knowing dates when they are seen: the whole stretch, single dates only."""

from __future__ import annotations

import pytest

from visitex.lang.load import load_pack
from visitex.text.datelike import DatePattern
from visitex.text.normal import fold


def find(text: str, language: str = "en", *, short: bool = False) -> str | None:
    span = DatePattern(load_pack(language).layout).find(fold(text), short=short)
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "Posted Mon, 09/25/2006 - 14:30 by x", "Mon, 09/25/2006 - 14:30"),
        ("en", "Nov 14, 2017 at 6:02 PM", "Nov 14, 2017 at 6:02 PM"),
        ("en", "at 14:20, 08/06/2023.", "14:20, 08/06/2023"),
        ("en", "this 5th of May, 2020 here", "5th of May, 2020"),
        ("en", "on 03 Mar 21", "03 Mar 21"),
        ("en", "Issue 214 - May 2012", "May 2012"),
        ("de", "vom 20. Oktober 2022, 11:04 Uhr | Lesezeit", "20. Oktober 2022, 11:04 Uhr"),
        ("de", "So., 04.11.2018: Abend", "So., 04.11.2018"),
        ("fr", "le 1er mars 2021 à 9h05", "1er mars 2021 à 9h05"),
        ("pl", "z dnia 12.04.2024, godz. 13:20", "12.04.2024, godz. 13:20"),
        ("vi", "ngày 02 tháng 12 năm 2020", "ngày 02 tháng 12 năm 2020"),
        ("zh", "于２０１６年５月２０日 14:05发布", "２０１６年５月２０日 14:05"),
    ],
)
def test_dates_with_all_that_belongs_to_them(language, text, date):
    assert find(text, language) == date


@pytest.mark.parametrize(
    "text",
    [
        "14-17 June 2018",
        "28 October - 3 November",
        "Sept. 9 to 14",
        "No. 31/2016",
        "ISO 9001:2008",
        "call 0800-30-22",
        "version 1.2.3.4",
        "99.99.2020",
        "May be",
    ],
)
def test_spans_and_other_numbers_are_none(text):
    assert find(text) is None


def test_day_and_month_in_figures_count_only_when_asked_for():
    assert find("19/10 (Angop)") is None
    assert find("19/10 (Angop)", short=True) == "19/10"


@pytest.mark.parametrize(
    ("date", "known"),
    [("5 May 2020", True), ("2020-05-03", True), ("5.5.20", True), ("5 May", False)],
)
def test_whether_the_year_is_there(date, known):
    assert DatePattern(load_pack("en").layout).has_year(date) is known
