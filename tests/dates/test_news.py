"""Expressions of real news in eleven languages: sentences with the values of their dates."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomllib

from visitex.dates import find_dates

SENTENCES = Path(__file__).parent.parent / "data" / "dates" / "news.toml"
TOLD_ON = "2024-05-14"
CASES = [
    (language, sentence, values)
    for language, lines in tomllib.loads(SENTENCES.read_text(encoding="utf-8")).items()
    for sentence, *values in lines
]


@pytest.mark.parametrize(("language", "sentence", "values"), CASES)
def test_values(language: str, sentence: str, values: list[str]) -> None:
    found = find_dates(sentence, language=language, reference_date=TOLD_ON)
    assert [one.value for one in found] == values
