"""How far a name reaches: what stands in front of a head and behind it, step by step."""

from __future__ import annotations

from spacy.tokens import Doc

from visitex.lang.lexicon import Kind, Lexicon
from visitex.nlp.tokens import CLOSING, COMMAS, QUOTES, Claims, is_function_word, is_name_word

_MOST = 24  # tokens in one name; longer runs are headlines or tables
_NAMED = {"ORG", "SITE", "LOC"}
_CLOSING = frozenset(CLOSING)


class Growth:
    """Grows names of one kind: ``head`` is BODY or SITE, ``connector`` what joins a complement."""

    def __init__(self, lexicon: Lexicon, head: Kind, connector: Kind, never: Kind) -> None:
        self._lexicon = lexicon
        self._head = head
        self._connector = connector
        self._never = never
        self._fields = frozenset(lexicon.pack.bodies.fields)
        self._common = tuple(lexicon.pack.bodies.common_endings)
        self._simple = frozenset(lexicon.pack.sites.heads.by_gender())
        self._definite = frozenset(lexicon.pack.sites.definite if head == Kind.SITE else ())
        self._prefixes = frozenset(lexicon.pack.bodies.prefixes)
        self._agents = frozenset(lexicon.pack.link.by)
        self._parties = tuple(lexicon.pack.cues.delegation)
        self._at = frozenset(lexicon.pack.link.at) if head == Kind.BODY else frozenset()

    def _left(self, doc: Doc, start: int, claims: Claims) -> int:
        """Return the start with the capitalised words in front taken in."""
        first = start
        firm = bool(self._lexicon.kind(doc[start].text) & Kind.LEGAL)
        while first > 0 and start - first < _MOST and not claims[first - 1]:
            token = doc[first - 1]
            if (
                token.text == ")"
                and first - 3 >= 0
                and doc[first - 3].text == "("
                and first == start
            ):
                first -= 3
                continue
            if (
                token.is_space
                or token.text in COMMAS
                or (token.is_punct and not _inner(doc, first - 1))
            ):
                break
            if token.is_sent_start and is_function_word(token, self._lexicon):
                break
            if self._joins_left(doc, first - 1, claims):
                first -= 2
                continue
            if not self._part(doc, first - 1, firm=firm):
                break
            first -= 1
        return self._without_owner(doc, first, start)

    def _joins_left(self, doc: Doc, i: int, claims: Claims) -> bool:
        """Say whether "&" or "and" at ``i`` stands inside the name: "Plantation and Dock Workers'"."""
        if i < 1 or claims[i - 1] or not is_name_word(doc[i - 1]):
            return False
        if doc[i].text in {"&", "+"} or doc[i - 1].text[-1] == "-":
            return True
        if not self._lexicon.kind(doc[i].text) & Kind.CONJUNCTION or doc[i].text in COMMAS:
            return False
        while (
            i > 0
            and is_name_word(doc[i - 1])
            and not self._lexicon.kind(doc[i - 1].text) & self._head
        ):
            i -= 1
        return (
            i > 0
            and bool(self._lexicon.kind(doc[i - 1].text) & Kind.DETERMINER)
            and doc[i - 1].is_lower
        )

    def _part(self, doc: Doc, i: int, *, firm: bool) -> bool:
        """Say whether a token in front belongs to the name; a firm may be called like a person."""
        token = doc[i]
        if token.lower_ in self._prefixes or not _CLOSING.isdisjoint(token.text):
            return False
        if token.text in {"'s", "’s"} or _inner(doc, i):
            return True
        if token.ent_type_ == "PER" and not (firm or self._named_after(doc, i)):
            return False
        if (
            self._lexicon.kind(token.text) & (Kind.TITLE | Kind.HONORIFIC)
            and token.ent_type_ != "ORG"
        ):
            return False
        return is_name_word(token) and not (token.like_num and len(token.text) > 3)

    def _named_after(self, doc: Doc, i: int) -> bool:
        """Say whether a person's name runs straight into the head: "Ho Chi Minh Mausoleum"."""
        while i < len(doc) and doc[i].ent_type_ == "PER":
            if self._lexicon.kind(doc[i].text) & self._head:
                return True
            i += 1
        return i < len(doc) and bool(self._lexicon.kind(doc[i].text) & self._head)

    def _without_owner(self, doc: Doc, first: int, start: int) -> int:
        """Drop "Ireland's" in front of a name: the owner of a body is no part of it."""
        for i in range(first + 1, start):
            if doc[i].text in {"'s", "’s"} and all(t.ent_type_ == "LOC" for t in doc[first:i]):
                return i + 1
        return first

    def _right(self, doc: Doc, start: int, end: int, claims: Claims) -> int:
        """Return the end with legal forms, quoted names and complements taken in."""
        while end < len(doc) and end - start < _MOST and not claims[end]:
            step = self._step(doc, start, end, claims)
            if not step:
                break
            end = step
        return end

    def _step(self, doc: Doc, start: int, end: int, claims: Claims) -> int:
        """Return the end after one more part of the name, or 0."""
        return (
            self._legal(doc, end)
            or self._firm(doc, end, claims)
            or self._possessed(doc, end, claims)
            or self._quoted(doc, end)
            or self._enumeration(doc, start, end, claims)
            or self._concern(doc, start, end, claims)
            or self._complement(doc, end, claims)
            or self._tail(doc, start, end, claims)
        )

    def _legal(self, doc: Doc, end: int) -> int:
        """Return the end after "Co., Ltd." or "e. V.", or 0."""
        i = end + 1 if doc[end].text in COMMAS and end + 1 < len(doc) else end
        text = doc[i].text
        if self._lexicon.kind(f"{doc[end - 1].text} {doc[end].text}") & Kind.LEGAL:
            return end + 1
        if doc[end].text == "." and not doc[end - 1].whitespace_:
            return end + 1 if self._abbreviates(doc[end - 1].text) else 0
        if self._lexicon.kind(doc[i : i + 3].text) & Kind.LEGAL and "/" in doc[i : i + 3].text:
            return i + 3
        spaced = f"{text} {doc[i + 1].text}" if i + 1 < len(doc) else text
        if self._lexicon.kind(spaced) & Kind.LEGAL:
            return i + 2
        if not self._lexicon.kind(text) & Kind.LEGAL or (text[0].islower() and "." not in text):
            return 0
        return (
            i + 2
            if i + 1 < len(doc) and doc[i + 1].text == "." and not doc[i].whitespace_
            else i + 1
        )

    def _abbreviates(self, form: str) -> bool:
        """Say whether a legal form takes a full stop; an acronym only if the pack has it so."""
        acronym = len(form) > 1 and form.isupper()
        return bool(self._lexicon.kind(f"{form}." if acronym else form) & Kind.LEGAL)

    def _firm(self, doc: Doc, end: int, claims: Claims) -> int:
        """Return the end of a firm's name whose legal form stands a few words on, or 0."""
        for i in range(end, min(len(doc), end + 4)):
            if self._lexicon.kind(doc[i].text) & Kind.LEGAL and i > end:
                return self._legal(doc, i)
            if claims[i] or not is_name_word(doc[i]) or doc[i].is_punct:
                return 0
        return 0

    def _possessed(self, doc: Doc, end: int, claims: Claims) -> int:
        """Return the end of "People's Cultural Palace" where the name broke off in front of "'s"."""
        if doc[end].text not in {"'s", "'", "’s", "’"} or (end and doc[end - 1].whitespace_):
            return 0
        for i in range(end + 1, min(len(doc), end + 5)):
            if claims[i] or not is_name_word(doc[i]) or doc[i].is_punct:
                return 0
            if self._lexicon.kind(doc[i].text) & self._head:
                return i + 1
        return 0

    def _quoted(self, doc: Doc, end: int) -> int:
        """Return the end after a name in quotes that follows the head, or 0."""
        if doc[end].whitespace_ and self._lexicon.pack.writing.title_case:
            return 0  # an arrow between the steps of a navigation, not a quotation mark
        if doc[end].text not in QUOTES or not self._lexicon.kind(doc[end - 1].text) & (
            Kind.BODY | Kind.SITE | Kind.LEGAL
        ):
            return 0
        for i in range(end + 1, min(len(doc), end + 8)):
            if doc[i].text in QUOTES:
                return i + 1 if i > end + 1 else 0
            if doc[i].is_space:
                return 0
        return 0

    def _complement(self, doc: Doc, end: int, claims: Claims) -> int:
        """Return the end after "of the X", "der Stadt X", or 0 when nothing named follows."""
        i = end
        if self._ends_firm(doc, end - 1):
            return 0
        while i < len(doc) and i - end < 3 and self._joins(doc, i):
            i += 1
        if i == end or i >= len(doc) or claims[i] or doc[i].is_space:
            return 0
        if not self._lexicon.kind(doc[end].text) & self._connector:
            return 0  # "des Rates den Kanton": an article alone joins nothing
        while (
            i < len(doc)
            and self._lexicon.kind(doc[i].text) & Kind.PLACE_KIND
            and not doc[i].is_punct
        ):
            i += 1
        if i >= len(doc) or doc[i].ent_type_ not in _NAMED or not is_name_word(doc[i]):
            return 0
        return self._entity_end(doc, i)

    def _enumeration(self, doc: Doc, start: int, end: int, claims: Claims) -> int:
        """Return the end after the rest of "for Labour, Invalids and Social Affairs", or 0."""
        joins = [i for i in range(start, end) if self._lexicon.kind(doc[i].text) & self._connector]
        if not joins or end - joins[-1] > 3:
            return 0
        i = end
        while i + 1 < len(doc) and doc[i].text in COMMAS and self._field(doc, i + 1, claims):
            i += 2
        if i + 1 >= len(doc) or not self._lexicon.kind(doc[i].text) & Kind.CONJUNCTION:
            return 0
        if (
            doc[i].text in COMMAS
            or not self._field(doc, i + 1, claims)
            or (i == end and doc[i + 1].ent_type_ not in {"ORG", ""})
        ):
            return 0
        i += 2
        while (
            i < len(doc)
            and self._field(doc, i, claims)
            and not self._lexicon.pack.writing.nouns_capitalised
        ):
            i += 1
        return i if i > end + 2 else 0

    def _concern(self, doc: Doc, start: int, end: int, claims: Claims) -> int:
        """Return the end after "for Labour", "für Arbeitsmanagement", or 0."""
        if doc[end].lower_ not in self._fields or end + 1 >= len(doc):
            return 0
        if not self._has_head(doc, start, end) or not self._field(doc, end + 1, claims):
            return 0
        return end + 2

    def _ends_firm(self, doc: Doc, i: int) -> bool:
        """Say whether an abbreviated legal form ends at ``i``: "S.p.A.", "GmbH"."""
        if doc[i].text == "." and i and not doc[i - 1].whitespace_:
            i -= 1
        text = doc[i].text
        short = "." in text or sum(char.isupper() for char in text) > 1
        return short and bool(self._lexicon.kind(text) & Kind.LEGAL)

    def _field(self, doc: Doc, i: int, claims: Claims) -> bool:
        """Say whether a word can name a field of government: capitalised, and nothing else."""
        kinds = Kind.BODY | Kind.SITE | Kind.TITLE | Kind.PLACE_KIND | Kind.HONORIFIC
        token = doc[i]
        if claims[i] or token.ent_type_ in {"PER", "LOC", "SITE"} or token.is_punct:
            return False
        return is_name_word(token) and not self._lexicon.kind(token.text) & kinds

    def _joins(self, doc: Doc, i: int) -> bool:
        token = doc[i]
        if not token.text[0].islower():
            return False
        kind = self._lexicon.kind(token.text)
        return bool(kind & (self._connector | Kind.DETERMINER)) and not kind & Kind.CONJUNCTION

    def _entity_end(self, doc: Doc, i: int) -> int:
        label = doc[i].ent_type_
        i += 1
        while i < len(doc) and doc[i].ent_type_ == label and doc[i].ent_iob_ == "I":
            i += 1
        return i

    def _tail(self, doc: Doc, start: int, end: int, claims: Claims) -> int:
        """Return the end after a proper noun or number right behind the head, or 0."""
        token = doc[end]
        if claims[end] or token.ent_type_ in {"PER", "TITLE"} or token.is_space or token.is_punct:
            return 0
        if not self._has_head(doc, start, end) or not doc[end - 1].whitespace_:
            return 0
        if self._common and token.lower_.endswith(self._common):
            return 0
        if token.ent_type_ in _NAMED and is_name_word(token):
            return end + 1
        kind = self._lexicon.kind(token.text)
        if kind & (Kind.TITLE | Kind.HONORIFIC | Kind.DETERMINER):
            return 0
        return end + 1 if token.like_num and len(token.text) <= 3 else 0

    def _has_head(self, doc: Doc, start: int, end: int) -> bool:
        return any(self._lexicon.kind(doc[i].text) & self._head for i in range(start, end))


def _inner(doc: Doc, i: int) -> bool:
    """Say whether a mark stands inside a word or a plural possessive: "Hi-Tech", "Workers' Union"."""
    return doc[i].text in {"'", "’"} or (
        doc[i].text == "-" and i > 0 and not doc[i - 1].whitespace_
    )
