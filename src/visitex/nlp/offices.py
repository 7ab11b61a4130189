"""How far the name of an office reaches: fixed phrases, fields of office, and whose office it is."""

from __future__ import annotations

from spacy.tokens import Doc

from visitex.lang.lexicon import Kind, Lexicon
from visitex.nlp.tokens import COMMAS, Bounds, is_name_word
from visitex.nlp.words import WordFinder

_FIELDS_MOST = 8  # words of an enumeration; longer ones are lists of something else
_PHRASE_MOST = 5
_LINK_MOST = 3


class OfficeGrammar:
    """Completes titles whose head is found: "adjointe" + "au maire", "of Labour" + ", Health and Sport"."""

    def __init__(self, lexicon: Lexicon, words: WordFinder) -> None:
        titles = lexicon.pack.titles
        self._lexicon = lexicon
        self._words = words
        known = (*titles.heads, *titles.state, *titles.local) if words.whole else ()
        self._phrases = frozenset(phrase for phrase in known if " " in phrase)
        self._local = frozenset(titles.local)
        self._fields = frozenset(titles.fields)
        self._links = frozenset(titles.portfolio)
        self._units = tuple(f"{unit} " for unit in titles.units)

    def whole(self, doc: Doc, start: int, end: int) -> Bounds:
        """Return a title with the rest of its phrase ("adjointe" "au maire") and of its fields."""
        for last in range(min(len(doc), start + _PHRASE_MOST), end, -1):
            if doc[start:last].text.lower() in self._phrases and not self._named(doc, end, last):
                return start, last
        while end - start > 1 and self._is_loose(doc, end - 1):
            end -= 1
        return start, self._enumeration(doc, start, self._field(doc, end))

    def is_owned(self, doc: Doc, start: int, connector: int, end: int) -> bool:
        """Say whether what stands behind "of" is whose office it is: a territory or an acronym.

        One word that is no field of office owns that of a town or region: "Mayor of Kelso".
        """
        first = connector + 1
        while first < end - 1 and self._is(doc, first, Kind.CONNECTOR | Kind.DETERMINER):
            first += 1
        if not is_name_word(doc[first]):
            return False
        if self._lexicon.territory(doc[first:end].text):
            return True
        if end - first > 1:
            return False
        if doc[first].is_upper and len(doc[first]) > 1:
            return True
        local = doc[start:connector].text.lower() in self._local
        return local and bool(self._fields) and doc[first].lower_ not in self._fields

    def unit(self, doc: Doc, first: int) -> int:
        """Return the end of an internal unit that the pipeline took for a body, or 0.

        The body that it is a part of stands behind its last "of" and is none of it.
        """
        phrase = doc[first : first + 3].text.lower() + " "
        if doc[first].ent_type_ != "ORG" or not phrase.startswith(self._units):
            return 0
        last = first + 1
        while last < len(doc) and doc[last].ent_type_ == "ORG" and doc[last].ent_iob_ == "I":
            last += 1
        for i in range(first + 1, last - 1):
            head = doc[i + 1]
            owner = self._is(doc, i + 1, Kind.BODY) or (head.is_upper and len(head) > 1)
            if self._is(doc, i, Kind.CONNECTOR) and owner:
                return i
        return last

    def _named(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a stretch holds the head of a body, whose name it may begin."""
        return any(self._is(doc, i, Kind.BODY | Kind.PLACE_KIND) for i in range(start, end))

    def _is_loose(self, doc: Doc, i: int) -> bool:
        """Say whether a word only links what should follow: "chargé des relations avec"."""
        return doc[i].is_lower and doc[i].lower_ in self._links and not self._is(doc, i, Kind.TITLE)

    def _field(self, doc: Doc, end: int) -> int:
        """Return the end with "of Culture" taken in, where the pack knows that field of office."""
        first = end
        while first < len(doc) and (
            doc[first].lower_ in self._links
            or (first > end and self._is(doc, first, Kind.DETERMINER))
        ):
            first += 1
        if not 0 < first - end <= _LINK_MOST or first >= len(doc):
            return end
        owned = first + 1 < len(doc) and self._is(doc, first + 1, Kind.CONNECTOR)
        named = owned and self._is(doc, first, Kind.BODY)
        return first + 1 if doc[first].lower_ in self._fields and not named else end

    def _enumeration(self, doc: Doc, start: int, end: int) -> int:
        """Return the end with the rest of "of Labour, Invalids and Social Affairs" taken in.

        Fields follow each other, the last behind "and"; a mark or a person's name closes them.
        """
        linked = any(doc[i].lower_ in self._links for i in range(start + 1, end))
        if not linked or not is_name_word(doc[end - 1]):
            return end
        i, joined = end, False
        while i < len(doc) and i - end < _FIELDS_MOST and not joined:
            joined = doc[i].is_alpha and self._is(doc, i, Kind.CONJUNCTION)
            if not joined and doc[i].text not in COMMAS:
                return end
            first = i + 1
            i = self._run(doc, first)
            if i == first:
                return end
        closed = i < len(doc) and (doc[i].is_punct or doc[i].ent_type_ == "PER")
        return i if joined and closed else end

    def _run(self, doc: Doc, i: int) -> int:
        """Return the end of the words at ``i`` that can name a field of office."""
        kinds = Kind.TITLE | Kind.HONORIFIC | Kind.BODY
        while i < len(doc) and is_name_word(doc[i]) and doc[i].ent_type_ != "PER":
            if doc[i].is_punct or self._is(doc, i, kinds) or self._lexicon.territory(doc[i].text):
                break
            i += 1
        return i

    def _is(self, doc: Doc, i: int, kind: Kind) -> bool:
        return bool(self._words.kind(doc, i) & kind)
