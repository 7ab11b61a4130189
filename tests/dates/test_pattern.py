"""The notation of the rules, and what it tells about a rule before it is tried."""

from __future__ import annotations

import pytest

from visitex.dates.first import shape_of
from visitex.dates.pattern import bare, compile_keeping, end_of, translate, value_class
from visitex.dates.rules import RULES

SYMBOLS = {"day": "dx", "month": "m", "dot": ".", "year": "y", "of": "o"}


def symbols_of(name: str) -> str:
    return SYMBOLS.get(name, "")


def test_a_term_becomes_a_character_set() -> None:
    assert translate("<day><dot>?<month>", symbols_of) == "[dx][.]?[m]"
    assert translate("<day|month>", symbols_of) == "[dxm]"


def test_a_class_without_words_never_matches() -> None:
    assert compile_keeping("<week>|<day>", symbols_of).regex.match("x")
    assert not compile_keeping("<week>", symbols_of).regex.match("x")


def test_values_are_kept_by_name_and_a_second_time_by_number() -> None:
    compiled = compile_keeping("<day><dot>?<month:end_month>|<day>", symbols_of)
    assert list(compiled.groups) == ["day", "end_month", "day__2"]
    assert value_class("day__2") == "day"


def test_end_and_bare() -> None:
    assert end_of("<day><month:m>") == "<day:end_day><month:end_m>"
    assert compile_keeping(bare("<day><month>"), symbols_of).groups == {}


def test_the_core_of_a_rule() -> None:
    match = compile_keeping("<of>«<day>»", symbols_of).regex.match("ox")
    assert match is not None
    assert match.span("core__0") == (1, 2)


@pytest.mark.parametrize(
    ("pattern", "first", "needs"),
    [
        ("<day><dot>?<month>", {"day"}, [{"day"}, {"month"}]),
        ("<of>?<day>", {"of", "day"}, [{"day"}]),
        ("(?:<of>|<day>)<year>", {"of", "day"}, [{"of", "day"}, {"year"}]),
        ("(?<=<of>)«<day|month>»(?!<year>)", {"day", "month"}, [{"day", "month"}]),
        ("<of>{0,2}(?:<day><year>)?<month>", {"of", "day", "month"}, [{"month"}]),
        ("<of>{1,2}<day>", {"of"}, [{"of"}, {"day"}]),
    ],
)
def test_shape(pattern: str, first: set[str], needs: list[set[str]]) -> None:
    shape = shape_of(pattern)
    assert shape.first == first
    assert sorted(map(sorted, shape.needs)) == sorted(map(sorted, needs))


def test_what_is_no_notation_is_refused() -> None:
    with pytest.raises(ValueError, match="no part of the notation"):
        shape_of("<day>.*")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_rule_matches_nothing(rule: object) -> None:
    assert not shape_of(rule.pattern).empty  # type: ignore[attr-defined]


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
