"""The small notation that the rules of the grammar are written in, and its compilation.

``<month>`` is a token that can be a month; its value is kept under its name, ``<month:end_month>``
keeps it under another. ``<comma|of>`` is either class. Everything else is regular expression
syntax over tokens, so ``<day><dot>?<month>`` reads "a day, perhaps a dot, a month". « and »
enclose the part of a pattern that is the expression, where the rest is only looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from typing import NamedTuple

_TERM = re.compile(r"<([\w|]+)(?::(\w+))?>")
# Classes whose value (or mere presence) the resolver wants to see.
# fmt: off
_KEPT = frozenset((
    "day", "month", "month_number", "weekday", "season", "part", "unit", "shift",
    "relative_day", "context_day", "day_part", "period_shift", "period", "period_year",
    "period_month", "period_week", "year", "two", "count", "ordinal", "nth", "date",
    "date_range", "slashed", "dotted", "dashed", "day_pair", "month_year", "year_month",
    "year_pair", "business", "clock", "clock_dot", "hour", "decade", "decade_word", "quarter",
    "half", "am", "pm", "distance_before", "distance_after", "last_ordinals", "indefinite",
    "short_year", "year_shift", "month_shift", "this_year", "minute", "relation", "century",
    "second_count", "second_unit", "third_count", "third_unit", "list_slashed", "list_dotted", "list_date",
    "first_count", "first_unit", "from_start", "from_end",
))
# fmt: on
_NEVER = "(?!)"
_CORE = re.compile("«")


def end_of(pattern: str) -> str:
    """Return a pattern whose values are kept under names that begin with ``end_``."""
    return _TERM.sub(lambda m: f"<{m[1]}:end_{m[2] or _name(m[1])}>", pattern)


def _name(classes: str) -> str:
    return classes.split("|", 1)[0].removeprefix("sure_")


def bare(pattern: str) -> str:
    """Return a pattern that keeps no values."""
    return _TERM.sub(lambda m: f"<{m[1]}:_>", pattern)


class Rule(NamedTuple):
    """One form of a date: its name, what it resolves as, and its pattern."""

    name: str
    kind: str
    pattern: str


class Compiled(NamedTuple):
    """A rule for one language, and the classes that each of its named groups can have."""

    regex: re.Pattern[str]
    groups: dict[str, tuple[str, ...]]


def compile_keeping(pattern: str, symbols_of: Callable[[str], str]) -> Compiled:
    """Compile a pattern that keeps its values in named groups."""
    groups: dict[str, tuple[str, ...]] = {}
    source = translate(pattern, symbols_of, groups)
    return Compiled(re.compile(source), groups)


def translate(
    pattern: str, symbols_of: Callable[[str], str], groups: dict[str, tuple[str, ...]] | None = None
) -> str:
    """Translate a pattern into regular expression source over the symbols of one language.

    Args:
        pattern: the rule in the notation of this module.
        symbols_of: maps a class to the symbols that can be of it.
        groups: takes the named groups and the classes of each; without it no value is kept.
            A name used again becomes ``name__2``.
    """
    used: dict[str, int] = {}

    def term(match: re.Match[str]) -> str:
        names, alias = match[1].split("|"), match[2]
        symbols = "".join(dict.fromkeys("".join(map(symbols_of, names))))
        body = f"[{symbols}]" if symbols else _NEVER
        name = alias or _name(match[1])
        if groups is None or name.removeprefix("end_") not in _KEPT:
            return body
        used[name] = used.get(name, 0) + 1
        tail = f"__{used[name]}" if used[name] > 1 else ""
        groups[name + tail] = tuple(names)
        return f"(?P<{name}{tail}>{body})"

    cores = count()

    def core(_: re.Match[str]) -> str:
        return "(?:" if groups is None else f"(?P<core__{next(cores)}>"

    return _CORE.sub(core, _TERM.sub(term, pattern)).replace("»", ")")


def value_class(group: str) -> str:
    """Return the name a group was kept under, without the number of its repetition."""
    return group.split("__", 1)[0]
