"""Captions: text that belongs to a picture and stands beside it."""

from __future__ import annotations

import re
from itertools import pairwise

from visitex.text.blocks import Block, Found, shifted
from visitex.text.furniture import read_fields
from visitex.text.patterns import Patterns

_IMAGE = re.compile(r"\W{0,2}!\[|<img\b|\[(?:image|img|photo)\b", re.IGNORECASE)
_CELL = re.compile(r"\|\s*[^|]{1,1500}\|?|[^|]{1,1500}\s\|")
_EMPHASIS = re.compile(r"([*_]{1,3})(?=\S)[^*_]{1,600}\1")
_CREDIT_END = re.compile(r"\([^()]{2,80}\)\.?$|[.!?\"]\s[^.!?]{2,80}$")

LONGEST = 260
"""Columns: a longer paragraph is running text even if a photographer is named at its end."""


def captions_by_pictures(blocks: list[Block]) -> None:
    """Mark the cell or emphasised line that follows a picture as its caption."""
    for picture, block in pairwise(blocks):
        if picture.kind != "caption" or not _IMAGE.match(picture.line.text):
            continue
        text = block.line.text
        if len(text) <= 1500 and (_CELL.fullmatch(text) or _EMPHASIS.fullmatch(text)):
            block.take(Found(kind="caption"))
            block.prose = False


def captions_by_credit(blocks: list[Block], patterns: Patterns) -> None:
    """Mark a short paragraph between others as a caption when a photographer ends it."""
    # The first and the last paragraph are never captions: there the name belongs to the report.
    prose = [index for index, block in enumerate(blocks) if block.prose]
    outer = {*prose[:1], *prose[-1:]}
    for index, block in enumerate(blocks[: max(prose, default=0)]):
        if block.kind is not None or index in outer:
            continue
        text = block.line.text
        if block.line.width > LONGEST:
            continue
        if _CREDIT_END.search(text[-100:]) and _ends_in_credit(text, patterns):
            block.take(Found(kind="caption"))
            block.prose = False


def _ends_in_credit(text: str, patterns: Patterns) -> bool:
    fields = patterns.fields(text)
    bracket = re.search(r"\(([^()]{2,80})\)\.?$", text)
    named = bool(bracket and patterns.is_credit(bracket.group(1)))
    return named or bool(fields and fields[-1].role == "credit" and fields[-1].start > 0)


def credits_in(block: Block, patterns: Patterns) -> Found:
    """Return the caption with the names of photographers inside as ``credit``."""
    line = block.line
    inner = [
        shifted(line, "credit", match.start(), match.end())
        for match in re.finditer(r"\(([^()\n]{2,80})\)", line.text)
        if patterns.is_credit(match.group(1))
    ]
    if not inner:
        fields = [
            field
            for field in patterns.fields(line.text[:600])
            if field.role == "credit" and field.start > 0
        ]
        return read_fields(line, fields, "caption", patterns)
    return Found(kind="caption", inner=tuple(inner))
