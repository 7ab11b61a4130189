"""What is done: a small database beside OUT, so that a batch that stopped goes on where it was.

SQLite keeps it whole through ``kill -9`` and power cuts, and in little memory however long it is.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping

import msgspec

from visitex.errors import InputError, UsageError

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS done (
  position INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, sha256 TEXT, failed INTEGER NOT NULL,
  again INTEGER NOT NULL, out_end INTEGER NOT NULL, errors_end INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS kept (
  key BLOB PRIMARY KEY, sha256 TEXT, failed INTEGER NOT NULL, start INTEGER NOT NULL,
  length INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen (key BLOB PRIMARY KEY) WITHOUT ROWID;
"""
_ROW = "key, sha256, failed, again, out_end, errors_end"


class Row(msgspec.Struct, frozen=True):
    """A report that is in OUT, or in its errors.

    ``out_end`` and ``errors_end`` are the lengths of the two files behind it, in bytes; ``again``
    says that it is read anew on resume whatever its hash.
    """

    key: bytes
    sha256: str | None
    failed: bool
    again: bool
    out_end: int
    errors_end: int


class Kept(msgspec.Struct, frozen=True):
    """A report whose outcome stands: in place, or as bytes set aside that are copied back."""

    key: bytes
    sha256: str | None
    failed: bool
    start: int = 0
    length: int = 0
    in_place: bool = False


class Journal:
    """The journal in one file; one process at a time may hold it.

    Args:
        path: the file, made if it is not there.

    Raises:
        UsageError: the file is no journal, or another batch holds it.
        InputError: it cannot be opened or made.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            self._db = sqlite3.connect(path, timeout=1.0)
            self._db.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._db.execute("PRAGMA temp_store=MEMORY")
            self._db.executescript(_TABLES)
            self._db.execute("DELETE FROM seen")
            self._db.commit()
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise UsageError(
                    f"{path}: another batch writes to this output; wait for it"
                ) from error
            raise InputError(f"{path}: cannot be opened ({error}); choose another place") from error
        except sqlite3.DatabaseError as error:
            raise UsageError(
                f"{path}: is no journal of visitex ({error}); start over with --force"
            ) from error

    def close(self) -> None:
        """Let go of the file; what was not committed is not in it."""
        self._db.close()

    def commit(self) -> None:
        """Make what was noted last.

        Raises:
            OSError: the disk is full, or fails.
        """
        try:
            self._db.commit()
        except sqlite3.OperationalError as error:
            raise OSError(None, str(error), self.path) from error

    def agree(self, settings: Mapping[str, object]) -> None:
        """Note how the batch is read, or check that it is as noted.

        Raises:
            UsageError: the batch was begun with other options; they are named.
        """
        found = self._db.execute("SELECT value FROM meta WHERE name = 'settings'").fetchone()
        if found is None:
            self._db.execute("INSERT INTO meta VALUES ('settings', ?)", (json.dumps(settings),))
            self.commit()
            return
        before = json.loads(found[0])
        now = json.loads(json.dumps(settings))
        changed = [
            f"{name} was {before.get(name)!r} and is {now.get(name)!r}"
            for name in sorted({*before, *now})
            if before.get(name) != now.get(name)
        ]
        if changed:
            raise UsageError(
                f"the batch was begun with other options: {'; '.join(changed)};"
                " resume with the same, or start over with --force"
            )

    def first_time(self, key: bytes) -> bool:
        """Tell whether a key comes for the first time in this run, and note it."""
        return self._db.execute("INSERT OR IGNORE INTO seen VALUES (?)", (key,)).rowcount == 1

    def cut(self, out_size: int, errors_size: int) -> None:
        """Forget what the files no longer hold: all from the first report that is not whole."""
        self._db.execute(
            "DELETE FROM done WHERE position >= (SELECT min(position) FROM done"
            " WHERE out_end > ? OR errors_end > ?)",
            (out_size, errors_size),
        )

    def last(self) -> Row | None:
        """Return the last report that is done."""
        found = self._db.execute(f"SELECT {_ROW} FROM done ORDER BY position DESC LIMIT 1")
        return _row(found.fetchone())

    def at(self, position: int) -> Row | None:
        """Return the report at a position, from 0."""
        found = self._db.execute(f"SELECT {_ROW} FROM done WHERE position = ?", (position,))
        return _row(found.fetchone())

    def from_on(self, position: int) -> Iterator[Row]:
        """Yield the reports from a position on."""
        found = self._db.execute(
            f"SELECT {_ROW} FROM done WHERE position >= ? ORDER BY position", (position,)
        )
        yield from (row for entry in found if (row := _row(entry)))

    def add(self, position: int, row: Row) -> None:
        """Note a report as done."""
        self._db.execute(
            "INSERT INTO done VALUES (?, ?, ?, ?, ?, ?, ?)",
            (position, *msgspec.structs.astuple(row)),
        )

    def set_aside(self, position: int, kept: Iterator[Kept]) -> None:
        """Move what is done from a position on to what is kept, in one transaction."""
        values = ((k.key, k.sha256, k.failed, k.start, k.length) for k in kept)
        self._db.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)", values)
        self._db.execute("DELETE FROM done WHERE position >= ?", (position,))
        self.commit()

    def kept(self, key: bytes) -> Kept | None:
        """Return what is kept of a report."""
        found = self._db.execute(
            "SELECT key, sha256, failed, start, length FROM kept WHERE key = ?", (key,)
        ).fetchone()
        return found and Kept(found[0], found[1], bool(found[2]), found[3], found[4])

    def kept_size(self) -> int:
        """Return how many bytes are kept."""
        size: int = self._db.execute(
            "SELECT coalesce(max(start + length), 0) FROM kept"
        ).fetchone()[0]
        return size

    def is_empty(self) -> bool:
        """Tell whether nothing is done and nothing kept."""
        found = self._db.execute(
            "SELECT 1 FROM (SELECT key FROM done UNION ALL SELECT key FROM kept) LIMIT 1"
        )
        return found.fetchone() is None

    def all_keys(self) -> Iterator[bytes]:
        """Yield every key that is done or kept."""
        yield from (key for (key,) in self._db.execute("SELECT key FROM done"))
        yield from (key for (key,) in self._db.execute("SELECT key FROM kept"))

    def left_over(self) -> Iterator[bytes]:
        """Yield the keys of what is kept and was asked for by no input."""
        yield from (
            key
            for (key,) in self._db.execute(
                "SELECT key FROM kept WHERE key NOT IN (SELECT key FROM done)"
            )
        )

    def forget_kept(self) -> None:
        """Forget what was kept, when the batch is whole."""
        self._db.execute("DELETE FROM kept")
        self._db.execute("DELETE FROM seen")
        self.commit()


def remove_journal(path: str) -> None:
    """Remove a journal and what SQLite left beside it."""
    for name in (path, f"{path}-journal"):
        if os.path.lexists(name):
            os.unlink(name)


def _row(found: tuple[bytes, str | None, int, int, int, int] | None) -> Row | None:
    if found is None:
        return None
    key, sha256, failed, again, out_end, errors_end = found
    return Row(key, sha256, bool(failed), bool(again), out_end, errors_end)
