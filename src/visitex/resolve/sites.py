"""Which named places the party went to: the words around a name decide, never the name alone."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterator, Sequence

from visitex.lang.lexicon import Kind, Lexicon
from visitex.resolve.cues import Cue
from visitex.resolve.scene import BULLET, Sentence, is_off
from visitex.text.spans import Span

_MEETING = (
    "receive",
    "received_by",
    "receive_them",
    "meet",
    "present",
    "lead",
    "led_by",
    "guide",
    "guided_by",
)
_STOPS = frozenset({"invited_by", "speech", "led_by", "history", "cancelled", "plan"})
_PASSED = ("LOC", "PER", "TITLE", "DATE")
"""What may stand among the members of a list, in clauses that tell of one of them."""
_ADJACENT = 12
_GAP_WORDS = 60
"""Characters between a verb and its first object, or between two members of a list."""


def visited_spans(sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Span]:
    """Return the mentions of sites and toured bodies that the party went to, in order."""
    found: dict[int, Span] = {}
    announced = False
    for sentence in sentences:
        listed = announced and (sentence.zone == "bullet" or bool(BULLET.match(sentence.text)))
        announced = listed or _announces(sentence)
        places = _programme(sentence, lexicon) if listed else _of_sentence(sentence, lexicon)
        reached = {span.start: span for span in places}
        for span in reached.values():
            if not _locates(sentence, span, reached, lexicon):
                found.setdefault(span.start, span)
    return [found[start] for start in sorted(found)]


def _of_sentence(sentence: Sentence, lexicon: Lexicon) -> Iterator[Span]:
    if sentence.zone == "programme":
        yield from _programme(sentence, lexicon)
        return
    if is_off(sentence) or sentence.zone in {"table", "contact"}:
        return
    for cue in sentence.cues:
        if cue.kind in {"visit", "travel"}:
            yield from _objects(sentence, cue, lexicon)
        elif cue.kind == "visited":
            yield from _subjects(sentence, lexicon)
    if sentence.has(*_MEETING):
        yield from _venues(sentence)


def _announces(sentence: Sentence) -> bool:
    """Say whether a line opens a list of what is visited: "The visits:"."""
    told = sentence.has("visit", "visited", "travel") and not is_off(sentence)
    return told and sentence.text.rstrip().endswith((":", "\uff1a"))


def _programme(sentence: Sentence, lexicon: Lexicon) -> Iterator[Span]:
    yield from sentence.spans("SITE")
    yield from (s for s in sentence.spans("ORG") if is_toured(s, lexicon))


def _objects(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Iterator[Span]:
    """Yield the sites behind "visited", as far as its list goes; a body if it is the object itself."""
    end = min(
        (c.start for c in sentence.cues if c.start >= cue.end and c.kind in _STOPS),
        default=sentence.end,
    )
    if lexicon.pack.writing.verb_last:
        yield from sentence.after(sentence.start, cue.start, "SITE")
    candidates = sentence.after(cue.inner, end, *_PASSED, "SITE", "ORG")
    cursor = cue.end
    listed = held = False
    for span in candidates:
        owned, held = held and span.label == "ORG", span.label == "TITLE"
        if owned or span.label in _PASSED:
            if span.start - cursor > _GAP_WORDS:
                return
            cursor = span.end
            listed = listed and span.label == "LOC"
            continue
        if span.start - cursor > _GAP_WORDS + 40 * listed:
            return
        first = cue.kind == "visit" and span.start - cue.end < _ADJACENT
        member = listed and span.start - cursor < _ADJACENT
        premises = _premises(sentence, cursor, span, lexicon)
        if span.label == "SITE" or first or member or premises or is_toured(span, lexicon):
            yield span
            listed = True
        else:
            listed = False
        cursor = span.end


def _premises(sentence: Sentence, start: int, span: Span, lexicon: Lexicon) -> bool:
    """Say whether the head of a site stands in front of a body: "visited the factory of X"."""
    if not lexicon.pack.writing.small_heads:
        return False
    gap = sentence.text[start - sentence.start : span.start - sentence.start].rpartition(",")[2]
    return any(lexicon.kind(word) & Kind.SITE for word in gap.split() if word.islower())


def _subjects(sentence: Sentence, lexicon: Lexicon) -> Iterator[Span]:
    """Yield the sites of "X, Y and Z were on the programme", and those that follow."""
    for span in sentence.spans("SITE", "ORG"):
        if span.label == "SITE" or is_toured(span, lexicon):
            yield span


def _venues(sentence: Sentence) -> Iterator[Span]:
    """Yield where a meeting took place: a site right behind "at", "in the"."""
    row = sentence.row
    for at, item in enumerate(row.items):
        if item.letter == "S" and item.span and at and row.letters[at - 1] in "odi":
            yield item.span


def _locates(sentence: Sentence, span: Span, reached: Container[int], lexicon: Lexicon) -> bool:
    """Say whether a site only tells where another one is: "the Home in Kuanzhai Alley".

    ``reached`` are the offsets of what the party went to: a host's guild at a hall is no such place.
    """
    items = sentence.row.items
    at = next((i for i, item in enumerate(items) if item.span is span), 0)
    back = at - 1
    while back > 0 and items[back].letter in "odi":
        back -= 1
    if back < 0 or back == at - 1 or items[back].letter not in "SOq":
        return False
    if items[back].letter == "O" and items[back].start not in reached:
        return False
    gap = sentence.text[items[back].end - sentence.start : span.start - sentence.start].split()
    return bool(gap) and gap[0].lower().strip('"”“') in lexicon.pack.sites.locators


def is_toured(span: Span, lexicon: Lexicon) -> bool:
    """Say whether a body is of a kind that one tours: a company, a school, a hospital."""
    toured = lexicon.toured
    text = _own_part(span.text, lexicon)
    if any(word.strip(".,") in toured or word in toured for word in text.lower().split()):
        return True
    heads = (lexicon.head(word, Kind.BODY) for word in text.split())
    if any(head and head.lower().endswith(tuple(toured)) for head in heads):
        return True
    if not lexicon.pack.writing.spaces:
        return text.endswith(tuple(toured))
    return any(" " in phrase and phrase in text.lower() for phrase in toured)


def _own_part(name: str, lexicon: Lexicon) -> str:
    """Return a name up to its first small word: "Leitstelle" of "Leitstelle der Berufsfeuerwehr"."""
    if not lexicon.pack.writing.title_case:
        return name
    own = itertools.takewhile(lambda word: not word[0].islower() or "." in word, name.split())
    return " ".join(own) or name
