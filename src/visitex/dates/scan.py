"""Text to runs: stretches of neighbouring tokens that are all known to the date lexicon.

An unknown word ends a run, and so does a paragraph. Most runs are a lone "of" or "the" and are
dropped at once; only a run with a month, a year, a relative word or the like goes to the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from visitex.dates.vocabulary import CAPITAL, MONEY, STOP, UNKNOWN, Entry, Node, Vocabulary

Token = tuple[int, int, Entry]
Entries = tuple[tuple[int, int, Entry], ...]

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
    lookup, may_count = vocabulary.nodes.get, vocabulary.reads_cjk_numbers
    tokens: list[Token] = []
    opened, anchored, line_start, resume = 0, False, start, 0
    for index, match in enumerate(matches):
        if index < resume:
            continue
        surface = match.group()
        node = lookup(surface)
        known: Sequence[Token] = ()
        if node is not None:
            resume, known = (
                _longest(node, matches, index)
                if node.children
                else (index + 1, _placed(node.entries, match.start(), match.end()))
            )
        if not known and (match.lastindex or may_count):
            known = _numbers(match, vocabulary)
        if known:
            if not tokens:
                opened = index
            tokens += known
            anchored = anchored or any(token[2].anchor for token in known)
            continue
        if surface == "\n":
            wrapped = match.start() - line_start >= _WRAPPED_LINE
            line_start = match.end()
            if wrapped:
                continue
        if tokens:
            if anchored:
                yield Run(tokens, _before(matches, opened), _outside(surface))
                anchored = False
            tokens = []
    if anchored:
        yield Run(tokens, _before(matches, opened), STOP)


def _before(matches: list[re.Match[str]], opened: int) -> str:
    return _outside(matches[opened - 1].group()) if opened else STOP


def _placed(entries: Entries, start: int, end: int) -> list[Token]:
    """Return the tokens of a phrase that lies at some offsets; a last offset of -1 is its end."""
    return [(start + a, end if b < 0 else start + b, entry) for a, b, entry in entries]


def _longest(node: Node, matches: list[re.Match[str]], index: int) -> tuple[int, list[Token]]:
    """Follow the tree of phrases as far as the text goes; return where to go on, and the tokens."""
    start = matches[index].start()
    behind, entries, place = index + 1, node.entries, index + 1
    while node.children and place < len(matches):
        following = node.children.get(matches[place].group().lower())
        if following is None:
            break
        node, place = following, place + 1
        if node.entries:
            behind, entries = place, node.entries
    return behind, _placed(entries, start, matches[behind - 1].end())


def _numbers(match: re.Match[str], vocabulary: Vocabulary) -> list[Token]:
    """Return the tokens of a chunk of digits; none for a word."""
    chunk, start = match.group(1), match.start()
    pieces = vocabulary.number(chunk, match.group(2)) if chunk else vocabulary.cjk(match.group())
    return [(start + first, start + last, entry) for first, last, entry in pieces]


def _outside(surface: str) -> str:
    first = surface[0]
    if first.isalpha():
        return CAPITAL if first.isupper() else UNKNOWN
    return MONEY if first in _MONEY or first.isdigit() else STOP
