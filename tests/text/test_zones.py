"""Zones as spans, and whether a mention touches them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitex.text.zones import SILENT, Layout, Zone, touches

LAYOUT = Layout(
    zones=(
        Zone(0, 10, "masthead"),
        Zone(11, 30, "header"),
        Zone(15, 20, "published"),
        Zone(25, 40, "source"),
        Zone(50, 60, "title"),
    )
)


def test_spans_are_sorted_and_merged():
    assert LAYOUT.spans({"header", "published", "source"}) == [(11, 40)]
    assert LAYOUT.spans(SILENT) == [(0, 10), (11, 40)]
    assert LAYOUT.spans(()) == []


@pytest.mark.parametrize(
    ("start", "end", "touched"),
    [(0, 1, True), (9, 12, True), (10, 11, False), (39, 45, True), (40, 45, False), (5, 5, False)],
)
def test_touching_means_sharing_a_character(start, end, touched):
    assert touches([(0, 10), (11, 40)], start, end) is touched


@given(st.sets(st.integers(0, 50)), st.integers(0, 50), st.integers(0, 10))
def test_touching_agrees_with_counting(covered, start, length):
    spans = [(place, place + 1) for place in sorted(covered)]
    assert touches(spans, start, start + length) is bool(
        covered & set(range(start, start + length))
    )
