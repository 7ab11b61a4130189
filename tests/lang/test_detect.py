"""Language detection: right where there is enough text, silent where there is not."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitex.lang.detect import LETTERS, detect

PACKS = ["de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "vi", "zh"]

SENTENCES = {
    "en": "The delegation was received at the town hall by the mayor and her deputy on Tuesday.",
    "de": "Die Delegation wurde am Dienstag im Rathaus von der Bürgermeisterin empfangen.",
    "fr": "La délégation a été reçue mardi à l'hôtel de ville par la maire et son adjoint.",
    "es": "La delegación fue recibida el martes en el ayuntamiento por la alcaldesa.",
    "it": "La delegazione è stata ricevuta martedì in municipio dalla sindaca e dal vicesindaco.",
    "pt": "A delegação foi recebida na terça-feira na câmara municipal pela presidente.",
    "nl": "De delegatie werd dinsdag op het stadhuis ontvangen door de burgemeester.",
    "pl": "Delegacja została przyjęta we wtorek w ratuszu przez panią burmistrz.",
    "ru": "Делегацию принял во вторник в мэрии глава города и его заместитель.",
    "vi": "Đoàn đại biểu được Chủ tịch thành phố tiếp tại trụ sở vào chiều thứ Ba.",
    "zh": "周二，代表团在市政厅受到了市长和副市长的接见，双方进行了交流。",
}


@pytest.mark.parametrize(("code", "text"), SENTENCES.items())
def test_one_sentence_is_enough(code, text):
    assert detect(text, PACKS) == code
    assert detect(text) == code


@pytest.mark.parametrize(("code", "text"), SENTENCES.items())
def test_english_furniture_around_a_text_does_not_count(code, text):
    page = (
        f"Home > News\nShare | Facebook | Print\n{text}\n{text}\nhttps://news.example/visit-of-the"
    )
    assert detect(page, PACKS) == code


def test_a_language_without_a_pack_is_not_forced_into_another():
    turkish = (
        "Belediye başkanı, kardeş şehirden gelen heyeti makamında ağırladı ve müzeyi gezdirdi."
    )
    assert detect(turkish, PACKS) is None
    assert detect(turkish) == "tr"


def test_foreign_names_do_not_hide_english():
    text = "ULAANBAATAR, January 30 - Speaker Mārtiņš Ozoliņš met the members of the Khural here."
    assert detect(text, PACKS) == "en"


@pytest.mark.parametrize(
    "text", ["", " \n\t", "2024-01-09", "Visit", "https://example.org/visit", "访问"]
)
def test_too_short_is_none(text):
    assert detect(text, PACKS) is None


def test_an_empty_choice_is_none():
    assert detect(SENTENCES["en"], []) is None


@given(st.text(max_size=300))
@settings(max_examples=50, deadline=None)
def test_any_text_gives_a_code_of_the_choice_or_none(text):
    code = detect(text, ["en", "zh"])
    assert code in {"en", "zh", None}
    if sum(map(str.isalpha, text)) * 3 < LETTERS:
        assert code is None


def test_importing_costs_nothing():
    script = "import sys, visitex.lang.detect; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
