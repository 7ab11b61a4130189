"""Hard-wrapped text: mail and agency pages break lines in the middle of sentences and names."""

from __future__ import annotations

import itertools
import re

_BLOCK = re.compile(r"^[^\n]+(?:\n[^\n]+)+", re.MULTILINE)  # tried once a line
_SHORTEST, _LONGEST = 45, 100
_RAGGED = 24
"""Wrapped lines differ by a long word at most; list items and table rows differ more."""
_ENDS_LINE = re.compile(r"[.:;!?|…。！？]\s*$")
_BREAKS_OFF = re.compile(r"\s[^\W\d_A-Z]{2,3}$")
"""A line that ends in "of" or "des" goes on below, though all nouns have capitals."""
_OPENS_LINE = re.compile(r"\s*(?:[-–•*|#>]|\d{1,2}[.:)]|\w+:)")


def unwrap(text: str) -> str:
    """Return ``text`` with the line breaks inside wrapped paragraphs as spaces, at the same length.

    A paragraph is wrapped if all its lines but the last are 45 to 100 characters long, of nearly
    the same length, at least one of them breaks off in mid-sentence, and a line begins in lower
    case or ends in a small word: a headline over a line of header fields is no paragraph. Where a
    text has such paragraphs, others are wrapped if each of their lines is full: the next word would
    not have fitted in.
    """
    blocks = [block.group() for block in _BLOCK.finditer(text)]
    widths = [max(map(len, block.split("\n"))) for block in blocks if _join(block) != block]
    if not widths:
        return text
    width = max(widths)
    return _BLOCK.sub(lambda block: _fill(_join(block.group()), width), text)


def _fill(block: str, width: int) -> str:
    """Join the lines of a block whose every line is full for a text of this width."""
    lines = block.split("\n")
    if len(lines) == 1 or any(map(_OPENS_LINE.match, lines[1:])):
        return block
    for line, following in itertools.pairwise(lines):
        word = (following.split() or [""])[0]
        if len(line) > width or len(line.rstrip()) + 1 + len(word) <= width:
            return block
    return " ".join(lines)


def _join(block: str) -> str:
    lines = block.split("\n")
    full = [line.rstrip() for line in lines[:-1]]
    lengths = [len(line) for line in full]
    if min(lengths) < _SHORTEST or max(lengths) > _LONGEST or max(lengths) - min(lengths) > _RAGGED:
        return block
    if len(lines[-1].rstrip()) > max(lengths) + _RAGGED or any(map(_OPENS_LINE.match, lines[1:])):
        return block
    goes_on = any(line.lstrip()[:1].islower() for line in lines[1:])
    goes_on = goes_on or any(map(_BREAKS_OFF.search, full))
    if not goes_on or all(map(_ENDS_LINE.search, full)):
        return block
    return " ".join(lines)
