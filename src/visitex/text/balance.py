"""Brackets and quotation marks that a name opens it closes: no name ends between the two."""

from __future__ import annotations

_PAIRS = (("(", ")"), ("[", "]"), ("„", "“”"), ("«", "»"))


def balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of a name with its marks in pairs.

    A mark that closes right behind the name is taken in; else the name ends in front of the mark
    that has no partner: ``text[start:end]`` "Halle (Saale" grows by its bracket, and "Brigade“, so
    der Chef, „" is "Brigade" again.
    """
    for opening, closing in _PAIRS:
        start, end = _paired(text, start, end, opening, closing)
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _paired(text: str, start: int, end: int, opening: str, closing: str) -> tuple[int, int]:
    """Return the bounds without marks of one pair that stand alone."""
    if opening == "„" and "„" not in text:
        return start, end  # elsewhere "“" opens
    opened = -1
    for at in range(start, end):
        if text[at] == opening:
            opened = at
        elif text[at] in closing:
            if opened < 0:
                return (start, at) if at > start else (at + 1, end)
            opened = -1
    if opened < 0:
        return start, end
    if text[end : end + 1] and text[end] in closing:
        return start, end + 1
    return (start, opened) if opened > start else (opened + 1, end)
