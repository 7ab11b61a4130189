"""Offices that stand for somebody named elsewhere: "the mayor received the guests"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from visitex.lang.lexicon import Kind
from visitex.resolve.cast import Cast
from visitex.resolve.items import Item, Row
from visitex.resolve.keys import Key, person_key
from visitex.resolve.offices import Offices
from visitex.resolve.posts import link_posts
from visitex.resolve.scene import Sentence
from visitex.text.spans import Span


def with_stand_ins(cast: Cast, offices: Offices) -> tuple[list[Sentence], dict[int, Key]]:
    """Return what is told, with offices that can only mean one person as mentions of that person.

    The keys tell, by offset, whom each of them means.
    """
    holders = _holders(cast, offices)
    keys: dict[int, Key] = {}
    sentences = []
    for sentence in cast.told:
        meant = dict(_meant(sentence, cast, holders))
        if meant:
            keys.update({item.start: key for item, key in meant.items()})
            sentence = _replaced(sentence, set(meant))  # noqa: PLW2901 -- the same, read further
        sentences.append(sentence)
    return sentences, keys


def _holders(cast: Cast, offices: Offices) -> dict[str, set[int]]:
    """Return the people by the word that heads their office."""
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for i in range(len(cast.people)):
        for title, _ in offices.of(i):
            head = _head(title, cast)
            if head:
                holders[head].add(i)
    return holders


def _head(title: str, cast: Cast) -> str | None:
    """Return the word that heads a title, in its dictionary form, or None."""
    for word in title.split():
        if cast.lexicon.kind(word) & Kind.TITLE:
            return (cast.lexicon.head(word, Kind.TITLE) or word).lower()
    return None


def _meant(
    sentence: Sentence, cast: Cast, holders: dict[str, set[int]]
) -> Iterator[tuple[Item, Key]]:
    """Yield the bare titles of a sentence that one person alone can be meant by."""
    if "T" not in sentence.row.letters:
        return
    held = {d.title.start for holding in link_posts(sentence.row) for d in holding.drafts}
    for at, item in enumerate(sentence.row.items):
        if item.letter != "T" or item.span is None or item.start in held:
            continue
        if not _is_bare(sentence, at):
            continue
        people = holders.get(_head(item.span.text, cast) or "", set())
        if len(people) == 1:
            yield item, person_key(next(iter(people)))


def _is_bare(sentence: Sentence, at: int) -> bool:
    """Say whether a title stands alone behind an article: no "of X" behind it or in front of it.

    "By the" may be one item with "of the"; a cue then ends in it.
    """
    letters, items = sentence.row.letters, sentence.row.items
    first = at - 1
    while first > 0 and letters[first] == "f":
        first -= 1
    if first < 0 or letters[at + 1 : at + 2] in set("oOLS"):
        return False
    agent = any(items[first].start < cue.end <= items[at].start for cue in sentence.cues)
    owned = letters[first] == "o" or letters[first - 1 : first] == "o"
    return letters[first] in "dio" and (agent or not owned)


def _replaced(sentence: Sentence, stand_ins: AbstractSet[Item]) -> Sentence:
    items: Sequence[Item] = [
        Item("P", item.start, item.end, _as_person(item.span)) if item in stand_ins else item
        for item in sentence.row.items
    ]
    row = Row(items, "".join(item.letter for item in items))
    return msgspec.structs.replace(sentence, row=row)


def _as_person(span: Span | None) -> Span | None:
    return msgspec.structs.replace(span, label="PER") if span else None
