"""Words of several tokens: scripts without spaces, and languages written in syllables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from visitex.lang.lexicon import Kind, Lexicon
from visitex.text.normal import fold

Words = tuple[Sequence[Kind], Sequence[int]]
"""For each token: what the word that it belongs to can be, and the index of that word's start."""


class WordFinder:
    """Tells for each token what it can be: by the longest word around it, else by its own form.

    Where the pack has no words of several tokens, it is the lexicon's single look-up.
    """

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._kinds: dict[int, Kind] = {}
        groups: dict[Kind, list[str]] = {}
        for word, kind in lexicon.phrases().items():
            groups.setdefault(kind, []).append(fold(word))
        for kind, words in groups.items():
            key = str(int(kind))
            self._matcher.add(key, [nlp.make_doc(word) for word in words])
            self._kinds[nlp.vocab.strings[key]] = kind
        self._last: tuple[Doc | None, Words] = (None, ([], []))

    @property
    def whole(self) -> bool:
        """Tell whether a token is a word, as in most languages."""
        return not self._kinds

    def kind(self, doc: Doc, i: int) -> Kind:
        """Return everything that the word at token ``i`` can be."""
        return self._of(doc)[0][i] if self._kinds else self._lexicon.kind(doc[i].text)

    def start(self, doc: Doc, i: int) -> int:
        """Return the index of the first token of the word that token ``i`` belongs to."""
        return self._of(doc)[1][i] if self._kinds else i

    def end(self, doc: Doc, i: int) -> int:
        """Return the index behind the word that token ``i`` belongs to."""
        first = self.start(doc, i)
        i += 1
        while i < len(doc) and self.start(doc, i) == first:
            i += 1
        return i

    def _of(self, doc: Doc) -> Words:
        """Return the words of a doc; those of the last one are kept."""
        last, words = self._last
        if last is not doc:
            words = self._find(doc)
            self._last = (doc, words)
        return words

    def _find(self, doc: Doc) -> Words:
        """Take the longest words first; one in which an entity begins comes last."""
        kinds = [self._lexicon.kind(token.text) for token in doc]
        starts = list(range(len(doc)))
        taken = bytearray(len(doc))
        matches = [
            (_cuts(doc, first, end), first - end, first, key)
            for key, first, end in self._matcher(doc)
        ]
        for _, length, first, key in sorted(matches):
            end = first - length
            if 1 in taken[first:end]:
                continue
            taken[first:end] = b"\x01" * -length
            kinds[first:end] = [self._kinds[key]] * -length
            starts[first:end] = [first] * -length
        return kinds, starts


def _cuts(doc: Doc, start: int, end: int) -> bool:
    """Say whether an entity begins between the tokens of a stretch."""
    return any(doc[i].ent_iob_ == "B" for i in range(start + 1, end))


def place_before_family(doc: Doc, start: int, end: int, lexicon: Lexicon) -> int:
    """Return how many tokens of "Vĩnh Châu Thạch Thị Sô Phia" name a place, before a family name."""
    for cut in range(start + 1, min(start + 4, end - 1)):
        if doc[cut].text in lexicon.family_first and names_place(doc, start, cut, lexicon):
            return cut - start
    return 0


def names_place(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a stretch is a territory, or is called a place elsewhere in the text."""
    text = doc[start:end].text
    known = lexicon.territory(text)
    return bool(known) or any(e.label_ == "LOC" and e.text == text for e in doc.ents)


@lru_cache(maxsize=2)
def words_of(nlp: Language, lexicon: Lexicon) -> WordFinder:
    """Return the word finder that the components of one pipeline share."""
    return WordFinder(nlp, lexicon)
