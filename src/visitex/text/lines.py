"""Cutting a text into lines as a reader sees them: trimmed, measured, hard wraps joined."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

_WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_SENTENCE_END = re.compile(r"[.!?\u2026\u3002\uff01\uff1f][\"')\]\u300d\u300f*]{0,3}$")
# A bracket behind the full stop names the agency or the reporter.
_FULL_STOP_END = re.compile(r"[.\u2026\u3002][\"')\]\u300d\u300f*]{0,3}(?:\s?\([^()]{1,40}\))?$")

_HEADING = re.compile(r"(#{1,6} +)(?=\S)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_][^*_]*[^\s*_]\1$)")

WRAP_WIDTH = 45
"""A line shorter than this, in columns, was not broken for want of room."""


class Line(msgspec.Struct, frozen=True):
    """A line without the white space around it, or several that belong to one paragraph.

    Attributes:
        start: offset of the first character.
        end: offset behind the last one.
        text: folded, with line breaks inside as spaces; ``len(text) == end - start``.
        raw: as ``text`` but not folded, to tell apart what folding unifies.
        gap: a blank line, or the start of the text, stands before it.
        width: in columns, where an ideograph takes two; counted up to 2,000 characters.
    """

    start: int
    end: int
    text: str
    raw: str
    gap: bool
    width: int

    @property
    def ends_sentence(self) -> bool:
        """Whether the last character, quotes and brackets aside, closes a sentence."""
        return bool(_SENTENCE_END.search(self.text[-8:]))

    @property
    def ends_in_stop(self) -> bool:
        """As :attr:`ends_sentence`, for the full stop alone, which headlines do not have."""
        return bool(_FULL_STOP_END.search(self.text[-50:]))


def width(text: str) -> int:
    """Return how many columns the beginning of the text takes: ideographs count twice."""
    head = text[:2000]
    return len(head) + len(_WIDE.findall(head))


def split(folded: str, raw: str) -> list[Line]:
    """Return the lines that hold anything, those of hard-wrapped paragraphs joined.

    Args:
        folded: the text as :func:`~visitex.text.normal.fold` gives it.
        raw: the same text, not folded; of the same length.
    """
    lines = _cut(folded, raw)
    return _join(lines, folded, raw) if _is_wrapped(lines) else lines


def _marks(text: str) -> int:
    """Return how many characters of Markdown stand in front of a line: "# ", "**"."""
    mark = _HEADING.match(text) or _EMPHASIS.match(text)
    return mark.end(1) if mark else 0


def _bare(text: str) -> str:
    """Return a line without the Markdown around it."""
    mark = _EMPHASIS.match(text)
    return text[mark.end(1) : -len(mark[1])] if mark else text[_marks(text) :]


def _cut(folded: str, raw: str) -> list[Line]:
    lines: list[Line] = []
    start, gap = 0, True
    for piece in folded.split("\n"):
        text = piece.strip()
        if text:
            begin = start + len(piece) - len(piece.lstrip()) + _marks(text)
            text = _bare(text)
            end = begin + len(text)
            lines.append(Line(begin, end, text, raw[begin:end], gap, width(text)))
        gap = not text
        start += len(piece) + 1
    return lines


def _runs_on(line: Line, following: Line) -> bool:
    """Tell whether a sentence goes on from one line into the next."""
    return (
        not following.gap
        and WRAP_WIDTH <= line.width <= 100
        and not line.ends_sentence
        and not line.text.endswith((":", "|"))
        and following.text[0].islower()
    )


def _is_wrapped(lines: list[Line]) -> bool:
    """Tell whether the text was broken at a fixed width: sentences often run on."""
    neighbours = [(one, two) for one, two in pairwise(lines) if not two.gap]
    running = sum(_runs_on(one, two) for one, two in neighbours)
    return running >= 3 and running * 4 >= len(neighbours)


def _join(lines: list[Line], folded: str, raw: str) -> list[Line]:
    """Join each full line with the next one where no blank line parts them."""
    full = sorted(line.width for line in lines)[len(lines) * 3 // 4] * 0.75
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if last and not line.gap and last.width >= full and not last.text.endswith("|"):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_whole(group, folded, raw) if len(group) > 1 else group[0] for group in groups]


def _whole(group: list[Line], folded: str, raw: str) -> Line:
    start, end = group[0].start, group[-1].end
    text = folded[start:end].replace("\n", " ")
    return Line(start, end, text, raw[start:end].replace("\n", " "), group[0].gap, width(text))
