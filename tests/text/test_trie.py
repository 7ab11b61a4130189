"""One expression for many words."""

from __future__ import annotations

import re

from visitex.text.trie import any_of


def test_longest_word_wins():
    pattern = re.compile(any_of(["会", "会见", "会见了", "见"]))
    assert pattern.match("会见了他").group() == "会见了"
    assert pattern.match("会谈").group() == "会"
    assert pattern.findall("见会") == ["见", "会"]


def test_marks_are_taken_as_they_stand():
    assert re.fullmatch(any_of(["a.b", "(a)"]), "(a)")
    assert not re.fullmatch(any_of(["a.b"]), "axb")
