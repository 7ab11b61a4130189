"""The scores: what counts as right, what as false, and the same figures as the referee's."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import msgspec
import pytest

from visitex import Extractor
from visitex.errors import InputError, UsageError
from visitex.evaluate import (
    FIELDS,
    Evaluation,
    Gold,
    Tally,
    comparable,
    find_gold,
    judge,
    judge_file,
)
from visitex.report import Mention, Organization, Person, Post, Report, Site, Source, Visit

ROOT = Path(__file__).parents[1]
REFEREE = ROOT.parent / "shared" / "tools" / "score.py"
TEXT = "On 3 May Ann Lee, mayor of Kelso, met Bo Dahl of the Peers' Club at Mill Hall."


def mention(text):
    start = TEXT.index(text)
    return Mention(text=text, start=start, end=start + len(text), rule="test")


def person(name, role="other", posts=()):
    return Person(
        id="p",
        name=name,
        also=[],
        honorific=None,
        role=role,
        posts=[Post(title=title, organization=body) for title, body in posts],
        mentions=[mention(name)],
    )


def body(name):
    return Organization(id="o", name=name, also=[], acronym=None, mentions=[mention(name)])


def report(**changes):
    fields = {
        "source": Source(sha256="0" * 64, chars=len(TEXT)),
        "lang": "en",
        "published": None,
        "reference_date": None,
        "dates": [],
        "people": [],
        "organizations": [],
        "sites": [],
        "visit": Visit(),
        "warnings": [],
    }
    return Report(**{**fields, **changes})


def gold(**fields):
    return msgspec.convert({"lang": "en", **fields}, Gold)


def judged(right, given):
    return judge(right, given, TEXT, name="r")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Peers\u2019 Club", "Peers' club."),
        ("Haus \u201eAm See\u201c", 'Haus "Am See"'),
        ("Maria\u2013Magdalena  Kirche", "maria-magdalena kirche"),
        ("Die Glocke", "glocke"),
        ("\uff21\uff22\uff23", "abc"),
    ],
)
def test_what_does_not_count(one, other):
    assert comparable(one) == comparable(other)


def test_what_does_count():
    assert comparable("Theatre") != comparable("atre")
    assert comparable("Ann Lee") != comparable("Anne Lee")


def test_figures_of_a_tally():
    tally = Tally(right=3, false=1, missed=2)
    assert (tally.precision, tally.recall) == (0.75, 0.6)
    assert tally.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)


def test_a_further_form_counts_as_the_entry():
    right = gold(people=[{"name": "Ann Lee", "also": ["Lee"], "role": "host"}])
    given = report(people=[person("Lee", role="host")])
    tallies = judged(right, given).tallies
    assert tallies["people"] == Tally(right=1)
    assert tallies["roles"] == Tally(right=1)


def test_a_form_that_two_share_stands_for_neither():
    right = gold(people=[{"name": "Ann Lee", "also": ["Lee"]}, {"name": "Bo Lee", "also": ["Lee"]}])
    given = report(people=[person("Lee")])
    assert judged(right, given).tallies["people"] == Tally(false=1, missed=2)


def test_an_entry_answered_twice_is_a_false_hit():
    right = gold(organizations=[{"name": "Peers' Club", "also": ["Club"]}])
    given = report(organizations=[body("Peers' Club"), body("Club")])
    judgement = judged(right, given)
    assert judgement.tallies["organizations"] == Tally(right=1, false=1)
    assert [(f.kind, f.value) for f in judgement.faults] == [("duplicate", ["peers' club"])]


def test_titles_and_affiliations_are_pairs_with_their_person():
    right = gold(
        people=[{"name": "Ann Lee", "posts": [{"title": "mayor", "organization": "Kelso"}]}]
    )
    given = report(people=[person("Bo Dahl", posts=[("mayor", "Kelso")])])
    tallies = judged(right, given).tallies
    assert tallies["titles"] == tallies["affiliations"] == Tally(false=1, missed=1)


def test_roles_count_for_people_found_only():
    right = gold(people=[{"name": "Ann Lee", "role": "host"}, {"name": "Bo Dahl", "role": "other"}])
    given = report(people=[person("Ann Lee", role="visitor")])
    assert judged(right, given).tallies["roles"] == Tally(false=1, missed=1)


def test_the_visit_is_compared_slot_by_slot():
    right = gold(visit={"start": "2024-05-03", "places": ["Kelso"], "head": "Bo Dahl"})
    given = report(visit=Visit(start="2024-05-03", places=["Mill Hall"], received_by=["Ann Lee"]))
    assert judged(right, given).tallies["visit"] == Tally(right=1, false=2, missed=2)


def test_faults_have_offsets_where_the_text_says_it():
    right = gold(sites=[{"name": "Great Mill", "also": ["Mill Hall"]}, {"name": "Tower"}])
    given = report(
        sites=[Site(id="s", name="Kelso", also=[], mentions=[mention("Kelso")])],
    )
    faults = {(f.kind, *f.value): (f.start, f.end) for f in judged(right, given).faults}
    at = TEXT.index("Mill Hall"), TEXT.index("Mill Hall") + 9
    assert faults == {
        ("miss", "great mill"): at,
        ("miss", "tower"): (None, None),
        ("false", "kelso"): (TEXT.index("Kelso"), TEXT.index("Kelso") + 5),
    }


def test_counts_add_up_by_language():
    evaluation = Evaluation()
    for lang in ("en", "de", "en"):
        evaluation.add(judged(gold(lang=lang, sites=[{"name": "Tower"}]), report()))
    assert dict(evaluation.reports) == {"en": 2, "de": 1}
    assert evaluation.fields["sites"] == Tally(missed=3)
    assert evaluation.languages["en"]["sites"] == Tally(missed=2)
    assert evaluation.short_of({"sites": 0.5, "people": 0.0}) == ["sites 0.000 < 0.5"]


def test_gold_without_a_report_is_none(tmp_path):
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(UsageError, match=r"no gold; put NAME\.json beside each NAME\.txt"):
        find_gold([tmp_path])


@pytest.mark.parametrize("broken", ["[1]", "{", '{"people": [{"name": 3}]}'])
def test_broken_gold_is_refused_by_name(tmp_path, broken):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_text(broken)
    with pytest.raises(InputError, match=r"a\.json: no gold file"):
        judge_file(tmp_path / "a.json", Extractor())


def test_own_output_is_gold_that_scores_one(tmp_path):
    extractor = Extractor(language="en")
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_text(extractor.extract(TEXT).to_json())
    judgement = judge_file(tmp_path / "a.json", extractor)
    assert judgement.faults == []
    assert judgement.tallies["people"].right == 2


@pytest.mark.skipif(not REFEREE.exists(), reason="the referee is not on this machine")
def test_the_referee_counts_the_same():
    spec = importlib.util.spec_from_file_location("referee", REFEREE)
    referee = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(referee)
    extractor = Extractor()
    paths = find_gold([ROOT / "tests/data/gold", ROOT / "tests/data/seeds"])
    assert len(paths) > 20
    for path in paths:
        right = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        given = extractor.extract(text, reference_date=right.get("reference_date"))
        tallies, _ = referee.score_report(right, given.to_dict())
        ours = judge(msgspec.convert(right, Gold), given, text, name=path.stem).tallies
        for field in FIELDS:
            theirs = tallies[field]
            assert ours[field] == Tally(right=theirs.tp, false=theirs.fp, missed=theirs.fn)
