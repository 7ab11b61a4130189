"""Building blocks for patterns out of a pack's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from visitex.text.normal import clean, fold

NEVER = r"(?!)"
"""A pattern that matches nowhere: what a list without words becomes."""

CAPITAL = f"[{''.join(filter(str.isupper, map(chr, range(0x41, 0x2000))))}]"
"""A capital of any script that has them: in names, ``re`` has no class for it."""

_CASED = re.compile(r"[^\W\d_\u2e80-\u9fff\uac00-\ud7af\u3040-\u30ff]")


def plain(word: str) -> str:
    """Return a word as it looks in folded text: composed, single spaces, straight quotes."""
    return fold(clean(word))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest that fits; it matches whole words only.

    Words in scripts without spaces match inside a run of their script, since nothing parts them
    there. Words that begin alike share their beginning in the pattern, so that the time to try it
    does not grow with the number of words.
    """
    unique = sorted({plain(word) for word in words} - {""})
    bound = [word for word in unique if _CASED.match(word[0])]
    loose = [word for word in unique if not _CASED.match(word[0])]
    # A figure may stand right before a word ("9h", "30min").
    parts = [rf"(?<![^\W\d]){_tree(bound)}"] if bound else []
    parts += [_tree(loose)] if loose else []
    return f"(?:{'|'.join(parts)})" if parts else NEVER


def _tree(words: list[str]) -> str:
    """Return a pattern for sorted words that branches where they begin to differ."""
    first = words[0]
    shared = len(first)
    while not words[-1].startswith(first[:shared]):
        shared -= 1
    tails = [word[shared:] for word in words]
    ends = tails[0] == ""
    branches = [_tree(list(group)) for _, group in groupby(filter(None, tails), itemgetter(0))]
    stop = r"(?!\w)" if ends and _CASED.match(first[-1]) else ""
    head = _literal(first[:shared])
    if not branches:
        return head + stop
    return f"{head}(?:{'|'.join(branches + ([stop] if ends else []))})"


def _literal(text: str) -> str:
    return r"\s{1,3}".join(map(re.escape, text.split(" ")))
