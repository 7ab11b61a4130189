"""Edges of titles where nouns are declined: what stands in the genitive behind an office."""

from __future__ import annotations

from spacy.tokens import Doc

from visitex.lang.declension import adjective_readings
from visitex.lang.lexicon import Kind, Lexicon
from visitex.nlp.tokens import is_name_word
from visitex.nlp.words import WordFinder


class CasedTitles:
    """Tells where a title ends in front of a place, a body or a name; elsewhere it changes nothing."""

    def __init__(self, lexicon: Lexicon, words: WordFinder) -> None:
        self._lexicon = lexicon
        self._words = words
        self._epithets = tuple(lexicon.pack.inflection.epithets)
        self._sees = frozenset(lexicon.pack.titles.sees)
        self.applies = bool(lexicon.pack.inflection.genitives)

    def cut(self, doc: Doc, start: int, end: int) -> int:
        """Return the end in front of a place or body that follows in the genitive.

        A body stays if nothing goes on with its name: "szef organizacji zakładowej Jan Kos".
        """
        head = next((i for i in range(start, end) if self._is(doc, i, Kind.TITLE)), start)
        goes_on = end < len(doc) and (
            (is_name_word(doc[end]) and doc[end].ent_type_ not in {"PER", "TITLE"})
            or self._is(doc, end, Kind.PLACE_KIND)
        )
        owner = Kind.PLACE_KIND | (Kind.BODY if goes_on else Kind.NONE)
        for i in range(head + 1, end):
            kind = self._words.kind(doc, i)
            taken_up = i == head + 1 == end - 1 and kind & Kind.NEVER_BODY
            if kind & Kind.DEPARTMENT:
                return end
            if kind & Kind.DETERMINER or (taken_up and kind & Kind.BODY):
                return i
            if not kind & owner or kind & Kind.TITLE:
                continue
            first = i
            while first - 1 > head and self._agrees(doc, first - 1):
                first -= 1
            return first
        return end

    def see(self, doc: Doc, start: int, end: int) -> int:
        """Return the end of a bishop's title with the adjectives of the see taken in.

        "митрополит Санкт-Петербургский и Ладожский Варсонофий": the name is the last word.
        """
        if doc[end - 1].lower_ not in self._sees or end - start > 3:
            return end
        at = last = end
        while at + 1 < len(doc) and (
            self._of_see(doc, at)
            or doc[at].text == "-"
            or (at > end and self._is(doc, at, Kind.CONJUNCTION))
        ):
            at += 1
            last = at if self._of_see(doc, at - 1) else last
        named = last < len(doc) and is_name_word(doc[last]) and not doc[last].is_sent_start
        return last if named else end

    def unit(self, doc: Doc, start: int, end: int) -> int:
        """Return the end with "Drogowego" of "naczelnik Wydziału Ruchu Drogowego Jan Kos" taken in."""
        if not self.applies or not any(
            self._is(doc, i, Kind.DEPARTMENT) for i in range(start, end)
        ):
            return end
        named = end + 2 < len(doc) and all(is_name_word(token) for token in doc[end : end + 3])
        return end + 1 if named and doc[end].lower_.endswith(self._epithets) else end

    def _of_see(self, doc: Doc, i: int) -> bool:
        known = doc[i].lower_ in self._lexicon.pack.titles.qualifiers
        return known or (is_name_word(doc[i]) and self._agrees(doc, i))

    def _agrees(self, doc: Doc, i: int) -> bool:
        patterns = self._lexicon.pack.inflection.agreement
        adjective = any(True for _ in adjective_readings(doc[i].lower_, patterns))
        return adjective and not self._is(doc, i, Kind.TITLE)

    def _is(self, doc: Doc, i: int, kind: Kind) -> bool:
        return bool(self._words.kind(doc, i) & kind)
