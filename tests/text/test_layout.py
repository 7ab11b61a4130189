"""The layout of whole pages: every line gets the kind that a reader gives it."""

from __future__ import annotations

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitex.lang.layout_lexicon import LayoutLexicon
from visitex.lang.load import load_pack
from visitex.text.layout import find_layout

BODY = (
    "The delegation was received by the mayor, Ann Lee, and toured the Old Mill in the afternoon."
)
KOERPER = (
    "Die Delegation wurde vom Bürgermeister empfangen und besichtigte am Nachmittag das Museum."
)


def test_a_union_page_with_fields_and_links(read):
    page = read(
        "Guangling Federation of Trade Unions Welcomes Guests from Peru\n"
        "Date: 2018-04-03\n"
        "fontSize:   big middle small\n\n"
        f"{BODY}\n\n{BODY}\n\n"
        "Previous: Skills Contest for Welders Opens\nNext: None\n[Print] [Close]\n"
    )
    assert page.of("title") == ["Guangling Federation of Trade Unions Welcomes Guests from Peru"]
    assert page.of("header") == ["Date: 2018-04-03", "fontSize:   big middle small"]
    assert page.published == [("2018-04-03", "label")]
    assert page.of("boilerplate") == [
        "Previous: Skills Contest for Welders Opens",
        "Next: None",
        "[Print] [Close]",
    ]
    assert page.paragraphs == [BODY, BODY]


def test_a_paper_with_masthead_byline_and_share_bar(read):
    page = read(
        "Harrow Creek Courier\nLOCAL NEWS\n\nA cow, a choir and forty guests from Jena\n"
        "By Tabitha Okonkwo-Reyes, Staff Writer\nPosted Oct 2, 2019 at 7:45 AM\n"
        f"Share on Facebook | Tweet | Email | Print\n\nHARROW CREEK - {BODY}\n\n{BODY}\n"
        "Comments (3)\nMore Local News: Bridge closed until May\n"
    )
    assert page.of("masthead") == ["Harrow Creek Courier", "LOCAL NEWS"]
    assert page.of("title") == ["A cow, a choir and forty guests from Jena"]
    assert page.layout.author is not None
    assert page.layout.author.text == "Tabitha Okonkwo-Reyes"
    assert page.published == [("Oct 2, 2019 at 7:45 AM", "label")]
    assert page.of("dateline") == ["HARROW CREEK - "]
    assert page.of("place") == ["HARROW CREEK"]
    assert len(page.of("boilerplate")) == 3


def test_a_german_page_with_picture_caption_credit_and_source(read):
    page = read(
        "Treffen der Hafenarbeiter\n\n"
        f"{KOERPER}\n"
        "![](bild.jpg) |\n"
        "| Die Gäste vor dem Rathaus. (Foto: Rita Moll) |\n"
        f"{KOERPER}\n"
        "Quelle: Zeitung Hafenbote, https://hafenbote.example/nachricht-17.html\n\n\nKommentar (0)\n",
        "de",
    )
    assert page.of("caption") == [
        "![](bild.jpg) |",
        "| Die Gäste vor dem Rathaus. (Foto: Rita Moll) |",
    ]
    assert page.of("credit") == ["(Foto: Rita Moll)"]
    assert page.of("source_name") == ["Zeitung Hafenbote"]
    assert page.layout.url is not None
    assert page.layout.url.text == "https://hafenbote.example/nachricht-17.html"
    assert page.of("boilerplate") == ["Kommentar (0)"]
    assert page.paragraphs == [KOERPER, KOERPER]


def test_a_press_release_names_ministry_number_and_contact(read):
    page = read(
        "Ministerium für Wissenschaft\nPressemitteilung Nr. 17/2021 vom 05.03.2021\n\n"
        "Staatssekretärin empfängt Gäste aus Chile\n\n"
        f"{KOERPER}\n\nRückfragen: Dr. Ute Sanders, Referat 12\nHotline: 0800 123456\n",
        "de",
    )
    assert page.of("masthead") == ["Ministerium für Wissenschaft"]
    assert page.of("title") == ["Staatssekretärin empfängt Gäste aus Chile"]
    assert page.published == [("05.03.2021", "header")]
    assert page.of("contact") == ["Rückfragen: Dr. Ute Sanders, Referat 12"]
    assert page.of("boilerplate") == ["Hotline: 0800 123456"]


def test_a_programme_with_days_times_and_tables(read):
    page = read(
        "Visit of the fire brigade of Zadar\n\n"
        "We are looking forward to the visit of our friends from the coast in early summer.\n\n"
        "Friday 3 June\n09.30  Reception at the Guildhall\n11.00-12.30: Tour of the pumping station\n\n"
        "Saturday 4 June\nDeparture after breakfast\n\n"
        "OUR GUESTS\nName | Position | Organisation\nIvo Babić | Chief | Fire Brigade Zadar\n"
        "Mara Ćuk | Treasurer | Fire Brigade Zadar\n"
    )
    assert page.of("stamp") == ["Friday 3 June", "09.30", "11.00-12.30", "Saturday 4 June"]
    assert page.of("programme")[-1] == "Departure after breakfast"
    assert page.of("heading") == ["OUR GUESTS"]
    (table,) = page.layout.tables
    assert table.columns == ("name", "title", "organization")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Ivo Babić", "Chief", "Fire Brigade Zadar"],
        ["Mara Ćuk", "Treasurer", "Fire Brigade Zadar"],
    ]
    assert page.published == []


def test_a_markdown_table_with_empty_cells(read):
    page = read(
        f"{KOERPER}\n\n| Nr. | Name | Funktion |\n|---|---|---|\n"
        "| 1 | Uwe Lund |  |\n| 2 | Ina Rau | Rektorin |\n",
        "de",
    )
    (table,) = page.layout.tables
    assert table.columns == ("number", "name", "title")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["1", "Uwe Lund", ""],
        ["2", "Ina Rau", "Rektorin"],
    ]


def test_headings_and_bullets_between_paragraphs(read):
    page = read(
        f"Title of the page is here\n\n{BODY}\n\nWhat they said\n\n{BODY}\n\nThe guests:\n"
        f"• Ivo Babić, chief\n• Mara Ćuk, treasurer\n\n{BODY}\n"
    )
    assert page.of("heading") == ["What they said", "The guests:"]
    assert page.of("bullet") == ["• Ivo Babić, chief", "• Mara Ćuk, treasurer"]


def test_the_date_of_an_update_ranks_behind_that_of_the_publication(read):
    page = read(f"Guests\nUpdated: 5 May 2020\nPublished: 3 May 2020\n\n{BODY}\n")
    assert page.published == [("3 May 2020", "label"), ("5 May 2020", "updated")]


def test_a_span_of_days_is_no_publication_date(read):
    page = read(f"STUDY TOUR TO OSLO, 14-17 JUNE 2018\n\n{BODY}\n")
    assert page.published == []
    assert page.layout.title is not None
    assert page.layout.title.text == "STUDY TOUR TO OSLO, 14-17 JUNE 2018"


def test_a_date_in_the_only_headline_is_the_weakest_candidate(read):
    page = read(f"Visit of the lord mayor of Lund to our town, 3 May 2020\n\n{BODY}\n")
    assert page.published == [("3 May 2020", "title")]
    assert page.of("title") == ["Visit of the lord mayor of Lund to our town, 3 May 2020"]


def test_a_first_line_of_running_text_is_no_title(read):
    page = read(f"{BODY}\nShort heading\n{BODY}\n")
    assert page.layout.title is None
    assert page.of("heading") == ["Short heading"]


@pytest.mark.parametrize(
    ("foot", "kind"),
    [
        ("(FENA)", "source"),
        ("Ronald P. Ashby III", "byline"),
        ("rm/jb", "byline"),
        ("(k.s.)", "byline"),
        ("Ida Quist (iq@paper.example)", "byline"),
        ("© 2020 The Paper. All rights reserved", "boilerplate"),
        ("Text: Ida Quist / photographs: Tom Wall", "byline"),
        ("https://paper.example/a/b", "url"),
        ("Photo: courtesy of the town hall", "credit"),
    ],
)
def test_the_foot_of_a_page(read, foot, kind):
    page = read(f"Guests from Lund\n\n{BODY}\n\n{foot}\n")
    assert page.of(kind)[-1] == foot
    assert page.paragraphs == [BODY]


def test_inline_agency_credit_and_reporter(read):
    page = read(f"Guests\n\n{BODY} (MNS)\n")
    assert page.of("source") == ["(MNS)"]
    assert [source.text for source in page.layout.sources] == ["MNS"]
    page = read(f"Gäste\n\n{KOERPER} (Foto: Moll)\n", "de")
    assert page.of("credit") == ["(Foto: Moll)"]
    assert page.paragraphs == [f"{KOERPER} (Foto: Moll)"]


def test_an_acronym_inside_a_sentence_is_no_agency(read):
    page = read("Guests\n\nThey called on the secretary of the Union of Dockers (UDO).\n")
    assert page.layout.sources == ()


def test_sentences_that_begin_like_labels_stay_text(read):
    sentence = "Published on 3 May 2020 after years of delay, the report calls for more visits of this kind."
    page = read(f"Guests\n\n{BODY}\n\n{sentence}\n\n{BODY}\n")
    assert page.paragraphs == [BODY, sentence, BODY]


def test_hard_wrapped_text_is_joined_to_paragraphs(read):
    wrapped = (
        "The delegation arrived on Monday and was received at the town hall by\n"
        "the mayor and by the council of the city, who had waited for them for\n"
        "more than an hour in the rain. On the next day they went to see\n"
        "the mill, the harbour and the school.\n"
    )
    page = read(f"Guests from Lund\n\n{wrapped}\n{wrapped}")
    assert page.paragraphs == [wrapped.rstrip("\n")] * 2
    assert page.of("heading") == []


HEADS = [
    ("en", "Xinhua | Updated: 2023-12-06 20:15", "2023-12-06 20:15", None),
    ("en", "Source: Xinhua| 2019-05-07 21:33:45|Editor: Li Xia", "2019-05-07 21:33:45", "Li Xia"),
    ("en", "By XU WEI | China Daily | Updated: 2021-04-12 07:25", "2021-04-12 07:25", "XU WEI"),
    ("en", "VNA Monday, December 04, 2023 20:31", "Monday, December 04, 2023 20:31", None),
    ("en", "Ann Lee\nDecember 4, 2023", "December 4, 2023", "Ann Lee"),
    ("en", "Written by Ann Lee on 4 May 2023. Posted in News", "4 May 2023", "Ann Lee"),
    ("en", "Published 6:00 a.m. ET Dec. 4, 2023", "6:00 a.m. ET Dec. 4, 2023", None),
    ("en", "2019-08-29 Source: Workers' Daily Editor: Na Xia Views: 1,027", "2019-08-29", "Na Xia"),
    ("de", "Von Max Muster | 5. Mai 2021", "5. Mai 2021", "Max Muster"),
    ("de", "5. Dezember 2023  Lesezeit: 3 Min.", "5. Dezember 2023", None),
    ("de", "Nachbericht und Teilnehmerliste (Stand: 26.11.2018)", "26.11.2018", None),
    ("fr", "Par Jean Dupont - Publié le 3 mai 2021 à 14:00", "3 mai 2021 à 14:00", "Jean Dupont"),
    ("vi", "Cập nhật: 15:30 | 12/05/2020", "15:30 | 12/05/2020", None),
    ("ru", "Автор: Иван Петров | 25.06.2021 | Фото автора", "25.06.2021", "Иван Петров"),
    ("es", "Por: Juan Pérez. 23/10/2017", "23/10/2017", "Juan Pérez"),
    (
        "zh",
        "来源：中新网\u30002016年05月20日 14:05\u3000\u3000责任编辑：王五",
        "2016年05月20日 14:05",
        "王五",
    ),
]


@pytest.mark.parametrize(("language", "lines", "published", "author"), HEADS)
def test_header_lines_of_many_kinds(read, language, lines, published, author):
    page = read(f"Guests from the sister city of Lund\n{lines}\n\n{BODY}\n\n{BODY}\n", language)
    assert page.of("title") == ["Guests from the sister city of Lund"]
    assert page.published[0][0] == published
    assert (page.layout.author.text if page.layout.author else None) == author
    assert page.paragraphs == [BODY, BODY]


def test_a_source_in_brackets_before_the_text_is_only_a_bracket(read):
    page = read(
        "一位银发女士\n（来源：三山都市报）农历八月，一位女士在古城南门外排队，半小时后人们才知道她是谁。\n",
        "zh",
    )
    assert page.of("source") == ["（来源：三山都市报）"]
    assert len(page.paragraphs) == 1


NATIVE = {
    "fr": (
        "Accueil > Actualités > Jumelage\nDes élus de Lund à Tours\nPublié le 14/11/2019 à 17h05\n\n"
        "Tours, le 14 novembre. – La délégation a été reçue à l'hôtel de ville par le maire.\n\n"
        "Partager : Facebook – Imprimer – 0 commentaire\n",
        "Des élus de Lund à Tours",
        "14/11/2019 à 17h05",
    ),
    "es": (
        "MINISTERIO DE PESCA\nNota de Prensa N.º 31 - 2017\nLima, 23 de octubre de 2017\n\n"
        "Una misión recorre el puerto de Paita\n\n"
        "La misión fue recibida por el alcalde y recorrió las obras del puerto durante la tarde.\n",
        "Una misión recorre el puerto de Paita",
        "23 de octubre de 2017",
    ),
    "it": (
        "Comune di Imola - Archivio notizie\n26/03/2018\nTre giorni di scambi con gli amici di Sfax\n\n"
        "La delegazione è stata ricevuta in municipio dal sindaco e ha visitato le officine.\n\n(g.m.)\n",
        "Tre giorni di scambi con gli amici di Sfax",
        "26/03/2018",
    ),
    "pt": (
        "União dos Mineiros\nNotícias | 17 Setembro 2024 | 1 comentário\n\nMetalúrgicos visitam o porto\n\n"
        "Uma delegação de metalúrgicos foi recebida na sede e visitou o porto na quinta-feira.\n",
        "Metalúrgicos visitam o porto",
        "17 Setembro 2024",
    ),
    "nl": (
        "Gemeente Goes | Nieuws | woensdag 4 november 2015\n\nAmbassadeur op de koffie\n\n"
        "De burgemeester ontving gistermiddag de ambassadeur op het stadhuis van de gemeente.\n",
        "Ambassadeur op de koffie",
        "woensdag 4 november 2015",
    ),
    "pl": (
        "Strona główna » Aktualności\n12.04.2024, godz. 13:20 | autor: Jan Kos | drukuj\n\n"
        "Nauczyciele z wizytą w ratuszu\n\n"
        "Gości powitał przewodniczący rady, a potem delegacja zwiedziła muzeum i stocznię.\n",
        "Nauczyciele z wizytą w ratuszu",
        "12.04.2024, godz. 13:20",
    ),
    "ru": (
        "Гости из Ханоя\nОпубликовано: 25.06.2021 15:48 | Просмотров: 412\n\n"
        "Делегацию принял председатель областной организации, гости осмотрели завод и музей.\n\n"
        "Источник: газета «Труд»\n",
        "Гости из Ханоя",
        "25.06.2021 15:48",
    ),
    "vi": (
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH NAM SƠN\nTin hoạt động\nTăng cường quan hệ giữa hai tỉnh\n"
        "20/03/2025 16:42    Cỡ chữ: A- A A+\n\n"
        "Chủ tịch Liên đoàn đã tiếp và làm việc với đoàn đại biểu của tỉnh bạn tại nhà văn hóa.\n\n"
        "Tin, ảnh: Minh Hà\nNguồn: Báo Nam Sơn\n",
        "Tăng cường quan hệ giữa hai tỉnh",
        "20/03/2025 16:42",
    ),
    "zh": (
        "滨城大学新闻网 > 国际交流 > 正文\n外国校长一行来访\n"
        "时间：2016年5月20日 14:05    作者：段明    点击：238\n\n"
        "五月十八日下午，代表团访问我校，副校长在会议中心会见了来宾一行，双方签署了合作协议。\n\n【打印】【关闭】\n",
        "外国校长一行来访",
        "2016年5月20日 14:05",
    ),
}


@pytest.mark.parametrize("language", NATIVE)
def test_pages_in_other_languages(read, language):
    text, title, published = NATIVE[language]
    page = read(text, language)
    assert page.layout.title is not None
    assert page.layout.title.text == title
    assert page.published[0][0] == published
    assert len(page.paragraphs) == 1


@pytest.mark.parametrize("language", NATIVE)
def test_decomposed_accents_and_invisible_characters_change_nothing(read, language):
    text, title, published = NATIVE[language]
    odd = "\ufeff" + unicodedata.normalize("NFD", text).replace("\n", "\u200b\r\n")
    page = read(odd, language)
    assert page.layout.title is not None
    assert unicodedata.normalize("NFC", page.layout.title.text) == title
    assert unicodedata.normalize("NFC", page.published[0][0]) == published


def test_without_words_only_the_surest_signs_are_left():
    layout = find_layout(f"Title\n\n{BODY}\n\na | b\nc | d\n", LayoutLexicon())
    assert layout.title is not None
    assert len(layout.tables) == 1


PIECES = st.sampled_from(
    [
        *("\n", "\n\n", "\t", ". ", " - ", "|", "«", "»", "\u00ad", "\u0301", "• ", "10:00  "),
        *(
            "Date: ",
            "2020-05-03",
            "5 May",
            "5-7 May 2020",
            "By ",
            "Ann Lee",
            "Source: ",
            "Quelle: ",
        ),
        *(
            "(Foto: X)",
            "![](x) |",
            "| a | b |",
            "Name | Title",
            "http://a.de/b",
            "[Print]",
            "Share",
        ),
        *("Von ", "Comments (0)", "HANOI, Dec. 6 (VNA) -- ", "发布时间：", "新华社北京10月3日电"),
        *("（记者张三）", "a sentence that goes on and on"),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=200))


@given(TEXTS, st.sampled_from(["en", "de", "zh", "ru"]))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_zones_that_hold(text, language):
    lexicon = load_pack(language).layout
    layout = find_layout(text, lexicon)
    assert layout == find_layout(text, lexicon)
    places = [(zone.start, -zone.end) for zone in layout.zones]
    assert places == sorted(places)
    assert all(0 <= zone.start < zone.end <= len(text) for zone in layout.zones)
    values = [
        layout.title,
        layout.author,
        layout.url,
        *layout.published,
        *layout.places,
        *layout.sources,
    ]
    for value in [
        *values,
        *(cell for table in layout.tables for row in table.rows for cell in row),
    ]:
        assert value is None or text[value.start : value.end] == value.text
    ends = [0, *(bound for span in layout.paragraphs for bound in span)]
    assert ends == sorted(ends)


OUTER = {
    "masthead",
    "title",
    "header",
    "caption",
    "boilerplate",
    "contact",
    "table",
    "programme",
    "heading",
    "bullet",
}


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_outer_zones_never_overlap_each_other_or_running_text(text):
    layout = find_layout(text, load_pack("en").layout)
    spans = [(zone.start, zone.end) for zone in layout.zones if zone.kind in OUTER]
    covered = sorted([*spans, *layout.paragraphs])
    assert all(one[1] <= two[0] for one, two in pairwise(covered))


@pytest.mark.parametrize(
    "unit", ["Hello World\n", "10:00 Tour\n", "a | b\n", f"{BODY}\n", "x", "- a\n", "(", "Date: "]
)
def test_time_grows_with_the_length_only(unit):
    lexicon = load_pack("en").layout
    find_layout(unit, lexicon)

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        find_layout(text, lexicon)
        return time.process_time() - start

    few = max(min(seconds(20_000) for _ in range(3)), 0.002)
    assert seconds(200_000) < 40 * few
