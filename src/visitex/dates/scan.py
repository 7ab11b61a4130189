"""Text to runs: stretches of neighbouring tokens that are all known to the date lexicon.

An unknown word ends a run, and so does a paragraph. Most runs are a lone "of" or "the" and are
dropped at once; only a run with a month, a year, a relative word or the like goes to the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from visitex.dates.vocabulary import CAPITAL, MONEY, STOP, UNKNOWN, Entry, Node, Vocabulary

Token = tuple[int, int, Entry]

# A line that goes on for this many characters was probably wrapped, so a date may cross its end.
_WRAPPED_LINE = 45
# Texts are scanned in windows, so that memory stays small however long the text is.
_WINDOW = 1 << 16
_MONEY = frozenset("$€£¥₽₫%#№§°+=×*^@")


class Run:
    """Neighbouring tokens, and their symbols between a symbol for what stands on either side."""

    __slots__ = ("symbols", "tokens")

    def __init__(self, tokens: list[Token], before: str, after: str) -> None:
        self.tokens = tokens
        self.symbols = before + "".join(token[2].symbol for token in tokens) + after


def find_runs(text: str, vocabulary: Vocabulary) -> Iterator[Run]:
    """Yield the runs of a text that may hold a date, in the order of the text."""
    start = 0
    while start < len(text):
        end = _window_end(text, start)
        yield from _runs_between(text, start, end, vocabulary)
        start = end


def _window_end(text: str, start: int) -> int:
    """Cut at the last line break of the window, else at a space, else anywhere."""
    end = start + _WINDOW
    if end >= len(text):
        return len(text)
    for mark in ("\n", " "):
        cut = text.rfind(mark, start + _WINDOW // 2, end)
        if cut >= 0:
            return cut + 1
    return end


def _runs_between(text: str, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Run]:
    matches = list(vocabulary.token.finditer(text, start, end))
    lookup = vocabulary.nodes.get
    tokens: list[Token] = []
    before, anchored, line_start = STOP, False, start
    index, count = 0, len(matches)
    while index < count:
        match = matches[index]
        surface = match.group()
        node = lookup(surface)
        if node is not None:
            taken, entries = _longest(node, matches, index + 1)
            if entries:
                _append(tokens, match.start(), matches[index + taken].end(), entries)
                anchored = anchored or any(entry.anchor for *_, entry in entries)
                index += taken + 1
                continue
        index += 1
        pieces = _numbers(match, vocabulary)
        if pieces:
            tokens += pieces
            anchored = anchored or any(entry.anchor for *_, entry in pieces)
            continue
        if surface == "\n":
            wrapped = match.start() - line_start >= _WRAPPED_LINE
            line_start = match.end()
            if wrapped:
                continue
        after = _outside(surface)
        if anchored:
            yield Run(tokens, before, after)
        if tokens:
            tokens = []
            anchored = False
        before = after
    if anchored:
        yield Run(tokens, before, STOP)


def _append(
    tokens: list[Token], start: int, end: int, entries: tuple[tuple[int, int, Entry], ...]
) -> None:
    for first, last, entry in entries:
        tokens.append((start + first, end if last < 0 else start + last, entry))


def _longest(
    node: Node, matches: list[re.Match[str]], index: int
) -> tuple[int, tuple[tuple[int, int, Entry], ...]]:
    """Follow the tree of phrases as far as the text goes; return words taken and the entries."""
    best, entries, taken = 0, node.entries, 0
    while node.children and index < len(matches):
        following = node.children.get(matches[index].group().lower())
        if following is None:
            break
        node, index, taken = following, index + 1, taken + 1
        if node.entries:
            best, entries = taken, node.entries
    return best, entries


def _numbers(match: re.Match[str], vocabulary: Vocabulary) -> list[Token]:
    """Return the tokens of a chunk of digits; none for a word."""
    chunk = match.group(1)
    start = match.start()
    if chunk is None and not vocabulary.reads_cjk_numbers:
        return []
    pieces = vocabulary.number(chunk, match.group(2)) if chunk else vocabulary.cjk(match.group())
    return [(start + first, start + last, entry) for first, last, entry in pieces]


def _outside(surface: str) -> str:
    first = surface[0]
    if first.isalpha():
        return CAPITAL if first.isupper() else UNKNOWN
    return MONEY if first in _MONEY or first.isdigit() else STOP
