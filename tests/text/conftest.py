"""A page read with the pack of its language, with its zones cut out of the text."""

from __future__ import annotations

import pytest

from visitex.lang.load import load_pack
from visitex.text.layout import find_layout
from visitex.text.zones import Layout


class Page:
    """A text and its layout, with the stretches cut out of the text."""

    def __init__(self, text: str, language: str = "en") -> None:
        self.text = text
        self.layout: Layout = find_layout(text, load_pack(language).layout)

    def of(self, kind: str) -> list[str]:
        """Return what the zones of a kind cover, in order."""
        return [self.text[z.start : z.end] for z in self.layout.zones if z.kind == kind]

    @property
    def paragraphs(self) -> list[str]:
        """Return the paragraphs of running text."""
        return [self.text[start:end] for start, end in self.layout.paragraphs]

    @property
    def published(self) -> list[tuple[str, str]]:
        """Return the candidates for the publication date with their rules, best first."""
        return [(found.text, found.rule) for found in self.layout.published]


@pytest.fixture
def read() -> type[Page]:
    """Return what reads a page: ``read(text, language)``."""
    return Page
