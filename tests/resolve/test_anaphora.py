"""Offices that stand for somebody named elsewhere."""

from __future__ import annotations

import pytest
from marked import read_marked


def received_by(language, marked):
    _, entries = read_marked(language, marked)
    return entries.visit.received_by


def test_an_office_stands_for_the_one_who_holds_it():
    assert received_by(
        "en",
        "The [TITLE Mayor], [PER Ann Lee], spoke. The [TITLE Mayor] received the delegation.",
    ) == ["Ann Lee"]


@pytest.mark.parametrize(
    "first",
    [
        "The [TITLE Mayor] of [LOC Kelso], [PER Ann Lee], and the [TITLE Mayor], [PER Bo Ray].",
        "The [TITLE Dean], [PER Ann Lee], spoke.",
    ],
)
def test_an_office_that_two_or_none_hold_stands_for_nobody(first):
    assert received_by("en", first + " The [TITLE Mayor] received the delegation.") == []
