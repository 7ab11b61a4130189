"""From the paths of a call to the reports in them, in a fixed order and one at a time."""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from fnmatch import fnmatch
from typing import BinaryIO

from visitex.batch.work import Item
from visitex.errors import InputError
from visitex.io.read import MAX_BYTES

GLOBS = tuple(
    f"*.{end}{packed}"
    for end in ("txt", "html", "htm", "xhtml", "jsonl", "ndjson")
    for packed in ("", ".gz")
)
"""The files of a folder that are read where the call names no others."""

_LINES = (".jsonl", ".ndjson")
_LONGEST = 2 * MAX_BYTES  # a text of the largest size, with its escapes
_BLOCK = 1 << 16


def find_items(
    paths: Iterable[str], globs: Iterable[str] = (), *, without: Collection[str] = ()
) -> Iterator[Item]:
    """Yield the reports behind paths, in the order given, folders by name.

    Folders are read with all that is in them, but links to folders are not followed, so that a
    loop of links ends. What cannot be listed becomes an item with a fault, and the rest goes on.

    Args:
        paths: files, folders and JSON Lines files, which may be gzipped.
        globs: names of files, with wildcards, that are read in folders; :data:`GLOBS` if empty.
        without: resolved paths that are passed over in folders: the output's own files.
    """
    wanted = tuple(globs) or GLOBS
    for path in paths:
        if os.path.isdir(path):
            yield from _in_folder(path, wanted, without)
        else:
            yield from _in_file(path)


def read_list(stream: BinaryIO) -> Iterator[str]:
    """Yield the paths in a list: one a line, or parted by NUL as ``find -print0`` writes them."""
    block = stream.read(_BLOCK)
    mark = b"\0" if b"\0" in block else b"\n"
    rest = b""
    while block:
        *whole, rest = (rest + block).split(mark)
        yield from (_path(name, mark) for name in whole if name.strip())
        block = stream.read(_BLOCK)
    if rest.strip():
        yield _path(rest, mark)


def in_shard(item: Item, shard: int, shards: int) -> bool:
    """Tell whether an item falls to a shard, 1 to ``shards``; its key alone decides."""
    number = int.from_bytes(hashlib.sha256(item.key).digest()[:8], "big")
    return number % shards == shard - 1


def _path(name: bytes, mark: bytes) -> str:
    return os.fsdecode(name.rstrip(b"\r") if mark == b"\n" else name)


def _in_folder(folder: str, globs: tuple[str, ...], without: Collection[str]) -> Iterator[Item]:
    """Yield what is in a folder, folders within where their names stand."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield _faulty(folder, f"cannot be listed ({error.strerror}); check the permissions")
        return
    for entry in found:
        path = os.path.join(folder, entry.name)
        if without and os.path.realpath(path) in without:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _in_folder(path, globs, without)
        elif any(fnmatch(entry.name, glob) for glob in globs) and not os.path.isdir(path):
            yield from _in_file(path)


def _in_file(path: str) -> Iterator[Item]:
    if path.lower().removesuffix(".gz").endswith(_LINES) and os.path.isfile(path):
        yield from _in_lines(path)
        return
    try:
        size = os.stat(path).st_size
    except (OSError, ValueError):
        size = 0  # reading it says what is wrong
    yield Item(key=os.fsencode(path), path=path, size=size)


def _in_lines(path: str) -> Iterator[Item]:
    """Yield the records of a JSON Lines file; each is called ``FILE:LINE``."""
    number = 0
    try:
        for number, line in enumerate(_lines(path), 1):
            name = f"{path}:{number}"
            if len(line) > _LONGEST:
                yield _faulty(name, f"larger than the limit of {MAX_BYTES:,} bytes; split it")
            elif line.strip():
                yield Item(key=os.fsencode(name), path=name, size=len(line), line=line)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield _faulty(f"{path}:{number + 1}", f"cannot be read ({reason}); the rest is left out")


def _lines(path: str) -> Iterator[bytes]:
    """Yield lines, of an endless one no more than the limit and a byte."""
    with ExitStack() as stack:
        raw = stack.enter_context(open(path, "rb"))
        packed = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        stream = stack.enter_context(gzip.GzipFile(fileobj=raw)) if packed else raw
        while line := stream.readline(_LONGEST + 1):
            yield line
            while len(line) > _LONGEST and not line.endswith(b"\n"):
                line = stream.readline(_LONGEST + 1)  # the rest of it is passed over


def _faulty(path: str, what: str) -> Item:
    return Item(key=os.fsencode(path), path=path, fault=str(InputError(f"{path}: {what}")))
