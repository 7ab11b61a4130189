"""One input to one outcome: the record that ``visitex parse`` gives, or the error that it names."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

import msgspec

from visitex.errors import InputError, VisitexError
from visitex.io.read import MAX_BYTES, Document, read_document

if TYPE_CHECKING:
    from visitex.report import Report

DIED, TIMEOUT = "WorkerDied", "Timeout"


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What decides on the content of a record; all of it counts when a batch is resumed."""

    lang: str | None = None
    model: str | None = None
    packs: str | None = None
    patterns: str | None = None
    date: str | None = None
    encoding: str | None = None
    text_field: str = "text"
    id_field: str = "id"
    date_field: str | None = None


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One report to read.

    ``key`` names it in the journal and decides on its shard; ``size`` is in bytes, as packed.
    ``line`` is a record of a JSON Lines file, None for a file of its own; ``fault`` is what was
    already found wrong when the inputs were listed.
    """

    key: bytes
    path: str
    size: int = 0
    line: bytes | None = None
    fault: str | None = None


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an item: a JSON line in ``record``, or the class and message of an error."""

    key: bytes
    path: str
    sha256: str | None = None
    record: bytes | None = None
    error: str | None = None
    message: str = ""
    lang: str | None = None
    words: int = 0
    warnings: list[str] = []

    @property
    def passing(self) -> bool:
        """Tell whether trying again may help: the input was not at fault, or was not there."""
        return self.error in {DIED, TIMEOUT} or (self.error is not None and self.sha256 is None)

    def error_line(self) -> bytes:
        """Return the record for ``OUT.errors.jsonl``."""
        said = {"path": self.path, "error": self.error, "message": self.message}
        return json.dumps(said, ensure_ascii=_has_surrogates(said)).encode() + b"\n"


class Reads(Protocol):
    """What is needed of :class:`visitex.extract.Extractor` here."""

    def extract(
        self,
        text: str | Document,
        *,
        reference_date: date | str | None = None,
        language: str | None = None,
    ) -> Report:
        """Return what a text says."""


class Reader:
    """Reads items with one extractor, which it makes when it is first needed.

    Args:
        options: how to read.
        extractor: what reads; a new :class:`visitex.extract.Extractor` if not given.
    """

    def __init__(self, options: Options, extractor: Reads | None = None) -> None:
        self.options = options
        self._extractor = extractor

    def __reduce__(self) -> tuple[object, ...]:
        """Travel to another process without the pipelines, which load there."""
        return partial(Reader, self.options), ()

    def check(self) -> None:
        """Make the extractor, so that a wrong option is refused before anything is written.

        Raises:
            UsageError: there is no such language or pack.
        """
        self._extracting()

    def load(self, items: Iterable[Item] = ()) -> None:
        """Load the pipelines that some items will need, so that forked processes share them.

        Raises:
            UsageError: an option is wrong: an unknown language, model, pack or patterns file.
        """
        from visitex.extract import Extractor  # noqa: PLC0415

        extractor = self._extracting()
        if not isinstance(extractor, Extractor):
            return
        if self.options.lang:
            extractor.load(self.options.lang)
            return
        for item in items:
            if item.fault is None and not _is_html(item.path):
                try:
                    extractor.load_for(self._document(item)[0].text)
                except InputError:
                    continue  # it is told in its turn

    def read(self, item: Item) -> Outcome:
        """Return what became of one item; no report, however odd, ends the batch."""
        if item.fault is not None:
            return Outcome(key=item.key, path=item.path, error="InputError", message=item.fault)
        known: str | None = None
        try:
            document, day = self._document(item)
            known = fingerprint(item.line) if item.line is not None else document.sha256
            report = self._extracting().extract(document, reference_date=day)
            return Outcome(
                key=item.key,
                path=document.path or item.path,
                sha256=known,
                record=report.to_json(indent=None).encode() + b"\n",
                lang=report.lang,
                words=len(document.text.split()),
                warnings=report.warnings,
            )
        # Whatever a report sets off in here or in a library is the report's own error: this is
        # the wall that keeps it from the others, and the record names its class.
        except Exception as error:  # noqa: BLE001
            if isinstance(error, VisitexError) and error.exit_code != 1:
                known = None  # the call is at fault: read again when it is mended
            elif known is None:
                known = current_hash(item)
            return Outcome(
                key=item.key,
                path=item.path,
                sha256=known,
                error=type(error).__name__,
                message=" ".join(str(error).split())[:2000],
            )

    def _extracting(self) -> Reads:
        if self._extractor is None:
            from visitex.extract import Extractor  # noqa: PLC0415

            wanted = self.options
            self._extractor = Extractor(
                language=wanted.lang,
                model=wanted.model,
                packs=wanted.packs,
                patterns=wanted.patterns,
            )
        return self._extractor

    def _document(self, item: Item) -> tuple[Document, str | None]:
        """Return the text of an item and the day to count from."""
        if item.line is not None:
            return _record(item.path, item.line, self.options)
        _only_regular(item.path)
        return read_document(item.path, encoding=self.options.encoding), self.options.date


def fingerprint(content: bytes) -> str:
    """Return the hash by which a changed input is known."""
    return hashlib.sha256(content).hexdigest()


def current_hash(item: Item) -> str | None:
    """Return the hash of an item as it is now; None where it cannot be read."""
    if item.line is not None:
        return fingerprint(item.line)
    if item.fault is not None:
        return None
    try:
        _only_regular(item.path)
        with open(item.path, "rb") as stream:
            return fingerprint(stream.read(MAX_BYTES + 1))
    except (OSError, ValueError, InputError):
        return None


def _only_regular(path: str) -> None:
    """Refuse what would never end or never begin when it is read: a pipe, a device, a socket."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return  # reading it says why
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise InputError(f"{path}: is no regular file; name files, folders or lists of them")


def _record(where: str, line: bytes, options: Options) -> tuple[Document, str | None]:
    """Return the document in a line of JSON Lines, and the day it is read from."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: not JSON ({error}); write one object a line") from error
    text = record.get(options.text_field) if isinstance(record, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise InputError(
            f"{where}: no text in {options.text_field!r}; name the field with --text-field"
        )
    name = record.get(options.id_field)
    document = Document(
        text=text,
        path=where if name is None else str(name),
        sha256=fingerprint(text.encode("utf-8", "surrogatepass")),
        encoding=None,
    )
    return document, _day(where, record, options)


def _day(where: str, record: dict[str, object], options: Options) -> str | None:
    value = record.get(options.date_field) if options.date_field else None
    if value is None:
        return options.date
    try:
        return date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError as error:
        raise InputError(
            f"{where}: {options.date_field} is no date; write it as YYYY-MM-DD"
        ) from error


def _is_html(path: str) -> bool:
    return path.lower().removesuffix(".gz").endswith((".html", ".htm", ".xhtml"))


def _has_surrogates(said: dict[str, str | None]) -> bool:
    return any(not (value or "").isascii() and _lone(value or "") for value in said.values())


def _lone(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)
