"""FollowTheMoney: every entity is valid by the format's own model, and the graph hangs together."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import msgspec
import pytest
from followthemoney import model

from visitex.export import ftm
from visitex.io.write import dump_lines


@pytest.fixture
def graph(report, silent):
    """Entities of two reports by schema."""
    found = defaultdict(list)
    for raw in ftm.entities([report, silent]):
        entity = model.get_proxy(raw)
        found[entity.schema.name].append(entity)
    return found


def test_every_entity_is_valid(graph):
    for entities in graph.values():
        for entity in entities:
            assert entity.id
            entity.schema.validate(entity.to_dict())


def test_ftm_validate_passes_them_all(tmp_path, report):
    lines = "".join(dump_lines(ftm.entities([report])))
    (tmp_path / "in").write_text(lines, encoding="utf-8")
    tool = Path(sys.executable).parent / "ftm"
    command = [tool, "validate", "-i", tmp_path / "in", "-o", tmp_path / "out"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "error" not in ended.stderr.lower()
    given = [msgspec.json.decode(line) for line in lines.splitlines()]
    passed = [msgspec.json.decode(line) for line in (tmp_path / "out").read_bytes().splitlines()]
    assert [one["properties"] for one in passed] == [one["properties"] for one in given]


def test_references_lead_somewhere(graph):
    ids = {entity.id for entities in graph.values() for entity in entities}
    for entities in graph.values():
        for entity in entities:
            for prop, value in entity.itervalues():
                if prop.type.name == "entity":
                    assert value in ids


def test_a_post_ties_a_person_to_a_body(graph):
    posts = {entity.id: entity for entity in graph["Position"]}
    told = set()
    for occupancy in graph["Occupancy"]:
        post = posts[occupancy.first("post")]
        told.add((occupancy.first("holder"), post.first("name"), post.first("subnationalArea")))
    people = {entity.first("name"): entity.id for entity in graph["Person"]}
    assert told == {(people["Ann Lee"], "President", None), (people["Bo Dahl"], "Mayor", "Kelso")}
    guild = graph["Organization"][0]
    assert [p.first("organization") for p in posts.values() if p.first("organization")] == [
        guild.id
    ]


def test_the_visit_is_an_event(graph):
    (event,) = graph["Event"]  # the silent report has none
    assert event.get("startDate") == ["2024-05-06"]
    assert set(event.get("location")) == {"Kelso", "Mill Hall"}
    assert set(event.get("involved")) == {
        graph["Organization"][0].id,
        *(person.id for person in graph["Person"]),
    }


def test_every_form_of_a_name_is_a_mention(graph):
    names = {entity.first("name") for entity in graph["Mention"]}
    assert names == {"Ann Lee", "Lee", "A. Lee", "Bo Dahl", "Pilots\u2019 Guild", "Guild"}


def test_an_unknown_year_is_left_out(report):
    visit = msgspec.structs.replace(report.visit, start="XXXX-05-06", end=None)
    raw = list(ftm.entities([msgspec.structs.replace(report, visit=visit, published=None)]))
    event = next(entity for entity in raw if entity["schema"] == "Event")
    assert "startDate" not in event["properties"]


def test_the_same_text_twice_gives_other_entities(report):
    ids = [entity["id"] for entity in ftm.entities([report, report])]
    assert len(ids) == len(set(ids))
