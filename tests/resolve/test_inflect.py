"""Case by pattern: bodies, sites, offices and people in the nominative."""

from __future__ import annotations

import pytest

from visitex.lang.declension import adjective_forms, noun_forms
from visitex.lang.lexicon import Kind, lexicon_of
from visitex.lang.pack import Declension
from visitex.resolve.cite import cite_name, cite_title
from visitex.resolve.inflect import Evidence, case_evidence, cite_person, short_form

BODY, SITE, BOTH = Kind.BODY, Kind.SITE, Kind.BODY | Kind.SITE
INSTRUMENTAL, GENITIVE, DATIVE = frozenset({4}), frozenset({1, 3}), frozenset({2})


@pytest.mark.parametrize(
    ("language", "form", "name"),
    [
        ("ru", "Федерации профсоюзов Зауралья", "Федерация профсоюзов Зауралья"),
        ("ru", "Северной рыбацкой ассоциацией", "Северная рыбацкая ассоциация"),
        ("ru", "Кемском судоремонтном заводе", "Кемский судоремонтный завод"),
        ("ru", "Городскому музею", "Городской музей"),
        ("ru", "Министерством лесного хозяйства", "Министерство лесного хозяйства"),
        ("ru", "Троицкую церковь", "Троицкая церковь"),
        ("ru", "Доме рыбака", "Дом рыбака"),
        ("ru", "Дом рыбака", "Дом рыбака"),
        ("pl", "Komisji Krajowej", "Komisja Krajowa"),
        ("pl", "Pomnikiem Poległych Górników", "Pomnik Poległych Górników"),
        ("pl", "Wolnego Związku Zawodowego Hutników", "Wolny Związek Zawodowy Hutników"),
        ("pl", "Urzędzie Celnym", "Urząd Celny"),
        ("pl", "Bibliotece Miejskiej", "Biblioteka Miejska"),
        ("pl", "Muzeum Rybołówstwa", "Muzeum Rybołówstwa"),
        ("pl", "Kościele Mariackim", "Kościół Mariacki"),
        (
            "de",
            "des Allgemeinen Deutschen Gewerkschaftsbundes",
            "Allgemeiner Deutscher Gewerkschaftsbund",
        ),
    ],
)
def test_names_of_bodies_and_sites(language, form, name):
    assert cite_name(form, lexicon_of(language), BOTH) == name


@pytest.mark.parametrize(
    ("language", "form", "title"),
    [
        ("ru", "заместителем председателя", "заместитель председателя"),
        ("ru", "первым вице-президентом", "первый вице-президент"),
        ("ru", "Генеральному директору", "Генеральный директор"),
        ("ru", "заведующей", "заведующая"),
        ("ru", "исполняющим обязанности директора", "исполняющий обязанности директора"),
        ("ru", "послом", "посол"),
        ("pl", "przewodniczącą", "przewodnicząca"),
        ("pl", "sekretarzem generalnym", "sekretarz generalny"),
        ("pl", "ówczesnego szefa", "ówczesny szef"),
        ("pl", "burmistrzowi", "burmistrz"),
        ("pl", "zastępczynią dyrektora", "zastępczyni dyrektora"),
        ("de", "Ständigen Vizepräsidenten", "Ständiger Vizepräsident"),
    ],
)
def test_offices(language, form, title):
    assert cite_title(form, lexicon_of(language)) == title


@pytest.mark.parametrize(
    ("language", "form", "cases", "name"),
    [
        ("ru", "Батбаяром Ганзоригом", INSTRUMENTAL, "Батбаяр Ганзориг"),
        ("ru", "Инной Павловной Дерягиной", INSTRUMENTAL, "Инна Павловна Дерягина"),
        ("ru", "Семёна Трофимовича Ветрова", GENITIVE, "Семён Трофимович Ветров"),
        ("ru", "Юрием Лосевым", INSTRUMENTAL, "Юрий Лосев"),
        ("ru", "Кармен Ибарра-Солис", INSTRUMENTAL, "Кармен Ибарра-Солис"),
        ("ru", "Анна Ветрова", frozenset(), "Анна Ветрова"),
        ("pl", "Rasą Mroczkowską", INSTRUMENTAL, "Rasa Mroczkowska"),
        ("pl", "Henryka Nowickiego-Zycha", GENITIVE, "Henryk Nowicki-Zych"),
        ("pl", "Tomaszowi Wrzoskowi", DATIVE, "Tomasz Wrzosek"),
        ("pl", "Hansem Bockiem", INSTRUMENTAL, "Hans Bock"),
        ("pl", "Hanna Wilk", frozenset({0}), "Hanna Wilk"),
        ("en", "Anna Miller", frozenset(), "Anna Miller"),
    ],
)
def test_people(language, form, cases, name):
    inflection = lexicon_of(language).pack.inflection
    assert cite_person(form, inflection, Evidence(titles=cases), frozenset()) == name


def test_a_short_form_is_known_by_the_full_name():
    inflection = lexicon_of("ru").pack.inflection
    assert short_form("Жилиным", {"Антон", "Жилин"}, inflection) == "Жилин"
    assert short_form("Жилин", {"Антон", "Жилин"}, inflection) == "Жилин"
    assert short_form("Рогову", {"Антон", "Жилин"}, inflection) is None


def test_the_title_in_front_tells_the_case():
    text = "Мэр встретился с заместителем министра труда Иваном Роговым."
    start = text.index("Иваном")
    evidence = case_evidence(text, start, len(text) - 1, lexicon_of("ru"), frozenset())
    assert evidence.titles == {4}


def test_the_title_behind_tells_the_case():
    text = "Встреча с Иваном Роговым, мэром Читы, прошла утром."
    start, end = text.index("Иваном"), text.index(",")
    evidence = case_evidence(text, start, end, lexicon_of("ru"), frozenset())
    assert evidence.titles == {4}
    assert 4 in evidence.prepositions


def test_the_longest_ending_declines_a_noun():
    patterns = [
        Declension(gender="masculine", singular=["", "a"], plural=["y"]),
        Declension(gender="masculine", singular=["ek", "ka"], plural=["ki"]),
    ]
    forms = {form for form, _ in noun_forms("domek", "", patterns)}
    assert forms == {"domek", "domka", "domki"}


def test_an_adjective_has_all_genders():
    patterns = lexicon_of("pl").pack.inflection.agreement
    forms = {form: reading.gender for form, reading in adjective_forms("krajowy", patterns)}
    assert forms["krajowej"] == "feminine"
    assert forms["krajowe"] in {"neuter", "plural"}
