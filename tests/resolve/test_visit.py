"""The visit as one frame."""

from __future__ import annotations

import pytest

from visitex.report import Visit


@pytest.fixture
def visit(resolve):
    return lambda marked, language="en", **origin: resolve(marked, language, **origin).visit


def test_the_whole_frame(visit):
    found = visit(
        "At the invitation of the [ORG Kelso Guild], a delegation of the [ORG Dockers' Union] led by "
        "[PER Ann Lee] visited [LOC Kelso] from [DATE=2021-05-03/2021-05-06 3 to 6 May].\n"
        "They were received by [PER Tom Reed], [TITLE Master] of the [ORG Kelso Guild]."
    )
    assert (found.start, found.end) == ("2021-05-03", "2021-05-06")
    assert found.places == ["Kelso"]
    assert found.visitors == ["Dockers' Union"]
    assert found.hosts == ["Kelso Guild"]
    assert found.head == "Ann Lee"
    assert found.received_by == ["Tom Reed"]


def test_silence_gives_an_empty_frame(visit):
    assert visit("[PER Ann Lee] sang in [LOC Kelso] on [DATE=2021-05-03 3 May].") == Visit()


def test_a_visit_told_without_people_has_its_days(visit):
    found = visit("On [DATE=2021-05-03 3 May] the delegation visited the [SITE Old Mill].")
    assert (found.start, found.end, found.head) == ("2021-05-03", "2021-05-03", None)


def test_days_run_from_the_first_to_the_last(visit):
    found = visit(
        "[PER Ann Lee] visited [LOC Kelso] on [DATE=2021-05-05 5 May].\n"
        "[PER Tom Reed] received her on [DATE=2021-05-03 Monday]."
    )
    assert (found.start, found.end) == ("2021-05-03", "2021-05-05")


def test_a_week_counts_only_where_no_day_is_named(visit):
    week = "[PER Ann Lee] visited [LOC Kelso] in [DATE=2021-W18 that week]."
    assert visit(week).start == "2021-05-03"
    assert visit(week).end == "2021-05-09"
    day = "\n[PER Tom Reed] received her on [DATE=2021-05-04 Tuesday]."
    assert visit(week + day).start == visit(week + day).end == "2021-05-04"


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("en", "[PER Ann Lee] visited [LOC Kelso] and [LOC Melrose].", ["Kelso", "Melrose"]),
        ("en", "[PER Ann Lee] came from [LOC Peru] and visited [LOC Kelso].", ["Kelso"]),
        ("en", "[PER Ann Lee] arrived in [LOC KELSO].", ["Kelso"]),
        ("de", "[PER Ute Freese] reiste nach [LOC Erfurt].", ["Erfurt"]),
        ("de", "[PER Ute Freese] weilte in [LOC Erfurt] und [LOC Weimar].", ["Erfurt", "Weimar"]),
    ],
)
def test_places(visit, language, marked, expected):
    assert visit(marked, language).places == expected


def test_a_territory_stands_for_a_body_where_none_is_named(visit):
    found = visit("[TITLE Governor] [PER Ann Lee] of [LOC Salto] visited [LOC Kelso].")
    assert found.visitors == ["Salto"]


def test_the_body_of_the_leader_visits(visit):
    found = visit("[PER Ann Lee], [TITLE Chair] of the [ORG Dockers' Union], led a delegation.")
    assert found.visitors == ["Dockers' Union"]
    assert found.head == "Ann Lee"


def test_the_head_is_whom_the_text_says_so_of(visit):
    text = "[PER Bo Ek] visited [LOC Kelso].\n[PER Ann Lee] led the delegation."
    assert visit(text).head == "Ann Lee"


def test_the_place_in_the_name_of_a_site_was_visited(visit):
    found = visit("The delegation visited the [SITE Kelso Museum].\n[LOC Kelso] was wet.")
    assert found.places == ["Kelso"]
    assert visit("The delegation visited the [SITE Kelso Museum].").places == []


def test_the_place_in_the_name_of_a_host_was_visited(visit):
    host = (
        "[PER Ann Lee], [TITLE Rector] of the [ORG University of Kelso], received the delegation."
    )
    named = f"{host}\nThe [ORG University of Kelso] and the [ORG University of Kelso] sang in rain."
    assert visit(f"{named}\n[LOC Kelso] was wet.").places == ["Kelso"]


@pytest.mark.parametrize(
    ("post", "places"),
    [
        ("Ambassador of [LOC Peru] in [LOC Chile]", []),
        ("Chair of the Guild in [LOC Chile]", ["Chile"]),
    ],
)
def test_where_an_envoy_is_sent_is_no_place_of_the_visit(visit, post, places):
    title, rest = post.split(" ", 1)
    found = visit(f"The delegation was received by [PER Ann Lee], [TITLE {title}] {rest}.")
    assert found.places == places


def test_the_town_of_the_dateline_receives_where_no_other_host_is_named(visit):
    text = "[LOC Kelso].\n[PER Ann Lee] received the delegation of the [ORG Dockers' Union]."
    assert visit(text).hosts == ["Kelso"]


@pytest.mark.parametrize(
    "marked",
    [
        "A team of five from the [ORG Dockers' Union] visited [LOC Kelso].",
        "A delegation of experts from the [ORG Dockers' Union] visited [LOC Kelso].",
        "A delegation from the [ORG Dockers' Union] visited [LOC Kelso].",
    ],
)
def test_the_sender_of_a_delegation_visits(visit, marked):
    assert visit(marked).visitors == ["Dockers' Union"]


def test_whom_a_toured_school_belongs_to_sent_nobody(visit):
    found = visit("They visited pupils of the [SITE Kelso School] and met students of it.")
    assert found.visitors == []


def test_who_invites_stands_near(visit):
    far = "guest of honour at the parade of young sailors at the [ORG Pilots' Guild]"
    assert visit(f"The delegation came. [PER Ann Lee] was a {far}.").hosts == []
    near = "The delegation came as a guest of the old [ORG Pilots' Guild]."
    assert visit(near).hosts == ["Pilots' Guild"]


def test_a_place_behind_a_body_tells_where_that_is(visit):
    found = visit(
        "The mission of the [ORG Peru Embassy] in [LOC Melrose] paid a visit to [LOC Kelso]."
    )
    assert found.places == ["Kelso"]
