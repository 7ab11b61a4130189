"""Corrected text read back for training: Label Studio's JSON export, or marked-up text.

Markup stands in the text: ``[PER Zhang Liang], [TITLE Vice President] of the [ORG Beijing
Federation]``, one paragraph a line, a blank line between reports, ``# lang=en`` in front of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from visitex.errors import InputError
from visitex.export.label_studio import LABELS, UnitOffsets

Annotated = tuple[str, list[tuple[int, int, str]], str | None]
"""A text, its spans (start and end in code points, label) and its language if that is known."""

_HEAD = re.compile(r"#.*?\blang=(\S+)")
_MARK = re.compile(r"\[([A-Z]+) ([^\[\]]+)\]")


def read_corrected(path: str) -> Iterator[Annotated]:
    """Yield the texts of a file; ``.json`` is Label Studio's export, all else marked-up text.

    Raises:
        InputError: the file cannot be read, or is not of its form; the message says where.
    """
    try:
        raw = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(f"{path}: cannot be read ({reason}); check the path") from error
    if path.lower().endswith(".json"):
        yield from _label_studio(path, raw)
    else:
        yield from _marked(path, raw)


def _label_studio(path: str, raw: str) -> Iterator[Annotated]:
    """Yield the tasks that somebody has annotated; predictions alone teach nothing new."""
    try:
        tasks = msgspec.json.decode(raw, type=list[dict[str, Any]])
        for task in tasks:
            done = [a for a in task.get("annotations", []) if not a.get("was_cancelled")]
            if done:
                text = task["data"]["text"]
                yield text, list(_regions(text, done[-1]["result"])), task["data"].get("lang")
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: is no export of Label Studio ({error!r})") from error


def _regions(text: str, regions: list[dict[str, Any]]) -> Iterator[tuple[int, int, str]]:
    units = UnitOffsets(text)
    for region in regions:
        if region["type"] == "labels":
            value = region["value"]
            start, end = units.of_unit(value["start"]), units.of_unit(value["end"])
            yield start, end, value["labels"][0]


def _marked(path: str, raw: str) -> Iterator[Annotated]:
    language: str | None = None
    text, spans = "", list[tuple[int, int, str]]()
    for number, line in enumerate([*raw.splitlines(), ""], 1):
        head = _HEAD.match(line)
        if line.strip() and not head:
            plain, marks = _parsed(line, f"{path}:{number}")
            spans += [(a + len(text), b + len(text), label) for a, b, label in marks]
            text += f"{plain}\n"
        elif text:
            yield text, spans, language
            text, spans = "", []
        language = head[1] if head else language


def _parsed(line: str, where: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return a line without its marks, and where they were."""
    plain, spans, at = "", [], 0
    for mark in _MARK.finditer(line):
        if mark[1] not in LABELS:
            raise InputError(f"{where}: {mark[1]!r} is no label; use {', '.join(LABELS)}")
        plain += line[at : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[2]), mark[1]))
        plain += mark[2]
        at = mark.end()
    plain += line[at:]
    if "[" in plain or "]" in plain:
        raise InputError(f"{where}: a square bracket is left over; write [LABEL text]")
    return plain, spans
