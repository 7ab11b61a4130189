"""What one sentence says of who came and who received: evidence, cue by cue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from visitex.lang.pack import Pack
from visitex.resolve.cues import Cue
from visitex.resolve.items import Item
from visitex.resolve.scene import Sentence, is_off
from visitex.text.spans import Span

VISITOR, HOST = 1.0, -1.0
SURE, _LIKELY, _WEAK, _FAINT = 3.0, 2.0, 1.0, 0.5
_SUBJECT_NEAR = 80
_TITLE_NEAR = 4
"""Characters between a person and "and his party": a form of address may stand there."""
_INVITED_NEAR = 30
"""Characters of other words between "guest of" and the body that invited."""
_HOSTS_MOST = 3
_COMPANY = 0.5
"""Weight of company alone: the side of whom one accompanies tells more."""
_COMPANY_NEAR = 24
_PRONOUN_NEAR = 12


class Evidence(msgspec.Struct, frozen=True):
    """One sentence's word on one mention: ``weight`` above zero for a visitor, below for a host."""

    span: Span
    weight: float
    rule: str
    sentence: Sentence


_OF_WHOM = re.compile(
    r"[oid]+(?:x(?P<counted>[oi])d?)?x?[od]*"
    r"(?P<whom>L?[OL](?:(?:&|,)[od]*L?[OL])*|(?<=[oi])S|(?<=[oi]d)S)"
)
_PARTS = frozenset({"receive", "meet"})
_WHOLES = frozenset({"lead", "led_by", "received_by", "travel"})
_WHOSE = re.compile(r"(?P<whom>L?[OL](?:(?:&|,)[od]*L?[OL])*)")
_SUBJECT_BEHIND = re.compile(r"[^&P]*P(?:\([^()]*\))?,[dhf]*(?:T(?:[oid]+[OL])?)?[dhf]*P(?=x)")
_LED = frozenset({"led_by", "delegation"})
_CUT = frozenset({"receive", "received_by", "receive_them", "guide", "guided_by", "invited_by"})
_CUT |= {"speech", "visit", "lead", "led_by", "accompanied_by"}


class SideReader:
    """Reads evidence off one sentence."""

    def __init__(self, sentence: Sentence, pack: Pack) -> None:
        self._s = sentence
        self._verb_last = pack.writing.verb_last
        self._inverts = pack.writing.verb_last or pack.writing.inverts
        self._from = pack.link.from_
        self._declines = bool(pack.inflection.nouns)

    def evidence(self) -> Iterator[Evidence]:
        """Yield what the cues of the sentence say, cue by cue, then who stands beside the guests."""
        told: set[int] = set()
        for cue in self._s.cues:
            reader = getattr(self, f"_{cue.kind}", None)
            if reader is not None and not self._overruled(cue):
                for piece in reader(cue):
                    told.add(piece.span.start)
                    yield piece
        beside = [span for span in self._s.spans("PER") if span.start not in told]
        if beside and not is_off(self._s):
            yield from self._beside(beside)

    def _beside(self, people: list[Span]) -> Iterator[Evidence]:
        """Read who is named before the guests, or in the programme, as one whom they met.

        It is faint: "explained to the guests", "handed the visitors" are more than a pack can list.
        """
        if self._s.zone != "programme":
            parties = [cue for cue in self._s.cues if cue.kind in {"party", "delegation"}]
            if not parties or parties[0].kind == "delegation":
                return
            people = [span for span in people if span.end <= parties[0].start]
        yield from self._say(people, HOST * _FAINT, "beside")

    def _overruled(self, cue: Cue) -> bool:
        """Say whether a cue is but a part of one that tells another role: "received" in "received by"."""
        return cue.kind in _PARTS and any(
            other.kind in _WHOLES
            and other.start <= cue.start
            and (cue.end <= other.inner or cue.end == other.end)
            and other.end - other.start > cue.end - cue.start
            for other in self._s.cues
        )

    def _say(self, spans: Iterable[Span], weight: float, rule: str) -> Iterator[Evidence]:
        for span in spans:
            yield Evidence(span, weight, rule, self._s)

    def _until_cut(self, cue: Cue, *but: str) -> int:
        """Return where the reach of a cue ends: at the next cue that opens a new clause."""
        for other in self._s.cues:
            if other.start >= cue.end and other.kind in _CUT and other.kind not in but:
                return other.start
        return self._s.end

    def _before(self, cue: Cue, *labels: str) -> list[Span]:
        """Return the mentions between the clause's start and the cue."""
        start = self._s.start
        for other in self._s.cues:
            if (
                other.end <= cue.start
                and other.kind in {"speech", "receive", "visit"}
                and other.kind != cue.kind
            ):
                start = max(start, other.end)
        return self._s.after(start, cue.start, *labels) or self._s.after(
            self._s.start, cue.start, *labels
        )

    def _behind(self, cue: Cue, *labels: str) -> list[Span]:
        inside = self._s.after(cue.inner, cue.end, *labels)
        same = {cue.kind, "receive"} if cue.kind == "received_by" else {cue.kind}
        return inside or self._s.after(cue.end, self._until_cut(cue, *same), *labels)

    def _party_before(self, cue: Cue) -> bool:
        """Say whether the guests are the subject: "the delegation met ..."."""
        parties = [
            c for c in self._s.cues if c.kind in {"party", "delegation"} and c.end <= cue.start
        ]
        people = self._s.after(self._s.start, cue.start, "PER")
        if not parties or not people or parties[-1].start > people[-1].end:
            return bool(parties)
        first = next((p for p in people if p.start > parties[-1].start), people[-1])
        led = (c for c in self._s.cues if c.kind in {"led_by", "accompanied_by"})
        return any(parties[-1].end <= c.start and c.end <= first.start for c in led)

    def _led_by(self, cue: Cue) -> Iterator[Evidence]:
        if not self._s.has("delegation", "party", "travel", "visit"):
            return
        people = self._behind(cue, "PER")
        yield from self._say(people[:1], VISITOR * SURE, "led_by")
        yield from self._say(people[1:], VISITOR * _LIKELY, "included")

    def _lead(self, cue: Cue) -> Iterator[Evidence]:
        leader = self._before(cue, "PER")[-1:]
        if not leader:
            leader, with_them = self._behind(cue, "PER")[:1], self._behind(cue, "PER")[1:]
            yield from self._say(with_them, VISITOR * _LIKELY, "included")
        yield from self._say(leader, VISITOR * SURE, "lead")

    def _party_of(self, cue: Cue) -> Iterator[Evidence]:
        """Read "P and his party": the person right in front leads the guests."""
        people = self._s.after(self._s.start, cue.start, "PER")[-1:]
        near = [span for span in people if cue.start - span.end <= _TITLE_NEAR]
        yield from self._say(near, VISITOR * SURE, "lead")

    def _delegation(self, cue: Cue) -> Iterator[Evidence]:
        """Read "a delegation of X": the first body or place right behind, linked by "of"."""
        row = self._s.row
        if any(other.kind == "history" and other.end <= cue.start for other in self._s.cues):
            return
        at = next((i for i, item in enumerate(row.items) if item.end > cue.end), len(row.items))
        if at < len(row.items) and row.letters[at] == "x" and row.items[at].start < cue.end:
            return
        first = next((i for i, item in enumerate(row.items) if item.end >= cue.start), 0)
        owner = row.items[first - 1] if first else None
        if owner and owner.span and owner.letter in "OL" and cue.start - owner.end <= 2:
            yield from self._say([owner.span], VISITOR * _LIKELY, "delegation")
        if row.letters[at : at + 1] in {"O", "L"} and 0 <= row.items[at].start - cue.end <= 1:
            bare = row.items[at].span
            yield from self._say([bare] if bare else [], VISITOR * SURE, "delegation")
        link = _OF_WHOM.match(row.letters, at)
        if link is None and self._declines:
            link = _WHOSE.match(row.letters, at)
        if link and (link.re is _WHOSE or self._are_from(row.items, at, link)):
            spans = (row.items[i].span for i in range(link.start("whom"), link.end("whom")))
            named = [span for span in spans if span is not None]
            yield from self._say(named, VISITOR * SURE, "delegation")

    def _are_from(self, items: Sequence[Item], first: int, link: re.Match[str]) -> bool:
        """Say whether the small words lead to the sender: "delegation from", "team of five from"."""
        return all(self._from_whom(items[at]) for at in (first, link.start("counted")) if at >= 0)

    def _from_whom(self, item: Item) -> bool:
        """Say whether the word behind "delegation" is "of" or "from", not "in"."""
        word = self._s.text[item.start - self._s.start : item.end - self._s.start].lower()
        return item.letter in "od" or word in self._from

    def _receive(self, cue: Cue) -> Iterator[Evidence]:
        if self._party_before(cue) and not self._closes(cue):
            yield from self._say(self._behind(cue, "PER"), HOST * _LIKELY, "met")
            return
        hosts = self._before(cue, "PER")
        guests = self._behind(cue, "PER")
        bodies = [] if hosts else self._before(cue, "ORG")[:1]
        if not hosts and not bodies and self._inverts:
            hosts, guests = guests[:1], guests[1:]
        if guests and self._is_mutual(cue):
            yield from self._say(hosts, HOST * _WEAK, "receive")
            yield from self._say(guests, VISITOR * _WEAK, "received")
            return
        if self._inverts:
            hosts, led = self._apart(hosts, cue)
            guests += led
        yield from self._say(hosts, HOST * SURE, "receive")
        yield from self._say(bodies, HOST * _LIKELY, "receive")
        yield from self._say(guests, VISITOR * _LIKELY, "received")

    def _is_mutual(self, cue: Cue) -> bool:
        """Say whether two people met, and neither received: "A met with B", not "with the guests"."""
        met = any(c.kind == "meet" and c.start == cue.start for c in self._s.cues)
        party = any(
            c.kind in {"party", "delegation"} and 0 <= c.start - cue.end <= _TITLE_NEAR
            for c in self._s.cues
        )
        return met and not party

    def _apart(self, people: list[Span], cue: Cue) -> tuple[list[Span], list[Span]]:
        """Part hosts from guests in front of a last verb: "A hat eine Gruppe unter Leitung von B empfangen"."""
        opens = [
            c.start
            for c in self._s.cues
            if c.kind in _LED and c.end <= cue.start and people and c.start > people[0].end
        ]
        cut = min(opens, default=self._s.end)
        return [s for s in people if s.start < cut], [s for s in people if s.start >= cut]

    def _closes(self, cue: Cue) -> bool:
        """Say whether a verb stands behind its object: "A wird die Delegation empfangen"."""
        people = self._s.spans("PER")
        return self._verb_last and bool(people) and people[-1].end <= cue.start

    def _received_by(self, cue: Cue) -> Iterator[Evidence]:
        hosts = self._behind(cue, "PER")
        subject = self._subject_behind(cue)
        if subject is not None:
            hosts = [span for span in hosts if span.start < subject.start]
            yield from self._say([subject], VISITOR * _LIKELY, "guest")
        yield from self._say(hosts, HOST * SURE, "received_by")
        if not hosts and self._party_before(cue):
            near = [
                s for s in self._behind(cue, "LOC")[:1] if s.start - cue.end < _SUBJECT_NEAR // 4
            ]
            yield from self._say(
                self._behind(cue, "ORG")[:1] or near, HOST * _LIKELY, "received_by"
            )
        if hosts or self._party_before(cue):
            yield from self._say(self._before(cue, "PER"), VISITOR * _LIKELY, "guest")

    def _subject_behind(self, cue: Cue) -> Span | None:
        """Return B of "Welcomed by A, B visited ...": a participle opens the sentence, no "and" joins B."""
        if self._s.after(self._s.start, cue.start, "PER", "ORG", "SITE"):
            return None
        row = self._s.row
        at = next((i for i, item in enumerate(row.items) if item.start >= cue.inner), 0)
        match = _SUBJECT_BEHIND.match(row.letters, at)
        return row.items[match.end() - 1].span if match else None

    def _meet(self, cue: Cue) -> Iterator[Evidence]:
        visiting = any(c.kind in {"visit", "travel"} and c.start < cue.start for c in self._s.cues)
        if visiting or self._party_before(cue):
            yield from self._say(self._behind(cue, "PER"), HOST * _LIKELY, "met")
        elif not self._s.after(self._s.start, cue.start, "PER", "ORG"):
            yield from self._say(self._behind(cue, "PER"), HOST * _WEAK, "met")

    def _guide(self, cue: Cue) -> Iterator[Evidence]:
        inside = self._s.after(cue.inner, cue.end, "PER") if self._opens_clause(cue) else []
        hosts = inside or self._before(cue, "PER") or self._behind(cue, "PER")[:1]
        yield from self._say(hosts, HOST * _LIKELY, "guide")

    def _opens_clause(self, cue: Cue) -> bool:
        """Say whether a cue stands behind a comma: "das Museum, durch das A führte"."""
        return self._s.text[: cue.start - self._s.start].rstrip().endswith(",")

    def _guided_by(self, cue: Cue) -> Iterator[Evidence]:
        yield from self._say(self._behind(cue, "PER"), HOST * _LIKELY, "guided_by")

    def _accompanied_by(self, cue: Cue) -> Iterator[Evidence]:
        earlier = [
            c for c in self._s.cues if c.kind in {"receive", "guide"} and c.start < cue.start
        ]
        side = HOST if earlier and not self._party_before(earlier[0]) else VISITOR
        weight = _COMPANY if self._leader(cue) else _LIKELY
        yield from self._say(self._behind(cue, "PER"), side * weight, "accompanied_by")

    def companies(self) -> Iterator[tuple[Span, Span]]:
        """Yield pairs of somebody and each of those who accompanied them."""
        for cue in self._s.cues:
            leader = self._leader(cue) if cue.kind == "accompanied_by" else None
            if leader is not None:
                yield from ((leader, other) for other in self._behind(cue, "PER"))

    def _leader(self, cue: Cue) -> Span | None:
        """Return the person right in front of "accompanied by", if no party stands between."""
        people = self._s.after(self._s.start, cue.start, "PER")
        if not people or self._party_before(cue):
            return None
        between = self._s.text[people[-1].end - self._s.start : cue.start - self._s.start]
        return people[-1] if len(between.strip()) <= _COMPANY_NEAR else None

    def _present(self, _cue: Cue) -> Iterator[Evidence]:
        people = self._s.spans("PER")
        yield from self._say(people, HOST * 0.5, "present")

    def _invited_by(self, cue: Cue) -> Iterator[Evidence]:
        yield from self._say(self._joined(cue, "ORG"), HOST * SURE, "invited_by")
        inside = cue.inner < cue.end
        people = self._s.after(cue.inner, cue.end, "PER") if inside else self._behind(cue, "PER")
        yield from self._say(people[:1], HOST * _LIKELY, "invited_by")

    def _joined(self, cue: Cue, label: str) -> list[Span]:
        """Return the first mention behind a cue and those joined to it by "and" or a comma."""
        found: list[Span] = []
        others = 0
        for item in self._s.row.items:
            if item.start < cue.inner:
                continue
            others += item.letter == "x"
            far = others > 1 or (others and item.end - item.start > _INVITED_NEAR)
            if not found and far and item.letter == "x":
                break
            if item.span is not None and item.span.label == label:
                found.append(item.span)
            elif found and item.letter not in "&,d()O":
                break
        return found[:_HOSTS_MOST]

    def _host_side(self, cue: Cue) -> Iterator[Evidence]:
        people = self._s.after(cue.end, self._until_cut(cue), "PER")
        yield from self._say(people, HOST * SURE, "host_side")

    def _guest_side(self, cue: Cue) -> Iterator[Evidence]:
        people = self._s.after(cue.end, self._until_cut(cue), "PER")
        yield from self._say(people, VISITOR * SURE, "guest_side")

    def _receive_them(self, cue: Cue) -> Iterator[Evidence]:
        """Read "welcomed them": the guests are but a pronoun, the hosts in front of it or behind."""
        before = self._before(cue, "PER")[-1:]
        near = [span for span in before if cue.start - span.end <= _PRONOUN_NEAR]
        hosts = near or self._behind(cue, "PER") or before
        yield from self._say(hosts, HOST * SURE, "receive")

    def _join(self, cue: Cue) -> Iterator[Evidence]:
        """Read "joined the delegation": the last person in front of it came along."""
        yield from self._say(self._before(cue, "PER")[-1:], VISITOR * SURE, "joined")

    def _visit(self, cue: Cue) -> Iterator[Evidence]:
        if not self._s.has("receive", "speech", "guide"):
            near = [s for s in self._before(cue, "PER") if cue.start - s.end < _SUBJECT_NEAR]
            last = max((c.end for c in self._s.cues if c.end <= cue.start), default=0)
            opened = [self._subject_behind(c) for c in self._s.cues if c.kind == "received_by"]
            subjects = [s for s in near if s in opened] or [s for s in near if s.start >= last]
            yield from self._say(subjects, VISITOR * _WEAK, "visit")

    def _travel(self, cue: Cue) -> Iterator[Evidence]:
        people = self._before(cue, "PER")[-1:] or self._behind(cue, "PER")
        yield from self._say(people, VISITOR * _WEAK, "travel")
