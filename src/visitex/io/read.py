"""Bytes to text: where a report comes from, how it is packed and encoded, and what is refused.

The text is what the bytes say, without the byte order mark and otherwise untouched: line ends, odd
spaces, invisible characters and decomposed accents stay, because all offsets in the output refer to
it. Only of an HTML page the article is taken out first, and the offsets refer to that.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import stat
import sys
import zlib
from typing import BinaryIO

import msgspec

from visitex.errors import InputError
from visitex.io.decode import decode
from visitex.io.html import article

MAX_BYTES = 10 * 1024 * 1024
"""Larger reports, in bytes before or after unpacking, are refused: 10 MiB, some 2,000 pages."""

_GZIP = b"\x1f\x8b"
_BINARY = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x7fELF": "a program",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
}
_HTML = (".html", ".htm", ".xhtml")


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A text and where it came from.

    ``path`` is None for standard input; ``sha256`` is of the bytes as they were read, before
    unpacking; ``encoding`` is Python's name of the encoding that the text was read in, None for a
    text that was never bytes.
    """

    text: str
    path: str | None
    sha256: str
    encoding: str | None


def read_document(
    path: str | os.PathLike[str] | None,
    *,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
    max_bytes: int = MAX_BYTES,
) -> Document:
    """Read one report.

    Args:
        path: the file; None or ``-`` is standard input. Gzip is known by its first bytes, HTML by
        the
            file's name.
        encoding: the encoding to read in, instead of detecting it.
        stdin: what to read for ``-``; the process's own standard input if not given.
        max_bytes: the largest size taken, in bytes, packed and unpacked.

    Raises:
        InputError: the report is missing, a directory, unreadable, binary, empty, undecodable, too
        large,
            or HTML while trafilatura is not installed; one line says what, where and what to do.
        UsageError: there is no encoding of the name given.
    """
    piped = path is None or os.fspath(path) == "-"
    where = "standard input" if piped or path is None else os.fspath(path)
    raw = (
        _read_stream(stdin or sys.stdin.buffer, where, max_bytes)
        if piped
        else _read_file(where, max_bytes)
    )
    packed = raw.startswith(_GZIP)
    content = _unpack(raw, where, max_bytes) if packed else raw
    name = where.lower().removesuffix(".gz") if packed else where.lower()
    is_html = not piped and name.endswith(_HTML)
    _refuse_binary(content, where)
    text, used = decode(content, where, encoding=encoding, html=is_html)
    if is_html:
        text = article(text, where)
    if not text.strip():
        raise InputError(f"{where}: the file is empty; there is nothing to read")
    return Document(
        text=text,
        path=None if piped else where,
        sha256=hashlib.sha256(raw).hexdigest(),
        encoding=used,
    )


def _read_file(path: str, max_bytes: int) -> bytes:
    try:
        if stat.S_ISDIR(os.stat(path).st_mode):
            raise InputError(f"{path}: is a directory; name the files in it")
        with open(path, "rb") as stream:
            return _read_stream(stream, path, max_bytes)
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file; check the path") from error
    except PermissionError as error:
        raise InputError(f"{path}: permission denied; make the file readable") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: cannot be read ({reason}); check the path") from error


def _read_stream(stream: BinaryIO, where: str, max_bytes: int) -> bytes:
    raw = stream.read(max_bytes + 1)
    if len(raw) > max_bytes:
        raise _too_large(where, max_bytes)
    if not raw:
        raise InputError(f"{where}: the file is empty; there is nothing to read")
    return raw


def _unpack(raw: bytes, where: str, max_bytes: int) -> bytes:
    """Return the content of gzip bytes, unpacking no more than the limit and a byte."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as stream:
            content = stream.read(max_bytes + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{where}: broken gzip data ({error}); pack or fetch it again") from error
    if len(content) > max_bytes:
        raise _too_large(where, max_bytes)
    return content


def _too_large(where: str, max_bytes: int) -> InputError:
    return InputError(
        f"{where}: larger than the limit of {max_bytes:,} bytes; split it into one report a file"
    )


def _refuse_binary(content: bytes, where: str) -> None:
    for magic, what in _BINARY.items():
        if content.startswith(magic):
            raise InputError(f"{where}: is {what}, not text; convert it to plain text first")
