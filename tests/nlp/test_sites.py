"""``visitex_sites``: places of human scale by the grammar of names."""

from __future__ import annotations

import pytest

SITES = "visitex_sites"


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("en", "in the Maritime Museum they sang", ["Maritime Museum"]),
        ("en", "in the museum they sang", []),
        ("en", "the [SITE Museum of Rope and Sail]", ["Museum of Rope and Sail"]),
        ("en", "the [ORG Maritime Museum] burned", ["Maritime Museum"]),
        ("en", "the [PER Ho Chi Minh] Mausoleum is old", ["Ho Chi Minh Mausoleum"]),
        ("en", "the Old [SITE Observatory] burned", ["Old Observatory"]),
        ("de", "im Alten Zollhaus sangen sie", ["Alten Zollhaus"]),
        ("de", "im Haus sangen sie", []),
        ("de", "das [SITE Stahlwerk Salza] brannte", ["Stahlwerk Salza"]),
    ],
)
def test_names_around_a_head(found, language, marked, expected):
    assert found("sites", marked, SITES, language=language) == expected


def test_a_body_that_was_found_is_left_alone(found):
    marked = "the Museum Workers' Union and the Town Museum"
    both = (marked, "visitex_organizations", SITES)
    assert found("organizations", *both) == ["Museum Workers' Union"]
    assert found("sites", *both) == ["Town Museum"]


def test_a_body_called_a_site_by_the_pipeline_is_none(found):
    marked = "the [SITE Port Workers' Union] met"
    assert found("sites", marked, "visitex_organizations", SITES) == []


def test_a_country_is_no_site(found):
    assert found("sites", "[SITE Vietnam] won", SITES) == []
