"""Whose page it is: the body that the page's own head names, whole, in whatever case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from visitex.lang.lexicon import Kind, Lexicon
from visitex.nlp.tokens import Bounds

_PARTING = re.compile(r"\s+[|»›>·•/–—-]+\s+|\s*[|»›>·•\n]\s*|\s{3,}")
_FEWEST, _MOST = 2, 12  # words of a name in a masthead
_SMALL = Kind.CONNECTOR | Kind.DETERMINER | Kind.CONJUNCTION


def masthead_bodies(doc: Doc, lexicon: Lexicon) -> Iterator[Bounds]:
    """Yield the parts of the masthead that are the name of a body from end to end.

    The recogniser was trained on sentences and breaks such lines off, in capitals above all.
    """
    if not lexicon.pack.writing.spaces:
        return
    for zone in doc.spans.get("layout", []):
        if zone.label_ != "masthead":
            continue
        at = 0
        for gap in [*_PARTING.finditer(zone.text), None]:
            end = gap.start() if gap else len(zone.text)
            span = doc.char_span(zone.start_char + at, zone.start_char + end)
            if span is not None and _is_body(zone.text[at:end].split(), lexicon):
                yield span.start, span.end
            at = gap.end() if gap else end


def _is_body(words: list[str], lexicon: Lexicon) -> bool:
    if not _FEWEST <= len(words) <= _MOST or any(word.isdigit() for word in words):
        return False
    if not all(
        word[0].isupper() or not word[0].isalpha() or _small(word, lexicon) for word in words
    ):
        return False
    own = next((i for i, word in enumerate(words) if i and _small(word, lexicon)), len(words))
    first = lexicon.kind(words[own - 1].lower())
    last = lexicon.kind(words[-1].lower().rstrip(","))
    generic = own == 1 and bool(first & Kind.NEVER_BODY) and not _joined(words, lexicon)
    headed = bool(first & Kind.BODY) and not generic
    if lexicon.pack.writing.nouns_capitalised:  # "Handelskammer Kelso"
        headed = headed or bool(lexicon.kind(words[0].lower()) & Kind.BODY)
    return headed or bool(last & (Kind.BODY | Kind.LEGAL))


def _joined(words: list[str], lexicon: Lexicon) -> bool:
    """Say whether "of" follows the first word: "MINISTRY OF HEALTH", not "Press and Events"."""
    return len(words) > 1 and bool(lexicon.kind(words[1].lower()) & Kind.CONNECTOR)


def _small(word: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.kind(word.lower()) & _SMALL)
