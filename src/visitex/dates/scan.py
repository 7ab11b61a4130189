"""Text to runs: stretches of neighbouring tokens that are all known to the date lexicon.

An unknown word ends a run, and so does a paragraph. Most stretches of known tokens are a lone "of"
or "the"; only those around a month, a year, a relative word or the like are looked at, and go to the
grammar. The work on every word of a text is left to the built-in `split` and to one comprehension.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from visitex.dates.vocabulary import CAPITAL, MONEY, STOP, UNKNOWN, Entry, Vocabulary

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


class _Page:
    """The tokens of a window: what they read, and where they lie in the text."""

    def __init__(self, text: str, start: int, end: int, vocabulary: Vocabulary) -> None:
        # what lies between the tokens and the tokens themselves, by turns
        pieces = vocabulary.cuts.split(text[start:end])
        self.text = text
        self.surfaces = pieces[1::2]
        self._offsets = list(accumulate(map(len, pieces), initial=start))
        self._vocabulary = vocabulary

    def start(self, index: int) -> int:
        """Return where a token begins."""
        return self._offsets[2 * index + 1]

    def end(self, index: int) -> int:
        """Return where a token ends."""
        return self._offsets[2 * index + 2]

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Yield the longest stretches of tokens that runs may lie in, each around an anchor."""
        surfaces, digits = self.surfaces, self._vocabulary.digits
        anchors, inner = self._vocabulary.anchoring, self._vocabulary.inner
        plain, behind = self._vocabulary.longest_plain, 0
        for hit in [
            n
            for n, word in enumerate(surfaces)
            if word in anchors or (len(word) > plain and word[0] in digits)
        ]:
            if hit < behind:
                continue
            first = hit
            while first > behind and ((w := surfaces[first - 1]) in inner or w[0] in digits):
                first -= 1
            behind = hit + 1
            while behind < len(surfaces) and ((w := surfaces[behind]) in inner or w[0] in digits):
                behind += 1
            yield first, behind

    def read(self, index: int) -> tuple[int, list[Token]]:
        """Return the tokens of the longest phrase at a place, and the place behind it."""
        start, node = self.start(index), self._vocabulary.nodes.get(self.surfaces[index])
        if node is not None:
            behind, entries, place = index + 1, node.entries, index + 1
            while node.children and place < len(self.surfaces):
                following = node.children.get(self.surfaces[place].lower())
                if following is None:
                    break
                node, place = following, place + 1
                if node.entries:
                    behind, entries = place, node.entries
            if entries:
                end = self.end(behind - 1)
                # a last offset of -1 is the end of the phrase
                return behind, [(start + a, end if b < 0 else start + b, e) for a, b, e in entries]
        surface = self.surfaces[index]
        if surface[0] not in self._vocabulary.digits:
            return index, []
        pieces = self._vocabulary.number(surface)
        return index + 1, [(start + a, start + b, entry) for a, b, entry in pieces]

    def goes_on(self, index: int) -> bool:
        """Tell whether the token is the end of a line that was probably wrapped."""
        if index >= len(self.surfaces) or self.surfaces[index] != "\n":
            return False
        place = self.start(index)
        first = place - _WRAPPED_LINE
        return first >= 0 and self.text.find("\n", first, place) < 0

    def outside(self, index: int) -> str:
        """Return the symbol for a token that is no part of a run."""
        if not 0 <= index < len(self.surfaces):
            return STOP
        first = self.surfaces[index][0]
        if first.isalpha():
            return CAPITAL if first.isupper() else UNKNOWN
        return MONEY if first in _MONEY or first.isdigit() else STOP


def _runs_between(text: str, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Run]:
    page = _Page(text, start, end, vocabulary)
    for first, behind in page.stretches():
        yield from _runs_of(page, first, behind)


def _runs_of(page: _Page, first: int, last: int) -> Iterator[Run]:
    """Yield the runs with an anchor that lie in a stretch of tokens."""
    tokens: list[Token] = []
    opened, anchored, place = first, False, first
    while place < last:
        behind, known = page.read(place)
        if known:
            if not tokens:
                opened = place
            tokens += known
            anchored = anchored or any(token[2].anchor for token in known)
            place = behind
            continue
        if page.goes_on(place):
            place += 1
            continue
        if anchored:
            yield Run(tokens, page.outside(opened - 1), page.outside(place))
        tokens, anchored = [], False
        place += 1
    if anchored:
        yield Run(tokens, page.outside(opened - 1), page.outside(place))
