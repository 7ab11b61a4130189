"""``visitex_sentences``: sentence starts by line breaks, sentence marks and known abbreviations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Token

from visitex.lang.load import load_pack
from visitex.lang.pack import Pack

_MARKS = frozenset(".!?…。！？")
_CLOSERS = frozenset("\"'”’»)]」』）“")


@Language.factory("visitex_sentences", default_config={"language": "en", "packs": []})
def create(nlp: Language, name: str, language: str, packs: list[str]) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """Make the component; ``language`` names the pack whose abbreviations it knows."""
    return Sentences(load_pack(language, tuple(packs)))


class Sentences:
    """Sets ``is_sent_start`` on every token.

    A line break always parts sentences: pages put headings, captions and list items on lines of
    their own, mostly without a full stop.
    """

    def __init__(self, pack: Pack) -> None:
        self._ordinals = pack.writing.ordinal_stop
        honorifics = {word.rstrip(".") + "." for word in pack.names.honorifics}
        self._abbreviations = honorifics | set(pack.writing.abbreviations)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sentence starts of ``doc`` and return it."""
        starts = np.full(len(doc), -1, dtype=np.int32)
        closed = True
        for token in doc:
            if closed or (token.i > 0 and self._starts(doc, token, starts)):
                starts[token.i] = 1
            closed = "\n" in token.text
        # Token by token, spaCy would look through the whole text at each assignment.
        column: Any = starts.astype(np.uint64).reshape(-1, 1)
        return doc.from_array([SENT_START], column)

    def _starts(self, doc: Doc, token: Token, starts: npt.NDArray[np.int32]) -> bool:
        """Say whether the tokens before ``token`` end a sentence and it can begin one."""
        if token.is_space or token.text in _CLOSERS or token.text[0].islower():
            return False
        last = token.i - 1
        while last >= 0 and (doc[last].is_space or doc[last].text in _CLOSERS):
            last -= 1
        if last < 0 or doc[last].text[-1] not in _MARKS or not _spaced(doc, last, token.i):
            return False
        return not self._abbreviated(doc, last, starts)

    def _abbreviated(self, doc: Doc, last: int, starts: npt.NDArray[np.int32]) -> bool:
        """Say whether the full stop at ``last`` belongs to a short form, an initial or a number."""
        word = doc[last].text
        if word == "." and last:
            word = doc[last - 1].text + "."
            if doc[last - 1].whitespace_:
                return False
        if word[-1] != "." or len(word) < 2:
            return False
        stem = word[:-1]
        if word in self._abbreviations or (
            stem.isalpha() and (len(stem) == 1 or (len(stem) == 2 and stem[0].isupper()))
        ):
            return True
        if "." in stem:
            return len(stem) <= 4
        numbered = self._ordinals or doc[last].text != "." or starts[last - 1] == 1
        return stem.isdigit() and len(stem) <= 2 and bool(numbered)


def _spaced(doc: Doc, last: int, start: int) -> bool:
    """Say whether white space follows the mark, or the mark is one of a script without spaces."""
    if doc[last].text[-1] in "。！？":
        return True
    return any(doc[i].whitespace_ or doc[i].is_space for i in range(last, start))
