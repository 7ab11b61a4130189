"""Which encoding bytes are in, from the surest sign to the weakest."""

from __future__ import annotations

import codecs
import re

from visitex.errors import InputError, UsageError
from visitex.io.legacy import decodes, guess_encoding

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,40})", re.I
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_PROLOGUE = 2048


def decode(
    raw: bytes, where: str, *, encoding: str | None = None, html: bool = False
) -> tuple[str, str]:
    """Return the text without its byte order mark, and Python's name of the encoding.

    Args:
        raw: the bytes.
        where: how to call them in a message.
        encoding: the encoding to use, instead of looking for it.
        html: whether a declaration inside the page counts.

    Raises:
        InputError: the bytes are no text in that encoding, or in any.
        UsageError: there is no encoding of the name given.
    """
    mark, marked = next(
        ((mark, name) for mark, name in _MARKS if raw.startswith(mark)), (b"", None)
    )
    if encoding is not None:
        return _forced(raw, where, encoding)
    name = marked or _unmarked(raw, html=html)
    if name is None or not decodes(raw[len(mark) :], name):
        raise InputError(
            f"{where}: not text in any encoding that can be told for sure; name it with --encoding"
        )
    text = raw[len(mark) :].decode(name)
    if len(_CONTROLS.findall(text)) * 50 > len(text):
        raise InputError(f"{where}: is binary, not text; convert it to plain text first")
    return text, name


def _forced(raw: bytes, where: str, encoding: str) -> tuple[str, str]:
    try:
        name = codecs.lookup(encoding).name
        text = raw.decode(name)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{where}: not {encoding} at byte {error.start:,}; without --encoding it is detected"
        ) from error
    except (LookupError, ValueError) as error:
        raise UsageError(f"no text encoding is called {encoding!r}; try utf-8 or cp1252") from error
    return text.removeprefix("\ufeff"), name


def _unmarked(raw: bytes, *, html: bool) -> str | None:
    if b"\0" in raw:
        return _utf16(raw)
    if decodes(raw, "utf-8"):
        return "utf-8"
    declared = _CHARSET.search(raw[:_PROLOGUE]) if html else None
    if declared:
        name = _known(declared.group(1).decode("ascii", errors="replace"))
        if name and decodes(raw, name):
            return name
    return guess_encoding(raw)


def _known(name: str) -> str | None:
    """Return Python's name of a declared encoding; browsers read Latin-1 as cp1252."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    return "cp1252" if found in {"iso8859-1", "ascii"} else found


def _utf16(raw: bytes) -> str | None:
    """Return which UTF-16 the bytes are without a mark; None unless that is certain.

    Line ends, spaces and digits put a zero byte on one side of their pair only, whatever the
    script; in other binary data zeros fall on both sides.
    """
    if len(raw) % 2:
        return None
    even, odd = raw[::2].count(0), raw[1::2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    if min(even, odd) or not decodes(raw, name):
        return None
    text = raw.decode(name)
    known = sum(char.isprintable() or char in "\t\r\n" for char in text)
    return name if known >= 0.98 * len(text) else None
