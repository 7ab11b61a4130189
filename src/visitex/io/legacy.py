"""Guessing the encoding of bytes that are not Unicode.

charset-normalizer tells the scripts apart, but among the Latin code pages it takes one for another
in a quarter of Western European pages (cp1250 for cp1252). There the letters decide: the right code
page is the one whose letters fit the alphabet of some language that is written in it.
"""

from __future__ import annotations

import re

_WESTERN = (
    "äöüß",
    "àâæçéèêëîïôœùûüÿ",
    "áéíñóúü",
    "ãáàâçéêíõóôúü",
    "àèéìíòóùú",
    "áéëèïóöü",
    "åäöé",
    "æøåéò",
    "áðéíóúýþæö",
)
_CENTRAL = (
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž",
    "áäčďéíĺľňóôŕšťúýž",
    "áéíóöőúüű",
    "čćđšž",
    "ăâîşţ",
)
_ALPHABETS = {
    "cp1252": _WESTERN,
    "iso8859_15": _WESTERN,
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1254": ("çğıöşüâîû",),
    "cp1257": ("āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž"),
    "cp1258": ("áàâãéèêíóôúùăđơưư\u0300\u0301\u0303\u0309\u0323",),
}
_OTHERS = (
    "cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "cp1253", "iso8859_7", "cp1255", "cp1256",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
)  # fmt: skip

_CAPITALS = "".join(filter(str.isupper, map(chr, range(0xC0, 0x250))))
# What good text has not: marks inside words, capitals between small letters, odd letters alone.
_ODD = re.compile(
    rf"(?<=[^\W\d_])[^\w\s.,:;!?'\u2019()/&@-](?=[^\W\d_])"
    rf"|(?<=[a-z])[{_CAPITALS}](?=[a-z])"
    rf"|(?<!\S)[^\W\d_A-Za-zÀÉÓàáâãéèêìíòóôõùúüåäöøæőı](?!\S)",
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SAMPLE = 200_000
_POOREST_FIT = -1.0


def guess_encoding(raw: bytes) -> str | None:
    """Return the likely encoding of bytes that are no Unicode text, or None if none makes sense.

    The answer decodes the whole of ``raw``. Code pages of DOS and Macintosh are not considered,
    apart from the Cyrillic one of DOS; they have to be named with ``--encoding``.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415

    # Cut at a line's end, so that no character of several bytes is cut in two.
    sample = raw if len(raw) <= _SAMPLE else raw[: raw.rfind(b"\n", 0, _SAMPLE) + 1 or _SAMPLE]
    best = from_bytes(sample, cp_isolation=[*_ALPHABETS, *_OTHERS]).best()
    script = best.encoding if best else None
    guess = _latin(raw) if script is None or script in _ALPHABETS else script
    return guess if guess and decodes(raw, guess) else None


def decodes(raw: bytes, encoding: str) -> bool:
    """Tell whether all of the bytes can be read in the encoding."""
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _latin(raw: bytes) -> str | None:
    """Return the Latin code page whose letters fit a language best, the commonest one in doubt."""
    scores = {name: _fit(raw, name) for name in _ALPHABETS if decodes(raw, name)}
    best = max(scores, key=scores.__getitem__, default=None)
    return best if best and scores[best] >= _POOREST_FIT else None


def _fit(raw: bytes, encoding: str) -> float:
    """Return how well the text fits its best language: 1 where all letters do."""
    text = raw[:_SAMPLE].decode(encoding, errors="ignore")
    letters = [
        char
        for char in text.lower()
        if ord(char) > 0x7F and (char.isalpha() or 0x300 <= ord(char) < 0x370)
    ]
    wrong = len(_ODD.findall(text)) + 3 * len(_CONTROL.findall(text))
    covered = max(
        sum(letter in alphabet for letter in letters) for alphabet in _ALPHABETS[encoding]
    )
    return (covered - 2 * wrong) / max(len(letters) + wrong, 1)
