"""Runs to parsed expressions: the rules of :mod:`visitex.dates.rules` in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from visitex.dates import rules
from visitex.dates.numerals import Classes
from visitex.dates.pattern import Compiled, compile_keeping, translate, value_class
from visitex.dates.rules import RULES, Rule
from visitex.dates.scan import Run, find_runs
from visitex.dates.vocabulary import Entry, Vocabulary
from visitex.lang.date_lexicon import DateLexicon

_LONGEST_JOINT = 4
_LONGEST_RELATION = 6
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


class _Place(NamedTuple):
    """An expression and its place in the symbols of a run."""

    parsed: Parsed
    first: int
    behind: int


def _is_outer(entry: Entry) -> bool:
    """Tell whether a first word is an article or preposition that stays outside the text."""
    return "lead" not in entry.values and not _OUTER.isdisjoint(entry.values) and (
        _VALUED.isdisjoint(entry.values)
    )


class Grammar:
    """The date grammar of one language, compiled from its lexicon when first used."""

    def __init__(self, lexicon: DateLexicon) -> None:
        self.lexicon = lexicon
        self._rules: dict[str, Compiled] = {}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The compiled words of the language."""
        return Vocabulary(self.lexicon)

    @cached_property
    def _any_rule(self) -> re.Pattern[str]:
        symbols_of = self.vocabulary.symbols_of
        return re.compile("|".join(f"({translate(rule.pattern, symbols_of)})" for rule in RULES))

    def parse(self, text: str) -> Iterator[Parsed]:
        """Yield every expression of a text, from left to right, without overlap."""
        for run in find_runs(text, self.vocabulary):
            yield from self._parse_run(run)

    def _parse_run(self, run: Run) -> Iterator[Parsed]:
        """Yield the expressions of a run, spans and counted ones put together."""
        places = list(self._singles(run))
        number, floor = 0, 1
        while number < len(places):
            place = self._counted(run, places[number], floor)
            number += 1
            parsed, floor = place.parsed, place.behind
            if number < len(places) and self._is_joined(run, place, places[number]):
                last = places[number].parsed
                floor = places[number].behind
                number += 1
                parsed = Parsed(parsed.start, last.end, rules.JOINED, {}, (parsed, last))
            yield parsed

    def _singles(self, run: Run) -> Iterator[_Place]:
        position = 1
        while found := self._any_rule.search(run.symbols, position):
            rule = RULES[(found.lastindex or 1) - 1]
            if rule.kind == "none":
                position = max(found.end(), position + 1)
                continue
            place = self._read(run, found.start(), rule)
            while place is not None:
                yield place
                position = max(place.behind, position + 1)
                place = self._one_more_day(run, place)

    def _one_more_day(self, run: Run, place: _Place) -> _Place | None:
        """Return the "5" of "May 4 and 5"; "4 and 5 May" has its own rule."""
        if place.parsed.rule.name == "day in a list":
            return None
        if place.parsed.rule.kind not in ("day", "listed_day") or "month" not in place.parsed.values:
            return None
        return self._read(run, place.behind, rules.ONE_MORE_DAY)

    def _is_joined(self, run: Run, one: _Place, other: _Place) -> bool:
        """Tell whether two neighbouring expressions are the ends of a span."""
        if one.parsed.rule.kind not in rules.JOINABLE or other.parsed.rule.kind not in rules.JOINABLE:
            return False
        length = other.first - one.behind
        if not 0 < length <= _LONGEST_JOINT:
            return False
        between = self._compiled(rules.BETWEEN).regex.match(run.symbols, max(0, one.first - 1))
        joint = self._compiled(rules.JOINT_BETWEEN if between else rules.JOINT)
        return bool(joint.regex.fullmatch(run.symbols, one.behind, other.first))

    def _counted(self, run: Run, place: _Place, floor: int) -> _Place:
        """Put "two days after" in front of the date that it counts from."""
        if place.parsed.rule.kind not in rules.COUNTED_FROM:
            return place
        for start in range(max(floor, place.first - _LONGEST_RELATION), place.first):
            relation = self._read(run, start, rules.RELATION)
            if relation is not None and relation.behind == place.first:
                parsed = relation.parsed._replace(end=place.parsed.end, parts=(place.parsed,))
                return _Place(parsed, start, place.behind)
        return place

    def _read(self, run: Run, position: int, rule: Rule) -> _Place | None:
        """Return the expression that a rule finds at a position, or None."""
        compiled = self._compiled(rule)
        match = compiled.regex.match(run.symbols, position)
        if match is None:
            return None
        first, behind = match.span()
        values: Classes = {}
        for group, index in match.re.groupindex.items():
            if match.start(index) < 0:
                continue
            if group.startswith("core"):
                first, behind = match.span(index)
                continue
            entry = run.tokens[match.start(index) - 1][2]
            name = value_class(group)
            for candidate in compiled.groups[group]:
                if candidate in entry.values:
                    values.setdefault(name, entry.values[candidate])
                    break
            if "day_part" in entry.values:
                values.setdefault("day_part", entry.values["day_part"])
        while behind - first > 1 and _is_outer(run.tokens[first - 1][2]):
            first += 1
        start, end = run.tokens[first - 1][0], run.tokens[behind - 2][1]
        return _Place(Parsed(start, end, rule, values), first, behind)

    def _compiled(self, rule: Rule) -> Compiled:
        if rule.name not in self._rules:
            compiled = compile_keeping(rule.pattern, self.vocabulary.symbols_of)
            self._rules[rule.name] = compiled
        return self._rules[rule.name]
