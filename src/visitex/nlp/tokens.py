"""Small questions about tokens that several components ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from visitex.lang.lexicon import Kind, Lexicon

OPENING, CLOSING = "(（[", ")）]"
COMMAS = {",", "，", "、"}
POSSESSIVES = {"'", "’", "'s", "’s"}
QUOTES = set('"“”„‟«»‹›「」『』')
_GIVEN_STEM, _GIVEN_MOST, _ENDING = 3, 5, 3
"""Letters of a given name that no case changes, at least and at most, and of an ending."""
_WITH_PLACE = 3  # words: a place, a given name, a family name
Bounds = tuple[int, int]
"""First token and one past the last."""


class Claims:
    """Which tokens are taken, so that spans of one pass do not overlap."""

    def __init__(self, doc: Doc) -> None:
        self._taken = bytearray(len(doc))

    def take(self, start: int, end: int) -> None:
        """Mark tokens as taken."""
        self._taken[start:end] = b"\x01" * (end - start)

    def take_all(self, spans: Iterable[Span]) -> None:
        """Mark the tokens of all spans as taken."""
        for span in spans:
            self.take(span.start, span.end)

    def free(self, start: int, end: int) -> bool:
        """Say whether none of the tokens is taken."""
        return 1 not in self._taken[start:end]

    def __getitem__(self, index: int) -> bool:
        return bool(self._taken[index])


def is_name_word(token: Token) -> bool:
    """Say whether a token looks like a part of a name: capitalised, or a script without case."""
    text: str = token.text
    first = text[0]
    return first.isupper() or (first.isalpha() and not first.islower()) or _inner_capital(text)


def _inner_capital(text: str) -> bool:
    return len(text) > 2 and text[1] in "'’-" and text[2].isupper()


def is_function_word(token: Token, lexicon: Lexicon) -> bool:
    """Say whether a capital at a sentence's start says nothing: articles, prepositions, pronouns."""
    kind = lexicon.kind(token.text)
    if kind & (Kind.BODY | Kind.SITE | Kind.TITLE | Kind.PLACE_KIND):
        return False
    return bool(token.is_stop or kind & (Kind.DETERMINER | Kind.CONJUNCTION))


def is_presented(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether an honorific or a title stands beside a name: "Frau Anna Berg"."""
    if start and lexicon.kind(doc[start - 1].text) & Kind.HONORIFIC:
        return True
    comma = end < len(doc) and doc[end].text in {*COMMAS, *OPENING}
    return any(
        title.end == start or (comma and 0 <= title.start - end - 1 <= 1)
        for title in doc.spans.get("titles", [])
    )


def name_end(doc: Doc, start: int, end: int, lexicon: Lexicon) -> int:
    """Return the end of a person's name in front of "of Kelso": where somebody is from is no part."""
    for i in range(start + 1, end - 1):
        kind = lexicon.kind(doc[i].text)
        if not doc[i].is_lower or not kind & Kind.CONNECTOR:
            continue
        home = i - start > 1 and lexicon.territory(doc[i + 1 : end].text)
        if home or not kind & Kind.PARTICLE:
            return i
    return end


def place_in_front(doc: Doc, start: int, end: int, lexicon: Lexicon) -> int:
    """Return how many words in front of a name are a place: "города Харбина Ван Чжаоли".

    Where nouns are declined, a place and a person stand side by side without a small word. All of a
    span may be one: "Федеративной Республики" behind a title.
    """
    inflection = lexicon.pack.inflection
    if not inflection.genitives or start == 0 or doc[start].is_sent_start:
        return 0
    kind = bool(lexicon.kind(doc[start - 1].text) & Kind.PLACE_KIND)
    first = start
    while kind and first < end and doc[first].lower_.endswith(tuple(inflection.epithets)):
        first += 1
    known = first < end and bool(lexicon.territory(doc[first].text))
    if known and (kind or (first + 1 < end and _is_given(doc, first + 1, lexicon))):
        return first + 1 - start
    if end - start < _WITH_PLACE or _is_given(doc, start, lexicon):
        return 0
    if kind and doc[start - 1].is_lower:
        return int(doc[start + 1].is_title)
    local = any(title.end == start for title in doc.spans.get("titles", []))
    return int(local and _is_given(doc, start + 1, lexicon))


def _is_given(doc: Doc, i: int, lexicon: Lexicon) -> bool:
    """Say whether a word can be a frequent given name in some case."""
    text = doc[i].text
    inflection = lexicon.pack.inflection
    stem = text[: max(_GIVEN_STEM, len(text) - 3)][:_GIVEN_MOST]
    return any(
        name.startswith(stem) and abs(len(name) - len(text)) <= _ENDING
        for name in (*inflection.male_names, *inflection.female_names)
    )


def same_line(doc: Doc, start: int, end: int) -> bool:
    """Say whether no line break stands among the tokens."""
    return not any("\n" in token.text for token in doc[start:end] if token.is_space)


def heads_in(doc: Doc, start: int, end: int, kind: Kind, lexicon: Lexicon) -> Iterator[int]:
    """Yield the indices of tokens that are of a kind."""
    return (i for i in range(start, end) if lexicon.kind(doc[i].text) & kind)


def strip_edges(doc: Doc, start: int, end: int, lexicon: Lexicon) -> Bounds:
    """Take white space, commas, articles and connectors off both ends of a stretch."""
    loose = Kind.DETERMINER | Kind.CONNECTOR | Kind.CONJUNCTION
    while start < end and _loose(doc[start], loose, lexicon):
        start += 1
    while (
        end > start and _loose(doc[end - 1], loose, lexicon) and not _legal(doc[end - 1], lexicon)
    ):
        end -= 1
    return start, end


def _loose(token: Token, kinds: Kind, lexicon: Lexicon) -> bool:
    if (
        token.is_space
        or token.text in COMMAS
        or token.text in {";", ":", "-", "–", "—", "|", "*", "•", "·"}
    ):
        return True
    kind = lexicon.kind(token.text)
    return token.text[0].islower() and bool(kind & kinds) and not kind & Kind.PLACE_KIND


def _legal(token: Token, lexicon: Lexicon) -> bool:
    return bool(lexicon.kind(token.text) & Kind.LEGAL)


def take(
    doc: Doc, candidates: Iterable[Bounds], claims: Claims, label: str, rule: str
) -> Iterator[Span]:
    """Yield the candidates whose tokens are free, as spans, and take their tokens."""
    for start, end in candidates:
        if start < end and claims.free(start, end):
            claims.take(start, end)
            yield Span(doc, start, end, label=label, span_id=rule)
