"""The layout words of every pack: enough of each kind, and known to what reads them."""

from __future__ import annotations

import msgspec
import pytest

from visitex.lang.layout_lexicon import LayoutLexicon
from visitex.lang.load import find_packs, load_pack
from visitex.text.datelike import DatePattern
from visitex.text.patterns import ROLES, compile_patterns

PACKS = list(find_packs())

NEEDED = [
    *ROLES, "bylines", "reporters", "desks", "agencies", "sections", "releases", "numbers",
    "mastheads", "buttons", "furniture", "counters", "weekdays", "date_leads", "column_name",
    "column_title", "column_organization", "short_forms",
]  # fmt: skip


@pytest.mark.parametrize("language", PACKS)
@pytest.mark.parametrize("field", NEEDED)
def test_every_language_has_words_of_each_kind(language, field):
    assert getattr(load_pack(language).layout, field)


@pytest.mark.parametrize("language", PACKS)
def test_words_are_trimmed(language):
    lexicon = load_pack(language).layout
    for field in lexicon.__struct_fields__:
        for word in getattr(lexicon, field):
            assert word.strip() == word, (field, word)
            assert word, field


@pytest.mark.parametrize("language", PACKS)
def test_every_label_is_read_with_its_colon(language):
    lexicon = load_pack(language).layout
    patterns = compile_patterns(lexicon)
    for role in ROLES:
        for word in getattr(lexicon, role):
            label = word.rstrip(": ")
            fields = patterns.fields(f"{label}: 2020-05-03")
            assert fields, (role, word)
            assert fields[0].start == 0, (role, word)


@pytest.mark.parametrize("language", PACKS)
def test_every_month_and_weekday_of_the_date_words_is_known(language):
    pack = load_pack(language)
    dates = DatePattern(pack.layout)
    for words in pack.dates.months.values():
        for word in words:
            text = f"3 {word} 2020"
            assert dates.find(text) == (0, len(text)), word
    for words in pack.dates.weekdays.values():
        for word in words:
            text = f"{word}, 2020-05-03"
            assert dates.find(text) == (0, len(text)), word


def test_an_unknown_field_is_refused():
    with pytest.raises(msgspec.ValidationError, match="unknown field `publishd`"):
        msgspec.convert({"publishd": ["Date"]}, LayoutLexicon)
