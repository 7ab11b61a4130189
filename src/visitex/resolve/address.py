"""Forms of address beside a name: "Frau Dr. X", "đồng chí X", "X先生"."""

from __future__ import annotations

from visitex.lang.pack import Names

_REACH = 60
_LONGEST = 4
"""Words of one form of address: "đại úy chuyên nghiệp"."""


def honorific_of(
    text: str, start: int, end: int, names: Names, *, small: bool = False
) -> str | None:
    """Return the forms of address that stand at the name ``text[start:end]``, or None.

    With ``small`` they count in lower case too.
    """
    if names.honorifics_follow:
        return _behind(text, end, names)
    return _before(text, start, names, small=small)


def _behind(text: str, end: int, names: Names) -> str | None:
    """Return the longest form of address right behind a name."""
    found = [word for word in names.honorifics if text.startswith(word, end)]
    return max(found, key=len, default=None)


def _before(text: str, start: int, names: Names, *, small: bool) -> str | None:
    """Return the honorifics right in front of a name, as they stand."""
    if text[start - 1 : start] != " ":
        return None
    known = {word.lower() for word in names.honorifics}
    before = text[max(0, start - _REACH) : start].rpartition("\n")[2].split(" ")[:-1]
    taken: list[str] = []
    while before:
        length = _length(before, known, small=small)
        if not length:
            break
        taken[:0] = [word.strip("(,") for word in before[-length:]]
        del before[-length:]
    return " ".join(taken) or None


def _length(before: list[str], known: set[str], *, small: bool) -> int:
    """Return how many of the last words make one form of address."""
    for length in range(min(_LONGEST if small else 1, len(before)), 0, -1):
        form = " ".join(word.strip("(,") for word in before[-length:])
        if form.lower() in known and (small or form[:1].isupper() or "." in form):
            return length
    return 0
