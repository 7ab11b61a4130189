"""Where the text says who led, received, visited: a pack's cue phrases, found in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

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


class _Phrase(msgspec.Struct, frozen=True):
    """A phrase of a pack: its kind, its place in the order, and the words that a text must have."""

    kind: str
    parted: bool
    order: int
    pattern: str
    words: frozenset[str]
    pieces: tuple[str, ...]


class CueFinder:
    """All cue phrases of a pack. Of the many only those are tried whose words are in the text."""

    def __init__(self, cues: Cues) -> None:
        phrases = [phrase for field in cues.__struct_fields__ for phrase in _ordered(cues, field)]
        self._by_word: dict[str, list[_Phrase]] = {}
        self._by_piece: list[_Phrase] = []
        for number, (kind, phrase) in enumerate(phrases):
            made = _made(kind, phrase, number)
            if made.words:
                self._by_word.setdefault(min(made.words, key=_rarest), []).append(made)
            else:
                self._by_piece.append(made)

    def find(self, text: str) -> list[Cue]:
        """Return the cues of a text in order; longer ones of a kind win over shorter."""
        return _own_right(_outermost(_closest(list(self._find(fold(text))))))

    def _find(self, folded: str) -> Iterator[Cue]:
        for kind, pattern in self._patterns(folded):
            for match in _compiled(pattern).finditer(folded):
                inner = match.end(match.lastindex) if match.lastindex else match.end()
                yield Cue(match.start(), match.end(), kind, inner)

    def _patterns(self, folded: str) -> Iterator[tuple[str, str]]:
        """Yield the expressions that a text can match, in their order: whole ones as one."""
        words = frozenset(map(_caseless, _WORD.findall(folded)))
        caseless = _caseless(folded)
        found = [
            phrase
            for word in words & self._by_word.keys()
            for phrase in self._by_word[word]
            if phrase.words <= words
        ]
        found += [p for p in self._by_piece if all(piece in caseless for piece in p.pieces)]
        found.sort(key=lambda phrase: phrase.order)
        for (kind, parted), group in groupby(found, key=lambda phrase: (phrase.kind, phrase.parted)):
            patterns = [phrase.pattern for phrase in group]
            yield from ((kind, p) for p in (patterns if parted else ["|".join(patterns)]))


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


def _ordered(cues: Cues, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the phrases of a kind as they are tried: whole ones first, the longest first."""
    phrases = sorted(getattr(cues, kind), key=lambda phrase: ("..." in phrase, -len(phrase)))
    return ((kind, phrase) for phrase in phrases)


def _made(kind: str, phrase: str, order: int) -> _Phrase:
    """Compile nothing yet: note what a text must have for the phrase to be in it.

    Words stand by themselves in a text, but in Han script, where pieces of it are looked for.
    """
    pieces = [piece for part in phrase.split("...") for piece in _caseless(fold(part)).split()]
    words = [] if _HAN.search(phrase) else _WORD.findall(fold(phrase))
    return _Phrase(
        kind=kind,
        parted="..." in phrase,
        order=order,
        pattern=_phrase(phrase),
        words=frozenset(map(_caseless, words)),
        pieces=tuple(pieces),
    )


def _caseless(text: str) -> str:
    """Return text so that two letters are one if ``re.IGNORECASE`` takes them for one."""
    return text.translate(_DOTLESS).casefold()


def _rarest(word: str) -> tuple[int, str]:
    """Order the words of a phrase: the longest is in the fewest texts."""
    return -len(word), word


@lru_cache(maxsize=4096)
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
