"""JSON-LD: read back by a processor without a network, in schema.org's terms."""

from __future__ import annotations

import msgspec
from pyld import jsonld

from visitex.export.jsonld import documents

SCHEMA = "https://schema.org/"


def expanded(*reports):
    return [jsonld.expand(document) for document in documents(reports)]


def test_a_processor_reads_it(report):
    ((article,),) = expanded(report)
    assert article["@type"] == [f"{SCHEMA}NewsArticle"]
    (event,) = article[f"{SCHEMA}about"]
    assert event["@type"] == [f"{SCHEMA}Event"]
    assert event[f"{SCHEMA}startDate"] == [{"@value": "2024-05-06"}]
    assert len(jsonld.to_rdf(next(documents([report])))) > 0


def test_nodes_that_are_referred_to_are_there(report):
    flat = jsonld.flatten(next(documents([report])))
    nodes = {node["@id"]: node for node in flat}
    event = next(node for node in flat if node.get("@type") == [f"{SCHEMA}Event"])
    names = {
        role: {nodes[ref["@id"]][f"{SCHEMA}name"][0]["@value"] for ref in event[f"{SCHEMA}{role}"]}
        for role in ("attendee", "organizer", "performer", "location")
    }
    assert names == {
        "attendee": {"Pilots\u2019 Guild", "Ann Lee"},
        "organizer": {"Kelso", "Bo Dahl"},
        "performer": {"Ann Lee"},
        "location": {"Kelso", "Mill Hall"},
    }


def test_what_is_not_known_is_left_out(report, silent):
    visit = msgspec.structs.replace(report.visit, start="XXXX-05-06")
    document = next(documents([msgspec.structs.replace(report, visit=visit)]))
    assert "startDate" not in document["about"]
    assert "headline" not in next(documents([silent]))
    assert next(documents([silent]))["about"] == {"@type": "Event", "@id": "_:r1visit"}
