"""Names and the marks that they open."""

from __future__ import annotations

import pytest

from visitex.text.balance import balanced


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("im Werk Halle (Saale) war", "Werk Halle (Saale", "Werk Halle (Saale)"),
        ("aus Halle (Eig. Ber.) war", "Halle (Eig", "Halle"),
        ("das Haus „Anker“ war", "Haus „Anker", "Haus „Anker“"),
        ("die Brigade“, so er, „und „x“", "Brigade“, so er, „", "Brigade"),
        ("the “Blue Hall” was", "“Blue Hall”", "“Blue Hall”"),
        ("das Haus « Anker » war", "Haus « Anker", "Haus"),
        ("das Werk Nord war", "Werk Nord", "Werk Nord"),
    ],
)
def test_a_name_closes_what_it_opens(text: str, name: str, whole: str) -> None:
    start = text.index(name)
    first, last = balanced(text, start, start + len(name))
    assert text[first:last] == whole
