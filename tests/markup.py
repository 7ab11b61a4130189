"""The training markup, read back: ``[PER Ann Lee]`` is a span in plain text."""

from __future__ import annotations

import re

SPAN = re.compile(r"\[([A-Z]+) ([^\[\]]*)\]")


def parse(marked):
    """Return plain text and (start, end, label) of its spans."""
    text, spans, cursor = "", [], 0
    for match in SPAN.finditer(marked):
        text += marked[cursor : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        cursor = match.end()
    return text + marked[cursor:], spans
