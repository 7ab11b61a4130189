"""Reports to export, with every field filled, and a text with characters that count two in UTF-16."""

from __future__ import annotations

import hashlib

import pytest

from visitex.report import (
    Date,
    Evidence,
    Mention,
    Organization,
    Person,
    Post,
    Report,
    Site,
    Source,
    Visit,
)

TEXT = (
    "\U0001f6a2 Guests! On 6 May 2024 Ann Lee of the Pilots\u2019 Guild met "
    "\U00020bb7 Mayor Bo Dahl at Mill Hall.\n"
)


def mention(name):
    start = TEXT.index(name)
    return Mention(text=name, start=start, end=start + len(name), rule="test")


def person(number, name, role, post, also=()):
    return Person(
        id=f"p{number}",
        name=name,
        also=list(also),
        honorific="Ms",
        role=role,
        posts=[Post(title=post[0], organization=post[1])],
        mentions=[mention(name)],
    )


@pytest.fixture
def report(tmp_path):
    """A report with every field filled, read from ``report.txt`` in ``tmp_path``."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    guild = "Pilots\u2019 Guild"
    return Report(
        source=Source(
            path="report.txt",
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            chars=len(TEXT),
            encoding="utf-8",
            title="=Guests!",
            author="Cy Young",
            url="https://example.org/guests",
        ),
        lang="en",
        published="2024-05-07",
        reference_date=None,
        dates=[
            Date(
                id="d1",
                text="6 May 2024",
                value="2024-05-06",
                role="visit",
                anchored_by="explicit",
                mentions=[mention("6 May 2024")],
            )
        ],
        people=[
            person(1, "Ann Lee", "visitor", ("President", guild), also=["Lee", "A. Lee"]),
            person(2, "Bo Dahl", "host", ("Mayor", "Kelso")),
        ],
        organizations=[
            Organization(
                id="o1", name=guild, also=["Guild"], acronym="PG", mentions=[mention(guild)]
            )
        ],
        sites=[Site(id="s1", name="Mill Hall", also=[], mentions=[mention("Mill Hall")])],
        visit=Visit(
            start="2024-05-06",
            end="2024-05-06",
            places=["Kelso"],
            visitors=[guild],
            hosts=["Kelso"],
            head="Ann Lee",
            received_by=["Bo Dahl"],
            evidence=[Evidence(start=0, end=5, rule="test")],
        ),
        warnings=["one", "two"],
    )


@pytest.fixture
def silent():
    """A report that says nothing."""
    return Report(
        source=Source(sha256="0" * 64, chars=1),
        lang=None,
        published=None,
        reference_date=None,
        dates=[],
        people=[],
        organizations=[],
        sites=[],
        visit=Visit(),
        warnings=[],
    )


@pytest.fixture
def text():
    return TEXT
