"""The texts that reports were read from, found again: formats of annotated text need them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from visitex.errors import InputError
from visitex.io.read import read_document
from visitex.report import Report


def with_texts(
    reports: Iterable[Report], *, root: str | None, refuse: Callable[[InputError], None]
) -> Iterator[tuple[Report, str]]:
    """Yield each report with its text, read again from the path that it names.

    Args:
        reports: the reports.
        root: the folder that paths are taken from; None is the present one.
        refuse: called for each report whose text is not there or has changed; the others go on.
    """
    for report in reports:
        try:
            yield report, text_of(report, root=root)
        except InputError as error:  # noqa: PERF203
            refuse(error)


def text_of(report: Report, *, root: str | None) -> str:
    """Return the text that a report's offsets refer to.

    Raises:
        InputError: the text was piped, cannot be read, or is another one than then.
    """
    path = report.source.path
    if path is None:
        raise InputError("a report was read from a pipe; parse it from a file to export its text")
    where = os.path.join(root, path) if root else path
    document = read_document(where, encoding=report.source.encoding)
    if document.sha256 != report.source.sha256:
        raise InputError(f"{where}: has changed since it was parsed; parse it again")
    return document.text
