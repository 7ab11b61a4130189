"""Declension by pattern: which forms a word takes, and what case a form can stand in.

A pack gives patterns (:class:`~visitex.lang.pack.Declension`): endings in the order of the cases.
Everything here is a pure function of a word and the patterns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from visitex.lang.pack import AdjectiveDeclension, Declension, Inflection

NOMINATIVE, ACCUSATIVE = 0, 3
GENDERS = ("masculine", "feminine", "neuter", "plural")
_SHORTEST_STEM = 2
_WHOLE_WORD = 4


class Declined(NamedTuple):
    """What a form can be: ``nominative`` in its own number, ``base`` in the singular, and the case.

    ``gender`` is ``plural`` for forms of the plural: that is what adjectives agree with.
    """

    nominative: str
    base: str
    gender: str
    case: int


def variants(cell: str) -> list[str]:
    """Return the endings that one case can take: "а/" is "а" or none."""
    return cell.split("/")


def noun_forms(
    word: str, gender: str, patterns: Sequence[Declension]
) -> Iterator[tuple[str, Declined]]:
    """Yield every form of a noun in lower case, with what it is.

    The pattern with the longest ending counts; without a gender, those of every gender do.
    """
    if gender == "plural":
        yield from _plural_forms(word, patterns)
        return
    fitting = [p for p in patterns if fits(word, p) and gender in {"", "plain", p.gender}]
    longest = max((_reach(word, p) for p in fitting), default=0)
    for pattern in fitting:
        if _reach(word, pattern) < longest:
            continue
        stem = word.removesuffix(variants(pattern.singular[0])[0])
        yield from _rows(stem, word, pattern)


def fits(word: str, pattern: Declension) -> bool:
    """Say whether a nominative can follow a pattern."""
    ending = variants(pattern.singular[0])[0]
    return word.endswith(ending) and _after(word.removesuffix(ending), pattern.after, ending)


def _after(stem: str, allowed: Sequence[str], ending: str = "") -> bool:
    """Say whether a stem may take an ending; one that is a word of its own needs no stem."""
    if len(stem) < _SHORTEST_STEM and len(ending) < _WHOLE_WORD:
        return False
    return not allowed or stem.endswith(tuple(allowed))


def _reach(word: str, pattern: Declension) -> int:
    ending = variants(pattern.singular[0])[0]
    stem = word.removesuffix(ending)
    return len(ending) + max((len(a) for a in pattern.after if stem.endswith(a)), default=0)


def _rows(stem: str, word: str, pattern: Declension) -> Iterator[tuple[str, Declined]]:
    for case, cell in enumerate(pattern.singular):
        for ending in variants(cell):
            yield stem + ending, Declined(word, word, pattern.gender, case)
    several = stem + variants(pattern.plural[0])[0] if pattern.plural else ""
    for case, cell in enumerate(pattern.plural):
        for ending in variants(cell):
            yield stem + ending, Declined(several, word, "plural", case)


def _plural_forms(word: str, patterns: Sequence[Declension]) -> Iterator[tuple[str, Declined]]:
    ends = [(end, p) for p in patterns if p.plural for end in variants(p.plural[0])]
    fitting = [
        (end, p)
        for end, p in ends
        if word.endswith(end) and _after(word.removesuffix(end), p.after, end)
    ]
    longest = max((len(end) for end, _ in fitting), default=0)
    for end, pattern in fitting:
        if len(end) < longest:
            continue
        for case, cell in enumerate(pattern.plural):
            for ending in variants(cell):
                yield word.removesuffix(end) + ending, Declined(word, word, "plural", case)


def adjective_forms(
    word: str, patterns: Sequence[AdjectiveDeclension]
) -> Iterator[tuple[str, Declined]]:
    """Yield every form of an adjective that is given in the masculine nominative."""
    for pattern in patterns:
        end = pattern.masculine[0]
        stem = word.removesuffix(end)
        if not word.endswith(end) or not _after(stem, pattern.after):
            continue
        for gender in GENDERS:
            row: list[str] = getattr(pattern, gender)
            nominative = stem + variants(row[0])[0]
            for case, cell in enumerate(row):
                for ending in variants(cell):
                    yield stem + ending, Declined(nominative, word, gender, case)
        return


def adjectival_noun_forms(
    word: str, patterns: Sequence[AdjectiveDeclension]
) -> Iterator[tuple[str, Declined]]:
    """Yield the forms of an office that is declined like an adjective, in its own gender."""
    for pattern in patterns:
        for gender in ("masculine", "feminine"):
            end = getattr(pattern, gender)[0]
            stem = word.removesuffix(end)
            if word.endswith(end) and _after(stem, pattern.after):
                masculine = stem + pattern.masculine[0]
                for form, declined in adjective_forms(masculine, [pattern]):
                    if declined.gender == gender or (
                        declined.gender == "plural" and gender == "masculine"
                    ):
                        yield form, declined._replace(base=word)
                return


def counterpart(word: str, patterns: Sequence[AdjectiveDeclension]) -> str:
    """Return the form of the other gender of an adjectival noun, or an empty string."""
    for pattern in patterns:
        for one, other in (("masculine", "feminine"), ("feminine", "masculine")):
            end = getattr(pattern, one)[0]
            stem = word.removesuffix(end)
            if word.endswith(end) and _after(stem, pattern.after):
                return str(stem + getattr(pattern, other)[0])
    return ""


def adjective_readings(
    form: str, patterns: Sequence[AdjectiveDeclension]
) -> Iterator[tuple[Declined, AdjectiveDeclension]]:
    """Yield what an unknown word can be as an adjective; the first pattern that fits its stem counts."""
    found: AdjectiveDeclension | None = None
    for pattern in patterns:
        for gender in GENDERS:
            row: list[str] = getattr(pattern, gender)
            for case, cell in enumerate(row):
                for ending in variants(cell):
                    stem = form.removesuffix(ending) if ending else form
                    if form.endswith(ending) and _after(stem, pattern.after):
                        found = pattern
                        one = stem + variants(row[0])[0]
                        yield Declined(one, stem + pattern.masculine[0], gender, case), pattern
        if found is not None:
            return


def noun_readings(form: str, patterns: Sequence[Declension]) -> Iterator[Declined]:
    """Yield what an unknown word can be as a noun in the singular."""
    for pattern in patterns:
        base_end = variants(pattern.singular[0])[0]
        for case, cell in enumerate(pattern.singular):
            for ending in variants(cell):
                stem = form.removesuffix(ending) if ending else form
                if form.endswith(ending) and _after(stem, pattern.after, ending):
                    base = stem + base_end
                    yield Declined(base, base, pattern.gender, case)


def table(
    words: Sequence[tuple[str, str]], offices: Sequence[str], inflection: Inflection
) -> dict[str, list[Declined]]:
    """Return form -> readings for head nouns (word, gender) and for offices.

    An office of which both genders are known is declined like an adjective where it looks like one.
    """
    found: dict[str, list[Declined]] = {}
    if not inflection.nouns:
        return found
    known = set(offices)
    for word, gender in [*words, *((office, "") for office in offices)]:
        if " " in word:
            continue
        forms: list[tuple[str, Declined]] = []
        if not gender and word in known and counterpart(word, inflection.agreement) in known:
            forms = list(adjectival_noun_forms(word, inflection.agreement))
        for form, declined in forms or noun_forms(word, gender, inflection.nouns):
            readings = found.setdefault(form, [])
            if declined not in readings:
                readings.append(declined)
    return found
