"""Where the text says who led, received, visited: a pack's cue phrases, found in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from visitex.lang.pack import Cues
from visitex.text.normal import fold

_GAP = r"(?:[^.;!?\n]{0,80}?)"
_HAN = re.compile(r"[\u3400-\u9fff]")


class Cue(msgspec.Struct, frozen=True, order=True):
    """A cue at ``text[start:end]``; ``kind`` is the field of the pack that it stands in."""

    start: int
    end: int
    kind: str


class CueFinder:
    """All cue phrases of a pack, compiled to one expression a kind."""

    def __init__(self, cues: Cues) -> None:
        self._patterns = {
            field: _compile(getattr(cues, field))
            for field in cues.__struct_fields__
            if getattr(cues, field)
        }

    def find(self, text: str) -> list[Cue]:
        """Return the cues of a text in order; longer ones of a kind win over shorter."""
        folded = fold(text)
        return sorted(self._find(folded))

    def _find(self, folded: str) -> Iterator[Cue]:
        for kind, pattern in self._patterns.items():
            for match in pattern.finditer(folded):
                yield Cue(match.start(), match.end(), kind)


def _compile(phrases: list[str]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(map(_phrase, ordered)), re.IGNORECASE)


def _phrase(phrase: str) -> str:
    """Turn a phrase into an expression: spaces stretch, "..." spans words of one clause."""
    parts = [
        r"\s+".join(map(re.escape, fold(part).split())) for part in phrase.split("...")
    ]
    if _HAN.search(phrase):
        return _GAP.join(parts)
    return r"(?<!\w)" + rf"\b{_GAP}\b".join(parts) + r"(?!\w)"
