"""Where the text says who led, received, visited: a pack's cue phrases, found in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from visitex.lang.pack import Cues
from visitex.text.normal import fold

_SHORT_FORM = "|".join(rf"(?<=\b(?-i:[A-Z]){tail})\." for tail in ("", r"\w", r"\w\w", r"\w\w\w"))
_GAP = rf"(?:(?:[^.;!?。；！？\n]|{_SHORT_FORM}|(?<=\d)\.){{0,160}}?)"
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"\w+")
_DOTLESS = str.maketrans("İı", "ii")

_ACTS = frozenset({"receive", "meet", "guide", "plan"})
_PASSIVE = frozenset({"received_by", "guided_by", "invited_by", "accompanied_by", "led_by"})
_NAMING = frozenset(
    {"delegation", "party", "party_of", "stay", "plan", "cancelled", "history", "other_visit"}
)
"""Cues that name somebody or set the scene: an act may be a part of them."""


class Cue(msgspec.Struct, frozen=True, order=True):
    """A cue at ``text[start:end]``; ``kind`` is the field of the pack that it stands in.

    ``inner`` is where the first part of a cue in two parts ends ("wurde von ... empfangen"), else
    ``end``: what the cue governs may stand between its parts.
    """

    start: int
    end: int
    kind: str
    inner: int


class _Tried:
    """Phrases that are looked for together; of those that match at one place the first counts.

    A phrase that begins with a word is tried where the text has that word, and nowhere else: what
    that costs grows with the words that are there and not with the phrases of the pack.
    """

    def __init__(self, kind: str, phrases: list[str]) -> None:
        self.kind = kind
        self._by_word: dict[str, list[tuple[int, str]]] = {}
        self._together: re.Pattern[str] | None = None
        if any(_HAN.search(phrase) or not _WORD.match(fold(phrase)) for phrase in phrases):
            self._together = re.compile("|".join(map(_phrase, phrases)), re.IGNORECASE)
            return
        for order, phrase in enumerate(phrases):
            word = _caseless(_WORD.findall(fold(phrase))[0])
            self._by_word.setdefault(word, []).append((order, _phrase(phrase)))

    def find(self, folded: str, words: dict[str, list[int]]) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, as one expression of all phrases would find them.

        Args:
            folded: the text.
            words: where each of its words stands, without regard to case.
        """
        if self._together is not None:
            yield from self._together.finditer(folded)
            return
        places = [
            (start, order, pattern)
            for word in self._by_word.keys() & words.keys()
            for order, pattern in self._by_word[word]
            for start in words[word]
        ]
        behind = 0
        for start, _, pattern in sorted(places):
            if start >= behind and (match := _compiled(pattern).match(folded, start)):
                # A gap may hold where the cue really begins: "von ihm, von A begrüßt".
                behind = match.end(match.lastindex) if match.lastindex else match.end()
                yield match


class CueFinder:
    """All cue phrases of a pack: the whole ones of a kind together, each parted one by itself."""

    def __init__(self, cues: Cues) -> None:
        self._tried = [
            _Tried(kind, phrases)
            for kind in cues.__struct_fields__
            for phrases in _together(getattr(cues, kind))
        ]

    def find(self, text: str) -> list[Cue]:
        """Return the cues of a text in order; longer ones of a kind win over shorter."""
        return _own_right(_outermost(_closest(_own_heads(list(self._find(fold(text)))))))

    def _find(self, folded: str) -> Iterator[Cue]:
        words: dict[str, list[int]] = {}
        for word in _WORD.finditer(folded):
            words.setdefault(_caseless(word.group()), []).append(word.start())
        for tried in self._tried:
            for match in tried.find(folded, words):
                inner = match.end(match.lastindex) if match.lastindex else match.end()
                yield Cue(match.start(), match.end(), tried.kind, inner)


def _own_heads(cues: list[Cue]) -> list[Cue]:
    """Drop cues in two parts whose first is but the end of another: "unter Leitung von A ... begrüßt"."""
    whole: dict[int, int] = {}
    for cue in cues:
        if cue.inner == cue.end and cue.kind in _PASSIVE:
            whole[cue.end] = min(cue.start, whole.get(cue.end, cue.start))
    return [
        cue for cue in cues if cue.inner == cue.end or whole.get(cue.inner, cue.start) >= cue.start
    ]


def _closest(cues: list[Cue]) -> list[Cue]:
    """Of cues in two parts with one end, keep that with the longest first part.

    "unter Leitung von A wurde von B empfangen": "wurde von ... empfangen", not "von ... empfangen".
    """
    first: dict[tuple[int, str], int] = {}
    for cue in cues:
        if cue.inner < cue.end:
            first[cue.end, cue.kind] = max(first.get((cue.end, cue.kind), 0), cue.inner - cue.start)
    return [
        cue
        for cue in cues
        if cue.inner == cue.end or cue.inner - cue.start == first[cue.end, cue.kind]
    ]


def _outermost(cues: list[Cue]) -> list[Cue]:
    """Drop cues that lie inside a longer one of their kind: "empfangen" of "hat ... empfangen"."""
    ends: dict[str, int] = {}
    kept = []
    for cue in sorted(cues, key=lambda cue: (cue.start, -cue.end)):
        if cue.end > ends.get(cue.kind, -1):
            ends[cue.kind] = cue.end
            kept.append(cue)
    return sorted(kept)


def _own_right(cues: list[Cue]) -> list[Cue]:
    """Drop acts that are but a part of another cue: "invite" of "at the invitation of".

    "参加会见" is no "会见" by its subject. What stands in the gap of a cue in two parts stays.
    """
    others = [cue for cue in cues if cue.kind not in _NAMING]
    heads = [(cue.start, cue.inner) for cue in others]
    ends = {cue.end: cue.start for cue in others if cue.inner < cue.end and cue.kind in _PASSIVE}
    return [cue for cue in cues if cue.kind not in _ACTS or not _part_of(cue, heads, ends)]


def _part_of(cue: Cue, heads: list[tuple[int, int]], ends: dict[int, int]) -> bool:
    held = any(
        start <= cue.start and cue.end <= end and end - start > cue.end - cue.start
        for start, end in heads
    )
    return held or ends.get(cue.end, cue.start) < cue.start


def _together(phrases: list[str]) -> Iterator[list[str]]:
    """Yield the whole phrases as one list, then each parted one; longer ones come first."""
    ordered = sorted(phrases, key=len, reverse=True)
    if whole := [phrase for phrase in ordered if "..." not in phrase]:
        yield whole
    yield from ([phrase] for phrase in ordered if "..." in phrase)


def _caseless(text: str) -> str:
    """Return a word so that two are equal if ``re.IGNORECASE`` takes them for one."""
    return text.translate(_DOTLESS).casefold()


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _phrase(phrase: str) -> str:
    """Turn a phrase into an expression: spaces stretch, "..." spans words of one clause."""
    first, *rest = (r"\s+".join(map(re.escape, fold(part).split())) for part in phrase.split("..."))
    left, right, gap = (
        ("", "", _GAP) if _HAN.search(phrase) else (r"(?<!\w)", r"(?!\w)", rf"\b{_GAP}\b")
    )
    right = right if phrase[-1].isalnum() else ""
    if not rest:
        return left + first + right
    return f"{left}({first}){gap}{gap.join(rest)}{right}"
