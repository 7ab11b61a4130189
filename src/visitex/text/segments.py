"""Items of a line that is a bar: separated by bars, dots, arrows, brackets or wide gaps."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from visitex.text.lines import Line
from visitex.text.patterns import Patterns

What = Literal["date", "button", "counter", "section", "release", "text"]

_CUTS = re.compile(
    r"\s*[|\u00a6\u2502\u00b7\u2022\u203a\u2039\u2192\u00bb\[\]\u3010\u3011]\s*|\s*>{1,2}\s*|\t\s*|\s{2,}|\s[/+]\s|\s[-\u2013\u2014]\s"
)
_ARROWS = re.compile(r"\s[>\u203a\u00bb\u2192]{1,2}\s|\S[>\u203a\u00bb]\S")
_NUMBER = re.compile(r"[\d.,]+")
_EDGE = " \t.,:;()*\u00a9\"'!-\u2013"


class Segment(msgspec.Struct, frozen=True):
    """An item of a bar by offsets into the line, and what it is."""

    start: int
    end: int
    text: str
    what: What


def segments(line: Line, patterns: Patterns) -> list[Segment]:
    """Return the items of the line; a line without separators is one item."""
    # Quotes may enclose («so»); only an arrow that nothing opens is a separator.
    raw = line.raw.replace("\u00bb", '"') if "\u00ab" in line.raw else line.raw
    found: list[Segment] = []
    start = 0
    for cut in [*_CUTS.finditer(raw), None]:
        end = cut.start() if cut else len(raw)
        text = line.text[start:end]
        if text.strip(_EDGE):
            found.append(Segment(start, end, text, _what(text, patterns)))
        start = cut.end() if cut else end
    return found


def has_arrows(line: Line) -> bool:
    """Tell whether arrows part the line, as in a trail of navigation."""
    return bool(_ARROWS.search(line.raw)) and "\u00ab" not in line.raw


def _what(text: str, patterns: Patterns) -> What:
    bare = text.strip(_EDGE)
    if len(bare) > 90:
        return "text"
    if _all_of(bare, patterns, counters=False):
        return "section" if patterns.section.fullmatch(bare) else "button"
    if _all_of(bare, patterns, counters=True):
        return "counter"
    if patterns.section.fullmatch(bare):
        return "section"
    date = patterns.dates.find(bare, short=False)
    if date and date[1] - date[0] >= len(bare) - 3:
        return "date"
    return "release" if is_release(bare, patterns) else "text"


def is_release(text: str, patterns: Patterns) -> bool:
    """Tell whether the text marks a press release or the number of an issue."""
    mark = patterns.release.match(text)
    number = patterns.issue.search(text)
    if mark and len(text) - mark.end() <= 3:
        return True
    return bool(
        number and (mark or number.end() - number.start() >= len(text) - 24) and len(text) < 70
    )


def _all_of(text: str, patterns: Patterns, *, counters: bool) -> bool:
    """Tell whether the text is a row of buttons or, with ``counters``, of counted things."""
    place, counted = 0, False
    while place < len(text):
        match = patterns.button.match(text, place)
        if counters:
            count = patterns.counter.match(text, place)
            match = count or _NUMBER.match(text, place) or match
            counted = counted or count is not None
        if match is None or match.end() == place:
            return False
        place = match.end()
        while place < len(text) and not text[place].isalnum() and text[place] not in "+-":
            place += 1
    return counted or not counters
