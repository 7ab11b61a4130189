"""Names of bodies and sites in languages where the head always stands in the same place.

There the head alone decides what a name is, and the recogniser's far edge is kept: case, which
tells elsewhere how far a name reaches, is missing or says little.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from visitex.lang.lexicon import Kind, Lexicon
from visitex.nlp.bodies import Grammar
from visitex.nlp.cased import Cased
from visitex.nlp.tokens import CLOSING, COMMAS, OPENING, Bounds, Claims, is_name_word, strip_edges
from visitex.nlp.words import WordFinder, place_before_family, words_of

_HEADS = Kind.BODY | Kind.SITE
_SHORTEST = 4  # characters of a name behind a word that leads to it
_LONGEST = 16  # characters of a name in a list that the recogniser missed


class Headed(Grammar):
    """What both orders share; ``labels`` are those of the recogniser that may hold a name."""

    labels = frozenset({"ORG", "SITE", "TITLE", "LOC"})

    def __init__(
        self, lexicon: Lexicon, words: WordFinder, head: Kind, connector: Kind, never: Kind
    ) -> None:
        super().__init__(lexicon, head, connector, never)
        self._words = words

    def _kind(self, doc: Doc, i: int) -> Kind:
        return self._words.kind(doc, i)

    def _is_place(self, doc: Doc, start: int, end: int) -> bool:
        return bool(self._lexicon.territory(doc[start:end].text))

    def _labelled(self, label: str) -> bool:
        """Say whether a name without a head of its own is of this kind, by its label."""
        return label == ("ORG" if self._head == Kind.BODY else "SITE")

    def _decides(self, kind: Kind, label: str) -> bool:
        """Say whether a head makes a name of this kind; one that can be both leaves it to the label."""
        if kind & Kind.LEGAL:
            return self._head == Kind.BODY
        if kind & _HEADS == _HEADS:
            return self._labelled(label if label in {"ORG", "SITE"} else "SITE")
        return bool(kind & self._head)


class HeadLast(Headed):
    """Chinese: "厦港造船厂工会" is a body, for its last word is."""

    def __init__(
        self, lexicon: Lexicon, words: WordFinder, head: Kind, connector: Kind, never: Kind
    ) -> None:
        super().__init__(lexicon, words, head, connector, never)
        bodies = lexicon.pack.bodies.suffixes.by_gender()
        sites = lexicon.pack.sites.suffixes.by_gender()
        link, cues = lexicon.pack.link, lexicon.pack.cues
        self._opening = {
            word for words in (link.at, link.from_, link.conjunctions) for word in words
        }
        lists = (getattr(cues, name) for name in cues.__struct_fields__)
        self._opening |= {cue.split("...")[0] for cue in itertools.chain(*lists) if "..." in cue}
        self._endings = dict.fromkeys(bodies, Kind.BODY)
        for word in sites:
            self._endings[word] = self._endings.get(word, Kind.NONE) | Kind.SITE

    def fits(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a span is a name of this kind: its last word decides, else its label."""
        label = doc[start].ent_type_
        if self._is_place(doc, start, end) or label not in self.labels:
            return False
        if end - start == 1 and doc[start].text in self._opening:
            return False
        kind = self._kind(doc, end - 1)
        if kind & (_HEADS | Kind.LEGAL):
            return self._decides(kind, label) and not self._alone(doc, start, end, kind)
        if kind & (Kind.EVENT | Kind.TITLE) or (kind & Kind.PLACE_KIND and label != "SITE"):
            return False
        ending = self._ending(doc, start, end)
        if label in {"LOC", "TITLE"}:
            return label == "LOC" and self._decides(ending, "SITE")
        one = ending in {Kind.BODY, Kind.SITE}
        return self._decides(ending, label) if one else self._labelled(label)

    def mend(self, doc: Doc, start: int, end: int, claims: Claims) -> Bounds:
        """Return the bounds of a span with the word that its right edge cuts, or a head behind it."""
        start, end = strip_edges(doc, start, end, self._lexicon)
        start += self._opens(doc, start, end)
        if start >= end:
            return start, end
        while end < len(doc) and not doc[end].ent_type_ and not claims[end]:
            kind = self._kind(doc, end)
            known = self._kind(doc, end - 1) & _HEADS
            if not kind & (self._head | Kind.LEGAL) or (known and not kind & Kind.LEGAL):
                break
            end = self._words.end(doc, end)
        return start, end

    def _opens(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a word in front of a place only leads to the name: "应合肥市政府"."""
        if end - start < _SHORTEST or doc[start].text not in self._opening:
            return False
        return self._is_place(doc, start + 1, self._words.end(doc, start + 1))

    def available(self, doc: Doc, start: int, end: int, claims: Claims) -> Bounds:
        """Return what is left of a span of ``doc`` in front of a title that ends it."""
        start, end = self._aligned(doc, start, end, claims)
        while end > start and claims[end - 1]:
            end -= 1
        return (start, end) if claims.free(start, end) else (start, start)

    def _aligned(self, doc: Doc, start: int, end: int, claims: Claims) -> Bounds:
        """Move edges that cut a word: to its far end if it can be part of a name, else back."""
        if end < len(doc) and (word := self._words.start(doc, end)) < end:
            last = self._words.end(doc, end)
            whole = self._part_of_name(doc, word, last) and claims.free(end, last)
            end = last if whole else word
        word = self._words.start(doc, start)
        if word < start < end:
            whole = self._part_of_name(doc, word, start) and claims.free(word, start)
            start = word if whole else min(end, self._words.end(doc, start))
        return start, end

    def _part_of_name(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a word is the name or kind of a place, or a head."""
        kinds = _HEADS | Kind.LEGAL | Kind.DEPARTMENT | Kind.PLACE_KIND
        return bool(self._kind(doc, start) & kinds) or self._is_place(
            doc, start, self._words.end(doc, end - 1)
        )

    def looks_like_person(self, doc: Doc, start: int, end: int) -> bool:  # noqa: ARG002
        """Return False: names without spaces do not show it."""
        return False

    def known(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        """Yield names that a head ends and a place, or a list of names, begins."""
        i = 0
        while i < len(doc):
            first, i = i, self._words.end(doc, i)
            kind = self._kind(doc, first)
            if i - first < 2 or not kind & (_HEADS | Kind.LEGAL) or not claims.free(first, i):
                continue
            if not self._decides(kind, "ORG") or any(doc[j].ent_type_ for j in range(first, i)):
                continue
            start = self._placed(doc, first, claims)
            if start == first:
                start = self._listed(doc, first, claims)
            if start < first:
                yield start, i

    def _alone(self, doc: Doc, start: int, end: int, kind: Kind) -> bool:
        """Say whether a span is but a common noun."""
        return self._words.start(doc, end - 1) <= start and bool(kind & self._never)

    def _ending(self, doc: Doc, start: int, end: int) -> Kind:
        """Return what one or two last characters make of a longer name."""
        for length in (3, 2, 1):
            if end - start > length and doc[end - length : end].text in self._endings:
                return self._endings[doc[end - length : end].text]
        return Kind.NONE

    def _placed(self, doc: Doc, first: int, claims: Claims) -> int:
        """Return the start of "市" or "江州市" right in front of a head."""
        start = first
        if start and self._kind(doc, start - 1) & Kind.PLACE_KIND and not claims[start - 1]:
            start -= 1
        while start and doc[start - 1].ent_type_ == "LOC" and not claims[start - 1]:
            start -= 1
        word = self._words.start(doc, start - 1) if start else 0
        named = word < start and self._is_place(doc, word, start)
        return word if named and claims.free(word, start) else start

    def _listed(self, doc: Doc, first: int, claims: Claims) -> int:
        """Return the start of a member of a list whose other members are names; else ``first``."""
        start = first
        while start and first - start < _LONGEST and not claims[start - 1]:
            if doc[start - 1].ent_type_ or not doc[start - 1].is_alpha:
                break
            if doc[start - 1].text in self._opening:
                break
            word = self._words.start(doc, start - 1)
            if start - word > 1 and not self._part_of_name(doc, word, start):
                break
            start = word
        joined = start > 1 and self._kind(doc, start - 1) & Kind.CONJUNCTION
        if joined and doc[start - 2].ent_type_ in {"ORG", "SITE"}:
            return start
        opens = not start or not doc[start - 1].ent_type_
        return start if opens and self._titled(doc, first) else first

    def _titled(self, doc: Doc, first: int) -> bool:
        """Say whether a title stands right behind the word at ``first``."""
        behind = self._words.end(doc, first)
        return any(title.start == behind for title in doc.spans.get("titles", []))


class HeadFirst(Headed):
    """Vietnamese: "Liên đoàn Lao động tỉnh X" is a body, for its first word is."""

    def fits(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a span is a name of this kind: its first word decides, else its label."""
        label = doc[start].ent_type_
        if self._is_place(doc, start, end) or label not in self.labels:
            return False
        kind = self._kind(doc, start)
        first = self._words.end(doc, start)
        if kind & _HEADS:
            return self._decides(kind, label) and (first < end or not kind & self._never)
        if kind & (Kind.EVENT | Kind.PLACE_KIND | Kind.TITLE) or label in {"LOC", "TITLE"}:
            return False
        return self._labelled(label)

    def mend(self, doc: Doc, start: int, end: int, claims: Claims) -> Bounds:
        """Return the bounds of a span without loose words, grown to the right over its place."""
        start, end = strip_edges(doc, start, end, self._lexicon)
        start = self._behind_bracket(doc, start, end)
        if start >= end:
            return start, end
        return start, self._grown(doc, end, claims)

    def _behind_bracket(self, doc: Doc, start: int, end: int) -> int:
        """Return the end of a span that begins inside brackets and runs out of them: nothing is left."""
        closed = next((i for i in range(start, end) if doc[i].text in CLOSING), end)
        opened = next((i for i in range(start, end) if doc[i].text in OPENING), end)
        return end if closed < opened and closed < end else start

    def known(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        """Yield a head with the capitalised words behind it."""
        i = 0
        while i < len(doc):
            first, i = i, self._words.end(doc, i)
            kind = self._kind(doc, first)
            if not kind & _HEADS or not self._decides(kind, "ORG") or not claims.free(first, i):
                continue
            if not is_name_word(doc[first]) and not kind & Kind.SITE:
                continue
            end = self._named(doc, i, claims)
            if end > i and not doc[first].ent_type_:
                yield first, self._grown(doc, end, claims)

    def looks_like_person(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a span is rather a person's name: no head stands in it."""
        if any(self._kind(doc, i) & (_HEADS | Kind.LEGAL) for i in range(start, end)):
            return False
        return super().looks_like_person(doc, start, end)

    def _named(self, doc: Doc, end: int, claims: Claims) -> int:
        """Return the end of the capitalised words at ``end`` that are no person's."""
        while end < len(doc) and not claims[end] and is_name_word(doc[end]):
            if doc[end].ent_type_ in {"PER", "TITLE"} or self._kind(doc, end) & Kind.TITLE:
                break
            end += 1
        return end

    def _grown(self, doc: Doc, end: int, claims: Claims) -> int:
        """Return the end after "tỉnh Quảng Trị", a bare "tỉnh" and a name split in two."""
        if end < len(doc) and self._words.start(doc, end) < end and not claims[end]:
            end = self._words.end(doc, end)
        while end < len(doc) and not claims[end]:
            kind = self._kind(doc, end)
            before = self._lexicon.kind(doc[end - 1].text) | self._kind(doc, end - 1)
            if doc[end].ent_type_ == "PER" and before & Kind.BODY:
                last = self._entity_end(doc, end)
                place = place_before_family(doc, end, last, self._lexicon)
                if not place:
                    break
                end += place
            elif doc[end].ent_type_ == "LOC" and self._belongs(doc, end, before):
                end = self._entity_end(doc, end)
            elif doc[end].ent_type_ in {"ORG", "SITE"} and doc[end].ent_iob_ == "B":
                if self._kind(doc, end) & _HEADS or doc[end].text in COMMAS:
                    break
                end = self._entity_end(doc, end)
            elif kind & Kind.PLACE_KIND and doc[end].is_lower:
                behind = self._words.end(doc, end)
                named = self._named(doc, behind, claims)
                if named == behind and not self._bare(doc, behind):
                    break
                end = named
            else:
                break
        return end

    def _belongs(self, doc: Doc, i: int, before: Kind) -> bool:
        """Say whether the place at ``i`` ends a name: behind the kind of it, or not known by itself."""
        known = self._lexicon.territory(doc[i : self._entity_end(doc, i)].text)
        runs_on = doc[i - 1].is_lower and doc[i - 1].ent_type_ == "ORG" and not known
        return runs_on or bool(before & Kind.PLACE_KIND or (before & _HEADS and not known))

    def _bare(self, doc: Doc, i: int) -> bool:
        """Say whether a kind of place in front of ``i`` may end a name: nothing points back to it."""
        pointed = i < len(doc) and self._kind(doc, i) & Kind.DETERMINER
        return self._head == Kind.BODY and not pointed


def grammar_of(
    nlp: Language, lexicon: Lexicon, head: Kind, connector: Kind, never: Kind
) -> Grammar:
    """Return the grammar of names that the pack asks for."""
    order = {"first": HeadFirst, "last": HeadLast}.get(lexicon.pack.bodies.head)
    if order is None:
        kind = Cased if lexicon.pack.inflection.genitives else Grammar
        return kind(lexicon, head, connector, never)
    return order(lexicon, words_of(nlp, lexicon), head, connector, never)
