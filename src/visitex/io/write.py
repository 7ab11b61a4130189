"""Values to JSON text, and text to files: whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

import msgspec

from visitex.errors import InputError

_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS}


def dumps(value: object, *, indent: int | None = 2) -> str:
    """Return a struct, dict or list as JSON without a newline at the end.

    Args:
        value: what to write; keys keep their order, letters of all scripts stay as they are.
        indent: spaces for each level, or None for one line.
    """
    raw = msgspec.json.encode(value)
    return (raw if indent is None else msgspec.json.format(raw, indent=indent)).decode("utf-8")


def dump_lines(values: Iterable[object]) -> Iterator[str]:
    """Yield values as JSON Lines, each with its newline; one value is held at a time."""
    for value in values:
        yield f"{dumps(value, indent=None)}\n"


def write_atomic(path: str | os.PathLike[str], text: str) -> None:
    """Write a whole file in UTF-8, as :func:`open_atomic` does.

    Raises:
        InputError: the file cannot be written; nothing is left behind.
    """
    with open_atomic(path) as stream:
        stream.write(text.encode("utf-8"))


@contextmanager
def open_atomic(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a file for bytes that appears whole when the block ends, and not at all when it fails.

    The bytes go to a file beside it, are synced to the disk and then take its name in one step.
    Links are followed, an existing file keeps its permissions, devices are written straight.

    Raises:
        InputError: the file cannot be written; nothing is left behind.
    """
    target = os.path.realpath(path)
    try:
        if os.path.exists(target) and not os.path.isfile(target):
            with open(target, "wb") as stream:
                yield stream
            return
        with _beside(target) as stream:
            yield stream
    except OSError as error:
        if error.filename is None and error.errno not in _DISK:
            raise  # of the caller's own making: a closed pipe, say
        reason = error.strerror or str(error)
        raise InputError(
            f"{os.fspath(path)}: cannot be written ({reason}); choose another place"
        ) from error


@contextmanager
def _beside(target: str) -> Iterator[BinaryIO]:
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name[:60]}.{secrets.token_hex(6)}.tmp")
    try:
        with open(temporary, "xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileNotFoundError):
            os.chmod(temporary, os.stat(target).st_mode & 0o7777)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _sync(folder)


def _sync(folder: str) -> None:
    """Make the new name last as well, on systems where a folder can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
