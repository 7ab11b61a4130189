"""Building blocks for patterns out of a pack's words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from visitex.text.normal import clean, fold

NEVER = r"(?!)"
"""A pattern that matches nowhere: what a list without words becomes."""

NAME_START = r"[^\W\d_a-zß-öø-ÿ]"
"""A letter that can begin a name: anything but plain lower case."""

_CASED = re.compile(r"[^\W\d_\u2e80-\u9fff\uac00-\ud7af\u3040-\u30ff]")


def plain(word: str) -> str:
    """Return a word as it looks in folded text: composed, single spaces, straight quotes."""
    return fold(clean(word))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first; it matches whole words only.

    Words in scripts without spaces match inside a run of their script, since nothing parts them there.
    """
    unique = sorted({plain(word) for word in words} - {""}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(_whole, unique))})" if unique else NEVER


def _whole(word: str) -> str:
    body = r"\s{1,3}".join(map(re.escape, word.split(" ")))
    before = r"(?<!\w)" if _CASED.match(word[0]) else ""
    after = r"(?!\w)" if _CASED.match(word[-1]) else ""
    return before + body + after
