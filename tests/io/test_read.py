"""Reading: every way in gives the same text, and what cannot be read is refused by name."""

from __future__ import annotations

import gzip
import hashlib
import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitex.errors import InputError, UsageError
from visitex.io.read import MAX_BYTES, read_document

GERMAN = "Bürgermeister Jörg Völler begrüßte die Gäste aus Łódź."
UMLAUTS = "Bürgermeister Jörg Völler begrüßte die Gäste mit Käse und Brötchen."
POLISH = "Prezydent Łodzi przyjął gości; delegacja obejrzała również fabrykę włókienniczą i pałac."
CZECH = "Primátor přijal delegaci z partnerského města, hosté si prohlédli pivovar a katedrálu."
FRENCH = "Le maire a reçu la délégation à l'hôtel de ville, où une gerbe a été déposée."
RUSSIAN = "Делегация профсоюза посетила завод и музей, а вечером встретилась с мэром города."
CHINESE = "代表团参观了博物馆和工人文化宫，市总工会主席会见了代表团一行，双方进行了友好交流。"


def write(folder: Path, content: bytes, name: str = "report.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (GERMAN.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + GERMAN.encode(), "utf-8"),
        (GERMAN.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + GERMAN.encode("utf-16-be"), "utf-16-be"),
        (GERMAN.encode("utf-16-le"), "utf-16-le"),
        (GERMAN.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\0\0" + GERMAN.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_unicode_in_all_its_forms_is_the_same_text(tmp_path, content, encoding):
    document = read_document(write(tmp_path, content))
    assert document.text == GERMAN
    assert document.encoding == encoding


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (UMLAUTS, "cp1252"),
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (CZECH, "cp1250"),
        (CZECH, "iso8859_2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (CHINESE, "gb18030"),
        (CHINESE.replace("们", ""), "gb18030"),
    ],
)
def test_legacy_encodings_are_detected(tmp_path, text, encoding):
    assert read_document(write(tmp_path, text.encode(encoding))).text == text


def test_the_encoding_can_be_forced(tmp_path):
    path = write(tmp_path, "Ağrı".encode("cp1254"))
    document = read_document(path, encoding="windows-1254")
    assert document.text == "Ağrı"
    assert document.encoding == "cp1254"


def test_a_forced_encoding_drops_the_mark_as_well(tmp_path):
    path = write(tmp_path, b"\xef\xbb\xbfVisit")
    assert read_document(path, encoding="utf-8").text == "Visit"


def test_nothing_but_the_mark_is_changed(tmp_path):
    text = "a\r\nb\u00a0c\u200bd\u00ade\u0301\u2028f\t\x0cg \n\n"
    assert read_document(write(tmp_path, text.encode())).text == text


def test_digest_and_path_are_of_what_was_read(tmp_path):
    packed = gzip.compress(GERMAN.encode())
    path = write(tmp_path, packed, "report.txt.gz")
    document = read_document(path)
    assert document.text == GERMAN
    assert document.path == str(path)
    assert document.sha256 == hashlib.sha256(packed).hexdigest()


def test_gzip_is_known_by_its_first_bytes(tmp_path):
    assert read_document(write(tmp_path, gzip.compress(b"A visit."))).text == "A visit."


@pytest.mark.parametrize("name", [None, "-"])
def test_standard_input(name):
    document = read_document(name, stdin=io.BytesIO(b"A visit."))
    assert document.text == "A visit."
    assert document.path is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (gzip.compress(b""), "empty"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"PK\x03\x04\x14\0\0\0", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (bytes(range(256)) * 4, "not text"),
        (b"abc\0\0\0\0def\0" * 50, "not text"),
        (b"\x01\x02\x03\x04 text" * 20, "binary"),
        (b"\x1f\x8b\x08\0broken", "gzip"),
        (gzip.compress(b"A visit." * 99)[:-9], "gzip"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path, content, words):
    path = write(tmp_path, content)
    with pytest.raises(InputError, match=words) as caught:
        read_document(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message


def test_missing_file_directory_and_unreadable_file(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.txt: no such file"):
        read_document(tmp_path / "nowhere.txt")
    with pytest.raises(InputError, match="is a directory"):
        read_document(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        read_document("bad\0name")


def test_permission_denied(tmp_path, monkeypatch):
    path = write(tmp_path, b"A visit.")

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(InputError, match="permission denied"):
        read_document(path)


def test_bytes_that_are_not_in_the_forced_encoding(tmp_path):
    path = write(tmp_path, b"abc \xff\xfe")
    with pytest.raises(InputError, match="not utf-8 at byte 4"):
        read_document(path, encoding="utf-8")


@pytest.mark.parametrize("name", ["utf-99", "base64", "a\0b"])
def test_an_unknown_encoding_is_wrong_usage(tmp_path, name):
    with pytest.raises(UsageError, match="no text encoding"):
        read_document(write(tmp_path, b"abc"), encoding=name)


def test_the_limit_counts_bytes_as_read(tmp_path):
    path = write(tmp_path, b"x" * 1001)
    assert len(read_document(path, max_bytes=1001).text) == 1001
    with pytest.raises(InputError, match="limit of 1,000 bytes"):
        read_document(path, max_bytes=1000)


def test_a_decompression_bomb_stops_at_the_limit(tmp_path):
    bomb = gzip.compress(b"0" * 50_000_000)
    assert len(bomb) < 100_000 < MAX_BYTES
    with pytest.raises(InputError, match="larger than the limit"):
        read_document(write(tmp_path, bomb, "bomb.gz"))


PAGE = """<html><head><meta charset="iso-8859-1"><title>Besuch aus Graz</title></head><body>
<nav><a href="/">Startseite</a></nav><article><h1>Besuch aus Graz</h1>
<p>Bürgermeisterin Käthe Böhm empfing am Montag eine Delegation der Stadt Graz im Rathaus.</p>
<p>Die Gäste besichtigten das Müllkraftwerk und die Bücherei, bevor sie weiterreisten.</p>
</article></body></html>"""


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_an_html_page_gives_its_article(tmp_path, encoding):
    pytest.importorskip("trafilatura", exc_type=ImportError)
    document = read_document(write(tmp_path, PAGE.encode(encoding), "page.html"))
    assert "Bürgermeisterin Käthe Böhm empfing" in document.text
    assert "<p>" not in document.text
    assert "Startseite" not in document.text
    assert document.text.startswith("Besuch aus Graz")


def test_html_without_trafilatura_names_the_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError, match=r"pip install 'visitex\[html\]'"):
        read_document(write(tmp_path, PAGE.encode(), "page.HTM"))


def test_html_without_an_article_is_refused(tmp_path):
    pytest.importorskip("trafilatura", exc_type=ImportError)
    with pytest.raises(InputError, match="no article"):
        read_document(write(tmp_path, b"<html><body></body></html>", "page.html"))


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text))
def test_any_utf8_text_comes_back_or_is_refused(text):
    raw = text.encode("utf-8", errors="surrogatepass")
    try:
        document = read_document(None, stdin=io.BytesIO(raw))
    except InputError:
        return
    if document.encoding == "utf-8":
        assert document.text == raw.decode("utf-8").removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_give_text_or_an_input_error(raw):
    try:
        document = read_document(None, stdin=io.BytesIO(raw))
    except InputError:
        return
    assert document.text.strip()
