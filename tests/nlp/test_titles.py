"""``visitex_titles``: offices from the pipeline, mended, and from the lexicon."""

from __future__ import annotations

import pytest

TITLES = "visitex_titles"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Deputy [TITLE Mayor] [PER Ann Lee] came.", ["Deputy Mayor"]),
        ("The former [TITLE Chairman] came.", ["former Chairman"]),
        ("[TITLE President] & [TITLE COO] [PER Ann Lee]", ["President", "COO"]),
        ("[TITLE President and Treasurer] of it", ["President", "Treasurer"]),
        (
            "[TITLE Head] of the International Department came.",
            ["Head of the International Department"],
        ),
        ("[TITLE Director of the Medical Brigade] came.", ["Director"]),
        ("[TITLE Lao Vice President] [PER Bou Vong]", ["Vice President"]),
        ("[TITLE the Chairman,] [PER Ann Lee]", ["Chairman"]),
    ],
)
def test_a_span_of_the_pipeline_is_mended(found, marked, expected):
    assert found("titles", marked, TITLES) == expected


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("en", "Deputy Secretary General Ann Lee came.", ["Deputy Secretary General"]),
        (
            "en",
            "the Minister of Labour and Social Affairs came",
            ["Minister of Labour and Social Affairs"],
        ),
        ("en", "the Minister of the [ORG Labour Union] came", ["Minister"]),
        ("en", "the Mayor of [LOC Kelso] came", ["Mayor"]),
        ("en", "Mayor of [LOC Kelso] and President of the club", ["Mayor", "President"]),
        (
            "en",
            "Minister of Trade and Deputy Prime Minister",
            ["Minister", "Deputy Prime Minister"],
        ),
        ("de", "Der Ständige Vizepräsident sprach.", ["Ständige Vizepräsident"]),
        (
            "de",
            "die Leiterin der Abteilung Internationales",
            ["Leiterin der Abteilung Internationales"],
        ),
        ("de", "Sie leiten und führen.", []),
    ],
)
def test_the_lexicon_adds_what_the_pipeline_missed(found, language, marked, expected):
    assert found("titles", marked, TITLES, language=language) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "the [SITE Provincial Hall] burned",
        "the [ORG General Hospital] burned",
        "[PER Dean Abel] sang",
        "the [ORG Chancellor House] burned",
    ],
)
def test_a_word_inside_a_name_is_no_title(found, marked):
    assert found("titles", marked, TITLES) == []


def test_a_title_that_leads_a_body_of_the_pipeline_is_one(found):
    assert found("titles", "[ORG Chairman of the Dockers' Union] spoke", TITLES) == ["Chairman"]


def test_the_rule_says_who_found_it(doc_of):
    doc = doc_of("[TITLE Mayor] [PER Ann Lee] met Chairman [PER Bo Ek].", TITLES)
    assert [(s.text, s.id_) for s in doc.spans["titles"]] == [
        ("Mayor", "model"),
        ("Chairman", "lexicon"),
    ]
