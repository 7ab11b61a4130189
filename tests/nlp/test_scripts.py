"""Names where words are of several tokens: Chinese characters, Vietnamese syllables."""

from __future__ import annotations

from functools import lru_cache

import pytest
from marked import parse

from visitex.lang.lexicon import Kind, lexicon_of
from visitex.nlp.build import build_pipeline
from visitex.nlp.words import WordFinder

GROUPS = {"T": "titles", "O": "organizations", "S": "sites", "P": "people", "L": "places"}


@lru_cache(maxsize=2)
def pipeline(language):
    nlp = build_pipeline(lexicon_of(language).pack)
    for name in ("tok2vec", "ner"):
        nlp.disable_pipe(name)
    return nlp


def read(language, marked):
    """Return what the components make of a recogniser that finds just what is marked."""
    text, spans = parse(marked)
    nlp = pipeline(language)
    doc = nlp.make_doc(text)
    doc.ents = [doc.char_span(s, e, label=label) for s, e, label in spans]
    doc = nlp(doc)
    return {key: [span.text for span in doc.spans[group]] for key, group in GROUPS.items()}


def words(language, marked):
    text, spans = parse(marked)
    nlp = pipeline(language)
    doc = nlp.make_doc(text)
    doc.ents = [doc.char_span(s, e, label=label) for s, e, label in spans]
    finder = WordFinder(nlp, lexicon_of(language))
    found, i = [], 0
    while i < len(doc):
        end = finder.end(doc, i)
        found.append((doc[i:end].text, finder.kind(doc, i)))
        i = end
    return found


def test_longest_word_wins():
    found = dict(words("zh", "国家重点实验室"))
    assert found["重点实验室"] & Kind.SITE


def test_word_does_not_reach_into_an_entity():
    assert "工会主席" not in dict(words("zh", "[ORG 市总工会][TITLE 主席]"))


def test_words_of_syllables_ignore_case():
    found = dict(words("vi", "Phó Chủ tịch LIÊN ĐOÀN LAO ĐỘNG"))
    assert found["LIÊN ĐOÀN LAO ĐỘNG"] & Kind.BODY


def test_spaced_languages_look_up_single_words():
    finder = WordFinder(pipeline("vi"), lexicon_of("en"))
    assert finder.whole


@pytest.mark.parametrize(
    ("marked", "bodies", "sites"),
    [
        ("参观[SITE 厦港造船厂工会]。", ["厦港造船厂工会"], []),
        ("参观[ORG 省人民医院]。", [], ["省人民医院"]),
        ("游览[LOC 崂山太清宫]。", [], ["崂山太清宫"]),
        ("在[SITE 呈贡校区会]议中心会见来宾", [], ["呈贡校区会议中心"]),
        ("在[SITE 江滨饭店会]见来宾", [], ["江滨饭店"]),
        ("访问[ORG 江州市总]工会。", ["江州市总工会"], []),
        ("[ORG 辽宁省总工会]代表团出访", ["辽宁省总工会"], []),
        (
            "参观[SITE 丝绸博物馆]、[SITE 南湖公园]和真情巴士有限公司，",
            ["真情巴士有限公司"],
            ["丝绸博物馆", "南湖公园"],
        ),
        ("，交通运输工会[TITLE 主席][PER 欧阳建国]", ["交通运输工会"], []),
        ("访问普洱学院", ["普洱学院"], []),
        ("出席[ORG 江州论坛]。", [], []),
        ("访问[ORG 江州市]。", [], []),
    ],
)
def test_last_word_decides(marked, bodies, sites):
    found = read("zh", marked)
    assert (found["O"], found["S"]) == (bodies, sites)


def test_title_at_the_end_of_a_body_is_parted_from_it():
    found = read("zh", "[ORG 云南省教育厅国际合作处处长][PER 刀志强]")
    assert found["O"] == ["云南省教育厅"]
    assert found["T"] == ["国际合作处处长"]


def test_own_body_is_no_part_of_a_title():
    assert read("zh", "我[TITLE 校党委书记][PER 李晨]")["T"] == ["党委书记"]


@pytest.mark.parametrize(
    ("marked", "people"),
    [
        ("[PER 卡耶先生]来访", ["卡耶"]),
        ("[PER 颂猜希]望", ["颂猜"]),
        ("[PER 何塞·法萨诺·德莱昂]来访。法萨诺表示", ["何塞·法萨诺·德莱昂", "法萨诺"]),
        ("[PER 李晨]在座。代表团在李[TITLE 院长]陪同下", ["李晨", "李"]),
        ("公司[TITLE 董事长]讲话", []),
    ],
)
def test_people_of_han_characters(marked, people):
    assert read("zh", marked)["P"] == people


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("[ORG LĐLĐ] tỉnh [LOC Quảng Trị] đã", ["LĐLĐ tỉnh Quảng Trị"]),
        ("[ORG LĐLĐ tỉnh] [LOC Lai Châu] đã", ["LĐLĐ tỉnh Lai Châu"]),
        ("[ORG LĐLĐ] tỉnh đã hỗ trợ", ["LĐLĐ tỉnh"]),
        ("[ORG LĐLĐ] tỉnh [PER Nguyễn Thế Vinh] đã", ["LĐLĐ tỉnh"]),
        ("[SITE Liên đoàn Lao động tỉnh Cà Mau]", ["Liên đoàn Lao động tỉnh Cà Mau"]),
    ],
)
def test_first_word_decides_and_names_grow_over_their_place(marked, bodies):
    assert read("vi", marked)["O"] == bodies


@pytest.mark.parametrize(
    ("marked", "people"),
    [
        ("[TITLE Đại sứ] Đan Mạch thăm", []),
        ("đồng chí Bounthanh Keovilay đã", ["Bounthanh Keovilay"]),
        (
            "ở [LOC Vĩnh Châu]. [TITLE Bí thư] [PER Vĩnh Châu Thạch Thị Sô Phia]",
            ["Thạch Thị Sô Phia"],
        ),
    ],
)
def test_people_of_syllables(marked, people):
    assert read("vi", marked)["P"] == people


def test_labels_of_a_place_stay_places():
    found = read("zh", "访问[ORG 江州市]")
    assert found["L"] == ["江州市"]
