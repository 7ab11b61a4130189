"""Who holds which post: titles linked to people and to the bodies that the posts belong to.

Rules read the row of a sentence (see :mod:`visitex.resolve.items`). A chain is one or more titles
with their owners: ``T o O & T o O``. It belongs to the person behind it (``T o O , P``) or in front
of it (``P , T o O``); where both stand, the way that the sentence has gone so far decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from visitex.resolve.items import Item, Row
from visitex.text.spans import Span

_OWNERS = "OLSG"
_LINK = re.compile(r"[oid]*(?:(?<=[oid])y)?[od]*")
_CELL_LINK = re.compile(r"[oid,|]*")
_BRACKET_LINK = re.compile(r"[oid]*,?[oid]*(?=[OLSG]\))")
_RANK_NEXT = re.compile(r"(?=T[hdf]*P)")
_NEXT = re.compile(r"(?:[,;]?&|,)(?:[dyf]|&)*(?=T)|-(?=T)")
_PERSON_BEHIND = re.compile(r"(?P<comma>,|:|\|)?(?P<join>[dhfqa]|\([hx]\)|&|y(?=h)|(?<=h),)*P")
_PERSON_BEFORE = re.compile(r"P(?:\([^()]{1,3}\))?(?:,|\(|\||-|:|a|,a)(?:[dyf])*$")
_APPOSITION = re.compile(r"[,(][dyf]*T(?![hdf]*P)")
_SAME_OWNER = re.compile(r"P[xf]?(?:,|&|,&|;)[dyf]*$")
_OWNER_BEHIND = re.compile(r"o[od]*(?:x(?=O)|(?=[OLG]))")
_ABROAD = re.compile(r"id?L")
_MORE_PEOPLE = re.compile(r"(?:(?:,|&|,&)[hdf]*P)+")
_ACRONYM_BEHIND = re.compile(r"[OL]\([OLGx]\)$")
_BRACKET = re.compile(r"\([OLGxdo]{1,3}\)")
_COMMA_OWNER = re.compile(r",d*(?=O)")
_ENDS_ENTRY = re.compile(r"(?:\([^()]{1,3}\))?(?:$|;|\)|,?x|,?&(?!d*O)|,[hdf]*P)")
_NAME_NEXT = re.compile(r"(?:\([^()]{1,3}\))?,[dhf]*P")
_QUALIFIED_MOST = 25
"""Characters of "main opposition" between "of the" and a body."""


@dataclass
class Draft:
    """A post in the making: ``owner`` is the item of its body, ``possessive`` that of "its".

    ``unnamed`` are words behind "of" that no rule knows: the place of a mayor, perhaps.
    ``sent`` is the stretch "to Vietnam", "in Mumbai" behind the title or its owner.
    """

    title: Span
    owner: Item | None = None
    possessive: Item | None = None
    unnamed: Item | None = None
    sent: tuple[int, int] | None = None
    article: Item | None = None


@dataclass
class Chain:
    """Titles that stand together: items ``start:end`` of the row."""

    start: int
    end: int
    drafts: list[Draft] = field(default_factory=list)
    determined: bool = False


@dataclass
class Holding:
    """What a sentence says of one person: the mention and the posts."""

    person: Span
    drafts: list[Draft]
    row: Row


def link_posts(  # noqa: PLR0913  each is a fact of the language or of the line
    row: Row,
    *,
    cells: bool = False,
    owner_first: bool = False,
    owner_behind: bool = False,
    shared_by: Callable[[Span], bool] | None = None,
    ranks: AbstractSet[str] = frozenset(),
) -> list[Holding]:
    """Return the posts that a sentence gives to people, in order.

    Args:
        row: the sentence.
        cells: the sentence is a row of a table or list, where a comma may stand for "of".
        owner_first: a body stands in front of its title, as in Chinese.
        owner_behind: a body in front of a title never owns it, as where it has the genitive.
        shared_by: says whether several people can hold a title, by its form; all can if not given.
        ranks: titles in lower case that may follow another post: "Commander of the X Admiral Y".
    """
    reader = _Reader(
        row, cells=cells, owner_first=owner_first, owner_behind=owner_behind, ranks=ranks
    )
    titled: set[int] = set()
    introduced: set[int] = set()
    at = 0
    shared: Item | None = None
    ownerless: Draft | None = None
    found: list[Holding] = []
    while (at := row.letters.find("T", at)) >= 0:
        chain = reader.chain(at, introduced)
        at = chain.end
        person, behind = _holder(row, chain, titled)
        if person is None:
            continue
        if behind:
            titled.add(person)
            introduced |= {person} if "," in row.letters[chain.end : person] else set()
            shared = _complete(row, chain, person, shared)
            ownerless = _pair(row, chain, person, ownerless)
        plural = shared_by is None or shared_by(chain.drafts[0].title)
        for holder in [person, *(_sharing(row, chain, person) if behind and plural else ())]:
            span = row.items[holder].span
            if span is not None:
                found.append(Holding(span, [*chain.drafts], row))
    return found


def opening_chain(row: Row) -> list[Draft] | None:
    """Return the posts of a sentence that opens with "The General Secretary of X", without a name."""
    if not re.match(r"q?[dy]T", row.letters):
        return None
    chain = _Reader(row, cells=False, owner_first=False).chain(row.letters.index("T"))
    named = _PERSON_BEHIND.match(row.letters, chain.end)
    owned = any(draft.owner is not None and draft.owner.span is not None for draft in chain.drafts)
    return chain.drafts if owned and not named else None


def _pair(row: Row, chain: Chain, person: int, waiting: Draft | None) -> Draft | None:
    """Give the first of "CEO A and Director B of X" the body of the second.

    Return the draft without a body that a next chain may complete.
    """
    last = chain.drafts[-1]
    if waiting is not None and waiting.owner is None and last.owner is not None:
        behind = last.owner.start > last.title.end and last.owner.start > row.items[person].end
        waiting.owner = last.owner if behind else None
    joined = re.compile(r"&[dyf]*T").match(row.letters, person + 1)
    return last if joined and last.owner is None and not last.possessive else None


def _complete(row: Row, chain: Chain, person: int, shared: Item | None) -> Item | None:
    """Give a chain in front of a name the body that follows the name or that the last one had.

    "Bishop A of the X Diocese"; "IFEW President A and General Secretary B". Return the body that a
    next chain may share.
    """
    last = chain.drafts[-1]
    if last.owner is None and not last.possessive:
        more = _MORE_PEOPLE.match(row.letters, person + 1)
        link = _OWNER_BEHIND.match(row.letters, more.end() if more else person + 1)
        if link and (row.letters[link.end() - 1] != "x" or _is_short(row.items[link.end() - 1])):
            last.owner = row.items[link.end()]
        elif (
            shared
            and shared.end <= last.title.start
            and _SAME_OWNER.search(row.letters, 0, chain.start)
        ):
            last.owner = shared
    return last.owner if last.owner and last.owner.end <= last.title.start else None


def _holder(row: Row, chain: Chain, titled: set[int]) -> tuple[int | None, bool]:
    """Return the index of the person whom a chain belongs to, and whether it stands behind it."""
    behind = _PERSON_BEHIND.match(row.letters, chain.end)
    before = _PERSON_BEFORE.search(row.letters, 0, chain.start)
    if behind is None:
        return (before.start() if before else None), False
    if before is None:
        return behind.end() - 1, True
    listed = "&" in behind.group() or "a" in before.group()
    if listed:
        return before.start(), False
    served = before.start() in titled
    if not served and _APPOSITION.match(row.letters, behind.end()):
        return before.start(), False
    if served or not behind.group("comma"):
        return behind.end() - 1, True
    return before.start(), False


def _is_short(words: Item) -> bool:
    return words.lower and words.end - words.start <= _QUALIFIED_MOST


def _sharing(row: Row, chain: Chain, person: int) -> list[int]:
    """Return the other people of "Vice Chairmen A, B and C": one plural title for all of them."""
    more = _MORE_PEOPLE.match(row.letters, person + 1)
    if (
        not more
        or len(chain.drafts) != 1
        or (chain.end < person and "," in row.letters[chain.end : person])
    ):
        return []
    others = [i for i in range(more.start(), more.end()) if row.letters[i] == "P"]
    following = row.letters[more.end() : more.end() + 2]
    if following[:1] in {",", "("} and following[1:] in {"T", "d"}:
        return others[:-1]  # the last one has a post of their own
    return others


class _Reader:
    """Reads chains of titles off a row."""

    def __init__(
        self,
        row: Row,
        *,
        cells: bool,
        owner_first: bool,
        owner_behind: bool = False,
        ranks: AbstractSet[str] = frozenset(),
    ) -> None:
        self._row = row
        self._ranks = ranks
        self._letters = row.letters
        self._link = _CELL_LINK if cells else _LINK
        self._owner_first = owner_first
        self._owner_behind = owner_behind

    def chain(self, start: int, titled: Collection[int] = ()) -> Chain:
        """Return the chain that begins with the title at ``start``.

        ``titled`` are the people who have "the mayor of X," in front: what follows is not theirs.
        """
        first = self._back(start)
        chain = Chain(first, start, determined="d" in self._letters[first:start])
        at = start
        while True:
            at = self._post(chain, at)
            step = _NEXT.match(self._letters, at)
            following = self._following(at, step)
            if following is None or self._opens_next_person(chain, following, titled):
                break
            at = following
        chain.end = at
        self._share(chain.drafts)
        return chain

    def _following(self, at: int, step: re.Match[str] | None) -> int | None:
        """Return the index of the next title of the chain, or None."""
        if step:
            return step.end()
        if self._letters[at - 1] in "OL" and _RANK_NEXT.match(self._letters, at):
            span = self._row.items[at].span
            return at if span is not None and span.text.lower() in self._ranks else None
        if self._owner_first:
            owned = re.compile(r"[,&]*[OL]*(?=T)").match(self._letters, at)
            return owned.end() if owned else None
        return None

    def _back(self, start: int) -> int:
        """Return where a chain really begins: an owner, articles and possessives may stand in front."""
        if self._owner_in_front(start) is not None:
            start -= 1 + (self._letters[start - 1] in "s-")
        while start > 0 and self._letters[start - 1] in "dyf":
            start -= 1
        return start

    def _post(self, chain: Chain, at: int) -> int:
        """Add the post whose title stands at ``at``; return the index behind it."""
        title = self._row.items[at]
        assert title.span is not None
        possessive = self._row.items[at - 1] if self._letters[at - 1 : at] == "y" else None
        draft = Draft(title.span, self._owner_in_front(at), possessive)
        article = at - 1
        while article > 0 and self._letters[article] in "OLSs-":
            article -= 1
        if article >= 0 and self._letters[article] == "d":
            draft.article = self._row.items[article]
        chain.drafts.append(draft)
        link = self._listed_owner(at) or self._link.match(self._letters, at + 1)
        if self._letters[:at].rstrip("df").endswith("("):
            link = _BRACKET_LINK.match(self._letters, at + 1) or link
        end = link.end() if link else at + 1
        if self._letters[end : end + 2] == "GO":
            end += 1
        if self._letters[end : end + 3] == "LsO":
            end += 2
        if self._qualified(at, end):
            end += 1
        draft.sent = self._sent(at + 1)
        if end < len(self._letters) and self._letters[end] in _OWNERS and self._may_own(at, end):
            draft.owner = self._row.items[end]
            draft.sent = self._sent(end + 1)
            return self._after_owner(end + 1)
        if draft.sent:
            return end + 1
        if self._letters[end : end + 1] == "x" and "o" in self._letters[at + 1 : end]:
            draft.unnamed = self._row.items[end]
            return end + 1
        return at + 1

    def _listed_owner(self, at: int) -> re.Match[str] | None:
        """Return the comma of "A, Director, Kelso Museum;" and "Director, Kelso Museum, Dr A"."""
        comma = _COMMA_OWNER.match(self._letters, at + 1)
        if comma is None or self._owner_first:
            return None
        named = self._letters[:at].rstrip("df").endswith(("P,", "P("))
        behind = self._letters[comma.end() + 1 :]
        if named:
            return comma if _ENDS_ENTRY.match(behind) else None
        return comma if _NAME_NEXT.match(behind) else None

    def _qualified(self, at: int, end: int) -> bool:
        """Say whether plain words at ``end`` only qualify the body behind: "of the ruling X Party"."""
        if self._letters[end : end + 2] != "xO" or "o" not in self._letters[at + 1 : end]:
            return False
        return _is_short(self._row.items[end])

    def _sent(self, at: int) -> tuple[int, int] | None:
        """Return the stretch of "in Mumbai" at ``at``, or None."""
        abroad = _ABROAD.match(self._letters, at)
        if abroad is None:
            return None
        return self._row.items[at].start, self._row.items[abroad.end() - 1].end

    def _may_own(self, at: int, end: int) -> bool:
        """Say whether the body at ``end`` owns the title at ``at`` and not the one behind it."""
        if end == at + 1 and self._owner_first:
            return False
        if self._letters[end] == "L" and "o" not in self._letters[at:end] and end > at + 1:
            return False
        owned_by_next = self._letters[end + 1 : end + 2] == "T"
        return end > at + 1 or not owned_by_next

    def _owner_in_front(self, at: int) -> Item | None:
        """Return the body in "IFEW President", "Lao Vice President", "the union's chairman"."""
        at -= 1
        if at > 0 and self._letters[at] in "s-":
            at -= 1
        if self._owner_first and (acronym := _ACRONYM_BEHIND.search(self._letters, 0, at + 1)):
            at = acronym.start()
        if at < 0 or self._letters[at] not in _OWNERS:
            return None
        if self._owner_behind and self._letters[at + 1] not in "s-":
            return None
        if at and self._letters[at - 1] == "T" and not self._owner_first:
            return None
        return self._row.items[at]

    def _after_owner(self, at: int) -> int:
        """Step over an acronym in brackets and over complements: "of the X in Y"."""
        bracket = _BRACKET.match(self._letters, at)
        if bracket:
            at = bracket.end()
        more = re.compile(r"[oid]+[OL](?!T)").match(self._letters, at)
        return more.end() if more else at

    def _opens_next_person(self, chain: Chain, at: int, titled: Collection[int]) -> bool:
        """Say whether the title at ``at`` stands in front of another person: "A, chair of X, Mayor B"."""
        before = _PERSON_BEFORE.search(self._letters, 0, chain.start)
        if before is None or before.start() in titled:
            return False
        probe = _Reader(
            self._row,
            cells=False,
            owner_first=self._owner_first,
            owner_behind=self._owner_behind,
            ranks=self._ranks,
        )
        rest = Chain(at, at)
        end = probe._post(rest, at)
        behind = _PERSON_BEHIND.match(self._letters, end)
        if not behind:
            return False
        return not behind.group("comma") or self._letters[at - 1] == "d"

    def _share(self, drafts: Sequence[Draft]) -> None:
        """Give a title without a body the one of its neighbour: "Secretary and Vice President of X"."""
        order = drafts if self._owner_first else list(reversed(drafts))
        owner: Item | None = None
        for draft in order:
            if draft.owner is None and not draft.possessive:
                draft.owner = owner
            owner = draft.owner
