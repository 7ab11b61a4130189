"""The body of a post whose title names none."""

from __future__ import annotations

UNION, GUILD = "Dockers' Union", "Pilots' Guild"
NAMED_OFTEN = f"The [ORG {GUILD}] sang. The [ORG {GUILD}] danced. The [ORG {GUILD}] wrote.\n"


def test_guests_are_of_the_body_of_whoever_leads_them(posts):
    found = posts(
        f"The guests were led by [PER Ann Lee], [TITLE President] of the [ORG {UNION}].\n"
        "They were accompanied by [TITLE Treasurer] [PER Bo Ek]."
    )
    assert ("Bo Ek", "Treasurer", UNION) in found


def test_hosts_are_of_the_body_that_the_text_is_about(posts):
    found = posts(NAMED_OFTEN + "[TITLE Treasurer] [PER Tom Reed] received the delegation.")
    assert ("Tom Reed", "Treasurer", GUILD) in found


def test_hosts_are_not_of_the_body_that_sent_the_guests(posts):
    found = posts(
        f"The delegation of the [ORG {GUILD}] came. The [ORG {GUILD}] sang. The [ORG {GUILD}] wrote."
        "\n[TITLE Treasurer] [PER Tom Reed] received the delegation."
    )
    assert ("Tom Reed", "Treasurer", None) in found


def test_our_means_the_body_that_speaks(posts):
    found = posts(
        NAMED_OFTEN + f"The [ORG {UNION}] was greeted by our [TITLE clerk], [PER Tom Reed]."
    )
    assert ("Tom Reed", "clerk", GUILD) in found


def test_its_means_what_was_toured_in_the_same_sentence(posts):
    found = posts(
        f"The [ORG {UNION}] sent a delegation.\n"
        "They were shown round the [SITE Kelso Mill] by its [TITLE manager], [PER Tom Reed]."
    )
    assert ("Tom Reed", "manager", "Kelso Mill") in found


def test_a_room_is_nobodys_body(posts):
    found = posts(
        "The guests were met in the [SITE Old Hall] by [TITLE Chief Executive] [PER Tom Reed]."
    )
    assert ("Tom Reed", "Chief Executive", None) in found


def test_a_title_cut_short_is_no_second_post(posts):
    found = posts(
        "[PER Ann Lee], [TITLE Acting Mayor] of [LOC Kelso], sang. [TITLE Mayor] [PER Lee] danced."
    )
    assert found == [("Ann Lee", "Acting Mayor", "Kelso")]


def test_members_of_nothing_hold_no_post(posts):
    assert posts("[PER Ann Lee] and [TITLE members] of the delegation sang.") == []
