"""The output types: one frozen struct for each thing a report can say, in the order of writing.

Offsets are code points into the text as it was read: ``text[start:end] == mention.text``.
"""

from __future__ import annotations

import inspect
import json
from typing import Annotated, Any, Literal

import msgspec

SCHEMA_VERSION: Literal["1"] = "1"

Role = Literal["visitor", "host", "other"]
DateRole = Literal["published", "visit", "other"]
AnchoredBy = Literal["explicit", "reference", "previous", "unknown"]

# A year, season, half, quarter, month, week, day or weekday; XXXX is a year that cannot be known.
_DAY = r"(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?"
_POINT = rf"(\d{{4}}|XXXX)(-(SP|SU|FA|WI|H[12]|Q[1-4]|W\d\d|WXX-[1-7]|{_DAY}))?"
_TIME = r"(T(MO|MI|AF|EV|NI|\d\d:\d\d))?"
Point = Annotated[str, msgspec.Meta(pattern=f"^{_POINT}$")]
Timex = Annotated[str, msgspec.Meta(pattern=f"^{_POINT}{_TIME}(/{_POINT}{_TIME})?$")]


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all output types: frozen, keyword-only, strict when read back."""


class Mention(_Entry, frozen=True, kw_only=True):
    """One place in the text that names an entry; ``rule`` says which rule or model found it."""

    text: str
    start: int
    end: int
    rule: str


class Source(_Entry, frozen=True, kw_only=True):
    """Where the text came from.

    ``path`` is null for piped text, ``sha256`` is of the bytes as read; ``chars`` counts code
    points; ``title``, ``author`` and ``url`` are what the page itself says.
    """

    path: str | None = None
    sha256: str
    chars: int
    encoding: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None


class Date(_Entry, frozen=True, kw_only=True):
    """A calendar expression; ``value`` is a TIMEX3 value (ISO 8601), as ``2023-12-06TAF``.

    ``anchored_by`` says what fixed it: explicit, reference, previous or unknown.
    """

    id: str
    text: str
    value: Timex
    role: DateRole
    anchored_by: AnchoredBy
    mentions: list[Mention]


class Post(_Entry, frozen=True, kw_only=True):
    """An office that a person holds, and the body or territory that it belongs to."""

    title: str
    organization: str | None = None


class Person(_Entry, frozen=True, kw_only=True):
    """A named individual: fullest form as ``name``, other forms seen as ``also``."""

    id: str
    name: str
    also: list[str]
    honorific: str | None
    role: Role
    posts: list[Post]
    mentions: list[Mention]


class Organization(_Entry, frozen=True, kw_only=True):
    """A named body in citation form, with its acronym where the text gives one."""

    id: str
    name: str
    also: list[str]
    acronym: str | None
    mentions: list[Mention]


class Site(_Entry, frozen=True, kw_only=True):
    """A named place of human scale that the party went to."""

    id: str
    name: str
    also: list[str]
    mentions: list[Mention]


class Evidence(_Entry, frozen=True, kw_only=True):
    """A sentence that the visit was read from, by offsets, and what it told."""

    start: int
    end: int
    rule: str


class Visit(_Entry, frozen=True, kw_only=True):
    """The one visit that the report is about; null and [] where the text is silent."""

    start: Point | None = None
    end: Point | None = None
    places: list[str] = []
    visitors: list[str] = []
    hosts: list[str] = []
    head: str | None = None
    received_by: list[str] = []
    evidence: list[Evidence] = []


class Report(_Entry, frozen=True, kw_only=True):
    """Everything read out of one text."""

    schema: Literal["1"] = SCHEMA_VERSION
    source: Source
    lang: str | None
    published: Point | None
    reference_date: Point | None
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
        """Return the report as JSON text; ``indent=None`` gives one line.

        A lone surrogate, as Python has for bytes of a file name that are not UTF-8, cannot be
        written as UTF-8: all that is not ASCII is then spelt out as escapes.
        """
        try:
            raw = msgspec.json.encode(self)
        except UnicodeEncodeError:
            return json.dumps(self.to_dict(), indent=indent)
        return (raw if indent is None else msgspec.json.format(raw, indent=indent)).decode("utf-8")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every output validates against.

    It is strict: a report has every key, empty or not, and no other.
    """
    _, types = msgspec.json.schema_components([Report], ref_template="#/$defs/{name}")
    for entry in types.values():
        entry["description"] = inspect.cleandoc(entry["description"]).replace("``", "`")
        entry["required"] = list(entry["properties"])
        for key in entry["properties"].values():
            key.pop("default", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:visitex:report:{SCHEMA_VERSION}",
        "$ref": "#/$defs/Report",
        "$defs": dict(sorted(types.items())),
    }
