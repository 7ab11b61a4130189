"""A sentence as a row of letters: mentions and the small words between them.

Linking rules then read like grammar: ``P,ToO`` is a person, a comma, a title, "of", a body.

    P person  T title  O organization  L place  S site  D date
    ,  ;  :  (  )  |  -      marks          q  quotation mark
    o  "of the"  i  "at", "in"  &  "and"       d  article        y  possessive ("its")
    s  possessive ending     h  honorific   a  "who is", "as"
    G  a common noun that takes up a body ("the federation")
    x  any other words
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from visitex.lang.lexicon import Kind, Lexicon
from visitex.lang.pack import Pack
from visitex.text.normal import fold
from visitex.text.spans import Span
from visitex.text.trie import any_of

_LETTERS = {"PER": "P", "TITLE": "T", "ORG": "O", "LOC": "L", "SITE": "S", "DATE": "D"}
_MARKS = {
    ",": ",", "，": ",", "、": ",", ";": ";", "；": ";", ":": ":", "：": ":", "(": "(", "（": "(",
    ")": ")", "）": ")", "[": "(", "]": ")", "|": "|", "\t": "|", "-": "-", "–": "-", "—": "-",
    "/": "/", "&": "&", '"': "q", "“": "q", "”": "q", "„": "q", "«": "q", "»": "q",
}  # fmt: skip
_WORD = r"'s(?!\w)|[^\W_]+(?:[.'&-][^\W_]+)*\.?|\t|[^\w\s]"
_HAN = r"[\u3400-\u9fff\uf900-\ufaff]"
_BESIDE_HAN = r"[^\W_\u3400-\u9fff\uf900-\ufaff]+"
_LONGEST_PHRASE = 5


class Item(msgspec.Struct, frozen=True):
    """One letter of the row, with its place in the text; ``span`` where it is a mention.

    ``lower`` says of other words that none has a capital.
    """

    letter: str
    start: int
    end: int
    span: Span | None = None
    lower: bool = False


class Row(msgspec.Struct, frozen=True):
    """A sentence as items and as the string of their letters."""

    items: Sequence[Item]
    letters: str


class RowMaker:
    """Turns sentences into rows, with the words of one pack."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._phrases = _phrases(lexicon.pack)
        self._of = frozenset(lexicon.pack.link.of)
        self._token = _token(lexicon)
        self._declines = bool(lexicon.pack.inflection.genitives)
        self._epithets = tuple(lexicon.pack.inflection.epithets)
        self._address = frozenset(lexicon.pack.names.honorifics if self._declines else ())
        self._dropped = "h" if lexicon.pack.names.honorifics_follow else ""

    def row(self, text: str, start: int, end: int, spans: Iterable[Span]) -> Row:
        """Return the row of ``text[start:end]`` with the mentions that stand in it."""
        items: list[Item] = []
        cursor = start
        for span in spans:
            if span.start < cursor or span.label not in _LETTERS:
                continue
            gap = list(self._gap(text, cursor, span.start, place=span.label == "LOC"))
            items += self._behind(text, items, gap)
            if self._declines and span.label == "LOC" and items and self._lies_in(items[-1]):
                items.pop()
            items.append(Item(_LETTERS[span.label], span.start, span.end, span))
            cursor = span.end
        items += self._behind(text, items, list(self._gap(text, cursor, end)))
        return Row(items, "".join(item.letter for item in items))

    def _behind(self, text: str, items: list[Item], gap: list[Item]) -> list[Item]:
        """Return a gap; an article behind a title or body is "of", where it can mean that: "Rektor der X"."""
        if not items or not gap or items[-1].letter not in "TO" or gap[0].letter != "d":
            return gap
        first = gap[0]
        both = text[first.start : first.end].lower() in self._of
        return [Item("o", first.start, first.end), *gap[1:]] if both else gap

    def _gap(self, text: str, start: int, end: int, *, place: bool = False) -> Iterator[Item]:
        """Yield the letters of the words between two mentions; runs of other words become one x.

        The kind of a ``place`` in front of it says nothing of its own: "de Republiek Suriname".
        """
        if start >= end:
            return
        folded = fold(text[start:end])
        tokens = [
            (m.start() + start, m.end() + start, m.group()) for m in self._token.finditer(folded)
        ]
        while place and tokens and self._tells_kind(tokens[-1][2]):
            tokens.pop()
        at = 0
        last_x: Item | None = None
        while at < len(tokens):
            length, letter = self._letter(tokens, at)
            item = Item(letter, tokens[at][0], tokens[at + length - 1][1])
            at += length
            if letter == self._dropped:
                continue
            if letter == "x":
                first, lower = (last_x.start, last_x.lower) if last_x else (item.start, True)
                lower = lower and tokens[at - 1][2].islower()
                last_x = Item("x", first, item.end, lower=lower)
                continue
            if last_x:
                yield last_x
                last_x = None
            yield item
        if last_x:
            yield last_x

    def _lies_in(self, item: Item) -> bool:
        """Say whether a place is but an adjective in front of another: "турецкой провинции X"."""
        return item.letter == "L" and item.span is not None and item.span.text[0].islower()

    def _tells_kind(self, word: str) -> bool:
        """Say whether a word goes with a place: its kind, or "Federalnej" behind one."""
        epithet = (
            bool(self._epithets) and word[0].isupper() and word.lower().endswith(self._epithets)
        )
        return epithet or bool(self._lexicon.kind(word) & Kind.PLACE_KIND)

    def _letter(self, tokens: Sequence[tuple[int, int, str]], at: int) -> tuple[int, str]:
        """Return how many tokens a letter takes, and the letter."""
        word = tokens[at][2]
        if word in _MARKS:
            return 1, _MARKS[word]
        if word == "'s":
            return 1, "s"
        for length in range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1):
            phrase = " ".join(token[2] for token in tokens[at : at + length]).lower()
            letter = self._phrases.get(phrase)
            if letter:
                return length, letter
        kind = self._lexicon.kind(word)
        if kind & Kind.HONORIFIC and (
            word[0].isupper() or word.endswith(".") or word in self._address
        ):
            return 1, "h"
        if kind & Kind.BODY and kind & Kind.NEVER_BODY:
            return 1, "G"
        return 1, "x"


@lru_cache(maxsize=16)
def _token(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the expression for one word; without spaces, the longest that the pack knows."""
    if lexicon.pack.writing.spaces:
        return re.compile(_WORD)
    known = any_of(fold(word) for word in lexicon.phrases())
    return re.compile(rf"{known}|{_HAN}|{_BESIDE_HAN}|{_WORD}")


def _phrases(pack: Pack) -> dict[str, str]:
    """Return phrase -> letter; where a word is in two lists, the later one below wins.

    Where words are of several tokens, forms of address and common nouns for bodies are among them.
    """
    link, plain = pack.link, pack.writing.syllables or not pack.writing.spaces
    never = set(pack.bodies.never)
    generic = [word for word in pack.bodies.heads.by_gender() if word in never]
    groups = (
        (generic if plain else [], "G"), (pack.names.honorifics if plain else [], "h"),
        (link.fillers, "f"), (link.at, "i"), (link.of, "o"), (link.appositions, "a"),
        (link.determiners, "d"), (link.possessives, "y"), (link.conjunctions, "&"),
        (link.own, "G"),
    )  # fmt: skip
    return {phrase.lower(): letter for phrases, letter in groups for phrase in phrases}
