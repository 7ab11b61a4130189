"""Rows of sentences without spaces, and the entries that come of them."""

from __future__ import annotations

import pytest
from marked import parse, read_marked

from visitex.lang.lexicon import lexicon_of
from visitex.lang.load import load_pack
from visitex.resolve.cues import CueFinder
from visitex.resolve.items import RowMaker
from visitex.text.spans import Span


def letters(language, marked):
    text, found = parse(marked)
    spans = [Span(start=s, end=e, label=label, text=text[s:e], rule="") for s, e, label in found]
    return RowMaker(lexicon_of(language)).row(text, 0, len(text), spans).letters


@pytest.mark.parametrize(
    ("language", "marked", "row"),
    [
        ("zh", "[PER 普艳红]等在[SITE 会议中心]会见来宾", "PfiSx"),
        ("zh", "[PER 冯致中]教授、[PER 卡耶]先生", "P,P"),
        ("zh", "[PER 李晨]和[PER 刀志强]出席", "P&Px"),
        ("zh", "我校[TITLE 校长][PER 李晨]", "GTP"),
        ("vi", "đồng chí [PER Bounthanh]", "hP"),
    ],
)
def test_rows_cut_words_of_several_tokens(language, marked, row):
    assert letters(language, marked) == row


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("zh", "李晨参加会见", {"present"}),
        ("zh", "应市总工会邀请", {"invited_by"}),
        ("en", "at the invitation of the union", {"invited_by"}),
    ],
)
def test_act_inside_another_cue_is_dropped(language, text, kinds):
    acts = {"receive", "meet", "guide", "plan", "present", "invited_by"}
    found = {cue.kind for cue in CueFinder(load_pack(language).cues).find(text)}
    assert found & acts == kinds


def posts(language, marked):
    _, entries = read_marked(language, marked)
    return {
        (person.name, post.title, post.organization)
        for person in entries.people
        for post in person.posts
    }


def test_owner_goes_on_to_the_next_person():
    found = posts(
        "zh", "[ORG 省总工会][TITLE 主席][PER 谭丽君]，[TITLE 副主席][PER 孟凡舟]参加会见。"
    )
    assert ("孟凡舟", "副主席", "省总工会") in found


def test_titles_may_stand_side_by_side():
    found = posts("zh", "[ORG 边防总局][TITLE 副局长][TITLE 少将][PER 巴特苏赫]来访。")
    assert ("巴特苏赫", "副局长", "边防总局") in found


def test_own_body_is_the_one_of_the_page():
    text = "[ORG 南屏大学]举行仪式。[ORG 南屏大学]成立于1950年。[ORG 南屏大学]很大。"
    text += "我校[TITLE 校长][PER 李晨]在座。"
    assert ("李晨", "校长", "南屏大学") in posts("zh", text)


def test_person_in_front_of_a_party_leads_it():
    _, entries = read_marked("zh", "[TITLE 副市长][PER 柳成荫]会见了[TITLE 市长][PER 卢奥托]一行。")
    assert entries.visit.head == "卢奥托"
    assert entries.visit.received_by == ["柳成荫"]


def test_delegation_may_be_named_without_a_connector():
    marked = "Đoàn công tác [ORG Phòng Thương mại Brno] đã thăm [SITE cảng Hải An]."
    assert read_marked("vi", marked)[1].visit.visitors == ["Phòng Thương mại Brno"]
