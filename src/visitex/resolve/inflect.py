"""Case by pattern: names of bodies, titles and people are put in the nominative.

A head and the adjectives that agree with it change; complements stay as they stand. The case of a
person's name is weighed: what the title beside it says, the preposition in front, given names known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from visitex.lang.declension import (
    ACCUSATIVE,
    NOMINATIVE,
    Declined,
    adjective_readings,
    noun_readings,
)
from visitex.lang.lexicon import Kind, Lexicon, as_written
from visitex.lang.pack import Inflection

_TITLE, _PREPOSITION, _GIVEN, _SEEN, _PLAIN = 3.0, 2.0, 2.0, 1.5, 1.5
_DECLINED, _UNDECLINED, _STUBBORN = 1.0, 0.5, -2.0
_SHORTEST = 3


def cite_phrase(parts: Sequence[str], at: int, lexicon: Lexicon, kind: Kind) -> list[str]:
    """Return the words of a name in citation form; ``at`` is its head, white space may be among them.

    The case is the one in which head and adjectives agree; of several, the nominative.
    """
    inflection = lexicon.pack.inflection
    readings = [r for r in lexicon.readings(parts[at]) if _is(lexicon, r, kind)]
    if not readings:
        gender = lexicon.gender(parts[at])
        readings = [Declined(parts[at].lower(), parts[at].lower(), gender, c) for c in range(6)]
    front = [_adjective(part, inflection) for part in parts[:at]]
    if kind & Kind.TITLE and front and _stands_alone(front[0], readings):
        return [as_written(_own_nominative(front[0]), parts[0]), *parts[1:]]
    next_word = next((part for part in parts[at + 1 :] if not part.isspace()), "")
    behind = _adjective(next_word, inflection) if inflection.adjectives_behind else []
    reading = max(
        readings,
        key=lambda r: (_agreement(front, r), not _several(r), _agrees(behind, r), *_rank(r)),
    )
    cited = list(parts)
    title = bool(kind & Kind.TITLE)
    cited[at] = as_written(reading.base if title else reading.nominative, parts[at])
    gender = reading.gender
    if title and gender == "plural":
        singular = [r for r in readings if r.base == reading.base and r.gender != "plural"]
        gender = singular[0].gender if singular else "masculine"
    for i, found in enumerate(front):
        if _agrees(found, reading):
            cited[i] = as_written(_nominative(found, gender), parts[i])
    if inflection.adjectives_behind:
        for i in range(at + 1, len(parts)):
            found = _adjective(parts[i], inflection)
            if parts[i].isspace():
                continue
            if not _agrees(found, reading):
                break
            cited[i] = as_written(_nominative(found, gender), parts[i])
    return cited


def _stands_alone(adjective: Sequence[tuple[Declined, str]], heads: Sequence[Declined]) -> bool:
    """Say whether an adjective is the head itself: it agrees with what follows in no case.

    The accusative is left out: offices are held by people, and have that of the genitive.
    """
    agreeing = {(r.gender, r.case) for r, _ in adjective if r.case != ACCUSATIVE}
    own = any(r.case == NOMINATIVE and r.gender != "plural" for r, _ in adjective)
    known = {(r.gender, r.case) for r in heads}
    oblique = bool(adjective) and not any(_agrees(adjective, r) for r in heads)
    return oblique or (own and agreeing.isdisjoint(known))


def _own_nominative(adjective: Sequence[tuple[Declined, str]]) -> str:
    """Return the nominative of an adjective that is the head itself: "acting" in "acting director"."""
    genders = {reading.gender for reading, _ in adjective}
    return _nominative(adjective, "masculine" if "masculine" in genders else genders.pop())


def _is(lexicon: Lexicon, reading: Declined, kind: Kind) -> bool:
    return bool((lexicon.kind(reading.base) | lexicon.kind(reading.nominative)) & kind)


def _several(reading: Declined) -> bool:
    """Say whether a reading is the plural of a noun that has a singular."""
    return reading.gender == "plural" and reading.base != reading.nominative


def _rank(reading: Declined) -> tuple[bool, int]:
    """Prefer the nominative, then the cases in their order."""
    return (reading.case == NOMINATIVE, -reading.case)


def _adjective(word: str, inflection: Inflection) -> list[tuple[Declined, str]]:
    """Return what a word can be as an adjective: reading and its nominative in each gender."""
    if not word.replace("-", "").isalpha() or word.isupper():
        return []
    found = []
    for reading, pattern in adjective_readings(word.lower(), inflection.agreement):
        stem = reading.base.removesuffix(pattern.masculine[0])
        ends = (pattern.masculine, pattern.feminine, pattern.neuter, pattern.plural)
        found.append((reading, "|".join(stem + row[0].split("/")[0] for row in ends)))
    return found


def _agrees(adjective: Sequence[tuple[Declined, str]], head: Declined) -> bool:
    return any((r.gender, r.case) == (head.gender, head.case) for r, _ in adjective)


def _agreement(front: Iterable[Sequence[tuple[Declined, str]]], head: Declined) -> int:
    return sum(1 if _agrees(adjective, head) else -1 for adjective in front if adjective)


def _nominative(adjective: Sequence[tuple[Declined, str]], gender: str) -> str:
    masculine, feminine, neuter, plural = adjective[0][1].split("|")
    forms = {"feminine": feminine, "neuter": neuter, "plural": plural}
    return forms.get(gender, masculine)


class Evidence(NamedTuple):
    """What the text around a name says of its case."""

    titles: AbstractSet[int] = frozenset()
    prepositions: AbstractSet[int] = frozenset()
    seen: AbstractSet[str] = frozenset()


def cite_person(
    name: str, inflection: Inflection, evidence: Evidence, kept: AbstractSet[str]
) -> str:
    """Return a person's name in the nominative.

    Every gender and case is weighed; words of ``kept`` (particles) and initials do not change.
    """
    if not inflection.surnames:
        return name
    words = name.split(" ")
    best, chosen = 0.0, words
    for gender in ("masculine", "feminine"):
        for case in range(6):
            readings = [
                _name_word(word, gender, case, inflection, given=at == 0 and len(words) > 1)
                if _changes(word, kept)
                else (word, 0.0)
                for at, word in enumerate(words)
            ]
            forms = [form for form, _ in readings]
            score = sum(weight for _, weight in readings) / max(1, len(words)) * 2
            score += _weigh(forms, case, evidence) + _given(forms, gender, inflection)
            if score > best:
                best, chosen = score, forms
    return " ".join(chosen)


def _weigh(forms: Sequence[str], case: int, evidence: Evidence) -> float:
    score = _PLAIN if case == NOMINATIVE else 0.0
    score += _TITLE * (case in evidence.titles)
    score += _PREPOSITION * (case in evidence.prepositions)
    return score + _SEEN * (forms[-1] in evidence.seen)


def _given(forms: Sequence[str], gender: str, inflection: Inflection) -> float:
    known = inflection.male_names if gender == "masculine" else inflection.female_names
    return _GIVEN * any(form in known for form in forms)


def short_form(form: str, known: AbstractSet[str], inflection: Inflection) -> str | None:
    """Return the part of a full name that a single word is a case form of, or None."""
    if form in known:
        return form
    for gender in ("masculine", "feminine"):
        for case in range(1, 6):
            parts = [
                list(_nominatives(p, gender, case, inflection, given=False))
                for p in form.split("-")
            ]
            joined = "-".join(c[0] if c else p for c, p in zip(parts, form.split("-"), strict=True))
            options = [joined, *(parts[0] if len(parts) == 1 else [])]
            for option in options:
                if option in known:
                    return option
    return None


def _changes(word: str, kept: AbstractSet[str]) -> bool:
    """Say whether a word of a name is declined at all: no particle, no initial, no acronym."""
    if len(word) < _SHORTEST or "." in word or word.lower() in kept:
        return False
    return word[0].isupper() and not word.isupper()


def _name_word(
    word: str, gender: str, case: int, inflection: Inflection, *, given: bool
) -> tuple[str, float]:
    """Return one word of a name as the nominative of a case, and how well it fits."""
    cited = [_part(part, gender, case, inflection, given=given) for part in word.split("-")]
    weights = [weight for _, weight in cited]
    weight = min(weights) if given or min(weights) < 0 else max(weights)
    return "-".join(form for form, _ in cited), weight


def _part(
    word: str, gender: str, case: int, inflection: Inflection, *, given: bool
) -> tuple[str, float]:
    """Return one part of a name as the nominative of a case.

    A man's name in a consonant is always declined; a woman's never, unless it is of her gender.
    """
    if not word[:1].isupper() or len(word) < _SHORTEST:
        return word, 0.0
    if case == NOMINATIVE:
        return word, _UNDECLINED if _is_nominative(word, gender, inflection, given=given) else 0.0
    for form in _nominatives(word, gender, case, inflection, given=given):
        return form, _DECLINED
    return word, _STUBBORN if gender == "masculine" and _ends_hard(word, inflection) else 0.0


def _nominatives(
    word: str, gender: str, case: int, inflection: Inflection, *, given: bool
) -> Iterator[str]:
    lower = word.lower()
    if not given:
        for pattern in inflection.surnames:
            for reading in noun_readings(lower, [pattern]):
                if (reading.gender, reading.case) == (gender, case):
                    yield as_written(reading.nominative, word)
        for reading, _ in adjective_readings(lower, inflection.agreement):
            fitting = (reading.gender, reading.case) == (gender, case)
            if fitting and lower != reading.nominative and _surname_like(reading, inflection):
                yield as_written(reading.nominative, word)
    for reading in noun_readings(lower, inflection.nouns):
        if (reading.gender, reading.case) == (gender, case) and (
            case == 3 or lower != reading.nominative
        ):
            yield as_written(reading.nominative, word)


def _surname_like(reading: Declined, inflection: Inflection) -> bool:
    """Say whether an adjective can be a surname: in "-ский", "-cki"."""
    return reading.base.endswith(tuple(inflection.surname_adjectives))


def _is_nominative(word: str, gender: str, inflection: Inflection, *, given: bool) -> bool:
    lower = word.lower()
    patterns = inflection.nouns if given else [*inflection.surnames, *inflection.nouns]
    if any(r.case == NOMINATIVE and r.gender == gender for r in noun_readings(lower, patterns)):
        return True
    return any(
        r.case == NOMINATIVE and r.gender == gender and _surname_like(r, inflection)
        for r, _ in adjective_readings(lower, inflection.agreement)
    )


def _ends_hard(word: str, inflection: Inflection) -> bool:
    """Say whether a word ends as masculine nouns do in the nominative."""
    found = noun_readings(word.lower(), inflection.nouns)
    return any(r.case == NOMINATIVE and r.gender == "masculine" for r in found)


def case_evidence(
    text: str, start: int, end: int, lexicon: Lexicon, seen: AbstractSet[str]
) -> Evidence:
    """Return what stands around the name ``text[start:end]`` that tells its case.

    In front: the title that it follows, or a preposition; behind: a title after a comma.
    """
    before = text[max(0, start - 160) : start]
    for mark in "\n.;:!?()":
        before = before[_last(before, mark) :]
    before = before.rpartition(",")[2]
    words = before.split()
    titles = _title_cases(words, lexicon)
    if not titles and text[end : end + 2] == ", ":
        titles = _cases(_strip(text[end + 2 : end + 60].split(" ", maxsplit=1)[0]), lexicon)
    return Evidence(frozenset(titles), frozenset(_governed(words, lexicon)), seen)


def _last(text: str, mark: str) -> int:
    """Return the index behind the last mark that ends something: not that of an abbreviation."""
    at = text.rfind(mark)
    while at > 0 and mark == "." and len(text[:at].rsplit(" ", maxsplit=1)[-1]) < 5:
        at = text.rfind(mark, 0, at)
    return at + 1


def _strip(word: str) -> str:
    return word.strip(',.;:()"“”„«»')


def _cases(word: str, lexicon: Lexicon) -> set[int]:
    return {r.case for r in lexicon.readings(word) if _is(lexicon, r, Kind.TITLE)}


def _title_cases(words: Sequence[str], lexicon: Lexicon) -> set[int]:
    """Return the cases of the title in front; of a chain ("deputy of the minister") of its first word."""
    found: set[int] = set()
    at = len(words) - 1
    while at >= 0:
        cases = _cases(_strip(words[at]), lexicon)
        if cases and (not found or 1 in found):
            found = cases
        elif (
            found
            and not any(
                True
                for _ in adjective_readings(words[at].lower(), lexicon.pack.inflection.agreement)
            )
        ) or (not found and words[at].lower() in lexicon.pack.inflection.prepositions):
            break
        at -= 1
    return found


def _governed(words: Sequence[str], lexicon: Lexicon) -> Iterable[int]:
    for word in reversed(words):
        governed = lexicon.pack.inflection.prepositions.get(word.lower())
        if governed is not None:
            return governed
        kind = lexicon.kind(_strip(word))
        if not kind & (Kind.HONORIFIC | Kind.TITLE | Kind.TITLE_MODIFIER):
            return ()
    return ()
