"""The output types: one frozen struct for each thing a report can say, in the order they are written.

Offsets are code points into the text as it was read: ``text[start:end] == mention.text``.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

SCHEMA_VERSION = "1"

Role = Literal["visitor", "host", "other"]
DateRole = Literal["published", "visit", "other"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One place in the text that names an entry; ``rule`` says which rule or model found it."""

    text: str
    start: int
    end: int
    rule: str


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where the text came from: ``path`` is null for piped text, ``sha256`` is of the bytes as read.

    ``chars`` counts code points; ``title``, ``author`` and ``url`` are what the page itself says.
    """

    path: str | None = None
    sha256: str
    chars: int
    encoding: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None


class Date(msgspec.Struct, frozen=True, kw_only=True):
    """A calendar expression; ``value`` is a TIMEX3 value (ISO 8601), as ``2023-12-06TAF``.

    ``anchored_by`` says what fixed it: explicit, reference, previous or unknown.
    """

    id: str
    text: str
    value: str
    role: DateRole
    anchored_by: str
    mentions: list[Mention]


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """An office that a person holds, and the body or territory that it belongs to."""

    title: str
    organization: str | None = None


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A named individual: fullest form as ``name``, other forms seen as ``also``."""

    id: str
    name: str
    also: list[str]
    honorific: str | None
    role: Role
    posts: list[Post]
    mentions: list[Mention]


class Organization(msgspec.Struct, frozen=True, kw_only=True):
    """A named body in citation form, with its acronym where the text gives one."""

    id: str
    name: str
    also: list[str]
    acronym: str | None
    mentions: list[Mention]


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """A named place of human scale that the party went to."""

    id: str
    name: str
    also: list[str]
    mentions: list[Mention]


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that the visit was read from, by offsets, and what it told."""

    start: int
    end: int
    rule: str


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """The one visit that the report is about; null and [] where the text is silent."""

    start: str | None = None
    end: str | None = None
    places: list[str] = []
    visitors: list[str] = []
    hosts: list[str] = []
    head: str | None = None
    received_by: list[str] = []
    evidence: list[Evidence] = []


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything read out of one text."""

    schema: str = SCHEMA_VERSION
    source: Source
    lang: str | None
    published: str | None
    reference_date: str | None
    dates: list[Date]
    people: list[Person]
    organizations: list[Organization]
    sites: list[Site]
    visit: Visit
    warnings: list[str]

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain dicts, lists and strings, keys in their fixed order."""
        built: dict[str, Any] = msgspec.to_builtins(self)
        return built

    def to_json(self, *, indent: int | None = 2) -> str:
        """Return the report as JSON text; ``indent=None`` gives one line."""
        raw = msgspec.json.encode(self)
        return (raw if indent is None else msgspec.json.format(raw, indent=indent)).decode("utf-8")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every output validates against."""
    schema: dict[str, Any] = msgspec.json.schema(Report)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
