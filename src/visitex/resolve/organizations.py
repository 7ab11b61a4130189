"""From mentions of bodies to organizations: citation forms, acronyms and short forms merge into one."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from visitex.lang.lexicon import Kind, Lexicon
from visitex.resolve.cite import cite_name
from visitex.resolve.words import WordIndex, contains, initials, is_acronym, starts_with, words
from visitex.text.normal import clean
from visitex.text.spans import Span

_ARTICLE_MOST = 8
_BRACKETED = re.compile(r"\s*[(（]\s*([^()（）\n]{2,40}?)\s*[)）]")


@dataclass
class Body:
    """An organization or site in the making."""

    spans: list[Span] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    acronym: str | None = None

    @property
    def name(self) -> str:
        """The fullest form in citation form; of equals the one that is not in capitals."""
        return max(self.forms, key=lambda form: (len(words(form)), not form.isupper(), len(form)))

    @property
    def also(self) -> list[str]:
        """Every other form, in order of the text."""
        name = self.name
        return [form for form in dict.fromkeys([*self.forms, *self.seen]) if form != name]

    def add(self, span: Span, form: str) -> None:
        """Take in one more mention."""
        self.spans.append(span)
        insort(self.starts, span.start)
        if form not in self.forms:
            self.forms.append(form)
        seen = clean(span.text)
        if seen not in self.seen:
            self.seen.append(seen)


class BodyMerger:
    """Groups mentions of bodies; ``kind`` says whose heads count (bodies or sites)."""

    def __init__(self, lexicon: Lexicon, kind: Kind) -> None:
        self._lexicon = lexicon
        self._kind = kind
        self._small = {w.lower() for w in (*lexicon.pack.places.kinds, *lexicon.pack.link.of)}
        self._small |= {w for phrase in lexicon.pack.link.of for w in phrase.lower().split()}
        self._legal = {w for form in lexicon.pack.bodies.legal_forms for w in words(form)}

    def merge(self, spans: Iterable[Span], text: str) -> list[Body]:
        """Return the bodies that ``spans`` name, in order of first mention."""
        listed = sorted(spans, key=lambda span: span.start)
        acronyms = self._acronyms(listed, text)
        register = _Register()
        named = [(span, self._cited(span, text)) for span in listed]
        for span, form in sorted(named, key=lambda pair: (-len(words(pair[1])), pair[0].start)):
            register.add(self._owner(register, span, form, acronyms) or Body(), span, form)
        self._name_acronyms(register, acronyms)
        bodies = [body for body in register.bodies if not self._is_generic(body)]
        for body in bodies:
            body.spans.sort(key=lambda span: span.start)
        return sorted(bodies, key=lambda body: body.spans[0].start)

    def _cited(self, span: Span, text: str) -> str:
        before = text[max(span.start - _ARTICLE_MOST, 0) : span.start].split()
        articles = self._lexicon.pack.inflection.genitive_determiners
        genitive = bool(before) and before[-1].lower() in articles
        return cite_name(span.text, self._lexicon, self._kind, genitive=genitive)

    def _acronyms(self, spans: Sequence[Span], text: str) -> dict[str, tuple[str, ...]]:
        """Return acronym -> words of the name that it stands in brackets behind or in front of."""
        found: dict[str, tuple[str, ...]] = {}
        for span in spans:
            match = _BRACKETED.match(text, span.end)
            if match:
                inside = match.group(1)
                form = words(cite_name(span.text, self._lexicon, self._kind))
                if is_acronym(inside):
                    found.setdefault(inside, form)
                elif is_acronym(span.text) and _spells(span.text, inside):
                    found.setdefault(span.text, words(inside))
        return found

    def _owner(
        self, register: _Register, span: Span, form: str, acronyms: dict[str, tuple[str, ...]]
    ) -> Body | None:
        wanted = words(form)
        same = register.index.exact(wanted) or register.index.exact(acronyms.get(form, ()))
        if same is not None:
            return same
        for body in register.index.sharing([*self._core(wanted)[:1], *wanted[:1]]):
            if self._short_for(words(body.name), wanted):
                return body
        if is_acronym(form) and form not in acronyms:
            spelled = register.by_initials.get(form, [])
            return spelled[0] if len(spelled) == 1 else None
        return self._generic_owner(register, span, wanted)

    def _short_for(self, name: tuple[str, ...], form: tuple[str, ...]) -> bool:
        """Say whether a form is a body's name without its complement, legal form or place kind."""
        if len(form) < 2 and not self._company(name, form):
            return False
        core, short = self._core(name), self._core(form)
        if core == short:
            return True
        if starts_with(name, form):
            following = name[len(form)]
            return following in self._small or following in self._legal
        return (
            len(short) > 2
            and contains(core, short)
            and (core[0], core[-1]) == (short[0], short[-1])
        )

    def _company(self, name: tuple[str, ...], form: tuple[str, ...]) -> bool:
        """Say whether one word is a company's name without what follows: "Werra-Dicht"."""
        if not starts_with(name, form) or self._lexicon.kind(form[0]) & self._kind:
            return False
        return any(word in self._legal for word in name[1:])

    def _core(self, name: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(word for word in name if word not in self._small and word not in self._legal)

    def _generic_owner(self, register: _Register, span: Span, form: tuple[str, ...]) -> Body | None:
        """Return the body that a bare head ("Gewerkschaftsbund") takes up: the last one before it."""
        if len(form) != 1 or not self._lexicon.kind(form[0]) & self._kind:
            return None
        before = [
            (self._is_headed(words(body.name), form[0]), body.starts[at - 1], body)
            for body in register.index.sharing(form)
            if (at := bisect_left(body.starts, span.start))
        ]
        return max(before, key=lambda found: found[:2])[2] if before else None

    def _is_headed(self, name: tuple[str, ...], head: str) -> bool:
        """Say whether a word heads a name: "Navy" that of "Coast Navy", not of "Navy Choir"."""
        following = name[name.index(head) + 1 :] if head in name else ("",)
        return not following or following[0] in self._small

    def _is_generic(self, body: Body) -> bool:
        """Say whether a body is but a common noun that takes up nothing: "the ministry"."""
        return bool(self._lexicon.kind(body.name) & (Kind.NEVER_BODY | Kind.NEVER_SITE))

    def _name_acronyms(self, register: _Register, acronyms: dict[str, tuple[str, ...]]) -> None:
        for acronym, form in acronyms.items():
            body = register.index.exact(form)
            if body is not None:
                body.acronym = body.acronym or acronym
                if acronym not in body.forms:
                    body.forms.append(acronym)


class _Register:
    """The bodies found so far, by the words of their names and by their initials."""

    def __init__(self) -> None:
        self.bodies: list[Body] = []
        self.index: WordIndex[Body] = WordIndex()
        self.by_initials: defaultdict[str, list[Body]] = defaultdict(list)

    def add(self, body: Body, span: Span, form: str) -> None:
        """Enter a mention of a body, and the body itself where it is new."""
        if not body.spans:
            self.bodies.append(body)
            self.by_initials[initials(form)].append(body)
        body.add(span, form)
        self.index.add(words(form), body)


def _spells(acronym: str, name: str) -> bool:
    letters = [char for char in acronym if char.isupper()]
    return contains(initials(name), letters)
