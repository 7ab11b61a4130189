"""Who came and who received: evidence from cues, carried along posts from people to bodies and back.

Every piece of evidence adds to the score of a person, body or place: above zero for visitors, below
zero for hosts. Scores then spread: a person stands on the side of the body that the post belongs to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from visitex.lang.pack import Pack
from visitex.resolve.keys import Key
from visitex.resolve.scene import BULLET, Sentence
from visitex.resolve.side_reader import HOST, SURE, VISITOR, Evidence, SideReader

_SENT = frozenset({"delegation"})
_RECEIVING = frozenset({"invited_by", "receive", "received_by"})
_LISTS = frozenset({"table", "bullet", "programme"})
_ROUNDS = 3
_SPREAD = 0.6
_DECIDED = 0.4


class Sides:
    """Scores by entry, with the evidence that they come from."""

    def __init__(
        self,
        keys: Mapping[int, Key],
        links: Iterable[tuple[Key, Key]],
        pack: Pack,
        visited: AbstractSet[int] = frozenset(),
    ) -> None:
        self._keys = keys
        self._visited = visited
        self._pack = pack
        self._links = list(links)
        self.scores: dict[Key, float] = defaultdict(float)
        self.evidence: list[Evidence] = []

    def add(self, sentences: Sequence[Sentence]) -> None:
        """Take in the evidence of sentences and spread it."""
        pairs = [p for s in sentences for p in SideReader(s, self._pack).companies()]
        known = [(self._keys.get(one.start), self._keys.get(other.start)) for one, other in pairs]
        self._links += [(one, other) for one, other in known if one and other]
        for piece in self._read(sentences):
            if piece.span.start in self._keys and not self._is_toured(piece):
                self.evidence.append(piece)
                if piece.rule != "beside":
                    self.scores[self._keys[piece.span.start]] += piece.weight
        self._spread()
        self._settle()

    def _settle(self) -> None:
        """Let what is faint decide where nothing else has: it never speaks against the rest."""
        for piece in self.evidence:
            key = self._keys[piece.span.start]
            if piece.rule == "beside" and not self.side(key):
                self.scores[key] = piece.weight

    def _is_toured(self, piece: Evidence) -> bool:
        """Say whether "pupils of the X School" only tells whom the guests met where they went."""
        toured = piece.span.label == "SITE" and piece.span.start in self._visited
        return toured and piece.rule in _SENT

    def _read(self, sentences: Sequence[Sentence]) -> Iterator[Evidence]:
        """Yield all evidence; a heading such as "Our guests" speaks for the lines below it."""
        listed = 0.0
        for sentence in sentences:
            yield from SideReader(sentence, self._pack).evidence()
            if sentence.zone in _LISTS or BULLET.match(sentence.text):
                for span in sentence.spans("PER") if listed else ():
                    yield Evidence(span, listed * SURE, "listed", sentence)
            elif sentence.has("guest_side") or _opens_party(sentence):
                listed = VISITOR
            elif sentence.has("host_side"):
                listed = HOST
            else:
                listed = 0.0

    def nudge(self, key: Key, weight: float) -> None:
        """Add evidence that comes from elsewhere than a sentence, and is weaker than one."""
        self.scores[key] += weight

    def _spread(self) -> None:
        own = dict(self.scores)
        current = {key: _bounded(score) for key, score in own.items()}
        for _ in range(_ROUNDS):
            received: dict[Key, float] = defaultdict(float)
            for one, other in self._links:
                received[one] += _SPREAD * current.get(other, 0.0)
                received[other] += _SPREAD * current.get(one, 0.0)
            keys = set(own) | set(received)
            current = {
                key: _bounded(own.get(key, 0.0) + _bounded(received.get(key, 0.0))) for key in keys
            }
        self.scores = defaultdict(float, current)

    def side(self, key: Key) -> float:
        """Return VISITOR, HOST or 0.0 where nothing was said."""
        score = self.scores.get(key, 0.0)
        return 0.0 if abs(score) < _DECIDED else VISITOR if score > 0 else HOST

    def acting(self, side: float, kind: str, *, sure: bool = False) -> list[Key]:
        """Return the bodies or places that sentences name as one side of the visit.

        With ``sure``, only those that stand on that side when all is weighed.
        """
        rules = _SENT if side > 0 else _RECEIVING
        found = [key for key in self.direct(rules, side) if key.kind == kind]
        return [key for key in found if not sure or self.side(key) == side]

    def direct(self, rules: AbstractSet[str], side: float) -> list[Key]:
        """Return the entries that sentences name by one of these rules, in order of the text."""
        pieces = [p for p in self.evidence if p.rule in rules and p.weight * side > 0]
        return list(dict.fromkeys(self._keys[p.span.start] for p in sorted(pieces, key=_place)))


def _opens_party(sentence: Sentence) -> bool:
    """Say whether the guests are listed in the lines below: "With the delegation came:"."""
    opens = sentence.text.rstrip().endswith((":", "\uff1a"))
    return opens and sentence.has("accompanied_by") and not sentence.spans("PER")


def _place(piece: Evidence) -> int:
    return piece.span.start


def _bounded(score: float) -> float:
    return max(-SURE, min(SURE, score))
