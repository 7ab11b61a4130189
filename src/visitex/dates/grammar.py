"""Runs to parsed expressions: the rules of :mod:`visitex.dates.rules` in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from visitex.dates.numerals import Classes
from visitex.dates.pattern import Compiled, compile_keeping, translate, value_class
from visitex.dates.rules import RULES, Rule
from visitex.dates.scan import Run, find_runs
from visitex.dates.vocabulary import Vocabulary
from visitex.lang.date_lexicon import DateLexicon


class Parsed(NamedTuple):
    """An expression and its fields: offsets in the text, the rule, and name -> value."""

    start: int
    end: int
    rule: Rule
    values: Classes


class Grammar:
    """The date grammar of one language, compiled from its lexicon when first used."""

    def __init__(self, lexicon: DateLexicon) -> None:
        self.lexicon = lexicon
        self._rules: dict[int, Compiled] = {}

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
        position = 1
        while found := self._any_rule.search(run.symbols, position):
            number = (found.lastindex or 1) - 1
            if RULES[number].kind == "none":
                position = max(found.end(), position + 1)
                continue
            parsed, behind = self._read(run, found.start(), number)
            position = max(behind, position + 1)
            yield parsed

    def _read(self, run: Run, place: int, number: int) -> tuple[Parsed, int]:
        """Return the expression that a rule finds at a place, and the place behind its core."""
        compiled = self._compiled(number)
        match = compiled.regex.match(run.symbols, place)
        if match is None:  # the same pattern has just matched without its named groups
            raise AssertionError(f"rule {RULES[number].name!r} is not deterministic")
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
        start, end = run.tokens[first - 1][0], run.tokens[behind - 2][1]
        return Parsed(start, end, RULES[number], values), behind

    def _compiled(self, number: int) -> Compiled:
        if number not in self._rules:
            pattern = RULES[number].pattern
            self._rules[number] = compile_keeping(pattern, self.vocabulary.symbols_of)
        return self._rules[number]
