"""``visitex_organizations``: bodies by the grammar of names."""

from __future__ import annotations

import pytest

BODIES = "visitex_organizations"


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("en", "the Welsh Slate Council met", ["Welsh Slate Council"]),
        ("en", "the union met", []),
        ("en", "the Union met", []),
        ("en", "the Plantation and Dock Workers' Union", ["Plantation and Dock Workers' Union"]),
        ("en", "the Kelso Steel Co., Ltd. makes rails", ["Kelso Steel Co., Ltd."]),
        ("en", "the Dockers' Union of [LOC Varna] met", ["Dockers' Union of Varna"]),
        ("en", "[LOC Ireland]'s Health Council met", ["Health Council"]),
        ("de", "der Allgemeine Gewerkschaftsbund tagte", ["Allgemeine Gewerkschaftsbund"]),
        ("de", "der Verband tagte", []),
        ("de", "die Elbtal Textil AG baut", ["Elbtal Textil AG"]),
        ("de", "die SPD-Fraktion tagte", ["SPD-Fraktion"]),
    ],
)
def test_names_around_a_head(found, language, marked, expected):
    assert found("organizations", marked, BODIES, language=language) == expected


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("en", "the Cork [ORG Pilots' Guild] met", ["Cork Pilots' Guild"]),
        ("en", "the [ORG Port Workers' Union] met", ["Port Workers' Union"]),
        ("en", "[ORG Hill Farmers' Federation] met", ["Hill Farmers' Federation"]),
        ("en", "[ORG messrs Kelso] met", ["Kelso"]),
        ("en", "the [ORG Maritime Museum] burned", []),
        ("en", "the [ORG Peace Forum] met", []),
        ("de", "im [ORG Rathaus] sprach man", []),
        ("de", "der [ORG Bäckerverband Tartu im Hotel] tagte", ["Bäckerverband Tartu"]),
    ],
)
def test_a_span_of_the_pipeline_is_mended(found, language, marked, expected):
    assert found("organizations", marked, BODIES, language=language) == expected


def test_an_acronym_in_brackets_is_found_wherever_it_stands(doc_of):
    doc = doc_of("The Welsh Slate Council (WSC) met. The WSC voted.", BODIES)
    assert [(s.text, s.id_) for s in doc.spans["organizations"]] == [
        ("Welsh Slate Council", "lexicon"),
        ("WSC", "again"),
        ("WSC", "again"),
    ]


def test_a_name_in_quotation_marks_keeps_what_is_inside(found):
    marked = 'They met the "Home Association of Couriers & Drivers" there.'
    assert found("organizations", marked, BODIES) == ["Home Association of Couriers & Drivers"]


def test_a_person_beside_a_title_is_no_body(found):
    marked = "[ORG Ann Leeward], [TITLE Mayor] of [LOC Kelso], came."
    assert found("organizations", marked, "visitex_titles", BODIES) == []


def test_names_do_not_run_over_a_line_break(found):
    assert found("organizations", "Welsh\nSlate Council", BODIES) == ["Slate Council"]


def test_titles_are_left_alone(found):
    marked = "President Slate Council of [LOC Wales]"
    assert found("organizations", marked, "visitex_titles", BODIES) == ["Slate Council of Wales"]


def test_a_list_taken_for_one_name_is_parted(found):
    marked = "the [ORG College of Law, College of Art] met"
    assert found("organizations", marked, BODIES) == ["College of Law", "College of Art"]
    marked = "the [ORG Kelso Council and Pilots' Guild] met"
    assert found("organizations", marked, BODIES) == ["Kelso Council", "Pilots' Guild"]
    marked = "the [ORG Chamber of Commerce, Industries & Agriculture] met"
    assert len(found("organizations", marked, BODIES)) == 1


def test_a_form_of_address_ends_a_name(found):
    marked = "the [ORG University Council, Amb. (Rtd.)] Reed came"
    assert found("organizations", marked, BODIES) == ["University Council"]
