"""From a reading to the entries of a report: the order in which the questions are asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from visitex import report as out
from visitex.lang.lexicon import Kind, Lexicon
from visitex.resolve.cite import cite_name, cite_title
from visitex.resolve.cues import CueFinder
from visitex.resolve.dates import Dated, merge_dates, visit_days
from visitex.resolve.items import Item
from visitex.resolve.organizations import Body, BodyMerger
from visitex.resolve.people import Someone, merge_people
from visitex.resolve.posts import Draft, Holding, link_posts, opening_chain
from visitex.resolve.scene import Sentence, is_off, lay_out
from visitex.resolve.sides import HOST, VISITOR, Key, Sides
from visitex.resolve.sites import is_body, visited_spans
from visitex.resolve.words import words
from visitex.text.normal import clean
from visitex.text.spans import MASTHEAD, Reading, Span


@dataclass(frozen=True)
class Entries:
    """The parts of a report that are read out of its text."""

    dates: list[out.Date]
    people: list[out.Person]
    organizations: list[out.Organization]
    sites: list[out.Site]
    visit: out.Visit
    warnings: list[str]


_PRINCIPAL = 3
_NEARBY = 60
_LISTED = re.compile(r"P(?=[^xP]*[,;&][^xP]*P)[^xP]*(?=P)")


class Resolver:
    """Resolves readings of one language; keeps nothing between them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._finder = CueFinder(lexicon.pack.cues)

    def resolve(self, reading: Reading, published: Span | None, reference: str | None) -> Entries:
        """Return the entries of a reading; ``reference`` is the ISO day that it is read from."""
        return _Case(reading, self._lexicon, self._finder, published, reference).entries()


class _Case:
    """One reading on its way to entries."""

    def __init__(
        self,
        reading: Reading,
        lexicon: Lexicon,
        finder: CueFinder,
        published: Span | None,
        reference: str | None,
    ) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._published = published
        self._reference = reference
        self._sentences = lay_out(reading, lexicon, finder)
        text = reading.text
        self._people = merge_people(
            reading.of("PER"), text, lexicon.pack.names, {s.end for s in reading.of("TITLE")}
        )
        sites = reading.of("SITE")
        self._visited = visited_spans(self._sentences, lexicon)
        doubling = [span for span in sites if is_body(span, lexicon)]
        self._bodies = BodyMerger(lexicon, Kind.BODY | Kind.SITE).merge([*reading.of("ORG"), *doubling], text)
        self._sites = BodyMerger(lexicon, Kind.SITE | Kind.BODY).merge(self._visited, text)
        self._keys = self._index()
        self._posts: dict[int, list[tuple[str, Key | None]]] = {i: [] for i in range(len(self._people))}

    def _index(self) -> dict[int, Key]:
        """Return offset of a mention -> entry."""
        keys: dict[int, Key] = {}
        for i, body in enumerate(self._bodies):
            keys.update({span.start: ("body", i) for span in body.spans})
        for i, person in enumerate(self._people):
            keys.update({span.start: ("person", i) for span in person.spans})
        for span in self._reading.of("LOC"):
            keys[span.start] = ("place", self._territory(span))
        return keys

    def _territory(self, span: Span) -> str:
        name = span.value or cite_name(span.text, self._lexicon, Kind.PLACE_KIND)
        return name.title() if name.isupper() and len(name) > 3 else name

    def entries(self) -> Entries:
        """Return the entries, asked for in the order in which one rests on the other."""
        self._link()
        sides = self._weigh()
        self._complete_posts(sides)
        dates = merge_dates(
            self._reading.of("DATE"), self._sentences, self._published, self._reference
        )
        people = [self._person(i, sides) for i in range(len(self._people))]
        sites = self._site_entries()
        visit = self._visit(sides, dates)
        bodies = self._organizations(visit)
        return Entries(
            dates=[_date(i, dated) for i, dated in enumerate(dates, 1)],
            people=people,
            organizations=bodies,
            sites=sites,
            visit=visit,
            warnings=[],
        )

    # posts

    def _link(self) -> None:
        owner_first = self._lexicon.pack.order == "body-title"
        last: Span | None = None
        for sentence in self._sentences:
            anaphor = opening_chain(sentence.row) if last is not None else None
            if anaphor and last is not None and not self._posts_of(last):
                self._hold(Holding(last, anaphor, sentence.row))
            cells = sentence.zone in {"table", "programme"} or "|" in sentence.row.letters
            for holding in link_posts(sentence.row, cells=cells, owner_first=owner_first):
                self._hold(holding)
            last = next(iter(sentence.spans("PER")), last)

    def _posts_of(self, span: Span) -> list[tuple[str, Key | None]]:
        key = self._keys.get(span.start)
        return self._posts[key[1]] if key else []  # type: ignore[index]

    def _hold(self, holding: Holding) -> None:
        key = self._keys.get(holding.person.start)
        if key is None or key[0] != "person":  # type: ignore[index]
            return
        person = self._people[key[1]]  # type: ignore[index]
        posts = self._posts[key[1]]  # type: ignore[index]
        for draft in holding.drafts:
            title = self._title(draft, person)
            if not title:
                continue
            owner = self._owner(draft, holding)
            same = [i for i, (old, _) in enumerate(posts) if words(old) == words(title)]
            if not same:
                posts.append((title, owner))
            elif posts[same[0]][1] is None:
                posts[same[0]] = (title, owner)

    def _title(self, draft: Draft, person: Someone) -> str | None:
        pack = self._lexicon.pack
        female = _female(person.honorific, pack.names.male, pack.names.female)
        if female is None and draft.article is not None:
            article = self._reading.text[draft.article.start : draft.article.end].lower()
            oblique = draft.title.text.endswith("n")
            if article in pack.inflection.male_determiners:
                female = False
            elif article in pack.inflection.female_determiners:
                female = oblique
        title = cite_title(draft.title.text, self._lexicon, female=female)
        return None if title.lower() in pack.titles.not_posts else title

    def _owner(self, draft: Draft, holding: Holding) -> Key | None:
        item = draft.owner
        if item is None and draft.unnamed is not None:
            return self._unknown_place(draft)
        if item is None:
            return self._antecedent(holding, draft) if draft.possessive else self._nearby(holding, draft)
        if item.letter == "G":
            return self._taken_up(item)
        if item.span is None:
            return None
        return self._keys.get(item.span.start) or self._site_key(item.span)

    def _unknown_place(self, draft: Draft) -> Key | None:
        """Return the place of "Mayor of Tiefenort", where nothing else knows the name."""
        if draft.unnamed is None or not self._is_local(draft.title.text):
            return None
        name = clean(self._reading.text[draft.unnamed.start : draft.unnamed.end])
        whole = name.replace("-", "").replace(" ", "").isalpha() and name.count(" ") < 3
        return ("place", name) if whole and all(w[0].isupper() for w in name.split()) else None

    def _site_key(self, span: Span) -> Key:
        return ("site", cite_name(span.text, self._lexicon, Kind.SITE | Kind.BODY))

    def _antecedent(self, holding: Holding, draft: Draft) -> Key | None:
        """Return the body that "its" means: the last one named before."""
        before = [s for s in self._reading.of("ORG") if s.end <= draft.title.start]
        return self._keys.get(before[-1].start) if before else None

    def _nearby(self, holding: Holding, draft: Draft) -> Key | None:
        """Return the toured body right before a title: "the Opel plant, where works manager X"."""
        if self._is_local(draft.title.text):
            return None
        before = [s for s in self._visited if s.end <= draft.title.start and s.start in self._keys]
        if not before or draft.title.start - before[-1].end > _NEARBY:
            return None
        between = range(before[-1].end, draft.title.start)
        if any(span.start in between for span in self._reading.of("PER")):
            return None
        return self._keys[before[-1].start]

    def _taken_up(self, item: Item) -> Key | None:
        """Return the body that "the federation" means: the last one before that is of this kind."""
        form = self._reading.text[item.start : item.end]
        head = (self._lexicon.head(form, Kind.BODY) or form).lower()
        best: tuple[int, int] | None = None
        for i, body in enumerate(self._bodies):
            if not any(word.endswith(head) for word in words(body.name)):
                continue
            before = [span.start for span in body.spans if span.start < item.start]
            if before and (best is None or max(before) > best[0]):
                best = (max(before), i)
        return ("body", best[1]) if best else None

    def _complete_posts(self, sides: Sides) -> None:
        """Give posts that name no body the one that only can be meant."""
        for i, posts in self._posts.items():
            for at, (title, owner) in enumerate(posts):
                if owner is None:
                    posts[at] = (title, self._meant(title, sides.side(("person", i)), sides))

    def _meant(self, title: str, side: float, sides: Sides) -> Key | None:
        """Return the body or place of the person's side, where the text names just one."""
        titles = self._lexicon.pack.titles
        local = self._is_local(title)
        state = local or _is_one_of(title, titles.state)
        found: list[Key] = []
        if side and not local:
            found = self._main(sides, side, "body")
        if side and not found and (state or side > 0):
            found = self._home(sides, side, local=local)
        if not found and not local and side <= 0 and (side or _is_one_of(title, titles.bodily)):
            found = self._principal()
        return next(iter(found), None)

    def _is_local(self, title: str) -> bool:
        titles = self._lexicon.pack.titles
        return _is_one_of(title, titles.local, compounds=bool(titles.suffixes))

    def _principal(self) -> list[Key]:
        """Return the body that the text is about: the page's own, or one named three times or more."""
        for i, body in enumerate(self._bodies):
            if any(span.rule == MASTHEAD for span in body.spans) and not self._is_medium(body):
                return [("body", i)]
        ranked = sorted(range(len(self._bodies)), key=lambda i: -len(self._bodies[i].spans))
        if not ranked or len(self._bodies[ranked[0]].spans) < _PRINCIPAL:
            return []
        return [("body", ranked[0])]

    def _main(self, sides: Sides, side: float, wanted: str) -> list[Key]:
        rules = {"delegation"} if side > 0 else {"invited_by", "receive", "received_by"}
        return [key for key in sides.direct(rules, side) if key[0] == wanted]  # type: ignore[index]

    def _home(self, sides: Sides, side: float, *, local: bool) -> list[Key]:
        """Return the places that a mayor or minister of one side can only be of."""
        written = [self._territory(span) for span in self._datelines()]
        reached = [name for name in self._places(sides) if name not in written]
        if side > 0:
            sent = self._main(sides, side, "place")
            return sent or [("place", name) for name in written if local and reached]
        return [("place", name) for name in (reached or written)] if local else []

    def _is_medium(self, body: Body) -> bool:
        """Say whether a body is a paper or an agency."""
        media = self._lexicon.pack.bodies.media
        return any(word.endswith(tuple(media)) for word in words(body.name))

    def _datelines(self) -> list[Span]:
        """Return the places named in datelines, as mentions."""
        stretches = self._reading.layout.places
        found = [Span(start=s.start, end=s.end, label="LOC", text=s.text, rule="dateline") for s in stretches]
        for sentence in self._sentences:
            alone = sentence.spans("LOC")
            if len(alone) == 1 and sentence.text.strip().rstrip(".") == alone[0].text:
                found.append(alone[0])
        return found

    # sides

    def _weigh(self) -> Sides:
        links = []
        for i, posts in self._posts.items():
            links += [(("person", i), owner) for _, owner in posts if owner is not None]
        links += self._nested()
        links += self._listed()
        sides = Sides(self._keys, links, self._lexicon.pack)
        for place in self._datelines():
            sides.nudge(("place", self._territory(place)), HOST)
        for span in self._visited:
            key = self._keys.get(span.start)
            if key is not None:
                sides.nudge(key, HOST)
        sides.add(self._told())
        return sides

    def _told(self) -> list[Sentence]:
        """Return the sentences that tell of the visit itself."""
        told = []
        for sentence in self._sentences:
            if sentence.has("other_visit"):
                if sentence.zone in {"heading", "title"}:
                    break
                continue
            if not sentence.has("cancelled"):
                told.append(sentence)
        return told

    def _nested(self) -> Iterator[tuple[Key, Key]]:
        """Yield pairs of body and place, or body and body, where one name holds the other."""
        names = [words(body.name) for body in self._bodies]
        places = {key for key in self._keys.values() if key[0] == "place"}  # type: ignore[index]
        for i, name in enumerate(names):
            for place in sorted(places, key=str):
                if set(words(place[1])) <= set(name):  # type: ignore[index]
                    yield ("body", i), place
            for j, other in enumerate(names):
                if i != j and len(other) > 1 and set(other) < set(name):
                    yield ("body", i), ("body", j)

    def _listed(self) -> Iterator[tuple[Key, Key]]:
        """Yield pairs of people who stand in one list, with nothing but their posts between them."""
        for sentence in self._sentences:
            letters = sentence.row.letters
            for match in _LISTED.finditer(letters):
                pair = [sentence.row.items[i].span for i in (match.start(), match.end())]
                keys = [self._keys.get(span.start) for span in pair if span is not None]
                if len(keys) == 2 and None not in keys:
                    yield keys[0], keys[1]

    # entries

    def _person(self, i: int, sides: Sides) -> out.Person:
        person = self._people[i]
        side = sides.side(("person", i))
        posts = [
            out.Post(title=title, organization=self._name(owner))
            for title, owner in self._without_ranks(self._posts[i])
        ]
        return out.Person(
            id=f"p{i + 1}",
            name=person.name,
            also=person.also,
            honorific=person.honorific,
            role="visitor" if side > 0 else "host" if side < 0 else "other",
            posts=posts,
            mentions=_mentions(person.spans),
        )

    def _without_ranks(self, posts: list[tuple[str, Key | None]]) -> list[tuple[str, Key | None]]:
        """Drop ranks used as address: those of somebody who holds another post."""
        ranks = self._lexicon.pack.titles.ranks
        others = [post for post in posts if post[0].lower() not in ranks or post[1] is not None]
        return others or posts

    def _name(self, key: Key | None) -> str | None:
        if key is None:
            return None
        kind, value = key  # type: ignore[misc]
        return self._bodies[value].name if kind == "body" else str(value)

    def _organizations(self, visit: out.Visit) -> list[out.Organization]:
        meant = {owner for posts in self._posts.values() for _, owner in posts}
        named = {*visit.hosts, *visit.visitors}
        told = [
            body
            for i, body in enumerate(self._bodies)
            if ("body", i) in meant or body.name in named or not _only_masthead(body)
        ]
        return [
            out.Organization(
                id=f"o{i}",
                name=body.name,
                also=body.also,
                acronym=body.acronym,
                mentions=_mentions(body.spans),
            )
            for i, body in enumerate(told, 1)
        ]

    def _site_entries(self) -> list[out.Site]:
        return [
            out.Site(id=f"s{i}", name=site.name, also=site.also, mentions=_mentions(site.spans))
            for i, site in enumerate(self._sites, 1)
        ]

    # the visit

    def _visit(self, sides: Sides, dates: Sequence[Dated]) -> out.Visit:
        if not sides.evidence:
            return out.Visit()
        told = [dated.value for dated in dates if dated.role == "visit"]
        exact = [value for value in told if "W" not in value]
        days = [d for value in exact or told if (d := visit_days(value))]
        head = self._head(sides)
        hosts = [i for i in range(len(self._people)) if sides.side(("person", i)) < 0]
        sentences = {(e.sentence.start, e.sentence.end): e.rule for e in reversed(sides.evidence)}
        return out.Visit(
            start=min((first for first, _ in days), default=None),
            end=max((last for _, last in days), default=None),
            places=self._places(sides),
            visitors=self._party(sides, VISITOR, head),
            hosts=self._party(sides, HOST, hosts[0] if hosts else None),
            head=self._people[head].name if head is not None else None,
            received_by=[self._people[i].name for i in hosts],
            evidence=[out.Evidence(start=s, end=e, rule=r) for (s, e), r in sorted(sentences.items())],
        )

    def _head(self, sides: Sides) -> int | None:
        led = [key for key in sides.direct({"led_by", "lead"}, VISITOR) if key[0] == "person"]  # type: ignore[index]
        for key in led:
            if sides.side(key) > 0:
                return int(key[1])  # type: ignore[index]
        visitors = (i for i in range(len(self._people)) if sides.side(("person", i)) > 0)
        return next(visitors, None)

    def _party(self, sides: Sides, side: float, leader: int | None) -> list[str]:
        """Return the bodies, else the territories, of one side."""
        rules = {"delegation"} if side > 0 else {"invited_by", "receive"}
        direct = [key for key in sides.direct(rules, side) if sides.side(key) == side]
        bodies = [key for key in direct if key[0] == "body"]  # type: ignore[index]
        if bodies:
            return [str(self._name(key)) for key in bodies]
        owners = [owner for _, owner in self._posts.get(-1 if leader is None else leader, []) if owner]
        owners.sort(key=self._standing, reverse=True)
        found = [key for key in [*owners, *direct] if key[0] in {"body", "place"}]  # type: ignore[index]
        return [str(self._name(self._acting(key))) for key in found[:1]]

    def _acting(self, key: Key) -> Key:
        """Return the page's own body where a place stands for it: the town's council for the town."""
        if key[0] != "place":  # type: ignore[index]
            return key
        place = words(key[1])  # type: ignore[index]
        for own in self._principal():
            if set(place) <= set(words(self._bodies[own[1]].name)):  # type: ignore[index]
                return own
        return key

    def _standing(self, key: Key) -> int:
        """Return how often the text names a body: the one that it is about comes first."""
        return len(self._bodies[key[1]].spans) if key[0] == "body" else 0  # type: ignore[index]

    def _places(self, sides: Sides) -> list[str]:
        found: dict[str, None] = {self._territory(span): None for span in self._datelines()}
        for sentence in self._told():
            if is_off(sentence) or not sentence.has("travel", "visit", "receive", "received_by"):
                continue
            for span in self._reached(sentence):
                name = self._territory(span)
                if sides.side(("place", name)) <= 0:
                    found.setdefault(name)
        return list(found)

    def _reached(self, sentence: Sentence) -> Iterator[Span]:
        """Yield the places behind "in", "to" or a word of travel, and those joined to them by "and"."""
        row = sentence.row
        ends = [cue.end for cue in sentence.cues if cue.kind in {"travel", "visit"}]
        joined = False
        for at, item in enumerate(row.items):
            if item.letter != "L" or item.span is None:
                joined = joined and item.letter in "&,d"
                continue
            before = row.items[at - 1] if at else None
            led = before is not None and before.letter in "id" and self._leads_to(row.items, at)
            joined = joined or led or any(0 <= item.start - end <= 2 for end in ends)
            if joined and not item.span.value:
                yield item.span

    def _leads_to(self, items: Sequence[Item], at: int) -> bool:
        """Say whether the words in front of a place point to it, not away from it."""
        while at and items[at - 1].letter == "d":
            at -= 1
        if not at or items[at - 1].letter != "i":
            return False
        word = self._reading.text[items[at - 1].start : items[at - 1].end].lower()
        return word not in self._lexicon.pack.link.from_


def _only_masthead(body: Body) -> bool:
    return all(span.rule == MASTHEAD for span in body.spans)


def _is_one_of(title: str, known: Sequence[str], *, compounds: bool = False) -> bool:
    """Say whether a title is one of a list, with or without modifiers and portfolio.

    With ``compounds``, one of the list may be the last part of a word: "Ortsbürgermeister".
    """
    words_of = title.lower().split()
    phrases = {" ".join(words_of[a:b]) for a in range(len(words_of)) for b in range(a + 1, a + 4)}
    if not phrases.isdisjoint(known):
        return True
    return compounds and bool(words_of) and words_of[0].endswith(tuple(known))


def _female(honorific: str | None, male: Sequence[str], female: Sequence[str]) -> bool | None:
    parts = (honorific or "").split()
    if any(part in female for part in parts):
        return True
    return False if any(part in male for part in parts) else None


def _mentions(spans: Iterable[Span]) -> list[out.Mention]:
    return [out.Mention(text=s.text, start=s.start, end=s.end, rule=s.rule) for s in spans]


def _date(i: int, dated: Dated) -> out.Date:
    first = dated.spans[0]
    return out.Date(
        id=f"d{i}",
        text=first.text,
        value=dated.value,
        role=dated.role,  # type: ignore[arg-type]
        anchored_by="unknown" if "XXXX" in dated.value else "reference",
        mentions=_mentions(dated.spans),
    )


