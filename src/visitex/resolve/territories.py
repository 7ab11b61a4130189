"""Names of places in the nominative, where nouns are declined: "в Елабуге" -> "Елабуга".

A preposition in front tells the case, a title or body in front the genitive; what the other forms of
the same name in the text can be decides between genders.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from visitex.lang.declension import (
    NOMINATIVE,
    Declined,
    adjective_readings,
    noun_readings,
)
from visitex.lang.lexicon import Kind, Lexicon, as_written
from visitex.text.spans import Span

_GENITIVE = 1
_SHORTEST = 4
_STEM = 3
_RARE = 5
_SONORANTS = frozenset("lmnrлмнр")
_VOWELS = frozenset("aeiouyąęóаеёиоуыэюяьй")
_MOST_WORDS = 2  # an adjective and a noun


class Territories:
    """The nominative of each place of a text, by the offset of its mention."""

    def __init__(self, spans: Iterable[Span], text: str, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._inflection = lexicon.pack.inflection
        self._plain: dict[int, str] = {}
        if not self._inflection.genitives:
            return
        listed = [span for span in spans if self._is_open(span)]
        cases = {span.start: self._cases(span, text) for span in listed}
        options = {span.start: self._options(span, cases[span.start]) for span in listed}
        for span in listed:
            alike = [s for s in listed if s.text[:_STEM] == span.text[:_STEM] and s is not span]
            same = [cases[s.start] for s in alike if s.text == span.text]
            if not all(set(cases[span.start]) & set(other) for other in same):
                continue  # one form in several cases: "в Туапсе", "из Туапсе"
            votes = [o for s in alike for o in options[s.start] or [s.text]]
            if options[span.start]:
                self._plain[span.start] = max(options[span.start], key=votes.count)

    def of(self, span: Span) -> str | None:
        """Return the nominative of a mention, or None where nothing is to be changed."""
        return self._plain.get(span.start)

    def _is_open(self, span: Span) -> bool:
        """Say whether a name may be in another case: unknown to the pack, one or two words."""
        words = span.text.split(" ")
        known = span.value or self._lexicon.territory(span.text)
        kinds = any(self._lexicon.kind(word) & Kind.PLACE_KIND for word in words)
        plain = span.text[:1].isupper() and not span.text.isupper() and "-" not in span.text
        short = len(words) <= _MOST_WORDS and len(words[-1]) >= _SHORTEST
        return short and plain and not known and not kinds

    def _cases(self, span: Span, text: str) -> list[int]:
        """Return the cases that the word in front asks for; empty where the name is the subject."""
        if text[max(0, span.start - 1) : span.start] != " ":
            return []
        before = text[max(0, span.start - 40) : span.start].split()
        word = before[-1].strip('(«"') if before else ""
        if not word or word[-1:] in ",:;)":
            return []
        asked = self._inflection.places.get(word.lower())
        owned = self._lexicon.kind(word) & (Kind.TITLE | Kind.BODY | Kind.SITE)
        return asked or ([_GENITIVE] if owned else [])

    def _options(self, span: Span, cases: Sequence[int]) -> list[str]:
        """Return what a name can be in the nominative, the most likely first."""
        first, _, last = span.text.rpartition(" ")
        found: list[str] = []
        for case in cases:
            nouns = [
                r for r in noun_readings(last.lower(), self._inflection.nouns) if r.case == case
            ]
            for reading in sorted(nouns, key=_likely):
                name = as_written(reading.nominative, last)
                adjective = self._adjective(first, reading) if first else ""
                full = f"{adjective} {name}" if adjective else name
                if bool(first) == bool(adjective) and full not in found:
                    found.append(full)
        return found

    def _adjective(self, word: str, noun: Declined) -> str:
        """Return an adjective in front in the nominative, or an empty string if it does not agree."""
        patterns = self._inflection.agreement
        for reading, pattern in adjective_readings(word.lower(), patterns):
            if (reading.gender, reading.case) == (noun.gender, noun.case):
                stem = reading.base.removesuffix(pattern.masculine[0])
                row: Sequence[str] = getattr(pattern, noun.gender)
                return as_written(stem + row[NOMINATIVE].split("/")[0], word)
        return ""


def _likely(reading: Declined) -> int:
    """Prefer a masculine, but for one that would end in "-pn"; plurals come last."""
    order = {"masculine": 0, "neuter": 1, "feminine": 2}
    name = reading.nominative
    clash = name[-1:] in _SONORANTS and name[-2:-1] not in _VOWELS | _SONORANTS
    return _RARE * clash + order.get(reading.gender, len(order))
