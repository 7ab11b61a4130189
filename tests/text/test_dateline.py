"""Datelines: place, date and agency in front of a report, in the forms of many papers."""

from __future__ import annotations

import pytest

REST = "The delegation was received by the mayor and toured the harbour in the afternoon."
FULL = [
    ("en", "HANOI, Dec. 6 (Red River News) -- ", "HANOI", "Dec. 6", "Red River News"),
    ("en", "Brussels, 14 February 2017 - ", "Brussels", "14 February 2017", None),
    ("en", "Accra, Aug. 5, 2016. ", "Accra", "Aug. 5, 2016", None),
    ("en", "PUNE, India, March 4, 2015 – ", "PUNE", "March 4, 2015", None),
    ("en", "Havana, Jul 3 (ACN) ", "Havana", "Jul 3", "ACN"),
    ("en", "QUETTA, July 19 (APP): ", "QUETTA", "July 19", "APP"),
    ("en", "FUJAIRAH, 5th February, 2020 (WAM) -- ", "FUJAIRAH", "5th February, 2020", "WAM"),
    ("en", "SEOUL -- ", "SEOUL", None, None),
    ("en", "CHUNCHEON, Gangwon – ", "CHUNCHEON", None, None),
    ("en", "ST. LOUIS, May 2 - ", "ST. LOUIS", "May 2", None),
    ("en", "Vientiane (KPL) ", "Vientiane", None, "KPL"),
    ("en", "Apia, Savali Newspaper: ", "Apia", None, "Savali Newspaper"),
    ("de", "BAD SALZUNGEN, 07.08.2020. ", "BAD SALZUNGEN", "07.08.2020", None),
    ("de", "Frankfurt (Oder) (ADN/NM). ", "Frankfurt", None, "ADN/NM"),
    ("de", "Halle (Eig. Ber.). ", "Halle", None, None),
    ("de", "Weimar - ", "Weimar", None, None),
    ("de", "Göttingen. ", "Göttingen", None, None),
    ("de", "Düsseldorf, den 3. Mai 2012 (dpa) – ", "Düsseldorf", "3. Mai 2012", "dpa"),
    ("es", "Vigo, 9 de mayo de 2023 (Redacción).- ", "Vigo", "9 de mayo de 2023", None),
    ("es", "Asunción.- ", "Asunción", None, None),
    ("fr", "Trois-Rivières, le 19 septembre 2022. – ", "Trois-Rivières", "19 septembre 2022", None),
    ("it", "Schio, 14 marzo 2024 – ", "Schio", "14 marzo 2024", None),
    ("pt", "Maputo, 25 Mai 2010 (AIM) - ", "Maputo", "25 Mai 2010", "AIM"),
    ("pt", "Huambo, 19/10 (Angop) - ", "Huambo", "19/10", "Angop"),
    ("nl", "Veldhoven, dinsdag 5 september 2023 – ", "Veldhoven", "dinsdag 5 september 2023", None),
    ("pl", "Mielec, 19.11.2021 r. – ", "Mielec", "19.11.2021 r.", None),
    ("ru", "(Казань, 15 августа, «Поволжье»). ", "Казань", "15 августа", "«Поволжье»"),
    ("vi", "(TTXVN) - ", None, None, "TTXVN"),
    ("zh", "新华社北京10月3日电（记者李明）", "北京", "10月3日", "新华社"),
    ("zh", "解放军报北京4月9日电 ", "北京", "4月9日", "解放军报"),
]  # fmt: skip


@pytest.mark.parametrize("case", FULL)
def test_datelines(read, case):
    language, dateline, place, date, agency = case
    page = read(f"Guests at the harbour\n\n{dateline}{REST}\n\n{REST}\n", language)
    assert page.of("dateline") == [dateline]
    assert page.of("place") == ([place] if place else [])
    assert page.published == ([(date, "dateline")] if date else [])
    assert page.of("source_name") == ([agency] if agency else [])


@pytest.mark.parametrize(
    ("language", "line", "place", "date"),
    [
        ("en", "Brussels, 14 February 2017", "Brussels", "14 February 2017"),
        ("de", "Chur, 1. September 2016 / 09:00", "Chur", "1. September 2016 / 09:00"),
        ("de", "Stade/Brunsbüttel, 15.04.2021", "Stade/Brunsbüttel", "15.04.2021"),
        ("fr", "Namur, le 1er mars 2021", "Namur", "1er mars 2021"),
        ("nl", "BREDA 10.05.2010", "BREDA", "10.05.2010"),
    ],
)
def test_a_dateline_on_a_line_of_its_own(read, language, line, place, date):
    page = read(f"Guests at the harbour today\n{line}\n\n{REST}\n", language)
    assert page.of("dateline") == [line]
    assert page.of("place") == [place]
    assert page.published == [(date, "dateline")]


@pytest.mark.parametrize(
    "sentence",
    [
        "On Tuesday, 5 May 2020, the guests were received by the mayor of the town and her deputy.",
        "In May 2012 the guests were received by the mayor of the town and her deputy in the hall.",
        "Zhang said that the guests were received by the mayor of the town and her deputy there.",
        "Ivo Müller (CDU) received the guests together with the mayor of the town and her deputy.",
        "Dr. Anna Lee received the guests together with the mayor of the town and her deputy.",
    ],
)
def test_a_sentence_is_no_dateline(read, sentence):
    page = read(f"Guests at the harbour\n\n{sentence}\n\n{REST}\n")
    assert page.of("dateline") == []
    assert page.layout.places == ()


def test_weak_datelines_count_in_the_first_paragraph_only(read):
    page = read(f"Guests at the harbour\n\n{REST}\n\nWeimar - {REST}\n\nHANOI, Dec. 6 - {REST}\n")
    assert page.of("dateline") == ["HANOI, Dec. 6 - "]


def test_a_reporter_in_the_dateline_is_a_byline(read):
    page = read(f"Guests\n\n(Changsha, reporter He Miao) {REST}\n\n{REST}\n")
    assert page.of("place") == ["Changsha"]
    assert page.of("byline") == ["reporter He Miao"]
