"""The posts of everybody: drafts of sentences resolved to titles in citation form and their bodies."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from visitex.lang.lexicon import Kind
from visitex.resolve.cast import Cast
from visitex.resolve.cite import cite_title
from visitex.resolve.items import Item
from visitex.resolve.keys import Key, body_key, person_key, place_key
from visitex.resolve.people import Someone
from visitex.resolve.posts import Draft, Holding, link_posts, opening_chain
from visitex.resolve.scene import Sentence
from visitex.resolve.side_reader import HOST, VISITOR
from visitex.resolve.sides import Sides
from visitex.resolve.words import words
from visitex.text.normal import clean
from visitex.text.spans import Span

_NEARBY = 60
"""Characters between a toured body and the office of somebody who works there."""

Office = tuple[str, Key | None]
"""A title in citation form and the body, place or site that it belongs to."""


class Offices:
    """The posts of each person, by index; :meth:`link` reads them, :meth:`complete` fills gaps."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._pack = cast.lexicon.pack
        self._posts: list[list[Office]] = [[] for _ in cast.people]
        self._sentence: Sentence | None = None
        self._ranks = frozenset(self._pack.titles.ranks)
        self._owning = [s for s in cast.reading.spans if s.label in {"ORG", "SITE"}]
        self._starts = [span.start for span in self._owning]
        self._toured_starts = [span.start for span in cast.visited]
        self._people_starts = sorted(s.start for person in cast.people for s in person.spans)

    def of(self, person: int) -> list[Office]:
        """Return the posts of a person; a rank is dropped where there is another post."""
        posts = self._posts[person]
        owned = {owner for title, owner in posts if not self._is_rank(title)}
        others = [p for p in posts if not self._is_rank(p[0]) or (p[1] and p[1] not in owned)]
        return others or posts

    def _is_rank(self, title: str) -> bool:
        """Say whether a title is a rank, also of somebody who has retired: "Oberst a. D."."""
        lower = title.lower()
        bare = {lower.removesuffix(f" {word}") for word in self._pack.titles.qualifiers}
        return lower in self._ranks or not bare.isdisjoint(self._ranks)

    def is_envoy(self, title: str) -> bool:
        """Say whether a title is that of an ambassador, consul or attaché."""
        return is_one_of(title, self._pack.titles.envoys)

    def owners(self) -> list[tuple[Key, Key]]:
        """Return pairs of a person and a body or place that a post of theirs belongs to."""
        return [
            (person_key(i), owner)
            for i, posts in enumerate(self._posts)
            for _, owner in posts
            if owner is not None
        ]

    def link(self) -> None:
        """Read the posts that sentences give to people."""
        owner_first = self._pack.order == "body-title"
        owner_behind = bool(self._pack.inflection.genitives)
        subject: Span | None = None
        for sentence in self._cast.sentences:
            self._sentence = sentence
            anaphor = opening_chain(sentence.row) if subject is not None else None
            if anaphor and subject is not None and self._is_free(subject):
                self._hold(Holding(subject, anaphor, sentence.row))
            cells = sentence.zone in {"table", "programme"} or "|" in sentence.row.letters
            for holding in link_posts(
                sentence.row,
                cells=cells,
                owner_first=owner_first,
                owner_behind=owner_behind,
                shared_by=self._is_shared,
                ranks=self._ranks,
            ):
                self._hold(holding)
            subject = next(iter(sentence.spans("PER")), subject)

    def _is_shared(self, title: Span) -> bool:
        """Say whether a title is in the plural, or of a pack that does not tell the plurals."""
        forms = self._pack.titles.forms
        endings = tuple(
            {form[-1] for form in forms} - {base[-1].lower() for base in forms.values()}
        )
        if not endings:
            return True
        parts = title.text.lower().split(" ")
        return any(
            part in forms or part.endswith(endings) or self._cast.lexicon.singular(part) != part
            for part in parts
        )

    def _is_free(self, span: Span) -> bool:
        """Say whether a mention is of somebody who has no post yet."""
        key = self._cast.keys.get(span.start)
        return key is not None and key.kind == "person" and not self._posts[key.at]

    def _hold(self, holding: Holding) -> None:
        key = self._cast.keys.get(holding.person.start)
        if key is None or key.kind != "person":
            return
        posts = self._posts[key.at]
        for draft in holding.drafts:
            title = self._title(draft, self._cast.people[key.at])
            if title is None or self._is_anothers(holding, draft, title, key.at):
                continue
            owner = self._owner(draft)
            if owner is None and self._is_crowd(draft.title.text):
                continue
            if owner is None and any(_is_part(title, old) for old, _ in posts):
                continue
            posts[:] = [(old, o) for old, o in posts if o is not None or not _is_part(old, title)]
            same = [i for i, (old, _) in enumerate(posts) if words(old) == words(title)]
            if not same:
                posts.append((title, owner))
            elif posts[same[0]][1] is None:
                posts[same[0]] = (title, owner)

    def _is_anothers(self, holding: Holding, draft: Draft, title: str, person: int) -> bool:
        """Say whether "the mayor" of "the mayor and alderman A" is somebody named before."""
        first = len(holding.drafts) > 1 and draft is holding.drafts[0]
        if not first or draft.article is None or draft.owner is not None:
            return False
        others = (posts for at, posts in enumerate(self._posts) if at != person)
        return any(words(old) == words(title) for posts in others for old, _ in posts)

    def _is_crowd(self, title: str) -> bool:
        """Say whether a title means several people: "members"; a case may look like their plural."""
        return not self._pack.inflection.nouns and title.lower() in self._pack.titles.not_posts

    def _title(self, draft: Draft, person: Someone) -> str | None:
        """Return a title in citation form, or None if it is no post."""
        female = _female(person.honorific, self._pack.names.male, self._pack.names.female)
        if female is None and draft.article is not None:
            female = self._female_by_article(draft, draft.article)
        title = cite_title(draft.title.text, self._cast.lexicon, female=female)
        if draft.sent and self.is_envoy(title):
            title += " " + clean(self._cast.reading.text[slice(*draft.sent)])
        return None if title.lower() in self._pack.titles.not_posts else title

    def _female_by_article(self, draft: Draft, item: Item) -> bool | None:
        """Tell the holder's gender by the article: "dem Vorsitzenden", "der Vorsitzenden"."""
        article = self._cast.reading.text[item.start : item.end].lower()
        if article in self._pack.inflection.male_determiners:
            return False
        if article in self._pack.inflection.female_determiners:
            return draft.title.text.endswith("n")
        return None

    def _owner(self, draft: Draft) -> Key | None:
        item = draft.owner
        if item is None and draft.unnamed is not None:
            return self._unknown_place(draft, draft.unnamed)
        if item is None:
            possessive = draft.possessive
            return self._antecedent(draft, possessive) if possessive else self._nearby(draft)
        if item.span is None:
            return self._taken_up(item) or self._nearby(draft)
        return self._cast.key(item.span)

    def _unknown_place(self, draft: Draft, item: Item) -> Key | None:
        """Return the place of "Mayor of Tiefenort", where nothing else knows the name."""
        if not self._is_local(draft.title.text):
            return None
        name = clean(self._cast.reading.text[item.start : item.end])
        short = name.replace("-", "").replace(" ", "").isalpha() and name.count(" ") < 3
        return place_key(name) if short and all(w[0].isupper() for w in name.split()) else None

    def _antecedent(self, draft: Draft, possessive: Item) -> Key | None:
        """Return the body that "its" or "our" means: the last one named before, or the page's own.

        What was toured counts in its own sentence: "the X Centre, by its manager".
        """
        word = self._cast.reading.text[possessive.start : possessive.end].lower()
        if word in self._pack.link.ours and self._cast.principal is not None:
            return self._cast.principal
        before = bisect_left(self._starts, draft.title.start)
        for span in reversed(self._owning[:before]):
            if span.label == "ORG" or self._same_sentence(span, draft):
                return self._cast.key(span)
        return None

    def _same_sentence(self, span: Span, draft: Draft) -> bool:
        start = self._sentence.start if self._sentence is not None else 0
        return start <= span.start and span.end <= draft.title.start

    def _nearby(self, draft: Draft) -> Key | None:
        """Return the toured body right before a title: "the Opel plant, where works manager X"."""
        if self._is_local(draft.title.text):
            return None
        start = draft.title.start
        at = bisect_left(self._toured_starts, start) - 1
        if at < 0 or not 0 <= start - self._cast.visited[at].end <= _NEARBY:
            return None
        near = self._cast.visited[at]
        bodily = is_one_of(draft.title.text, self._pack.titles.bodily)
        if near.start not in self._cast.keys and (not bodily or self._in_a_venue()):
            return None
        person = bisect_left(self._people_starts, near.end)
        if self._people_starts[person : person + 1] and self._people_starts[person] < start:
            return None
        return self._cast.key(near)

    def _in_a_venue(self) -> bool:
        """Say whether a sentence tells of a reception: where it took place is nobody's body."""
        return self._sentence is not None and self._sentence.has("received_by", "meet")

    def _taken_up(self, item: Item) -> Key | None:
        """Return the body that "the federation" means: the last one before that is of this kind."""
        form = self._cast.reading.text[item.start : item.end]
        if form.lower() in self._pack.link.own:
            return self._cast.principal
        head = (self._cast.lexicon.head(form, Kind.BODY) or form).lower()
        compounds = self._cast.lexicon.compounds or self._pack.inflection.nouns
        before = [
            (max(starts), i)
            for i, body in enumerate(self._cast.bodies)
            if _has_head(body.name, head, compounds=bool(compounds))
            and (starts := [span.start for span in body.spans if span.start < item.start])
        ]
        return body_key(max(before)[1]) if before else None

    def complete(self, sides: Sides, home: Callable[[float, bool], list[Key]]) -> None:
        """Give posts that name no body the one that only can be meant.

        ``home`` returns the places that officials of a side can be of; its second argument says
        whether the office is that of a town or region. A rank is held wherever one serves.
        """
        held = {side: self._held(side, sides) for side in (VISITOR, HOST)}
        for i, posts in enumerate(self._posts):
            side = sides.side(person_key(i))
            for at, (title, owner) in enumerate(posts):
                if owner is None and not self._is_rank(title):
                    posts[at] = (title, self._meant(title, side, sides, home, held.get(side)))

    def _held(self, side: float, sides: Sides) -> Key | None:
        """Return the body that most people of a side have a post in."""
        owners = Counter(
            owner
            for i, posts in enumerate(self._posts)
            if sides.side(person_key(i)) == side
            for _, owner in posts
            if owner is not None and owner.kind == "body" and sides.side(owner) == side
        )
        return next((owner for owner, _ in owners.most_common(1)), None)

    def _meant(
        self,
        title: str,
        side: float,
        sides: Sides,
        home: Callable[[float, bool], list[Key]],
        held: Key | None,
    ) -> Key | None:
        local = self._is_local(title)
        bodily = is_one_of(title, self._pack.titles.bodily)
        state = local or is_one_of(title, self._pack.titles.state)
        found: list[Key] = []
        if side and not local:
            found = sides.acting(side, "body")
            found = found or (self._leading(side, sides) if bodily or not state else [])
        if side and not found and (state or side > 0):
            found = home(side, local)
        if found or local:
            return next(iter(found), None)
        if self._speaks(side, bodily, sides) and not (state and not bodily):
            return self._cast.principal
        return None if state and not bodily else held

    def _speaks(self, side: float, bodily: bool, sides: Sides) -> bool:
        """Say whether somebody without a body can only be of the page's own: a host, if anybody."""
        own = self._cast.principal
        if own is None or not side:
            return bodily and own is not None
        return side < 0 and own not in sides.acting(-side, "body")

    def _leading(self, side: float, sides: Sides) -> list[Key]:
        """Return the bodies of whoever leads the guests: those with them are of the same."""
        for key in sides.direct({"led_by", "lead"}, side) if side > 0 else ():
            if key.kind == "person":
                return [o for _, o in self._posts[key.at] if o is not None and o.kind == "body"]
        return []

    def _is_local(self, title: str) -> bool:
        titles = self._pack.titles
        return is_one_of(title, titles.local, compounds=bool(titles.suffixes))


def _is_part(short: str, title: str) -> bool:
    """Say whether a title is another one cut short: "Mayor" of "Acting Mayor"."""
    part, whole = words(short), words(title)
    return 0 < len(part) < len(whole) and part in (whole[: len(part)], whole[-len(part) :])


def is_one_of(title: str, known: Sequence[str], *, compounds: bool = False) -> bool:
    """Say whether a title is one of a list, with or without modifiers and portfolio.

    With ``compounds``, one of the list may be the last part of a word: "Ortsbürgermeister".
    """
    parts = title.lower().split()
    phrases = {" ".join(parts[a:b]) for a in range(len(parts)) for b in range(a + 1, a + 4)}
    if not phrases.isdisjoint(known):
        return True
    return compounds and bool(parts) and parts[0].endswith(tuple(known))


def _has_head(name: str, head: str, *, compounds: bool) -> bool:
    """Say whether a name has a head: a word, several, or with ``compounds`` the end of one."""
    if " " in head:
        return head in name.lower()
    return any(word.endswith(head) if compounds else word == head for word in words(name))


def _female(honorific: str | None, male: Sequence[str], female: Sequence[str]) -> bool | None:
    parts = (honorific or "").split()
    if any(part in female for part in parts):
        return True
    return False if any(part in male for part in parts) else None
