"""Dates of the report, and the role that each plays."""

from __future__ import annotations

import pytest

from visitex.resolve.dates import visit_days


@pytest.fixture
def dates(resolve):
    def of(marked, **origin):
        return [(date.value, date.role) for date in resolve(marked, **origin).dates]

    return of


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("They visited us on [DATE=2021-05-03 3 May].", [("2021-05-03", "visit")]),
        ("The union was founded in [DATE=1994 1994].", [("1994", "other")]),
        ("Since [DATE=2021-05-01 1 May] they visited us.", [("2021-05-01", "other")]),
        ("Ann sang on [DATE=2021-05-03 3 May].", [("2021-05-03", "other")]),
        ("The visit on [DATE=2021-05-03 3 May] was cancelled.", [("2021-05-03", "other")]),
        ("They visited us in [DATE=2021-05 May].", [("2021-05", "other")]),
        ("They visited us in [DATE=2021-W18 that week].", [("2021-W18", "visit")]),
    ],
)
def test_roles(dates, marked, expected):
    assert dates(marked) == expected


def test_the_same_value_is_listed_once(resolve):
    text = "They came on [DATE=2021-05-03 3 May].\nThey visited us on [DATE=2021-05-03 Monday]."
    (date,) = resolve(text).dates
    assert (date.id, date.text, date.role) == ("d1", "3 May", "visit")
    assert [mention.text for mention in date.mentions] == ["3 May", "Monday"]


def test_the_date_of_publication_is_told_by_its_offset(dates):
    text = "[DATE=2021-05-04 4 May]\nThey visited us on [DATE=2021-05-03 3 May]."
    assert dates(text, published=0) == [("2021-05-04", "published"), ("2021-05-03", "visit")]


def test_a_visit_on_the_day_of_publication_is_one_of_the_visit(dates):
    text = "[DATE=2021-05-03 3 May]\nThey visited us on [DATE=2021-05-03 Monday]."
    assert dates(text, published=0) == [("2021-05-03", "visit")]


def test_a_visit_far_from_the_reference_is_history(dates):
    text = "They visited us on [DATE=2019-05-03 3 May 2019]."
    assert dates(text, reference="2021-05-04") == [("2019-05-03", "other")]
    assert dates(text, reference="2019-07-01") == [("2019-05-03", "visit")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-05-03", ("2021-05-03", "2021-05-03")),
        ("2021-05-03TAF", ("2021-05-03", "2021-05-03")),
        ("2021-05-03/2021-05-06", ("2021-05-03", "2021-05-06")),
        ("2021-W18", ("2021-05-03", "2021-05-09")),
        ("XXXX-05-03", ("XXXX-05-03", "XXXX-05-03")),
        ("2021-05", None),
        ("2021", None),
        ("XXXX-WXX-4", None),
    ],
)
def test_days_of_a_value(value, expected):
    assert visit_days(value) == expected
