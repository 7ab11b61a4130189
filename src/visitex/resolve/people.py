"""From mentions of people to persons: later short forms, capitals and possessives merge into one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from visitex.lang.lexicon import Lexicon
from visitex.lang.pack import Names
from visitex.resolve.address import honorific_of
from visitex.resolve.inflect import case_evidence, cite_person, short_form
from visitex.resolve.words import WordIndex, contains, words
from visitex.text.normal import clean
from visitex.text.spans import Span

_SHORTEST_STEM = 3
_QUOTE = 60
_CAPITALISED = r"[^\W\d_a-zà-öø-ÿа-я][\w'’-]*"
_QUOTED_BEFORE = re.compile(rf"[\"“„«‘『「](?:{_CAPITALISED}[ –-]+)*$")
_QUOTED_BEHIND = re.compile(rf"(?:[ –-]+{_CAPITALISED}){{0,8}}[\"”“»’』」]")


@dataclass
class Someone:
    """A person in the making: the forms seen, fullest first by :attr:`name`."""

    spans: list[Span] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    honorific: str | None = None

    @property
    def name(self) -> str:
        """The fullest form; of equals the one that is not in capitals, then the first."""
        return max(self.forms, key=lambda form: (len(words(form)), not form.isupper()))

    @property
    def also(self) -> list[str]:
        """Every other form, in order of the text."""
        name = self.name
        return [form for form in dict.fromkeys(self.forms) if form != name]

    def add(self, span: Span, form: str, honorific: str | None) -> None:
        """Take in one more mention."""
        self.spans.append(span)
        if form not in self.forms:
            self.forms.append(form)
        self.honorific = self.honorific or honorific


def merge_people(
    spans: Iterable[Span],
    text: str,
    names: Names,
    titles: AbstractSet[int],
    lexicon: Lexicon | None = None,
) -> list[Someone]:
    """Return the persons whom ``spans`` name, in order of first mention.

    ``titles`` are the offsets at which titles end, without spaces also where they start;
    ``lexicon`` is needed where names are declined.

    A form belongs to the person whose name holds all its words in order. Full names are settled
    first; a short form that fits several goes to the one named last before it.
    """
    listed = list(spans)
    small = lexicon is not None and lexicon.pack.writing.syllables
    plain = {clean(span.text) for span in listed}
    forms = [(span, _base_form(clean(span.text), names, plain)) for span in listed]
    if lexicon is not None and lexicon.pack.inflection.surnames:
        forms = _nominatives(forms, text, lexicon)
    people: list[Someone] = []
    known: WordIndex[Someone] = WordIndex()
    for span, form in sorted(forms, key=_fullest_first):
        person = _owner(known, span, form)
        if person is None:
            person = Someone()
            people.append(person)
        known.add(words(form), person)
        person.add(span, form, honorific_of(text, span.start, span.end, names, small=small))
    for person in people:
        person.spans.sort(key=lambda span: span.start)
    told = [person for person in people if _is_told(person, text, titles)]
    return sorted(told, key=lambda person: person.spans[0].start)


def _nominatives(
    forms: Sequence[tuple[Span, str]], text: str, lexicon: Lexicon
) -> list[tuple[Span, str]]:
    """Put names in the nominative: full ones first, then what is short for them."""
    inflection = lexicon.pack.inflection
    names = lexicon.pack.names
    kept = {word.lower() for word in (*names.particles, *names.family_first)}
    different = {form for _, form in forms}
    full: dict[str, str] = {}
    for span, form in forms:
        if " " in form and form not in full:
            seen = _last_words(different - {form})
            evidence = case_evidence(text, span.start, span.end, lexicon, seen)
            full[form] = cite_person(form, inflection, evidence, kept)
    parts = {part for name in full.values() for part in name.split(" ")}
    cited = []
    for span, form in forms:
        name = full.get(form) or short_form(form, parts, inflection)
        if name is None:
            seen = _last_words(different - {form})
            evidence = case_evidence(text, span.start, span.end, lexicon, seen)
            name = cite_person(form, inflection, evidence, kept)
        cited.append((span, name))
    return cited


def _last_words(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(form.rpartition(" ")[2] for form in forms)


def _fullest_first(mention: tuple[Span, str]) -> tuple[int, int, int]:
    """Sort mentions by the length of their names, those with initials behind those without."""
    span, form = mention
    parts = words(form)
    return -len(parts), sum(len(part) == 1 for part in parts), span.start


def _is_told(person: Someone, text: str, titles: AbstractSet[int]) -> bool:
    """Say whether a name is one: a single word needs an honorific or a title right in front of it.

    A name that only ever stands in quotation marks is that of a programme or a work.
    """
    if all(_quoted(text, span) for span in person.spans):
        return False
    if len(words(person.name)) > 1 or person.honorific:
        return True
    beside = {at for span in person.spans for at in (span.start - 1, span.start, span.end)}
    return not beside.isdisjoint(titles)


def _quoted(text: str, span: Span) -> bool:
    """Say whether a name stands in quotation marks with nothing but other capitalised words."""
    before = _QUOTED_BEFORE.search(text[max(0, span.start - _QUOTE) : span.start])
    return bool(before and _QUOTED_BEHIND.match(text, span.end))


def _owner(known: WordIndex[Someone], span: Span, form: str) -> Someone | None:
    """Return the person whom a form names: the same full name, else the last one named before it."""
    wanted = words(form)
    same = known.exact(wanted)
    if same is not None and len(wanted) > 1:
        return same
    fitting = [p for p in known.sharing(wanted[-1:]) if _fits(words(p.name), wanted)]
    if len(fitting) < 2:
        return next(iter(fitting), None)

    def nearness(person: Someone) -> int:
        before = [s.start for s in person.spans if s.start < span.start]
        return max(before) if before else -min(s.start for s in person.spans)

    return max(fitting, key=nearness)


def _fits(name: Sequence[str], form: Sequence[str]) -> bool:
    """Say whether ``form`` can be short for ``name``; an initial may stand for a given name."""
    if contains(name, form):
        return True
    if len(form) < 2 or form[-1] != name[-1] or len(form) > len(name):
        return False
    return all(
        f == n or (len(f) == 1 and n.startswith(f)) for f, n in zip(form, name, strict=False)
    )


def _base_form(form: str, names: Names, plain: set[str]) -> str:
    """Take a possessive ending off a name, where that is certain.

    An ending of letters ("Müllers") comes off only if the text has the name without it.
    """
    for ending in names.possessives:
        stem = form[: -len(ending)]
        if not form.endswith(ending) or len(stem) < _SHORTEST_STEM:
            continue
        if not ending.isalpha():
            return stem
        known = {p for p in plain if p == stem or p.endswith(" " + stem)}
        if known:
            return stem
    return form
