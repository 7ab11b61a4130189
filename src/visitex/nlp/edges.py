"""Where the name of a body or site begins and ends: what the pipeline took in beside it is cut off."""

from __future__ import annotations

from spacy.tokens import Doc

from visitex.lang.lexicon import Kind
from visitex.nlp.growth import Growth
from visitex.nlp.tokens import (
    CLOSING,
    COMMAS,
    OPENING,
    Bounds,
    is_name_word,
)


class Edges(Growth):
    """The edges of names of one kind; :class:`~visitex.nlp.bodies.Grammar` finds the names."""

    def _within_brackets(self, doc: Doc, start: int, end: int) -> Bounds:
        """Cut a span at a bracket that only closes or only opens in it: "Desk).- The Union"."""
        opened: list[int] = []
        for i in range(start, end):
            marks = [char for char in doc[i].text if char in OPENING + CLOSING]
            if marks and marks[-1] in OPENING:
                opened.append(i)
            elif marks and opened and marks[0] in CLOSING:
                opened.pop()
            elif marks and marks[0] in CLOSING:
                start = i + 1
        return start, max(start, opened[0]) if opened and opened[0] > start else end

    def _without_agent(self, doc: Doc, start: int, end: int) -> int:
        """Return the end in front of "par Anne Roux": who received there is no part of the name."""
        for i in range(start + 1, end - 2):
            named = all(
                is_name_word(doc[j]) or self._is_particle(doc, j) for j in range(i + 1, end)
            )
            if doc[i].lower_ in self._agents and named:
                return i
        return end

    def _is_particle(self, doc: Doc, i: int) -> bool:
        return bool(self._lexicon.kind(doc[i].text) & Kind.PARTICLE)

    def _without_seat(self, doc: Doc, start: int, end: int) -> int:
        """Return the end in front of "di Rubiera" behind a legal form: where a firm sits is no part."""
        for i in range(start + 1, end - 1):
            if doc[i].is_lower and self._ends_firm(doc, i - 1) and not self._legal(doc, i):
                return i
        return end

    def _without_premises(self, doc: Doc, start: int, end: int) -> int:
        """Return the start of the firm in "planta de Conchas S.A.": its premises are a site."""
        if self._head != Kind.BODY:
            return start
        first = doc[start]
        kind = self._lexicon.kind(first.text)
        body = kind & Kind.BODY and not kind & Kind.NEVER_BODY
        if not first.is_lower or not kind & Kind.SITE or body:
            return start
        if not any(self._lexicon.kind(doc[i].text) & Kind.LEGAL for i in range(start, end)):
            return start
        i = start + 1
        while i < end and self._joins(doc, i):
            i += 1
        return i if start + 1 < i < end else start

    def _announced(self, doc: Doc, start: int, end: int) -> int:
        """Return the start behind words that only announce a name: "Firma X", "Delegation des X"."""
        if end - start > 1 and doc[start].lower_ in self._prefixes:
            return start + 1
        if (
            end - start > 2
            and doc[start].lower_.endswith(self._parties)
            and self._joins(doc, start + 1)
        ):
            return start + 2
        return start

    def _without_address(self, doc: Doc, start: int, end: int) -> int:
        """Return the end in front of ", Amb. (Rtd.)": a form of address begins another name."""
        for i in range(start + 1, end - 1):
            address = self._lexicon.kind(doc[i + 1].text) & Kind.HONORIFIC
            if doc[i].text in COMMAS and address and is_name_word(doc[i + 1]):
                return i
        return end

    def _without_common_noun(self, doc: Doc, start: int, end: int) -> int:
        """Return the end in front of a noun that is no part of a name: "Gewerkschaftsbund Erfahrungen"."""
        last = doc[end - 1]
        common = self._common and last.lower_.endswith(self._common)
        behind_head = end - start > 1 and self._lexicon.kind(doc[end - 2].text) & self._head
        own_head = self._lexicon.kind(last.text) & (Kind.BODY | Kind.SITE)
        return end - 1 if common and behind_head and not own_head else end

    def _without_venue(self, doc: Doc, start: int, end: int) -> int:
        """Return the end in front of "im Hotel X": where a body met is no part of its name."""
        for i in range(start + 1, end - 1):
            if doc[i].lower_ not in self._at or self._lexicon.territory(doc[i + 1].text):
                continue
            kind = self._lexicon.kind(doc[i + 1].text)
            common = self._lexicon.pack.writing.nouns_capitalised and doc[i + 1].ent_type_ != "LOC"
            if not kind & Kind.BODY and (kind & Kind.SITE or common):
                return i
        return end
