"""Marked-up texts as readings, one sentence a line: the resolvers need no spaCy.

``[PER Ann Lee]`` is a mention, ``[DATE=2021-05-03 3 May]`` one with its value.
"""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from visitex.lang.lexicon import lexicon_of
from visitex.resolve.assemble import Origin, Resolver
from visitex.resolve.cast import Cast
from visitex.resolve.cues import CueFinder
from visitex.resolve.scene import lay_out
from visitex.text.normal import view
from visitex.text.spans import Reading, Span
from visitex.text.zones import Layout

MENTION = re.compile(r"\[([A-Z]+)(?:=(\S+))? ([^\[\]]*)\]")


def reading_of(marked, language="en", layout=None):
    text, spans, cursor = "", [], 0
    for match in MENTION.finditer(marked):
        text += marked[cursor : match.start()]
        label, value, name = match.groups()
        end = len(text) + len(name)
        spans.append(
            Span(start=len(text), end=end, label=label, text=name, rule="test", value=value)
        )
        text += name
        cursor = match.end()
    text += marked[cursor:]
    sentences, start = [], 0
    for line in text.splitlines(keepends=True):
        sentences.append((start, start + len(line)))
        start += len(line)
    return Reading(
        text=text, language=language, sentences=sentences, spans=spans, layout=layout or Layout()
    )


@lru_cache(maxsize=4)
def finder(language):
    return CueFinder(lexicon_of(language).pack.cues)


@lru_cache(maxsize=4)
def resolver(language):
    return Resolver(lexicon_of(language))


@pytest.fixture
def scene():
    """Return what lays a text out: ``scene(marked, language)`` gives its sentences."""

    def sentences(marked, language="en", layout=None):
        return lay_out(reading_of(marked, language, layout), lexicon_of(language), finder(language))

    return sentences


@pytest.fixture
def row(scene):
    """Return what gives the row of a text of one sentence."""
    return lambda marked, language="en": scene(marked, language)[0].row


@pytest.fixture
def cast():
    """Return what names who and what a text is about."""

    def of(marked, language="en", layout=None):
        reading = reading_of(marked, language, layout)
        return Cast(reading, lexicon_of(language), finder(language))

    return of


@pytest.fixture
def resolve():
    """Return what resolves a text to entries."""

    def entries(marked, language="en", *, published=None, reference=None, layout=None):
        reading = reading_of(marked, language, layout)
        origin = Origin(
            text=reading.text,
            seen=view(reading.text),
            published=published,
            reference=reference,
            anchors={},
        )
        return resolver(language).resolve(reading, origin)

    return entries


@pytest.fixture
def posts(resolve):
    """Return what gives the posts of a text as ``(person, title, body)``."""

    def of(marked, language="en"):
        return [
            (person.name, post.title, post.organization)
            for person in resolve(marked, language).people
            for post in person.posts
        ]

    return of


@pytest.fixture
def roles(resolve):
    """Return what gives person -> role."""
    return lambda marked, language="en": {p.name: p.role for p in resolve(marked, language).people}
