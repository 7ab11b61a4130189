"""Names of bodies and sites in languages with cases: small words in the genitive go on with a name.

There a head written small makes a name by what stands behind it ("санаторий «Парус»"), and the case
tells how far the name reaches: "организация профсоюза работников здравоохранения".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from visitex.lang.declension import adjective_readings
from visitex.lang.lexicon import Kind, Lexicon
from visitex.nlp.bodies import Grammar
from visitex.nlp.tokens import QUOTES, Bounds, Claims, is_name_word, place_in_front

_GENITIVE = 1
_DASHES = {"-", "–"}
_QUOTED_MOST = 8
_SHORTEST = 4
_ABBREVIATED = 3  # letters of "г.", "обл."
_HEADS = Kind.BODY | Kind.SITE
_NO_PART = Kind.TITLE | Kind.HONORIFIC


class Cased(Grammar):
    """The grammar of names where nouns are declined."""

    def __init__(self, lexicon: Lexicon, head: Kind, connector: Kind, never: Kind) -> None:
        super().__init__(lexicon, head, connector, never)
        self._genitives = tuple(lexicon.pack.inflection.genitives)
        self._dedications = frozenset(lexicon.pack.bodies.dedications)
        self._in = frozenset(lexicon.pack.sites.locators)
        self._small = frozenset({*lexicon.pack.inflection.prepositions, *lexicon.pack.link.at})
        self._prepositions = frozenset(lexicon.pack.inflection.prepositions)
        heads = (lexicon.pack.bodies.heads, lexicon.pack.sites.heads)
        phrases = [word for group in heads for word in group.by_gender() if " " in word]
        self._epithets = {word for phrase in phrases for word in phrase.split()[:-1]}

    def mend(self, doc: Doc, start: int, end: int, claims: Claims) -> Bounds:
        """Return the bounds of a span, without a name that runs on behind a closing quotation mark."""
        end = self._named_apart(doc, start, self._within_sentence(doc, start, end))
        last = doc[end - 1]
        if end - start > 1 and self._is_kind(doc, end - 1) and len(last.text) <= _ABBREVIATED:
            end -= 1
        cut = self._without_person(doc, start, self._without_next(doc, start, end))
        if cut < end:
            return self._left(doc, start, claims), cut
        start, end = super().mend(doc, start, end, claims)
        return self._held(doc, self._epithet(doc, start, claims), claims), end

    def _opens_name(self, doc: Doc, end: int) -> bool:
        """Say whether a name of somebody goes on at ``end``: the word in front is a part of it."""
        return end < len(doc) and doc[end].ent_type_ == "PER" and doc[end].ent_iob_ == "B"

    def quoted(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        """Yield names in quotation marks that hold a head, but where a head stands in front of them."""
        for start, end in super().quoted(doc, claims):
            before = self._lexicon.kind(doc[start - 2].text) if start > 1 else Kind.NONE
            if not before & _HEADS:
                yield start, end

    def _named_apart(self, doc: Doc, start: int, end: int) -> int:
        """Return the end in front of where a body is: behind its own name, or told by a kind.

        "im. Marynarki Wojennej w Gdyni" ends in front of "w", "Uniwersytet w Gdyni" does not.
        """
        named = False
        for i in range(start + 1, end - 1):
            named = named or doc[i].lower_ in self._dedications or doc[i].text in QUOTES
            kind = self._lexicon.kind(doc[i + 1].text) & Kind.PLACE_KIND
            if doc[i].lower_ in self._in and (named or (kind and doc[i + 1].is_lower)):
                return i
        while end - start > 1 and doc[end - 1].is_title and doc[end - 1].lower_ in self._small:
            end -= 1
        return end

    def _held(self, doc: Doc, start: int, claims: Claims) -> int:
        """Return the start of "областная организация" in front of the union that it belongs to."""
        i = start - 1
        if i < 1 or claims[i] or not doc[i].is_lower or doc[i].text in self._prefixes:
            return start
        if not self._lexicon.kind(doc[i].text) & Kind.BODY or not is_name_word(doc[start]):
            return start
        first = i
        while first and doc[first - 1].is_lower and not claims[first - 1]:
            known = self._lexicon.kind(doc[first - 1].text) & Kind.TITLE_MODIFIER
            if not known or not self._is_adjective(doc[first - 1]):
                break
            first -= 1
        return first if first < i or self._titled(doc, first) else start

    def fits(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a span is a name of this kind; one with a kind of place and no head is none."""
        kinds = [self._lexicon.kind(token.text) for token in doc[start:end]]
        headed = any(kind & (_HEADS | Kind.LEGAL) for kind in kinds)
        placed = any(kind & Kind.PLACE_KIND for kind in kinds)
        quoted = any(token.text in QUOTES for token in doc[start:end])
        if not headed and end - start == 1 and doc[start].is_title and self._opens_name(doc, end):
            return False
        return super().fits(doc, start, end) if headed or quoted or not placed else False

    def known(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        """Yield names around a head; one written small needs something proper behind it."""
        yield from super().known(doc, claims)
        for i in range(len(doc)):
            kind = self._lexicon.kind(doc[i].text)
            if not kind & self._head or claims[i] or is_name_word(doc[i]):
                continue
            if kind & _HEADS == _HEADS and not self._decided(doc, i):
                continue
            start = self._left(doc, i, claims)
            end = self._right(doc, start, i + 1, claims)
            if self._located(doc, i, end):
                yield start, self._entity_end(doc, end + 1)
            elif self._titled(doc, start) and end == i + 1 < len(doc) and self._is_kind(doc, end):
                yield start, end + 1
            elif self._several(doc, i) and doc[i + 1 : i + 2].text not in QUOTES:
                continue
            elif any(self._proper(doc, j) for j in range(i + 1, end)) or self._is_proper_left(
                doc, start, i
            ):
                yield self._epithet(doc, start, claims), end

    def _located(self, doc: Doc, i: int, end: int) -> bool:
        """Say whether "synagoga w Kępnie" stands there: a site told by its place alone."""
        if self._head != Kind.SITE or end != i + 1 or end + 1 >= len(doc):
            return False
        joins = self._lexicon.kind(doc[end].text) & Kind.JOINS_SITE and doc[end].lower_ in self._in
        return bool(joins) and doc[end + 1].ent_type_ == "LOC"

    def _several(self, doc: Doc, i: int) -> bool:
        """Say whether a head stands in the plural alone: "предприятия Кузнецка" are no one body."""
        readings = self._lexicon.readings(doc[i].text)
        return bool(readings) and all(
            r.gender == "plural" and r.base != r.nominative for r in readings
        )

    def _decided(self, doc: Doc, i: int) -> bool:
        """Say whether a head that can be body and site is taken here: toured ones are bodies."""
        label = doc[i].ent_type_
        if label in {"ORG", "SITE"}:
            return label == ("ORG" if self._head == Kind.BODY else "SITE")
        head = self._lexicon.head(doc[i].text, _HEADS) or doc[i].text
        body = head.lower() in self._lexicon.toured or self._titled(doc, i)
        return body == (self._head == Kind.BODY)

    def _proper(self, doc: Doc, i: int) -> bool:
        return doc[i].text in QUOTES or is_name_word(doc[i])

    def _is_proper_left(self, doc: Doc, start: int, head: int) -> bool:
        """Say whether an adjective with a capital stands in front: "Казанская ратуша"."""
        first = start + (doc[start].is_sent_start is True and head - start > 1)
        return first < head and any(is_name_word(doc[j]) for j in range(first, head))

    def _left(self, doc: Doc, start: int, claims: Claims) -> int:
        """Return the start with adjectives in front taken in, capitals as well as small ones."""
        first = self._epithet(doc, start, claims)
        while (
            first > 0
            and not claims[first - 1]
            and doc[first - 1].lower_ not in self._prepositions
            and doc[first - 1].ent_type_ != "PER"
            and is_name_word(doc[first - 1])
            and (self._is_adjective(doc[first - 1]) or doc[first - 1].is_upper)
            and not self._lexicon.kind(doc[first - 1].text) & (_NO_PART | Kind.PLACE_KIND)
        ):
            first -= 1
        if not is_name_word(doc[first]):
            return first
        grown = super()._left(doc, first, claims)
        while grown < first and doc[grown].lower_ in self._prepositions:
            grown += 1
        return grown

    def _epithet(self, doc: Doc, start: int, claims: Claims) -> int:
        """Return the start with small adjectives of a head's phrase in front: "особая зона"."""
        while start > 0 and not claims[start - 1] and self._is_epithet(doc[start - 1]):
            start -= 1
        return start

    def _is_epithet(self, token: Token) -> bool:
        if not token.is_lower or token.ent_type_ in {"PER", "TITLE"}:
            return False
        patterns = self._lexicon.pack.inflection.agreement
        for reading, _ in adjective_readings(token.text, patterns):
            if {reading.nominative, reading.base} & self._epithets:
                return True
        return False

    def _is_adjective(self, token: Token) -> bool:
        patterns = self._lexicon.pack.inflection.agreement
        return any(True for _ in adjective_readings(token.lower_, patterns))

    def _passing(self, doc: Doc, i: int, end: int) -> bool:
        """Say whether a head is but a modifier: what follows a head there is its complement."""
        return doc[i + 1].text == "-" if i + 1 < end else False

    def _within_sentence(self, doc: Doc, start: int, end: int) -> int:
        """Return the end in front of a full stop that ends a sentence inside the span."""
        for i in range(start + 1, end - 1):
            if doc[i + 1].is_sent_start and doc[i].text == ".":
                return i
        return end

    def _without_next(self, doc: Doc, start: int, end: int) -> int:
        """Return the end behind a closing quotation mark if somebody's name follows it."""
        marks = [i for i in range(start, end - 1) if doc[i].text in QUOTES]
        if len(marks) != 2 or marks[1] < start + 2:
            return end
        rest = range(marks[1] + 1, end)
        parts = [doc[i] for i in rest if doc[i].text != "."]
        initials = {t.i for t in parts if len(t.text.rstrip(".")) == 1}
        named = all(is_name_word(t) and (t.i in initials or not t.is_upper) for t in parts)
        headed = any(self._lexicon.kind(doc[i].text) & (_HEADS | Kind.LEGAL) for i in rest)
        return marks[1] + 1 if named and not headed else end

    def _without_person(self, doc: Doc, start: int, end: int) -> int:
        """Return the end in front of a name: "Совет депутатов Ханса Хёппнера" holds a person."""
        first = end
        while first > start + 1 and (is_name_word(doc[first - 1]) or doc[first - 1].text == "-"):
            first -= 1
        rest = doc[first:end]
        own = _HEADS | Kind.LEGAL | Kind.PLACE_KIND | Kind.DEPARTMENT
        if sum(token.is_title for token in rest) < 2 or not self._is_genitive(doc[first - 1]):
            return end
        if self._lexicon.territory(rest.text) or not all(t.is_title or t.text == "-" for t in rest):
            return end
        named = any(
            self._lexicon.kind(token.text) & own or self._lexicon.territory(token.text)
            for token in rest
        )
        return end if named else first

    def _step(self, doc: Doc, start: int, end: int, claims: Claims) -> int:
        if doc[end].lower_ in self._in and self._apart(doc, start, end):
            return 0
        return (
            self._dedicated(doc, start, end, claims)
            or self._dashed(doc, end, claims)
            or super()._step(doc, start, end, claims)
            or self._quoted_behind(doc, start, end)
            or self._genitive(doc, start, end, claims)
            or self._place(doc, start, end, claims)
            or self._capitals(doc, start, end, claims)
        )

    def _apart(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a name is complete: it says after whom or how the body is called."""
        return any(t.lower_ in self._dedications or t.text in QUOTES for t in doc[start:end])

    def _dashed(self, doc: Doc, end: int, claims: Claims) -> int:
        """Return the end of "Ilmenau–Kępno" where the pipeline parted it at the dash, or 0."""
        if doc[end].text not in _DASHES or end + 1 >= len(doc) or claims[end + 1]:
            return 0
        glued = not doc[end - 1].whitespace_ and not doc[end].whitespace_
        return end + 2 if glued and is_name_word(doc[end + 1]) else 0

    def _dedicated(self, doc: Doc, start: int, end: int, claims: Claims) -> int:
        """Return the end after "im. Marynarki Wojennej", "pw. św. Jana Chrzciciela", or 0."""
        i = end
        while i < len(doc) and (
            doc[i].lower_ in self._dedications or (i > end and doc[i].text == ".")
        ):
            i += 1
        if i == end or i >= len(doc) or not self._has_head(doc, start, end) or claims[i]:
            return 0
        last = i + 1
        while last < len(doc) and is_name_word(doc[last]) and not doc[last].is_sent_start:
            if claims[last] or self._lexicon.kind(doc[last].text) & _HEADS:
                break
            last += 1
        return last if is_name_word(doc[i]) else 0

    def _quoted_behind(self, doc: Doc, start: int, end: int) -> int:
        """Return the end after a name in quotation marks behind the complement of a head, or 0."""
        if doc[end].text not in QUOTES or not self._has_head(doc, start, end):
            return 0
        if any(token.text in QUOTES for token in doc[start:end]):
            return 0
        for i in range(end + 1, min(len(doc), end + _QUOTED_MOST)):
            if doc[i].is_space:
                return 0
            if doc[i].text in QUOTES:
                return i + 1 if i > end + 1 and is_name_word(doc[end + 1]) else 0
        return 0

    def _genitive(self, doc: Doc, start: int, end: int, claims: Claims) -> int:
        """Return the end after small words in the genitive, with "and" between them, or 0."""
        if not self._has_head(doc, start, end) or doc[end - 1].text in QUOTES:
            return 0
        i = end
        if self._lexicon.kind(doc[i].text) & Kind.CONJUNCTION and self._is_genitive(doc[end - 1]):
            i += 1
        last = end
        while i < len(doc) and not claims[i] and doc[i].is_lower and self._continues(doc[i]):
            if self._is_genitive(doc[i]):
                last = i + 1
            i += 1
        return last if last > end else 0

    def _continues(self, token: Token) -> bool:
        if token.ent_type_ in {"PER", "TITLE", "LOC"} or len(token.text) < _SHORTEST:
            return False
        if self._lexicon.kind(token.text) & (_NO_PART | Kind.PLACE_KIND):
            return False
        return self._is_genitive(token) or self._in_genitive(token)

    def _is_genitive(self, token: Token) -> bool:
        """Say whether a small word is a noun in the genitive."""
        return bool(token.is_lower and token.text.endswith(self._genitives))

    def _in_genitive(self, token: Token) -> bool:
        """Say whether a word can be an adjective in the genitive."""
        patterns = self._lexicon.pack.inflection.agreement
        readings = adjective_readings(token.lower_, patterns)
        return any(reading.case == _GENITIVE for reading, _ in readings)

    def _place(self, doc: Doc, start: int, end: int, claims: Claims) -> int:
        """Return the end after "города Харбина", "г. Москвы", "Омской области", or 0."""
        if not self._has_head(doc, start, end):
            return 0
        i = end
        if is_name_word(doc[i]) and self._in_genitive(doc[i]) and i + 1 < len(doc):
            return i + 2 if self._is_kind(doc, i + 1) and not claims[i + 1] else 0
        if not self._is_kind(doc, i):
            return 0
        if is_name_word(doc[i - 1]) and self._in_genitive(doc[i - 1]):
            return i + 1
        return self._behind_kind(doc, i + 1, claims)

    def _behind_kind(self, doc: Doc, i: int, claims: Claims) -> int:
        """Return the end of the name behind the kind of a place, or 0."""
        if i < len(doc) and doc[i].text == "." and not doc[i - 1].whitespace_:
            i += 1
        if i >= len(doc) or claims[i] or not is_name_word(doc[i]) or doc[i].ent_type_ == "TITLE":
            return 0
        last = self._entity_end(doc, i)
        if doc[i].ent_type_ != "PER":
            return last
        return i + 1 if place_in_front(doc, i, last, self._lexicon) else 0

    def _is_kind(self, doc: Doc, i: int) -> bool:
        return doc[i].is_lower and bool(self._lexicon.kind(doc[i].text) & Kind.PLACE_KIND)

    def _capitals(self, doc: Doc, start: int, end: int, claims: Claims) -> int:
        """Return the end after a capitalised complement: "Монумент Славы", "Музей Н. К. Рериха"."""
        token = doc[end]
        if claims[end] or token.is_sent_start or not is_name_word(token):
            return 0
        before = doc[end - 1]
        head = self._lexicon.kind(before.text)
        goes_on = (before.is_upper or self._is_genitive(before)) and end - start > 1
        if goes_on and not (self._has_head(doc, start, end) and token.ent_type_ != "PER"):
            return 0
        if not (head & self._head or goes_on) or head & Kind.LEGAL or not before.whitespace_:
            return 0
        if self._lexicon.kind(token.text) & (_NO_PART | _HEADS):
            return 0
        if token.ent_type_ == "PER":
            titled = self._titled(doc, start) or self._titled(doc, start - 1)
            named = self._head == Kind.SITE and not titled
            return self._entity_end(doc, end) if named else 0
        return end + 1 if token.ent_type_ != "TITLE" else 0

    def _titled(self, doc: Doc, start: int) -> bool:
        return any(title.end == start for title in doc.spans.get("titles", []))
