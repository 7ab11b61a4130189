"""Every pack loads, and every example in a pack comes out as it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked import read_marked

from visitex.errors import PackError, UsageError
from visitex.lang.load import find_packs, load_pack

OUTSIDE = (str(Path(__file__).parents[2] / "samples/packs"),)
SLOTS = {"start", "end", "head", "places", "visitors", "hosts", "received_by"}
EXAMPLES = [
    pytest.param(language, example, id=f"{language}-{number}")
    for language in find_packs(OUTSIDE)
    for number, example in enumerate(load_pack(language, OUTSIDE).examples, 1)
]


@pytest.mark.parametrize("language", find_packs(OUTSIDE))
def test_pack_says_which_language_it_is(language):
    assert load_pack(language, OUTSIDE).language == language


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_example(language, example):
    text, entries = read_marked(language, example.text, example.date, OUTSIDE)
    found = said(entries)
    missing = [
        f"{field}: {value}"
        for field in ("people", "posts", "organizations", "sites", "visit")
        for value in getattr(example, field)
        if value not in found[field]
    ]
    wrong = [f"not_people: {name}" for name in example.not_people if name in found["people"]]
    wrong += [f"not_sites: {name}" for name in example.not_sites if name in found["sites"]]
    assert not missing + wrong, f"{example.about}\n{text}\n{found}"


def said(entries):
    """Return what an extraction says, in the notation of the examples."""
    slots = {slot: getattr(entries.visit, slot) for slot in SLOTS}
    listed = {slot: v if isinstance(v, list) else [v] for slot, v in slots.items() if v}
    return {
        "people": [person.name for person in entries.people],
        "posts": [
            " | ".join([person.name, post.title, post.organization or ""]).removesuffix(" | ")
            for person in entries.people
            for post in person.posts
        ],
        "organizations": [body.name for body in entries.organizations],
        "sites": [site.name for site in entries.sites],
        "visit": [f"{slot} | {value}" for slot, values in listed.items() for value in values],
    }


def test_unknown_key_is_refused_with_file_and_key(tmp_path):
    pack = tmp_path / "sv.toml"
    pack.write_text('language = "sv"\nname = "Swedish"\n[titles]\nhaeds = ["ordförande"]\n')
    with pytest.raises(PackError, match=r"sv\.toml.*haeds"):
        load_pack("sv", (str(tmp_path),))


def test_broken_toml_is_refused_with_file_and_place(tmp_path):
    (tmp_path / "sv.toml").write_text('language = "sv\n')
    with pytest.raises(PackError, match=r"sv\.toml.*line 1"):
        load_pack("sv", (str(tmp_path),))


def test_wrong_type_is_refused(tmp_path):
    (tmp_path / "sv.toml").write_text('language = "sv"\nname = 3\n')
    with pytest.raises(PackError, match=r"\$\.name"):
        load_pack("sv", (str(tmp_path),))


def test_pack_from_outside_wins_over_the_shipped_one(tmp_path):
    (tmp_path / "en.toml").write_text('language = "en"\nname = "Our English"\n')
    assert load_pack("en", (str(tmp_path),)).name == "Our English"
    assert load_pack("en").name == "English"


def test_missing_language_says_where_to_look():
    with pytest.raises(UsageError, match="visitex languages"):
        load_pack("tlh")


def test_folder_that_is_none_is_refused():
    with pytest.raises(UsageError, match="not a folder"):
        find_packs(["no/such/folder"])
