"""How names of bodies and sites are put together, from a head and what stands around it.

The same grammar serves both: modifiers, head, legal form, and complements joined by connectors
("Staff Service Center of the Beijing Federation of Trade Unions").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from visitex.lang.lexicon import Kind
from visitex.nlp.edges import Edges
from visitex.nlp.mastheads import masthead_bodies
from visitex.nlp.tokens import (
    COMMAS,
    POSSESSIVES,
    QUOTES,
    Bounds,
    Claims,
    is_function_word,
    is_name_word,
    is_presented,
    strip_edges,
)

_QUOTED_MOST = 10
_SMALL_MOST = 3
_HEADS = Kind.BODY | Kind.SITE


class Grammar(Edges):
    """Finds and mends names of one kind: ``head`` is BODY or SITE."""

    labels = frozenset({"ORG", "SITE", "TITLE"})
    """The labels of the trained pipeline that may hold a name."""

    def available(self, doc: Doc, start: int, end: int, claims: Claims) -> Bounds:
        """Return the part of a span that is free to be a name: what a title at its end leaves of it."""
        last = end
        while last > start and (claims[last - 1] or (last < end and doc[last - 1].text == "-")):
            last -= 1
        return (start, last) if claims.free(start, last) else (start, start)

    def mend(self, doc: Doc, start: int, end: int, claims: Claims) -> Bounds:
        """Return the bounds of a trained pipeline's span, widened to the whole name."""
        start, end = self._within_brackets(doc, start, end)
        start, end = strip_edges(doc, self._announced(doc, start, end), end, self._lexicon)
        if start >= end:
            return start, end
        end = self._without_address(doc, start, end)
        end = self._without_agent(doc, start, self._without_venue(doc, start, end))
        end = self._without_seat(doc, start, end)
        start = self._without_premises(doc, start, end)
        end = self._without_common_noun(doc, start, end)
        if self._has_head(doc, start, end) or self._lexicon.kind(doc[end - 1].text) & Kind.LEGAL:
            start = self._left(doc, start, claims)
        return start, self._right(doc, start, end, claims)

    def parts(self, doc: Doc, start: int, end: int) -> Iterator[Bounds]:
        """Part a list that was taken for one name: "College of Law, School of Art and Mill Ltd."."""
        if not self._lexicon.pack.writing.title_case:
            yield start, end
            return
        first = start
        for i in range(start + 1, end - 1):
            if self._parts_names(doc, first, i, end):
                yield first, i
                first = i + 1
        yield first, end

    def _parts_names(self, doc: Doc, start: int, i: int, end: int) -> bool:
        """Say whether a comma or "and" at ``i`` has a whole name on both sides."""
        kinds = Kind.BODY | Kind.SITE | Kind.LEGAL
        left = [self._lexicon.kind(token.text) for token in doc[start:i]]
        right = [self._lexicon.kind(token.text) for token in doc[i + 1 : end]]
        if len(left) < 2 or len(right) < 2 or right[0] & Kind.LEGAL:
            return False
        if not any(kind & kinds for kind in right) or not any(kind & kinds for kind in left):
            return False
        if doc[i].text in COMMAS:
            return self._is_name_up_to_mark(doc, i + 1, end)
        joined = any(kind & Kind.CONNECTOR for kind in left)
        conjunction = doc[i].text not in {"&", "+"} and self._lexicon.kind(doc[i].text)
        both = bool(left[-1] & kinds and right[-1] & kinds)
        return both and not joined and bool(conjunction) and bool(conjunction & Kind.CONJUNCTION)

    def _is_name_up_to_mark(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a name of two words or more, with a head, stands in front of the next mark."""
        last = start
        while last < end and not self._lexicon.kind(doc[last].text) & Kind.CONJUNCTION:
            last += 1
        kinds = Kind.BODY | Kind.SITE | Kind.LEGAL
        headed = any(self._lexicon.kind(token.text) & kinds for token in doc[start:last])
        return last - start > 1 and headed

    def fits(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a span is a name of this kind: its first head decides, else its label.

        "Stadium" makes a site of what the pipeline took for a body.
        """
        if self._is_territory(doc, start, end) or self._is_event(doc, start, end):
            return False
        other = _HEADS & ~self._head
        for i in range(start, end):
            kind = self._lexicon.kind(doc[i].text)
            if kind & Kind.LEGAL and i > start:
                return self._head == Kind.BODY
            if kind & _HEADS in {self._head, other} and not self._passing(doc, i, end):
                return bool(kind & self._head)
        return doc[start].ent_type_ == ("ORG" if self._head == Kind.BODY else "SITE")

    def _is_territory(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a span names a place: a kind of place in front and no head, or known names."""
        kinds = [self._lexicon.kind(token.text) for token in doc[start:end]]
        if self._lexicon.territory(doc[start:end].text):
            return True
        if kinds[0] & Kind.PLACE_KIND and not any(kind & _HEADS for kind in kinds):
            return True
        named = [token.text for token in doc[start:end] if is_name_word(token)]
        if any(kind & self._head for kind in kinds) or not named:
            return False
        return all(self._lexicon.territory(word) for word in named)

    def _is_event(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a span names a forum or a programme, and no body that holds one."""
        kinds = [self._lexicon.kind(token.text) for token in doc[start:end]]
        held = any(kind & _HEADS and not kind & Kind.EVENT for kind in kinds)
        return not held and any(kind & Kind.EVENT for kind in kinds)

    def _passing(self, doc: Doc, i: int, end: int) -> bool:
        """Say whether a head is but a modifier: "University Hospital", "Port Workers' Union"."""
        nxt = i + 1
        if nxt < end and doc[nxt].text in POSSESSIVES | {"&", "and"}:
            return True
        heads = Kind.BODY | Kind.SITE
        if nxt < end and self._lexicon.kind(doc[nxt].text) & heads:
            return True
        while nxt < end and is_name_word(doc[nxt]):
            nxt += 1
        return (
            i + 1 < nxt < end - 1
            and doc[nxt].text in POSSESSIVES
            and any(self._lexicon.kind(t.text) & heads for t in doc[nxt + 1 : end])
        )

    def looks_like_person(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a span without any head is rather a name: beside a title, or family name first."""
        kinds = Kind.BODY | Kind.SITE | Kind.LEGAL | Kind.PLACE_KIND | Kind.DEPARTMENT
        if not 2 <= end - start <= 5 or any(
            self._lexicon.kind(t.text) & kinds for t in doc[start:end]
        ):
            return False
        if not all(
            is_name_word(t) or self._lexicon.kind(t.text) & Kind.PARTICLE for t in doc[start:end]
        ):
            return False
        if (
            start
            and self._lexicon.kind(doc[start - 1].text) & Kind.HONORIFIC
            and is_name_word(doc[start - 1])
        ):
            return True
        if doc[start].text in self._lexicon.family_first and end - start <= 4:
            return True
        titled = end + 1 < len(doc) and doc[end].text in COMMAS and _title_at(doc, end + 1)
        return titled or (start > 0 and _title_end(doc, start) and end - start <= 3)

    def own(self, doc: Doc) -> Iterator[Bounds]:
        """Yield the names of the body whose page it is, where the grammar is that of bodies."""
        return masthead_bodies(doc, self._lexicon) if self._head == Kind.BODY else iter(())

    def known(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        """Yield names that are built around a head of the lexicon."""
        for i in range(len(doc)):
            kind = self._lexicon.kind(doc[i].text)
            if not kind & (self._head | Kind.LEGAL) or claims[i]:
                continue
            if not is_name_word(doc[i]):
                end = self._called(doc, i, claims) if kind & self._head else 0
                double = (
                    i > 0 and doc[i - 1].is_lower and self._lexicon.kind(doc[i - 1].text) & _HEADS
                )
                if end:
                    yield i - bool(double), end
                continue
            if kind & Kind.LEGAL and not kind & self._head and i and claims[i - 1]:
                continue
            if doc[i].ent_type_ == "PER" and self._ends_name(doc, i):
                continue
            start = self._announced(doc, self._left(doc, i, claims), i + 1)
            end = self._right(doc, start, i + 1, claims)
            if self._is_name(doc, start, end, i):
                yield start, end

    def _called(self, doc: Doc, i: int, claims: Claims) -> int:
        """Return the end of "museo Massó", "fábrica de mantecadas La Peregrina", or 0.

        Where heads have no capital, what stands right behind one is its name, even a person's; a few
        small words may come between where the pipeline saw nothing at all.
        """
        if self._head != Kind.SITE or not self._lexicon.pack.writing.small_heads:
            return 0
        first = i + 1
        while first < len(doc) and first - i <= _SMALL_MOST and self._is_small(doc, first):
            first += 1
        if first >= len(doc) or not is_name_word(doc[first]) or not doc[first].is_alpha:
            return 0
        joined = self._lexicon.kind(doc[first - 1].text) & (Kind.CONNECTOR | Kind.DETERMINER)
        end = first
        while end < len(doc) and not claims[end] and is_name_word(doc[end]) and doc[end].is_alpha:
            if self._lexicon.kind(doc[end].text) & (Kind.TITLE | Kind.HONORIFIC):
                return 0
            if first > i + 1 and doc[end].ent_type_ not in {"", "SITE"} and end == first:
                return 0
            end += 1
        if first - i > 2 and joined:
            return 0
        return self._right(doc, i, end, claims) if end > first else 0

    def _is_small(self, doc: Doc, i: int) -> bool:
        """Say whether a word may stand between a head and its name: nothing that begins a phrase."""
        token = doc[i]
        if token.ent_type_ or not token.is_lower or not token.is_alpha:
            return False
        kind = self._lexicon.kind(token.text)
        return not kind & (Kind.CONJUNCTION | self._head) and not (
            kind & Kind.CONNECTOR and not kind & self._connector
        )

    def _ends_name(self, doc: Doc, i: int) -> bool:
        """Say whether a head is the family name of somebody: "Frau Anna Berg"."""
        start = i
        while start > 0 and doc[start].ent_iob_ == "I":
            start -= 1
        last = i + 1 >= len(doc) or doc[i + 1].ent_iob_ != "I"
        return start < i and last and is_presented(doc, start, i + 1, self._lexicon)

    def quoted(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        """Yield names in quotation marks that hold a head: "Home for Couriers & Drivers"."""
        opened: int | None = None
        for i, token in enumerate(doc):
            if token.is_space and "\n" in token.text:
                opened = None
            if token.text not in QUOTES:
                continue
            if (
                opened is not None
                and 2 <= i - opened - 1 <= _QUOTED_MOST
                and claims.free(opened + 1, i)
            ):
                inside = range(opened + 1, i)
                if (
                    is_name_word(doc[opened + 1])
                    and is_name_word(doc[i - 1])
                    and any(
                        self._lexicon.kind(doc[j].text) & self._head and is_name_word(doc[j])
                        for j in inside
                    )
                ):
                    yield opened + 1, i
            opened = i if opened is None or not token.whitespace_ else None

    def _is_name(self, doc: Doc, start: int, end: int, head: int) -> bool:
        """Say whether the stretch is more than a common noun."""
        if end - start == 1:
            kind = self._lexicon.kind(doc[head].text)
            if kind & (self._never | Kind.LEGAL):
                return False
            return self._compounded(doc[head].text) or self._definite_compound(doc, head)
        if (
            doc[start].is_sent_start
            and end - start == 2
            and is_function_word(doc[start], self._lexicon)
        ):
            return False
        if self._lexicon.pack.writing.nouns_capitalised:
            return self._is_proper(doc, start, end, head)
        return sum(is_name_word(doc[i]) for i in range(start, end)) > 1

    def _is_proper(self, doc: Doc, start: int, end: int, head: int) -> bool:
        """Say whether something beside the head is proper, where common nouns have capitals too."""
        others = [doc[i] for i in range(start, end) if i != head]
        if any(
            (token.ent_type_ in {"LOC", "ORG", "SITE"} and self._lexicon.territory(token.text))
            or self._lexicon.kind(token.text) & Kind.LEGAL
            or (token.is_upper and len(token.text) > 1)
            or token.text in QUOTES
            for token in others
        ):
            return True
        adjective = start < head and is_name_word(doc[head - 1]) and not doc[start].is_sent_start
        return adjective or self._compounded(doc[head].text)

    def _definite_compound(self, doc: Doc, i: int) -> bool:
        """Say whether a compound behind a definite article names one place: "im Kundencenter"."""
        word = doc[i].text
        listed = word.lower() in self._simple
        return i > 0 and not listed and doc[i - 1].lower_ in self._definite and word.isalpha()

    def _compounded(self, word: str) -> bool:
        return "-" in word.strip("-") and word[0].isupper()


def _title_at(doc: Doc, i: int) -> bool:
    """Say whether a title begins at ``i`` or right behind an article there."""
    return any(i <= title.start <= i + 1 for title in doc.spans.get("titles", []))


def _title_end(doc: Doc, i: int) -> bool:
    return any(title.end == i for title in doc.spans.get("titles", []))
