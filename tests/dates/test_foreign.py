"""Languages without a pack are left to dateparser."""

from __future__ import annotations

from datetime import date

import pytest

from visitex.dates import find_dates
from visitex.errors import UsageError


def test_a_language_without_a_pack() -> None:
    [one] = find_dates("Mötet hölls den 12 mars 2019 i Lund", language="sv")
    assert (one.value, one.rule, one.anchored_by) == ("2019-03-12", "dateparser", "explicit")


def test_what_carries_no_day_month_or_year_is_dropped() -> None:
    found = find_dates("Vi ses kl 10", language="sv", reference_date=date(2024, 1, 9))
    assert found == []


def test_excluded_characters() -> None:
    assert find_dates("den 12 mars 2019", language="sv", exclude=[(0, 16)]) == []


def test_an_unknown_language() -> None:
    with pytest.raises(UsageError, match="xx"):
        find_dates("12 March", language="xx")
