"""What the finder finds, as tables: sentence -> (text, value) pairs, told on one day."""

from __future__ import annotations

from datetime import date

import pytest

from visitex.dates import DatedText, DateExpression, find_dates, find_dates_with
from visitex.dates.find import _grammar
from visitex.lang.date_lexicon import DateLexicon
from visitex.lang.load import load_pack

TOLD_ON = "2024-01-09"  # a Tuesday


def pairs(sentence: str, language: str, reference: str | None = TOLD_ON) -> list[tuple[str, str]]:
    found = find_dates(sentence, language=language, reference_date=reference)
    return [(one.text, one.value) for one in found]


ENGLISH = {
    "They met on the afternoon of December 6.": [("the afternoon of December 6", "2023-12-06TAF")],
    "The party stayed from 7 to 9 May 2019.": [("7 to 9 May 2019", "2019-05-07/2019-05-09")],
    "It met on 8 and 9 May 2019.": [("8", "2019-05-08"), ("9 May 2019", "2019-05-09")],
    "It met on May 8 and 9, 2019.": [("May 8", "2019-05-08"), ("9, 2019", "2019-05-09")],
    "He came last Tuesday.": [("last Tuesday", "2024-01-02")],
    "She came on Friday.": [("Friday", "2024-01-05")],
    "He will come on Friday.": [("Friday", "2024-01-12")],
    "Founded in 1954.": [("1954", "1954")],
    "In the first quarter of 2020 sales rose.": [("the first quarter of 2020", "2020-Q1")],
    "Growth in the second half of 2019.": [("the second half of 2019", "2019-07/2019-12")],
    "Known since the 1990s.": [("the 1990s", "1990/1999")],
    "By the end of next year it is done.": [("the end of next year", "2025")],
    "Two weeks ago, on 28 December, it began.": [
        ("Two weeks ago", "2023-12-26"),
        ("28 December", "2023-12-28"),
    ],
    "Signed on 3 January. The following day they left.": [
        ("3 January", "2024-01-03"),
        ("The following day", "2024-01-04"),
    ],
    "from next Friday to 1 October 2024": [
        ("next Friday to 1 October 2024", "2024-01-19/2024-10-01")
    ],
    "between Jan 2019 and yesterday": [("Jan 2019 and yesterday", "2019-01/2024-01-08")],
    "Mon, 09/25/2006 - 14:30": [("Mon, 09/25/2006 - 14:30", "2006-09-25T14:30")],
    "at 6:02 PM on Nov. 14, 2017": [("6:02 PM on Nov. 14, 2017", "2017-11-14T18:02")],
    "the first Monday of March 2023": [("the first Monday of March 2023", "2023-03-06")],
    "the week of 4 December": [("the week of 4 December", "2023-W49")],
    "three days after 28 December 2023": [("three days after 28 December 2023", "2023-12-31")],
    "In FY2013-14 and in 2024/25": [("FY2013-14", "2013/2014"), ("2024/25", "2024/2025")],
    "last week, this month, next summer": [
        ("last week", "2024-W01"),
        ("this month", "2024-01"),
        ("next summer", "2024-SU"),
    ],
    "in March and in April 2022": [("March", "2022-03"), ("April 2022", "2022-04")],
    "in March and April 2022": [("March", "2022-03"), ("April 2022", "2022-04")],
    "On Tuesday 12 December they met. On Wednesday they left.": [
        ("Tuesday 12 December", "2023-12-12"),
        ("Wednesday", "2023-12-13"),
    ],
    "On 12 December they met, he said on Wednesday.": [
        ("12 December", "2023-12-12"),
        ("Wednesday", "2024-01-03"),
    ],
    "They were here from 2 to 4 January. The next day they left.": [
        ("2 to 4 January", "2024-01-02/2024-01-04"),
        ("The next day", "2024-01-05"),
    ],
    "from next Monday to Friday": [("next Monday to Friday", "2024-01-15/2024-01-19")],
    "the first ten days of May 2023": [("the first ten days of May 2023", "2023-05-01/2023-05-10")],
    "the last two weeks of May 2023": [("the last two weeks of May 2023", "2023-05-18/2023-05-31")],
    "the first 2 weeks of 2021": [("the first 2 weeks of 2021", "2021-01-04/2021-01-17")],
    "the last four months of 2021": [("the last four months of 2021", "2021-09/2021-12")],
    "on 6 May nineteen ninety-six": [("6 May nineteen ninety-six", "1996-05-06")],
    "in two thousand and five": [("two thousand and five", "2005")],
    "At 3 p.m. on 6 May 2019": [("3 p.m. on 6 May 2019", "2019-05-06T15:00")],
    "2 years, 1 month and 3 days ago": [("2 years, 1 month and 3 days ago", "2021-12-06")],
    "at the weekend they will rest": [("weekend", "2024-01-13/2024-01-14")],
    "At the weekend they rested.": [("weekend", "2024-01-06/2024-01-07")],
    "On the evening of the 5th, they ate.": [("the evening of the 5th", "2024-01-05TEV")],
    "Wed Oct 26 15:50:06 2016": [("Wed Oct 26 15:50:06 2016", "2016-10-26T15:50")],
    "in the summer of last year": [("the summer of last year", "2023-SU")],
    "the year 2030": [("year 2030", "2030")],
    "from May 3 to 5, 2021": [("May 3 to 5, 2021", "2021-05-03/2021-05-05")],
}
GERMAN = {
    "am Nachmittag des 26. November": [("Nachmittag des 26. November", "2023-11-26TAF")],
    "Im Jahr 2026 und im Winter 2014/15": [("Jahr 2026", "2026"), ("Winter 2014/15", "2014-WI")],
    "vom 9. bis 11. März 2022": [("9. bis 11. März 2022", "2022-03-09/2022-03-11")],
    "4.-9. November 2018": [("4.-9. November 2018", "2018-11-04/2018-11-09")],
    "So., 04.11.2018": [("So., 04.11.2018", "2018-11-04")],
    "am 27. 11. 2015 in Bonn": [("27. 11. 2015", "2015-11-27")],
    "Am Mittwochabend traf er ein.": [("Mittwochabend", "2024-01-03TEV")],
    "Er kam gestern Nachmittag.": [("gestern Nachmittag", "2024-01-08TAF")],
    "Vor sechs Jahren war das.": [("Vor sechs Jahren", "2018")],
    "Am 3. Januar kamen sie, tags darauf fuhren sie.": [
        ("3. Januar", "2024-01-03"),
        ("tags darauf", "2024-01-04"),
    ],
    "heuer und im Vorjahr": [("heuer", "2024"), ("Vorjahr", "2023")],
    "Wir fahren morgen.": [("morgen", "2024-01-10")],
    "in den 1980er Jahren": [("1980er Jahren", "1980/1989")],
    "heute ab 10.30 Uhr": [("heute ab 10.30 Uhr", "2024-01-09T10:30")],
    "vergangene Woche": [("vergangene Woche", "2024-W01")],
    "am 1. und 2. Mai 2023": [("1.", "2023-05-01"), ("2. Mai 2023", "2023-05-02")],
    "30./31. Dezember 2023": [("30.", "2023-12-30"), ("31. Dezember 2023", "2023-12-31")],
    "am 8. und 9.1.2024": [("8.", "2024-01-08"), ("9.1.2024", "2024-01-09")],
    "am kommenden Wochenende": [("kommenden Wochenende", "2024-01-13/2024-01-14")],
    "am heutigen Dienstag": [("heutigen Dienstag", "2024-01-09")],
    "vom 4. bis zum 23. weg": [("4. bis zum 23.", "2024-01-04/2024-01-23")],
    "Rest der Woche": [("Rest der Woche", "2024-W02")],
}
OTHERS = {
    "fr": {
        "du 4 au 8 novembre 2019": [("4 au 8 novembre 2019", "2019-11-04/2019-11-08")],
        "le 1er décembre": [("1er décembre", "2023-12-01")],
        "jeudi dernier": [("jeudi dernier", "2024-01-04")],
        "l'année dernière": [("année dernière", "2023")],
        "il y a deux semaines": [("il y a deux semaines", "2023-12-26")],
        "à la fin de cette année": [("fin de cette année", "2024")],
        "le 14/11/2019 à 17h05": [("14/11/2019 à 17h05", "2019-11-14T17:05")],
    },
    "es": {
        "el 15 de febrero de 2022": [("15 de febrero de 2022", "2022-02-15")],
        "a finales de 2025": [("finales de 2025", "2025")],
        "ayer por la tarde": [("ayer por la tarde", "2024-01-08TAF")],
        "hace tres días": [("hace tres días", "2024-01-06")],
        "en los años 80": [("los años 80", "1980/1989")],
        "el pasado 3 de enero": [("3 de enero", "2024-01-03")],
    },
    "it": {
        "giovedì 22 marzo 2018": [("giovedì 22 marzo 2018", "2018-03-22")],
        "domattina": [("domattina", "2024-01-10TMO")],
        "l'anno scorso": [("anno scorso", "2023")],
        "la settimana scorsa": [("settimana scorsa", "2024-W01")],
        "dal 3 al 5 aprile 2022": [("3 al 5 aprile 2022", "2022-04-03/2022-04-05")],
    },
    "pt": {
        "entre 10 e 14 de setembro de 2023": [
            ("10 e 14 de setembro de 2023", "2023-09-10/2023-09-14")
        ],
        "na segunda-feira (8)": [("segunda-feira (8)", "2024-01-08")],
        "na passada quinta-feira": [("passada quinta-feira", "2024-01-04")],
        "amanhã à tarde": [("amanhã à tarde", "2024-01-10TAF")],
    },
    "nl": {
        "woensdag 4 november 2015": [("woensdag 4 november 2015", "2015-11-04")],
        "gistermiddag": [("gistermiddag", "2024-01-08TAF")],
        "in het voorjaar van 2016": [("voorjaar van 2016", "2016-SP")],
        "drie weken geleden": [("drie weken geleden", "2023-12-19")],
    },
    "pl": {
        "w dniach 8-10 kwietnia 2023 r.": [("8-10 kwietnia 2023 r.", "2023-04-08/2023-04-10")],
        "w środę": [("środę", "2024-01-03")],
        "w ubiegłym roku": [("ubiegłym roku", "2023")],
        "tydzień temu": [("tydzień temu", "2024-01-02")],
    },
    "ru": {
        "с 20 по 24 июня 2021 года": [("20 по 24 июня 2021 года", "2021-06-20/2021-06-24")],
        "в понедельник утром": [("понедельник утром", "2024-01-08TMO")],
        "в прошлом году": [("прошлом году", "2023")],
        "в первом полугодии 2023 года": [("первом полугодии 2023 года", "2023-01/2023-06")],
        "неделю назад": [("неделю назад", "2024-01-02")],
    },
    "vi": {
        "ngày 25/11/1971": [("ngày 25/11/1971", "1971-11-25")],
        "sáng 8/1": [("sáng 8/1", "2024-01-08TMO")],
        "ngày 10 tháng 5 năm 2023": [("ngày 10 tháng 5 năm 2023", "2023-05-10")],
        "tháng trước": [("tháng trước", "2023-12")],
        "hai ngày 8 và 9/1": [("ngày 8", "2024-01-08"), ("9/1", "2024-01-09")],
    },
    "zh": {
        "2023年10月11日至15日": [("2023年10月11日至15日", "2023-10-11/2023-10-15")],
        "1月5日上午": [("1月5日上午", "2024-01-05TMO")],
        "明年第二季度": [("明年第二季度", "2025-Q2")],
        "上周五": [("上周五", "2024-01-05")],
        "2023年底": [("2023年底", "2023")],
        "年初": [("年初", "2024")],
        "二〇一六年": [("二〇一六年", "2016")],
        "20世纪80年代": [("20世纪80年代", "1980/1989")],
    },
}
CASES = [
    *(("en", sentence, expected) for sentence, expected in ENGLISH.items()),
    *(("de", sentence, expected) for sentence, expected in GERMAN.items()),
    *((code, text, wanted) for code, table in OTHERS.items() for text, wanted in table.items()),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), CASES)
def test_table(language: str, sentence: str, expected: list[tuple[str, str]]) -> None:
    found = pairs(sentence, language)
    assert found[-len(expected) :] == expected


DECOYS = {
    "en": [
        "You may not enter.", "They march on Rome.", "The Sun reported it.", "It cost $17.",
        "ISO 9001:2008 certified", "Room 2014, tel. 555-1234, ext. 3318", "They won 3-2.",
        "aged 45, a 20-year-old man", "the 14th Congress", "Agenda 2030 and Vision 2020",
        "for six months", "open 9:00-17:00", "every May", "recently, in recent years",
        "for 20 years", "a five-day visit", "second floor, first secretary", "a 3/4 majority",
        "Section 4.2 and Figure 3.1", "about 1900 workers marched", "Boeing 747-400",
        "version 2.0.16", "in the afternoon", "the G20 and COP26", "World War II",
        "1,200 members", "from 10 to 15 percent", "the 5th Army", "Convention No. 87",
        "it grew by 8.5 percent to 3.12 million", "this may have helped", "until two in the morning",
        "in two thousand villages", "two thousand five hundred of them", "Class of 2014 dinner",
        "in an instant", "They may march. The 14th was full.", "Notice on the summer term",
        "the first half went well",
    ],
    "de": [
        "Er kann so gut.", "Zimmer 1208", "ISO 9001:2015", "Der 14. Parteitag", "Agenda 2030",
        "drei Tage lang", "im Alter von 45 Jahren", "Frau Sommer und Herr Mai", "am Abend",
        "mehr als 255.000 Mitglieder in 1.180", "guten Morgen", "2:1 gewonnen",
        "rund 2000 Menschen", "jeden Montag", "Artikel 3 Absatz 2", "montags bis freitags",
        "die 2. Bundesliga", "Straße des 17. Juni", "Platz des 18. März", "von vier bis sechs",
    ],
    "fr": ["il a été reçu", "dix ans d'amitié", "chaque lundi", "la salle 12", "25 % des salariés"],
    "es": ["el Instituto del Mar", "Avenida 9 de Julio", "cada lunes"],
    "it": ["piazza 7 luglio 1960", "ogni lunedì"],
    "ru": ["каждый понедельник", "дом 12", "в течение 5 дней", "XIX съезд"],
    "zh": ["每年五月", "三个月", "第十九次代表大会", "2000人", "3号楼", "近年来"],
    "vi": ["Quốc lộ 1", "năm đồng chí", "lần thứ hai"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "sentence"), [(code, text) for code, texts in DECOYS.items() for text in texts]
)
def test_decoy(language: str, sentence: str) -> None:
    assert pairs(sentence, language) == []


def test_every_occurrence_is_told() -> None:
    assert pairs("On 6 May and again on 6 May.", "en") == [("6 May", "2024-05-06")] * 2


def test_fields_of_an_expression() -> None:
    [one] = find_dates("Am 6. Dezember.", language="de", reference_date=date(2024, 1, 9))
    assert one == DateExpression(
        start=3,
        end=14,
        text="6. Dezember",
        value="2023-12-06",
        kind="day",
        anchored_by="reference",
        rule="day and month",
    )


@pytest.mark.parametrize(
    ("sentence", "anchored_by"),
    [
        ("on 6 May 2019", "explicit"),
        ("on 6 May", "reference"),
        ("On 2 January 2024 it rained. The next day it snowed.", "previous"),
    ],
)
def test_anchor(sentence: str, anchored_by: str) -> None:
    found = find_dates(sentence, language="en", reference_date=TOLD_ON)
    assert found[-1].anchored_by == anchored_by


def test_without_reference_the_year_stays_open() -> None:
    assert pairs("Am 14. März, tags darauf", "de", None) == [
        ("14. März", "XXXX-03-14"),
        ("tags darauf", "XXXX-03-15"),
    ]
    assert pairs("on Thursday", "en", None) == [("Thursday", "XXXX-WXX-4")]
    assert pairs("yesterday", "en", None) == []


def test_without_reference_a_full_date_of_the_text_serves() -> None:
    assert pairs("On 28 December 2019 they came, on 3 January they left.", "en", None)[1] == (
        "3 January",
        "2020-01-03",
    )


def test_a_month_as_reference_has_no_today() -> None:
    assert pairs("Today, on 9 May", "en", "2012-05") == [("9 May", "2012-05-09")]
    assert pairs("last week and last month", "en", "2012-05") == [("last month", "2012-04")]
    assert pairs("on Friday", "en", "2012-05") == [("Friday", "XXXX-WXX-5")]


def test_a_clash_of_weekday_and_date_is_a_warning() -> None:
    [right] = find_dates("Tuesday, 9 January 2024", language="en")
    [wrong] = find_dates("Monday, 9 January 2024", language="en")
    assert right.warning is None
    assert wrong.value == "2024-01-09"
    assert wrong.warning == "2024-01-09 is a Tuesday, not weekday 1"


def test_a_weekday_chooses_the_year() -> None:
    assert pairs("Thursday 9 May", "en", "2018-12-20") == [("Thursday 9 May", "2019-05-09")]


def test_the_order_of_numbers_follows_the_text() -> None:
    assert pairs("on 3/4/2019", "en") == [("3/4/2019", "2019-03-04")]
    assert pairs("on 25/4/2019 and on 3/4/2019", "en")[1] == ("3/4/2019", "2019-04-03")
    assert pairs("on 3/4/2019", "fr") == [("3/4/2019", "2019-04-03")]


def test_a_history_carries_its_year_along() -> None:
    text = (
        "On 1 September 1939 it began. On 17 September 1939 it spread. By October all was over. "
        "In May 1940 the west followed, and on 22 June 1940 it ended. In August it went on."
    )
    assert [value for _, value in pairs(text, "en", "2024-01-09")] == [
        "1939-09-01", "1939-09-17", "1939-10", "1940-05", "1940-06-22", "1940-08",
    ]  # fmt: skip


def test_a_history_goes_on_where_a_year_ahead_is_named_in_passing() -> None:
    text = (
        "In May 1969 it began. On 3 June 1971 it went on. On 9 August 1973 it was over for some. "
        "On 10 March 1975 the town fell, and plans for 1976 were given up. On 11 March all fled."
    )
    found = find_dates(text, language="en", reference_date="2009-12-19")
    assert [one.value for one in found][-3:] == ["1975-03-10", "1976", "1975-03-11"]


def test_the_same_month_needs_a_month() -> None:
    assert pairs("It began in 2019. The same month it ended.", "en") == [("2019", "2019")]


def test_a_text_is_read_once_and_resolved_from_any_day() -> None:
    dated = DatedText(load_pack("en").dates, "It opened on 6 May.")
    assert [one.value for one in dated.resolve()] == ["XXXX-05-06"]
    assert [one.value for one in dated.resolve("2019-05-07")] == ["2019-05-06"]
    assert dated.resolve("2019-05-07", exclude=[(0, 19)]) == []


def test_excluded_characters_are_not_looked_at() -> None:
    text = "6 May 2019 and 7 May 2019"
    found = find_dates(text, language="en", exclude=[(0, 10)])
    assert [one.value for one in found] == ["2019-05-07"]


def test_curly_apostrophes_keep_offsets() -> None:
    text = "Aujourd’hui, le 3 mai 2019"
    found = find_dates(text, language="fr", reference_date=TOLD_ON)
    assert [text[one.start : one.end] for one in found] == ["Aujourd’hui, le 3 mai 2019"]


def test_a_wrapped_line_does_not_end_a_date() -> None:
    line = "The delegation arrived in the capital of the land on 12"
    assert pairs(f"{line}\nMarch 2015.", "en") == [("12\nMarch 2015", "2015-03-12")]
    assert pairs("Rooms: 12\nMarch 2015", "en") == [("March 2015", "2015-03")]


def test_a_reference_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        find_dates("today", language="en", reference_date="yesterday")


def test_a_lexicon_from_outside_will_do() -> None:
    lexicon = DateLexicon(months={"may": ("mag",)}, numeric_order="DMY")
    [one] = find_dates_with(lexicon, "sa 3 mag 2020")
    assert (one.text, one.value) == ("3 mag 2020", "2020-05-03")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_grammar_is_compiled_once(language: str) -> None:
    lexicon = load_pack(language).dates
    assert _grammar(lexicon) is _grammar(lexicon)
