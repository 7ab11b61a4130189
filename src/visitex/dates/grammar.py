"""Runs to parsed expressions: the rules of :mod:`visitex.dates.rules` in one language."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from visitex.dates import rules
from visitex.dates.first import shape_of
from visitex.dates.numerals import Classes
from visitex.dates.pattern import Compiled, Rule, compile_keeping, value_class
from visitex.dates.rules import RULES
from visitex.dates.scan import Run, find_runs
from visitex.dates.vocabulary import Entry, Vocabulary
from visitex.lang.date_lexicon import DateLexicon

# Sets of symbols of each of which one must be in a run for a rule to match there.
Needs = tuple[frozenset[str], ...]

_LONGEST_JOINT = 4
_LONGEST_RELATION = 6
_LONGEST_KEPT = 40
# Fields that a word brings along whichever of its classes a rule asked for.
_IMPLIED = ("day_part", "period_shift", "indefinite")
_OUTER = frozenset({"the", "of"})
_VALUED = frozenset({"shift", "count", "day", "distance_before", "year_before", "edges"})


class Parsed(NamedTuple):
    """An expression and its fields.

    ``start`` and ``end`` are offsets in the text, ``values`` the fields by name, ``parts`` the
    expressions that a joined or counted one is made of.
    """

    start: int
    end: int
    rule: Rule
    values: Classes
    parts: tuple[Parsed, ...] = ()


class Form(NamedTuple):
    """An expression as the symbols of its run tell it, before the words are looked at.

    ``first`` and ``behind`` are places in the symbols, ``fields`` are the name of each field, the
    index of its token and the classes it may have there.
    """

    rule: Rule
    first: int
    behind: int
    fields: tuple[tuple[str, int, tuple[str, ...]], ...]
    parts: tuple[Form, ...] = ()


def _fill(form: Form, run: Run) -> Parsed:
    """Look up the words of a form in its run."""
    values: Classes = {}
    for name, index, classes in form.fields:
        entry = run.tokens[index][2].values
        for candidate in classes:
            if candidate in entry:
                values.setdefault(name, entry[candidate])
                break
        for implied in _IMPLIED:
            if implied in entry:
                values.setdefault(implied, entry[implied])
    first = form.first
    while form.behind - first > 1 and _is_outer(run.tokens[first - 1][2]):
        first += 1
    last = form.behind - 2
    if last >= first and _ends_sentence(run.tokens[last - 1][2], run.tokens[last][2]):
        last -= 1
    start, end = run.tokens[first - 1][0], run.tokens[last][1]
    return Parsed(start, end, form.rule, values, tuple(_fill(part, run) for part in form.parts))


def _ends_sentence(word: Entry, mark: Entry) -> bool:
    """Tell whether a last mark is no part of a date: the dot of "in May.", not that of "Nov."."""
    if "dot" not in mark.values:
        return False
    return "full" in word.values or ("count" in word.values and "ending_dot" not in mark.values)


def _is_outer(entry: Entry) -> bool:
    """Tell whether a first word is an article or preposition that stays outside the text."""
    return (
        "lead" not in entry.values
        and not _OUTER.isdisjoint(entry.values)
        and (_VALUED.isdisjoint(entry.values))
    )


class Grammar:
    """The date grammar of one language, compiled from its lexicon when first used."""

    def __init__(self, lexicon: DateLexicon) -> None:
        self.lexicon = lexicon
        self._rules: dict[str, Compiled] = {}
        # the same few thousand runs of symbols make up most texts
        self.forms = lru_cache(maxsize=1 << 13)(self._forms)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The compiled words of the language."""
        return Vocabulary(self.lexicon)

    @cached_property
    def _starting(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the rules that can begin with a symbol, in the order of the grammar."""
        starting: dict[str, list[int]] = {}
        for number, rule in enumerate(RULES):
            for symbol in self._symbols(shape_of(rule.pattern).first):
                starting.setdefault(symbol, []).append(number)
        return {symbol: tuple(numbers) for symbol, numbers in starting.items()}

    @cached_property
    def _needs(self) -> tuple[Needs, ...]:
        """What each rule needs, the rarest first."""
        shapes = [shape_of(rule.pattern) for rule in RULES]
        return tuple(
            tuple(sorted(map(self._symbols, shape.needs), key=lambda need: (len(need), *need)))
            for shape in shapes
        )

    def _symbols(self, classes: Iterable[str]) -> frozenset[str]:
        symbols_of = self.vocabulary.symbols_of
        return frozenset(symbol for name in classes for symbol in symbols_of(name))

    def parse(self, text: str) -> Iterator[Parsed]:
        """Yield every expression of a text, from left to right, without overlap."""
        for run in find_runs(text, self.vocabulary):
            yield from self._parse_run(run)

    def _parse_run(self, run: Run) -> Iterator[Parsed]:
        """Yield the expressions of a run, put together from what its symbols alone tell."""
        symbols = run.symbols
        forms = self.forms(symbols) if len(symbols) <= _LONGEST_KEPT else self._forms(symbols)
        for form in forms:
            yield _fill(form, run)

    def _forms(self, symbols: str) -> tuple[Form, ...]:
        """Return the forms of the expressions in a run of symbols, joined and counted ones too."""
        found = list(self._singles(symbols))
        forms: list[Form] = []
        number, floor = 0, 1
        while number < len(found):
            form = self._counted(symbols, found[number], floor)
            number += 1
            floor = form.behind
            if number < len(found) and self._is_joined(symbols, form, found[number]):
                last = found[number]
                number += 1
                floor = last.behind
                form = Form(rules.JOINED, form.first, last.behind, (), (form, last))
            forms.append(form)
        return tuple(forms)

    def _singles(self, symbols: str) -> Iterator[Form]:
        position = 1
        lacks = set(symbols[1:-1]).isdisjoint
        possible = {n for n, needs in enumerate(self._needs) if not any(map(lacks, needs))}
        while position < len(symbols) - 1:
            form = self._first(symbols, position, possible)
            if form is None:
                position += 1
                continue
            if form.rule.kind == "none":
                position = max(form.behind, position + 1)
                continue
            while form is not None:
                yield form
                position = max(form.behind, position + 1)
                form = self._one_more_day(symbols, form)

    def _first(self, symbols: str, position: int, possible: Container[int]) -> Form | None:
        """Return what the first of the possible rules finds that matches at a position."""
        for number in self._starting.get(symbols[position], ()):
            if number in possible:
                form = self._read(symbols, position, RULES[number])
                if form is not None:
                    return form
        return None

    def _one_more_day(self, symbols: str, form: Form) -> Form | None:
        """Return the "5" of "May 4 and 5"; "4 and 5 May" has its own rule."""
        if form.rule.kind not in ("day", "listed_day") or form.rule.name == "day in a list":
            return None
        named = any(name in ("month", "month_number") for name, *_ in form.fields)
        if not named and form.rule is not rules.ONE_MORE_DAY:
            return None
        return self._read(symbols, form.behind, rules.ONE_MORE_DAY)

    def _is_joined(self, symbols: str, one: Form, other: Form) -> bool:
        """Tell whether two neighbouring expressions are the ends of a span."""
        if one.rule.kind not in rules.JOINABLE or other.rule.kind not in rules.JOINABLE:
            return False
        if not 0 < other.first - one.behind <= _LONGEST_JOINT:
            return False
        between = self._compiled(rules.BETWEEN).regex.match(
            symbols, max(0, one.first - 1)
        ) or self._compiled(rules.BETWEEN_BEHIND).regex.match(symbols, other.behind)
        joint = self._compiled(rules.JOINT_BETWEEN if between else rules.JOINT)
        return bool(joint.regex.fullmatch(symbols, one.behind, other.first))

    def _counted(self, symbols: str, form: Form, floor: int) -> Form:
        """Put "two days after" in front of the date that it counts from."""
        if form.rule.kind not in rules.COUNTED_FROM:
            return form
        for start in range(max(floor, form.first - _LONGEST_RELATION), form.first):
            for rule in (rules.RELATION, rules.WEEK_OF):
                relation = self._read(symbols, start, rule)
                if relation is not None and relation.behind == form.first:
                    return relation._replace(behind=form.behind, parts=(form,))
        return form

    def _read(self, symbols: str, position: int, rule: Rule) -> Form | None:
        """Return the form that a rule finds at a position, or None."""
        compiled = self._compiled(rule)
        match = compiled.regex.match(symbols, position)
        if match is None:
            return None
        first, behind = match.span()
        fields = []
        for group, index in match.re.groupindex.items():
            place = match.start(index)
            if place < 0:
                continue
            if group.startswith("core"):
                first, behind = match.span(index)
            else:
                fields.append((value_class(group), place - 1, compiled.groups[group]))
        return Form(rule, first, behind, tuple(fields))

    def _compiled(self, rule: Rule) -> Compiled:
        if rule.name not in self._rules:
            compiled = compile_keeping(rule.pattern, self.vocabulary.symbols_of)
            self._rules[rule.name] = compiled
        return self._rules[rule.name]
