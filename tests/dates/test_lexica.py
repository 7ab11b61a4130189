"""The date tables of the packs hang together."""

from __future__ import annotations

import pytest

from visitex.dates import find_dates
from visitex.dates.find import _grammar
from visitex.dates.rules import RULES
from visitex.lang.date_lexicon import DateLexicon
from visitex.lang.load import find_packs, load_pack

LANGUAGES = sorted(
    code for code in find_packs() if load_pack(code).dates.months or code in ("zh", "vi")
)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def lexicon(language: str) -> DateLexicon:
    return load_pack(language).dates


def test_eleven_languages() -> None:
    assert {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "vi", "zh"} <= set(LANGUAGES)


def test_names_are_complete(lexicon: DateLexicon) -> None:
    assert len(lexicon.weekdays) == 7
    assert len(lexicon.seasons) == 4
    assert len(lexicon.months) == 12 or lexicon.month_before or lexicon.month_after
    assert {"day", "week", "month", "year"} <= set(lexicon.units)


def test_words_are_written_small(lexicon: DateLexicon) -> None:
    words = [word for names in lexicon.months.values() for word in names]
    words += [word for names in lexicon.weekdays.values() for word in names]
    assert [word for word in words if word != word.lower()] == []


def test_qualified_words_are_words_of_the_tables(lexicon: DateLexicon) -> None:
    nodes = _grammar(lexicon).vocabulary.nodes
    listed = [*lexicon.sure_in_lower_case, *lexicon.written_large, *lexicon.beside_numbers]
    assert [word for word in listed if word.split()[0] not in nodes] == []


def test_every_rule_compiles(lexicon: DateLexicon) -> None:
    grammar = _grammar(lexicon)
    assert all(grammar._compiled(rule).regex for rule in RULES)


def test_every_weekday_and_season_is_found(language: str, lexicon: DateLexicon) -> None:
    for number, names in enumerate(lexicon.weekdays.values(), 1):
        found = find_dates(f"{names[0]} 2024-01-{7 + number:02d}", language=language)
        assert found[-1].value == f"2024-01-{7 + number:02d}", names
        assert found[-1].warning is None, names


def test_every_month_is_found(language: str, lexicon: DateLexicon) -> None:
    for number, names in enumerate(lexicon.months.values(), 1):
        for name in names:
            found = find_dates(f"12 {name} 2019", language=language)
            assert [one.value for one in found] == [f"2019-{number:02d}-12"], name


def test_relative_days(language: str, lexicon: DateLexicon) -> None:
    for day in lexicon.relative_days[:2]:
        [one, *_] = find_dates(day.words[0], language=language, reference_date="2024-01-15")
        assert one.value[:10] == f"2024-01-{15 + day.offset:02d}"
