"""Which post belongs to whom, and to which body."""

from __future__ import annotations

import pytest

from visitex.resolve.posts import link_posts, opening_chain

UNION, GUILD = "Dockers' Union", "Pilots' Guild"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[TITLE Mayor] [PER Ann Lee] of [LOC Kelso] sang",
            [("Ann Lee", "Mayor", "Kelso")],
        ),
        (
            "[TITLE whip] [PER Ann Lee] and [PER Tom Reed] of the ruling [ORG Dockers' Union] sang",
            [("Ann Lee", "whip", UNION), ("Tom Reed", "whip", UNION)],
        ),
        (
            "[TITLE Chair] [PER Ann Lee] and [TITLE Clerk] [PER Tom Reed] of the "
            "[ORG Dockers' Union] sang",
            [("Ann Lee", "Chair", UNION), ("Tom Reed", "Clerk", UNION)],
        ),
        (
            "[PER Ann Lee], [TITLE Director], [ORG Dockers' Union]; [PER Tom Reed], [TITLE Clerk], "
            "[ORG Pilots' Guild]",
            [("Ann Lee", "Director", UNION), ("Tom Reed", "Clerk", GUILD)],
        ),
        (
            "[TITLE Director], [ORG Dockers' Union], Mr [PER Tom Reed]",
            [("Tom Reed", "Director", UNION)],
        ),
        (
            "the [TITLE Consul] of the [ORG Dockers' Union], His Excellency, [PER Tom Reed]",
            [("Tom Reed", "Consul", UNION)],
        ),
        (
            "[PER Ann Lee], [TITLE whip] of the main opposition [ORG Dockers' Union], sang",
            [("Ann Lee", "whip", UNION)],
        ),
        (
            "[PER Ann Lee], [TITLE whip] of the North Kelso [ORG Dockers' Union]",
            [("Ann Lee", "whip", None)],
        ),
        (
            "[PER Ann Lee], [TITLE Secretary] and [TITLE Chair] of the [ORG Dockers' Union], sang",
            [("Ann Lee", "Secretary", UNION), ("Ann Lee", "Chair", UNION)],
        ),
        (
            "[PER Ann Lee], [TITLE Chair] of the [ORG Dockers' Union] and [TITLE Treasurer] of the "
            "[ORG Pilots' Guild], sang",
            [("Ann Lee", "Chair", UNION), ("Ann Lee", "Treasurer", GUILD)],
        ),
        (
            "[ORG Dockers' Union] [TITLE President] [PER Ann Lee] sang",
            [("Ann Lee", "President", UNION)],
        ),
        (
            "the [ORG Dockers' Union]'s [TITLE chairman], [PER Tom Reed], sang",
            [("Tom Reed", "chairman", UNION)],
        ),
        (
            "the [ORG Dockers' Union] and its [TITLE chairman] [PER Tom Reed] sang",
            [("Tom Reed", "chairman", UNION)],
        ),
        (
            "[PER Ann Lee] ([TITLE Rector], [ORG Dockers' Union]) sang",
            [("Ann Lee", "Rector", UNION)],
        ),
        (
            "[PER Ann Lee] ([TITLE Rector]) and [PER Tom Reed] ([TITLE Mayor]) sang",
            [("Ann Lee", "Rector", None), ("Tom Reed", "Mayor", None)],
        ),
        (
            "[PER Ann Lee], who is [TITLE Dean] of the [ORG Dockers' Union], sang",
            [("Ann Lee", "Dean", UNION)],
        ),
        (
            "[PER Ann Lee] - [TITLE Dean] of the [ORG Dockers' Union]",
            [("Ann Lee", "Dean", UNION)],
        ),
        (
            "[PER Ann Lee], [TITLE Chair] of the [ORG Dockers' Union]; [PER Tom Reed], "
            "[TITLE Clerk] of the [ORG Pilots' Guild]",
            [("Ann Lee", "Chair", UNION), ("Tom Reed", "Clerk", GUILD)],
        ),
        (
            "[TITLE President] [PER Ann Lee] and [TITLE Clerk] [PER Tom Reed] sang",
            [("Ann Lee", "President", None), ("Tom Reed", "Clerk", None)],
        ),
        (
            "[PER Ann Lee], [TITLE Chair] of the [ORG Dockers' Union], and [TITLE Mayor] [PER Tom Reed]",
            [("Ann Lee", "Chair", UNION), ("Tom Reed", "Mayor", None)],
        ),
        (
            "[TITLE Ambassador] of [LOC Peru] to [LOC Kenya] [PER Ann Lee] sang",
            [("Ann Lee", "Ambassador to Kenya", "Peru")],
        ),
        (
            "[PER Ken Ono], [TITLE Consul General] of [LOC Japan] in [LOC Mumbai], sang",
            [("Ken Ono", "Consul General in Mumbai", "Japan")],
        ),
        (
            "[PER Ann Lee], [TITLE Mayor] of Tiefenort, sang",
            [("Ann Lee", "Mayor", "Tiefenort")],
        ),
        (
            "the [TITLE Mayor] sang and [PER Ann Lee] danced",
            [],
        ),
        (
            "[PER Ann Lee], [TITLE leader of the delegation], sang",
            [],
        ),
    ],
)
def test_english(posts, marked, expected):
    assert posts(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[PER Ute Freese], [TITLE Ständigen Vizepräsidentin] des [ORG Nordischen Bundes]",
            [("Ute Freese", "Ständige Vizepräsidentin", "Nordischer Bund")],
        ),
        (
            "mit dem [TITLE Vorsitzenden] [PER Jan Ahlers] und der [TITLE Vorsitzenden] [PER Ute Freese]",
            [("Jan Ahlers", "Vorsitzender", None), ("Ute Freese", "Vorsitzende", None)],
        ),
        (
            "Frau [PER Freese], [TITLE Vorsitzenden] des [ORG Nordischen Bundes], dankte",
            [("Freese", "Vorsitzende", "Nordischer Bund")],
        ),
        (
            "[ORG DGB]-[TITLE Kreisvorsitzende] [PER Ute Freese] sprach",
            [("Ute Freese", "Kreisvorsitzende", "DGB")],
        ),
        (
            "der [ORG Nordische Bund] und seine [TITLE Präsidentin] [PER Ute Freese]",
            [("Ute Freese", "Präsidentin", "Nordischer Bund")],
        ),
    ],
)
def test_german(posts, marked, expected):
    assert posts(marked, "de") == expected


def test_a_common_noun_takes_up_the_body_of_its_kind(posts):
    text = (
        "The [ORG Hill Farmers' Federation] and the [ORG Dockers' Union] met.\n"
        "[PER Ann Lee], [TITLE President] of the federation, sang."
    )
    assert posts(text) == [("Ann Lee", "President", "Hill Farmers' Federation")]


def test_an_opening_title_means_the_person_named_before(posts):
    text = "[PER Ann Lee] sang.\nThe [TITLE Chair] of the [ORG Dockers' Union] then danced."
    assert posts(text) == [("Ann Lee", "Chair", UNION)]


def test_an_opening_title_is_not_that_of_somebody_who_has_a_post(posts):
    text = (
        "[TITLE Mayor] [PER Ann Lee] of [LOC Kelso] sang.\n"
        "The [TITLE Chair] of the [ORG Dockers' Union] then danced."
    )
    assert posts(text) == [("Ann Lee", "Mayor", "Kelso")]


def test_the_same_post_is_listed_once(posts):
    text = "[TITLE Chair] [PER Ann Lee] sang.\n[PER Ann Lee], [TITLE Chair] of the [ORG Dockers' Union]."
    assert posts(text) == [("Ann Lee", "Chair", UNION)]


def test_a_rank_is_no_post_of_somebody_who_has_another(posts):
    text = "[TITLE Captain] [PER Ann Lee], [TITLE Commander] of the [ORG Blue Squadron], sang."
    assert posts(text) == [("Ann Lee", "Commander", "Blue Squadron")]


def test_cells_of_a_row_may_stand_for_of(posts):
    assert posts("[PER Ann Lee] | [TITLE Rector] | [ORG Kelso University]") == [
        ("Ann Lee", "Rector", "Kelso University")
    ]


def test_owner_first_order_shares_the_body_in_front(row):
    (holding,) = link_posts(row("[ORG Guild] [TITLE Chair] [PER Ann Lee]"), owner_first=True)
    assert [(d.title.text, d.owner.span.text) for d in holding.drafts] == [("Chair", "Guild")]


def test_an_opening_chain_needs_an_article_and_a_body(row):
    assert [
        d.title.text for d in opening_chain(row("The [TITLE Chair] of the [ORG Guild] sang"))
    ] == ["Chair"]
    assert opening_chain(row("[TITLE Chair] of the [ORG Guild] sang")) is None
    assert opening_chain(row("The [TITLE Chair] sang")) is None
    assert opening_chain(row("The [TITLE Chair] of the [ORG Guild], [PER Ann Lee]")) is None


def test_a_rank_follows_another_post(row):
    marked = "[TITLE Commander] of the [ORG Coast Navy] [TITLE Admiral] [PER Ann Lee] sang"
    found = link_posts(row(marked), ranks={"admiral"})
    titles = [draft.title.text for holding in found for draft in holding.drafts]
    assert titles == ["Commander", "Admiral"]
