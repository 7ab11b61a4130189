"""``visitex view``: reports as one page that needs nothing but a browser.

The page may run its own scripts and use its own style sheet, which its content security policy
names by their hashes, and nothing else: it loads nothing and sends nothing. What reports say lies
in it as JSON, in which no ``<`` is left, and its script writes that as text, never as markup.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from itertools import chain, islice
from typing import BinaryIO

import msgspec

from visitex.errors import InputError
from visitex.export.page_data import page_record
from visitex.export.results import read_results
from visitex.export.texts import text_of
from visitex.extract import Extractor
from visitex.io.read import read_document
from visitex.report import Report

ReportText = tuple[Report, str | None]
Refuse = Callable[[InputError], None]

RESULTS = (".json", ".jsonl", ".json.gz", ".jsonl.gz")
"""Endings of results; any other file is a report's text."""
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {style}; base-uri 'none';"
    " form-action 'none'; require-trusted-types-for 'script'; trusted-types default"
)
_ONE, _MANY = ("view.js", "report.js"), ("view.js", "report.js", "table.js", "many.js")
_CHARTS = ("echarts/echarts.min.js", "charts.js")


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """How inputs are read.

    ``refuse`` is called for each input or record that cannot be read, ``miss`` for each report of
    results whose text is not there or has changed; the others go on. ``root`` is the folder that
    the paths in results are taken from, None the present one; ``reference_date`` is the day that
    texts are read from where they carry none themselves.
    """

    refuse: Refuse
    miss: Refuse
    root: str | None = None
    reference_date: str | None = None


def read_inputs(
    paths: Iterable[str], extractor: Extractor, reading: Reading
) -> Iterator[ReportText]:
    """Yield the reports of texts and of results files, each with its text or None.

    Args:
        paths: reports to extract, and results by their ending; ``-`` is results from stdin.
        extractor: reads the texts.
        reading: what else there is to know, and whom to tell of failures.
    """
    for path in paths:
        try:
            yield from _read(path, extractor, reading)
        except InputError as error:  # noqa: PERF203
            reading.refuse(error)


def write_view(reports: Iterable[ReportText], stream: BinaryIO, *, packs: str | None = None) -> int:
    """Write a page about one report, or about many, and return how many they are.

    Args:
        reports: each with its text, or None where that is not at hand.
        stream: where to write; records are written one by one.
        packs: a folder of language packs that are searched before the shipped ones.
    """
    coming = iter(reports)
    first = list(islice(coming, 2))
    scripts = list(_ONE)
    if len(first) > 1:
        scripts = [_CHARTS[0], *_MANY, _CHARTS[1]]
    head, foot = _frame(scripts)
    stream.write(head)
    folders = (packs,) if packs else ()
    count = 0
    for report, text in chain(first, coming):
        stream.write(b",\n" if count else b"\n")
        stream.write(embed(page_record(report, text, folders)))
        count += 1
    stream.write(foot)
    return count


def embed(value: object) -> bytes:
    """Return a value as JSON that cannot end the script element that it stands in.

    Lone surrogates, which UTF-8 cannot hold, are spelt out; so then is all that is not ASCII.
    """
    try:
        raw = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError:
        raw = json.dumps(value, separators=(",", ":")).encode("ascii")
    return raw.replace(b"<", b"\\u003c").replace(b"\x7f", b"\\u007f")


def _read(path: str, extractor: Extractor, reading: Reading) -> Iterator[ReportText]:
    if path != "-" and not path.lower().endswith(RESULTS):
        document = read_document(path)
        report = extractor.extract(document, reference_date=reading.reference_date)
        yield report, document.text
        return
    for report in read_results(path, refuse=reading.refuse):
        try:
            text = text_of(report, root=reading.root)
        except InputError as error:
            reading.miss(error)
            text = None
        yield report, text


def _frame(scripts: list[str]) -> tuple[bytes, bytes]:
    """Return the page up to its data, and from there on."""
    style, bodies = _part("view.css"), [_part(name) for name in scripts]
    page = (
        _part("view.html")
        .replace(
            "{{policy}}",
            _POLICY.format(scripts=" ".join(map(_hashed, bodies)), style=_hashed(style)),
        )
        .replace("{{style}}", style)
    )
    head, foot = page.split("{{data}}")
    foot = foot.replace("{{scripts}}", "\n".join(f"<script>{body}</script>" for body in bodies))
    return head.encode(), foot.encode()


def _part(name: str) -> str:
    return files("visitex.export").joinpath("page", *name.split("/")).read_text(encoding="utf-8")


def _hashed(text: str) -> str:
    """Return the source by which a content security policy lets this very text pass."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
