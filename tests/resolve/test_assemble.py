"""From a reading to the entries of a report."""

from __future__ import annotations

import msgspec
import pytest

from visitex.text.spans import MASTHEAD, Reading

TEXT = (
    "A delegation of the [ORG Dockers' Union] ([ORG DU]) came on [DATE=2021-05-03 3 May].\n"
    "Mr [PER Tom Reed], [TITLE Master] of the [ORG Kelso Guild], received [PER Ann Lee].\n"
    "[PER Reed] and the [ORG DU] toured the [SITE Rope Museum]."
)


def test_entries_are_numbered_in_order_of_the_text(resolve):
    found = resolve(TEXT)
    assert [(p.id, p.name) for p in found.people] == [("p1", "Tom Reed"), ("p2", "Ann Lee")]
    assert [(o.id, o.name) for o in found.organizations] == [
        ("o1", "Dockers' Union"),
        ("o2", "Kelso Guild"),
    ]
    assert [(s.id, s.name) for s in found.sites] == [("s1", "Rope Museum")]
    assert [(d.id, d.value) for d in found.dates] == [("d1", "2021-05-03")]
    assert found.warnings == []


def test_entries_keep_what_the_text_has_of_them(resolve):
    found = resolve(TEXT)
    person, body = found.people[0], found.organizations[0]
    assert (person.honorific, person.also, person.role) == ("Mr", ["Reed"], "host")
    assert [(post.title, post.organization) for post in person.posts] == [("Master", "Kelso Guild")]
    assert (body.acronym, body.also) == ("DU", ["DU"])
    assert [mention.text for mention in body.mentions] == ["Dockers' Union", "DU", "DU"]
    assert {mention.rule for mention in body.mentions} == {"test"}


def test_mentions_point_at_the_text(resolve):
    text = TEXT
    for label in ("ORG ", "PER ", "TITLE ", "SITE ", "DATE=2021-05-03 "):
        text = text.replace(f"[{label}", "")
    text = text.replace("]", "")
    found = resolve(TEXT)
    for entry in [*found.dates, *found.people, *found.organizations, *found.sites]:
        for mention in entry.mentions:
            assert text[mention.start : mention.end] == mention.text


def test_a_text_without_a_visit_is_warned_of(resolve):
    found = resolve("[PER Ann Lee] sang.")
    assert found.warnings == ["no visit found: the visit's slots are empty"]
    assert [person.name for person in found.people] == ["Ann Lee"]


def test_an_empty_text_has_no_entries(resolve):
    found = resolve("")
    assert (found.people, found.organizations, found.sites, found.dates) == ([], [], [], [])


@pytest.mark.parametrize("meant", [True, False])
def test_a_body_of_the_masthead_counts_only_if_the_text_means_it(resolve, meant, monkeypatch):
    own = Reading.of

    def marked(reading, *labels):
        return [
            msgspec.structs.replace(span, rule=MASTHEAD) if span.text == "Slate Council" else span
            for span in own(reading, *labels)
        ]

    monkeypatch.setattr(Reading, "of", marked)
    post = ", [TITLE Chair] of the [ORG Slate Council]," if meant else ""
    found = resolve(f"The [ORG Slate Council]\n[PER Ann Lee]{post} sang.")
    assert [body.name for body in found.organizations] == (["Slate Council"] if meant else [])


def test_the_same_reading_gives_the_same_entries(resolve):
    assert resolve(TEXT) == resolve(TEXT)
