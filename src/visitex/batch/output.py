"""Outcomes to OUT: in order, each once, whole or not at all, and able to go on after any stop.

While a batch runs, its lines are in ``OUT.part`` and ``OUT.errors.jsonl.part``, and the journal
says how far each is good. Bytes behind that are cut off on resume. Where an input has changed, the
lines behind it are set aside in ``OUT.kept`` and copied back as their inputs come by.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import BinaryIO

from visitex.batch.journal import Journal, Kept, Row, remove_journal
from visitex.batch.work import Item, Outcome, current_hash
from visitex.errors import InputError, UsageError
from visitex.io.write import open_atomic

_EVERY = 1.0  # seconds between two syncs to the disk: what a power cut may cost
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


class Output:
    """OUT and what stands beside it: the errors, the journal, and what is not finished yet.

    Args:
        path: a file, gzipped if its name ends in ``.gz``; with ``per_file`` a folder.
        settings: all that decides on the content of OUT.
        per_file: one JSON file for each report, instead of lines.
        resume: go on with what is there.
        force: start over.

    Raises:
        UsageError: OUT is there already, or was begun with other settings.
        InputError: the files cannot be made or read.
    """

    def __init__(
        self,
        path: str,
        settings: Mapping[str, object],
        *,
        per_file: bool = False,
        resume: bool = False,
        force: bool = False,
    ) -> None:
        self.path = path
        self.errors_path = f"{path}.errors.jsonl"
        self._per_file = per_file
        self._kept_path = f"{path}.kept"
        self._part = f"{path}.part"
        self._errors_part = f"{self.errors_path}.part"
        journal = f"{path}.journal"
        _check(path, journal, per_file=per_file, resume=resume, force=force)
        if force and os.path.exists(journal):
            self._start_over(journal)
        self._journal = Journal(journal)
        try:
            self._journal.agree(settings)
            with _told(path):
                self._open()
        except BaseException:
            self._journal.close()
            raise

    @property
    def files(self) -> frozenset[str]:
        """Every path that this writes to, resolved; none of them is an input."""
        names = (self.path, self.errors_path, self._part, self._errors_part, self._kept_path)
        return frozenset(os.path.realpath(name) for name in (*names, self._journal.path))

    def standing(self, item: Item) -> Kept | None:
        """Return the outcome of an item that need not be read again; None if it must be.

        Items come in order; the first that differs from what OUT holds sets aside all behind it.
        """
        if self._in_place:
            row = self._journal.at(self._position)
            if row and row.key == item.key and self._holds(row.failed, row.sha256, item, row.again):
                self._position += 1
                return Kept(row.key, row.sha256, row.failed, in_place=True)
            self._set_aside()
        kept = self._journal.kept(item.key)
        return kept if kept and self._holds(kept.failed, kept.sha256, item) else None

    def first_time(self, item: Item) -> bool:
        """Tell whether an item comes for the first time in this run."""
        return self._journal.first_time(item.key)

    def add(self, outcome: Outcome | Kept) -> None:
        """Write the outcome of the next item.

        Raises:
            InputError: the disk is full, or fails; the batch can be resumed.
        """
        if isinstance(outcome, Kept) and outcome.in_place:
            return
        with _told(self.path):
            failed, again = self._write(outcome)
            row = Row(
                outcome.key, outcome.sha256, failed, again, self._out.tell(), self._errors.tell()
            )
            self._journal.add(self._position, row)
            self._position += 1
            if time.monotonic() - self._synced > _EVERY:
                self._sync()

    def finish(self) -> None:
        """Give OUT its name; what no input asked for is gone from it.

        Raises:
            InputError: the disk is full, or fails; the batch can be resumed.
        """
        with _told(self.path):
            if self._in_place:
                self._set_aside()
            self._sync()
            if self._per_file:
                for key in self._journal.left_over():
                    _remove(self._name(key))
            empty = self._errors.tell() == 0
            self.close(keep=True)
            if not self._per_file:
                _publish(self._part, self.path)
            if empty:
                for name in (self._errors_part, self.errors_path):
                    _remove(name)
            else:
                os.replace(self._errors_part, self.errors_path)
            self._journal.forget_kept()
            _remove(self._kept_path)
        self._journal.close()

    def close(self, *, keep: bool = False) -> None:
        """Close the files as they are; with ``keep`` the journal stays open."""
        for stream in (self._out, self._errors, self._kept):
            with suppress(OSError):  # the disk is full: what is not in the journal does not count
                stream.close()
        if not keep:
            nothing = self._journal.is_empty()
            self._journal.close()
            if nothing:  # a batch that did not begin leaves nothing behind
                remove_journal(self._journal.path)
                for name in (self._part, self._errors_part, self._kept_path):
                    _remove(name)

    def pause(self) -> None:
        """Write what there is to the disk and close: the batch can be resumed."""
        try:
            with _told(self.path):
                self._sync()
        finally:
            self.close()

    def _open(self) -> None:
        """Bring the files to where the journal says that they are good."""
        if self._per_file:
            os.makedirs(self.path, exist_ok=True)
        else:
            _take_up(self.path, self._part)
        _take_up(self.errors_path, self._errors_part)
        self._out = open(os.devnull if self._per_file else self._part, "ab")  # noqa: SIM115
        self._errors = open(self._errors_part, "ab")  # noqa: SIM115
        self._kept = open(self._kept_path, "a+b")  # noqa: SIM115
        size = 0 if self._per_file else self._out.tell()
        self._journal.cut(size, self._errors.tell())
        last = self._journal.last()
        self._cut(last.out_end if last else 0, last.errors_end if last else 0)
        self._kept.truncate(self._journal.kept_size())
        self._journal.commit()
        self._position = 0
        self._in_place = True
        self._synced = time.monotonic()

    def _cut(self, out_end: int, errors_end: int) -> None:
        if not self._per_file:
            self._out.truncate(out_end)
            self._out.seek(0, os.SEEK_END)
        self._errors.truncate(errors_end)
        self._errors.seek(0, os.SEEK_END)

    def _holds(self, failed: bool, sha256: str | None, item: Item, again: bool = False) -> bool:
        there = failed or not self._per_file or os.path.isfile(self._name(item.key))
        return there and not again and sha256 is not None and sha256 == current_hash(item)

    def _set_aside(self) -> None:
        """Move all that is done from here on to what is kept."""
        self._in_place = False
        before = self._journal.at(self._position - 1)
        out_end, errors_end = (before.out_end, before.errors_end) if before else (0, 0)
        with _told(self.path), open(os.devnull if self._per_file else self._part, "rb") as out:
            with open(self._errors_part, "rb") as errors:
                kept = self._copied(out, errors, out_end, errors_end)
                self._journal.set_aside(self._position, kept)
            self._cut(out_end, errors_end)

    def _copied(
        self, out: BinaryIO, errors: BinaryIO, out_end: int, errors_end: int
    ) -> Iterator[Kept]:
        """Append the bytes of each report to what is kept; yield where they are."""
        out.seek(out_end)
        errors.seek(errors_end)
        self._kept.seek(0, os.SEEK_END)
        for row in self._journal.from_on(self._position):
            source, length = (
                (errors, row.errors_end - errors_end)
                if row.failed
                else (out, row.out_end - out_end)
            )
            start = self._kept.tell()
            self._kept.write(source.read(length))
            out_end, errors_end = row.out_end, row.errors_end
            if not row.again:
                yield Kept(row.key, row.sha256, row.failed, start, length)
        self._kept.flush()
        os.fsync(self._kept.fileno())

    def _write(self, outcome: Outcome | Kept) -> tuple[bool, bool]:
        """Write one outcome; return whether it failed and whether it is to be tried again."""
        if isinstance(outcome, Kept):
            self._kept.seek(outcome.start)
            line = self._kept.read(outcome.length)
            (self._errors if outcome.failed else self._out).write(line)
            return outcome.failed, False
        if outcome.record is None:
            self._errors.write(outcome.error_line())
            return True, outcome.passing
        if self._per_file:
            with open_atomic(self._name(outcome.key)) as stream:
                stream.write(outcome.record)
        else:
            self._out.write(outcome.record)
        return False, False

    def _sync(self) -> None:
        """Bring the lines to the disk, and only then the journal that vouches for them."""
        for stream in (self._out, self._errors):
            stream.flush()
            if not (self._per_file and stream is self._out):
                os.fsync(stream.fileno())
        self._journal.commit()
        self._synced = time.monotonic()

    def _name(self, key: bytes) -> str:
        return os.path.join(self.path, file_name(key))

    def _start_over(self, journal: str) -> None:
        """Remove what an earlier batch left, but for OUT itself, which is replaced at the end."""
        if self._per_file and os.path.isdir(self.path):
            with suppress(UsageError):
                old = Journal(journal)
                for key in old.all_keys():
                    _remove(self._name(key))
                old.close()
        remove_journal(journal)
        for name in (self._part, self._errors_part, self._kept_path, self.errors_path):
            _remove(name)


def file_name(key: bytes) -> str:
    """Return the name of a report's own file: what can be read of the input's, and a hash.

    The hash is of the whole key, so that two inputs never share a name, on any file system; the
    rest has letters, digits, points and dashes alone, so that it leads nowhere else.
    """
    readable = _UNSAFE.sub("_", os.path.basename(os.fsdecode(key))).strip("._")[:80]
    return f"{readable or 'report'}-{hashlib.sha256(key).hexdigest()[:20]}.json"


def _check(path: str, journal: str, *, per_file: bool, resume: bool, force: bool) -> None:
    """Refuse an output that is there already and was not meant to be touched."""
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        raise UsageError(f"{path}: there is no folder {folder}; create it first")
    if per_file and os.path.exists(path) and not os.path.isdir(path):
        raise UsageError(f"{path}: is a file; --per-file needs a folder")
    if not per_file and os.path.isdir(path):
        raise UsageError(f"{path}: is a folder; name a file, or give --per-file")
    begun = os.path.exists(journal)
    there = bool(os.listdir(path)) if per_file and os.path.isdir(path) else os.path.isfile(path)
    there = there or (os.path.lexists(path) and not os.path.exists(path))
    if force or (begun and resume):
        return
    if begun:
        raise UsageError(
            f"{path}: a batch was begun or finished here; go on with --resume, or start over with"
            " --force"
        )
    if there:
        raise UsageError(f"{path}: is there already; choose another, or overwrite it with --force")


def _remove(path: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)


def _take_up(path: str, part: str) -> None:
    """Bring a finished file back to work on, where there is no unfinished one."""
    if os.path.exists(part) or not os.path.isfile(path):
        return
    with open_atomic(part) as target, open(path, "rb") as source:
        if not path.endswith(".gz"):
            shutil.copyfileobj(source, target)
            return
        with suppress(EOFError, gzip.BadGzipFile), gzip.GzipFile(fileobj=source) as packed:
            while block := packed.read1(1 << 16):  # of a torn file as much as can be had
                target.write(block)


def _publish(part: str, path: str) -> None:
    """Give a finished file its name in one step, packed where the name says so."""
    target = os.path.realpath(path)
    if not path.endswith(".gz"):
        os.replace(part, target)
        return
    # Without a name and a time in it, the same batch gives the same bytes.
    with (
        open_atomic(path) as stream,
        open(part, "rb") as source,
        gzip.GzipFile("", "wb", 6, stream, mtime=0) as packed,
    ):
        shutil.copyfileobj(source, packed)
    os.unlink(part)


class _told:  # noqa: N801
    """Turns an error of the disk into the one line that says how to go on."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, OSError):
            raise InputError(
                f"{self._path}: cannot be written ({error.strerror}); make room or mend it, then go"
                " on with --resume"
            ) from error
