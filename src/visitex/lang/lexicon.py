"""Word classes of a pack, looked up by form: what a token can be before anything is decided."""

from __future__ import annotations

from enum import IntFlag
from functools import cache, lru_cache

from visitex.lang.declension import Declined, adjective_forms, noun_forms, table
from visitex.lang.load import load_pack
from visitex.lang.pack import Heads, Inflection, Pack

_FORMS_KEPT = 50_000  # a bound, so that a folder of millions does not grow the table for ever
_SHORTEST_SUFFIX = 5  # a head as short as "rat" ends too many words that are no compounds of it
_SHORTEST_SUFFIX_STEM = 2  # "amt" alone is no compound, "Landesamt" is
_GUESTS = frozenset({"delegation", "party", "party_of"})


class Kind(IntFlag):
    """What a word form can be; a form may be several things."""

    NONE = 0
    TITLE = 1
    TITLE_MODIFIER = 2
    BODY = 4
    SITE = 8
    DEPARTMENT = 16
    LEGAL = 32
    CONNECTOR = 64
    JOINS_BODY = 128
    DETERMINER = 256
    CONJUNCTION = 512
    HONORIFIC = 1024
    PARTICLE = 2048
    PLACE_KIND = 4096
    NAME_SUFFIX = 8192
    NEVER_BODY = 16384
    NEVER_SITE = 32768
    STATE = 65536
    JOINS_SITE = 131072
    EVENT = 262144

    # As IntFlag has them, without looking a member up anew for each of a text's words.
    def __and__(self, other: int) -> Kind:
        return _kind_of(int.__and__(self, other))

    def __or__(self, other: int) -> Kind:
        return _kind_of(int.__or__(self, other))


@cache
def _kind_of(value: int) -> Kind:
    return Kind(value)


class Lexicon:
    """The words of one pack by form: :meth:`kind` says what a form can be, :meth:`head` its base form."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.compounds = bool(pack.bodies.suffixes.by_gender())
        self.toured = frozenset(word.lower() for word in pack.bodies.toured)
        self.territories = frozenset(name.lower() for name in pack.places.names)
        self._demonyms = {**_oblique_places(pack), **pack.places.demonyms}
        self.family_first = frozenset(pack.names.family_first)
        self._forms: dict[str, Kind] = {}
        self._territories: dict[str, str | None] = {}
        self._words = _exact_words(pack)
        self._suffixes = _suffixes(pack)
        self._genders = _genders(pack)
        self._declined = _declined(pack)
        self._endings = tuple(sorted(pack.inflection.noun_endings, key=len, reverse=True))

    def kind(self, form: str) -> Kind:
        """Return everything that a word form can be; case does not matter."""
        found = self._forms.get(form)
        if found is None:
            if len(self._forms) >= _FORMS_KEPT:
                self._forms.clear()
            found = self._forms[form] = self._classify(form.lower())
        return found

    def phrases(self) -> dict[str, Kind]:
        """Return the words of several tokens, where the script makes them common.

        Without spaces between words, cues and words of linking count too: they part what stands
        around them.
        """
        writing = self.pack.writing
        if writing.spaces and not writing.syllables:
            return {}
        if writing.spaces:
            return {word: _office(kind) for word, kind in self._words.items() if " " in word}
        parting = [phrase for phrase in _cue_phrases(self.pack) if "..." not in phrase]
        parting += [*self.pack.places.names, *self.pack.places.demonyms]
        plain = {word.lower(): Kind.NONE for word in parting}
        words = {**plain, **self._words}
        return {word: _office(kind) for word, kind in words.items() if len(word) > 1}

    def head(self, form: str, kind: Kind) -> str | None:
        """Return the dictionary form of a head noun as it stands in ``form``, case kept, or None.

        Titles lose every case ending, bodies and sites only those of the singular.
        """
        for reading in self.readings(form):
            base = reading.base if kind & Kind.TITLE else reading.nominative
            if self.kind(reading.base) & kind:
                return as_written(base, form)
        singular = tuple(self.pack.inflection.singular_endings)
        for stem in stems(form, self._endings if kind & Kind.TITLE else singular):
            lower = stem.lower()
            if (self._words.get(lower, Kind.NONE) | self._compound(lower)) & kind:
                return stem
        return None

    def readings(self, form: str) -> list[Declined]:
        """Return what a form of a known noun can be, where the pack has patterns of declension."""
        lower = form.lower()
        found = self._declined.get(lower)
        if found is None and "-" in lower:
            first, _, last = lower.rpartition("-")
            other = self._declined.get(first)
            found = [
                reading._replace(
                    nominative=f"{_same_case(other, reading, first)}-{reading.nominative}",
                    base=f"{_same_case(other, reading, first)}-{reading.base}",
                )
                for reading in self._declined.get(last, [])
            ]
        return found or []

    def gender(self, form: str) -> str:
        """Return the gender of a head noun (``masculine``...), or an empty string."""
        lower = form.lower()
        for length in range(len(lower), 2, -1):
            gender = self._genders.get(lower[-length:])
            if gender:
                return gender
        return ""

    def _territory(self, form: str) -> str | None:
        lower = form.lower()
        demonyms = self._demonyms
        for stem in (lower, *_cut(lower, self.pack.inflection.adjective_endings)):
            if stem in demonyms:
                return demonyms[stem]
        return form if lower in self.territories else None

    def territory(self, form: str) -> str | None:
        """Return the territory that a word names, or stands for as adjective or inhabitant."""
        if form not in self._territories:
            if len(self._territories) >= _FORMS_KEPT:
                self._territories.clear()
            self._territories[form] = self._territory(form)
        return self._territories[form]

    def singular(self, form: str) -> str:
        """Return the singular of a title in the plural ("Councillors"), any other form as it is."""
        for ending in self.pack.titles.plurals:
            stem = form.removesuffix(ending)
            if stem != form and self._words.get(stem.lower(), Kind.NONE) & Kind.TITLE:
                return stem
        return form

    def _classify(self, word: str) -> Kind:
        kind = self._words.get(word, Kind.NONE)
        kind |= self._words.get(self.singular(word), Kind.NONE) & Kind.TITLE
        last = word.rpartition("-")[2]
        if last and last != word:
            kind |= self.kind(last) & _INFLECTED & ~Kind.TITLE_MODIFIER
        for reading in self._declined.get(word, ()):
            kind |= self._words.get(reading.base, Kind.NONE) & (_INFLECTED | _ALONE)
            kind |= self._words.get(reading.nominative, Kind.NONE) & (_INFLECTED | _ALONE)
        for stem in stems(word, self._endings):
            kind |= self._words.get(stem, Kind.NONE) & _INFLECTED
            kind |= self._compound(stem)
        return kind

    def _compound(self, word: str) -> Kind:
        """Look at the longest known suffix only: "werk" must not win over "netzwerk"."""
        if word in self._suffixes and self._suffixes[word] == Kind.NONE:
            return Kind.NONE
        for length in range(len(word) - _SHORTEST_SUFFIX_STEM, 2, -1):
            kind = self._suffixes.get(word[-length:])
            if kind is not None:
                return kind
        return Kind.NONE


_INFLECTED = Kind.TITLE | Kind.TITLE_MODIFIER | Kind.BODY | Kind.SITE | Kind.DEPARTMENT | Kind.STATE
_INFLECTED |= Kind.PLACE_KIND | Kind.EVENT
_ALONE = Kind.NEVER_BODY | Kind.NEVER_SITE


def as_written(word: str, form: str) -> str:
    """Return a word in lower case with the capitals of the form that it comes from."""
    if form.isupper() and len(form) > 1:
        return word.upper()
    parts = zip(word.split("-"), form.split("-"), strict=False)
    return "-".join(w[:1].upper() + w[1:] if f[:1].isupper() else w for w, f in parts)


def _same_case(readings: list[Declined] | None, other: Declined, form: str) -> str:
    """Return the nominative of the first part of a compound that stands in the case of the last."""
    agreeing = [r for r in readings or () if r.case == other.case]
    return agreeing[0].nominative if agreeing else form


def _declined(pack: Pack) -> dict[str, list[Declined]]:
    """Return every case form of the pack's nouns, where it has patterns of declension."""
    titles, groups = pack.titles, (pack.bodies.heads, pack.sites.heads, pack.titles.departments)
    words = [pair for heads in groups for pair in heads.by_gender().items()]
    words += [(kind, pack.places.genders.get(kind, "")) for kind in pack.places.kinds]
    return table(words, [*titles.heads, *titles.state, *titles.local], pack.inflection)


def _oblique_places(pack: Pack) -> dict[str, str]:
    """Return the other cases of places of one word, where nouns are declined: "калуге" -> "Калуга"."""
    if not pack.inflection.genitives:
        return {}
    known = {name.lower() for name in pack.places.names}
    forms: dict[str, str] = {}
    for name in pack.places.names:
        if " " in name or "-" in name:
            continue
        for form, declined in noun_forms(name.lower(), "", pack.inflection.nouns):
            if declined.gender != "plural" and form not in known:
                forms.setdefault(form, name)
    return forms


def _cut(word: str, endings: list[str]) -> list[str]:
    return [word[: -len(end)] for end in endings if word.endswith(end)]


def stems(word: str, endings: tuple[str, ...]) -> list[str]:
    """Return the word and what is left of it without each ending, longest ending first."""
    cut = [word[: -len(end)] for end in endings if word.endswith(end) and len(word) - len(end) > 2]
    return [word, *cut]


def _exact_words(pack: Pack) -> dict[str, Kind]:
    words: dict[str, Kind] = {}

    def add(kind: Kind, *groups: list[str]) -> None:
        for group in groups:
            for entry in group:
                key = entry.lower()
                words[key] = words.get(key, Kind.NONE) | kind

    add(Kind.TITLE, pack.titles.heads)
    add(Kind.TITLE_MODIFIER, pack.titles.modifiers, pack.titles.former)
    patterns = pack.inflection.agreement
    declined = (adjective_forms(word, patterns) for word in pack.titles.modifiers)
    add(Kind.TITLE_MODIFIER, [form for forms in declined for form, _ in forms])
    add(Kind.TITLE_MODIFIER, _adjectives(pack.titles.modifiers, pack.inflection))
    add(Kind.BODY, *_head_groups(pack.bodies.heads))
    add(Kind.SITE, *_head_groups(pack.sites.heads))
    add(Kind.DEPARTMENT, *_head_groups(pack.titles.departments))
    add(Kind.LEGAL, pack.bodies.legal_forms)
    add(Kind.LEGAL, [form.rstrip(".") for form in pack.bodies.legal_forms if form.count(".") == 1])
    add(Kind.CONNECTOR, pack.link.of, pack.link.at)
    add(Kind.JOINS_BODY, pack.bodies.connectors)
    add(Kind.JOINS_SITE, pack.sites.connectors)
    add(Kind.DETERMINER, pack.link.determiners)
    add(Kind.CONJUNCTION, [entry for entry in pack.link.conjunctions if " " not in entry])
    add(Kind.HONORIFIC, pack.names.honorifics)
    add(Kind.HONORIFIC, [form.rstrip(".") for form in pack.names.honorifics if "." in form])
    add(Kind.PARTICLE, pack.names.particles)
    add(Kind.NAME_SUFFIX, pack.names.suffixes)
    add(Kind.PLACE_KIND, pack.places.kinds)
    add(Kind.EVENT, pack.bodies.events)
    add(Kind.NEVER_BODY, pack.bodies.never)
    add(Kind.NEVER_SITE, pack.sites.never)
    add(Kind.STATE, pack.titles.state, pack.titles.local)
    return words


def _office(kind: Kind) -> Kind:
    return kind | Kind.TITLE if kind & Kind.STATE else kind


def _cue_phrases(pack: Pack) -> list[str]:
    """Return cues and words of linking; delegations are named right behind their body."""
    cues, link = pack.cues, pack.link
    lists = [getattr(cues, name) for name in cues.__struct_fields__ if name not in _GUESTS]
    lists += [getattr(link, name) for name in link.__struct_fields__]
    return [phrase for phrases in lists for phrase in phrases]


def _adjectives(stem_list: list[str], inflection: Inflection) -> list[str]:
    endings = inflection.adjective_endings
    return [stem + ending for stem in stem_list for ending in endings]


def _suffixes(pack: Pack) -> dict[str, Kind]:
    """Return last parts of compounds; words that look like one but are none shadow it."""
    suffixes: dict[str, Kind] = {}
    for kind, own, heads in (
        (Kind.TITLE, pack.titles.suffixes, pack.titles.heads),
        (Kind.BODY, list(pack.bodies.suffixes.by_gender()), list(pack.bodies.heads.by_gender())),
        (Kind.SITE, list(pack.sites.suffixes.by_gender()), list(pack.sites.heads.by_gender())),
    ):
        long = [word for word in heads if own and len(word) >= _SHORTEST_SUFFIX and " " not in word]
        for word in [*own, *long]:
            suffixes[word] = suffixes.get(word, Kind.NONE) | kind
    if pack.titles.suffixes:
        for word in pack.titles.not_posts:
            suffixes[word] = suffixes.get(word, Kind.NONE) & ~Kind.TITLE
    return suffixes


def _genders(pack: Pack) -> dict[str, str]:
    sites, bodies = pack.sites, pack.bodies
    groups = (pack.titles.departments, sites.heads, sites.suffixes, bodies.heads, bodies.suffixes)
    genders = {word: gender for heads in groups for word, gender in heads.by_gender().items()}
    return {**genders, **pack.places.genders}


def _head_groups(heads: Heads) -> list[list[str]]:
    return [getattr(heads, field) for field in heads.__struct_fields__]


@lru_cache(maxsize=16)
def lexicon_of(language: str, packs: tuple[str, ...] = ()) -> Lexicon:
    """Return the compiled lexicon of a language; one for all pipelines of a process."""
    return Lexicon(load_pack(language, packs))
