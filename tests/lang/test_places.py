"""The geography of the packs: names of territories, and the words that stand for them."""

import re
from collections import Counter

import pytest

from visitex.lang.load import load_pack
from visitex.lang.pack import Places

# Language -> how many names and how many demonyms it has at least.
LEAST = {
    "de": (1000, 1500),
    "en": (1000, 600),
    "es": (1000, 1000),
    "fr": (1000, 1000),
    "it": (1000, 800),
    "nl": (1000, 700),
    "pl": (800, 4000),
    "pt": (1000, 1000),
    "ru": (900, 5000),
    "vi": (1000, 100),
    "zh": (1000, 400),
}


@pytest.fixture(params=sorted(LEAST))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def places(language: str) -> Places:
    return load_pack(language).places


def test_knows_enough(language: str, places: Places) -> None:
    names, demonyms = LEAST[language]
    assert len(places.names) >= names
    assert len(places.demonyms) >= demonyms
    assert places.kinds


def test_names_are_unique(places: Places) -> None:
    assert [name for name, count in Counter(places.names).items() if count > 1] == []


def test_kinds_are_unique(places: Places) -> None:
    assert [kind for kind, count in Counter(places.kinds).items() if count > 1] == []


def test_names_and_keys_are_clean(places: Places) -> None:
    words = [*places.names, *places.demonyms]
    assert [word for word in words if not word or " ".join(word.split()) != word] == []
    assert [word for word in words if re.search(r"[/|~=^+<>\d]", word)] == []


def test_demonyms_stand_for_known_names(places: Places) -> None:
    assert set(places.demonyms.values()) - set(places.names) == set()


def test_keys_are_lower_case(places: Places) -> None:
    assert [key for key in places.demonyms if key != key.lower()] == []


def test_a_demonym_is_no_other_name(places: Places) -> None:
    names = {name.lower(): name for name in places.names}
    assert {
        key: place for key, place in places.demonyms.items() if names.get(key, place) != place
    } == {}


def test_names_are_sorted_for_those_who_maintain_them(places: Places) -> None:
    first = [name[0].lower() for name in places.names if name[0].isascii()]
    assert first == sorted(first)
