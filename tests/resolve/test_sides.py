"""Who came and who received."""

from __future__ import annotations

import pytest

V, H, NEITHER = "visitor", "host", "other"


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("en", "[PER Ann Lee] led a delegation to [LOC Kelso].", {"Ann Lee": V}),
        ("en", "A delegation led by [PER Ann Lee] came.", {"Ann Lee": V}),
        ("en", "The delegation was received by [PER Tom Reed].", {"Tom Reed": H}),
        ("en", "[PER Tom Reed] received the delegation.", {"Tom Reed": H}),
        ("en", "[PER Ann Lee] was received by [PER Tom Reed].", {"Ann Lee": V, "Tom Reed": H}),
        (
            "en",
            "[PER Ann Lee] was welcomed at the gate by [PER Tom Reed].",
            {"Ann Lee": V, "Tom Reed": H},
        ),
        ("en", "[PER Ann Lee] called on [PER Tom Reed].", {"Ann Lee": V, "Tom Reed": H}),
        ("en", "The delegation met [PER Tom Reed].", {"Tom Reed": H}),
        (
            "en",
            "A delegation led by [PER Ann Lee] met with [PER Tom Reed].",
            {"Ann Lee": V, "Tom Reed": H},
        ),
        (
            "en",
            "A delegation led by [PER Ann Lee] came. [PER Ann Lee] met with [PER Tom Reed].",
            {"Ann Lee": V, "Tom Reed": H},
        ),
        (
            "en",
            "[PER Ann Lee] arrived and was welcomed by [PER Tom Reed].",
            {"Ann Lee": V, "Tom Reed": H},
        ),
        (
            "en",
            "Members of the delegation: [PER Ann Lee], [PER Cy Poe].",
            {"Ann Lee": V, "Cy Poe": V},
        ),
        ("en", "The delegation, accompanied by [PER Bo Ek], came.", {"Bo Ek": V}),
        (
            "en",
            "[PER Tom Reed] received them, accompanied by [PER Bo Ek].",
            {"Tom Reed": H, "Bo Ek": H},
        ),
        ("en", "[PER Tom Reed] took the guests around.", {"Tom Reed": H}),
        ("en", "They were shown around by [PER Tom Reed].", {"Tom Reed": H}),
        ("en", "On the host side: [PER Tom Reed], [PER Bo Ek].", {"Tom Reed": H, "Bo Ek": H}),
        ("en", "Our guests: [PER Ann Lee], [PER Cy Poe].", {"Ann Lee": V, "Cy Poe": V}),
        ("en", "[PER Ann Lee] sang.", {"Ann Lee": NEITHER}),
        ("en", "Meanwhile [PER Tom Reed] received the delegation.", {"Tom Reed": NEITHER}),
        ("de", "[PER Jan Ahlers] empfing die Delegation.", {"Jan Ahlers": H}),
        ("de", "Die Delegation empfing [PER Jan Ahlers] am Tor.", {"Jan Ahlers": H}),
        (
            "de",
            "[PER Ute Freese] wurde von [PER Jan Ahlers] empfangen.",
            {"Ute Freese": V, "Jan Ahlers": H},
        ),
        (
            "de",
            "Empfangen wurden sie von [PER Jan Ahlers] und [PER Ole Tamm].",
            {"Jan Ahlers": H, "Ole Tamm": H},
        ),
        ("de", "[PER Jan Ahlers] wird die Delegation empfangen.", {"Jan Ahlers": H}),
        ("de", "[PER Ute Freese] leitete die Delegation.", {"Ute Freese": V}),
        (
            "de",
            "Eine Delegation unter Leitung von [PER Ute Freese] wurde von [PER Jan Ahlers] empfangen.",
            {"Ute Freese": V, "Jan Ahlers": H},
        ),
        ("de", "[PER Jan Ahlers] führte die Gäste durch das Haus.", {"Jan Ahlers": H}),
    ],
)
def test_roles(roles, language, marked, expected):
    assert roles(marked, language) == expected


def test_a_side_spreads_along_posts(roles):
    text = (
        "A delegation of the [ORG Dockers' Union] came.\n"
        "[PER Ann Lee], [TITLE Chair] of the [ORG Dockers' Union], sang.\n"
        "[PER Bo Ek], [TITLE Chair] of the [ORG Pilots' Guild], danced."
    )
    assert roles(text) == {"Ann Lee": V, "Bo Ek": NEITHER}


def test_who_is_named_before_the_guests_met_them(roles):
    assert roles("[PER Ann Lee] explained the looms to the guests.") == {"Ann Lee": H}
    assert roles("[PER Ann Lee] explained the looms.") == {"Ann Lee": NEITHER}


def test_what_is_faint_never_speaks_against_the_rest(roles):
    led = "The delegation was led by [PER Ann Lee].\n"
    assert roles(f"{led}[PER Ann Lee] sang for the visitors.") == {"Ann Lee": V}


def test_a_list_of_people_stands_on_one_side(roles):
    text = "The delegation was received by [PER Tom Reed]; [PER Bo Ek]; [PER Cy Poe]."
    assert set(roles(text).values()) == {H}


def test_evidence_names_its_rule_and_sentence(resolve):
    text = "They sang.\n[PER Tom Reed] received the delegation.\n"
    (evidence,) = resolve(text).visit.evidence
    assert evidence.rule == "receive"
    assert (evidence.start, evidence.end) == (11, 45)
