"""Reads our own marked-up reports (``shared/spec/markup.md``)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .language import traits

LABELS = ("PER", "TITLE", "ORG", "SITE", "LOC")
_SPAN = re.compile(r"\[(\S+) ([^\[\]]*)\]")
_HEAD = re.compile(r"# lang=(\S+) kind=(\S+)")


@dataclass(frozen=True)
class Span:
    """A labelled stretch of one line, in characters."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Line:
    """One paragraph and its spans."""

    text: str
    spans: tuple[Span, ...]


@dataclass
class Report:
    """One marked-up report."""

    lang: str
    kind: str
    lines: list[Line] = field(default_factory=list)

    @property
    def words(self) -> int:
        """Words as white space parts them; characters where nothing parts words."""
        return sum(traits(self.lang).size(line.text) for line in self.lines)


def parse_line(marked: str, labels: Iterable[str] = LABELS) -> Line:
    """Take the brackets out of a marked-up line; spans of other labels are dropped."""
    wanted = frozenset(labels)
    parts: list[str] = []
    spans: list[Span] = []
    at = done = 0
    for match in _SPAN.finditer(marked):
        before, inner = marked[done : match.start()], match[2]
        parts += [before, inner]
        at += len(before)
        if match[1] in wanted:
            spans.append(Span(at, at + len(inner), match[1]))
        at += len(inner)
        done = match.end()
        if inner.endswith(".") and marked.startswith(".", done):
            done += 1  # "[ORG Acme Ltd.]." is written with one full stop
    parts.append(marked[done:])
    return Line("".join(parts), tuple(spans))


def read_reports(path: Path) -> Iterator[Report]:
    """Yield the reports of one file."""
    report: Report | None = None
    for raw in path.read_text(encoding="utf-8").splitlines():
        head = _HEAD.match(raw)
        if head:
            if report and report.lines:
                yield report
            report = Report(head[1], head[2])
        elif raw.strip() and report is not None:
            report.lines.append(parse_line(raw.strip()))
    if report and report.lines:
        yield report


def split(reports: list[Report], share: float, seed: int) -> tuple[list[Report], list[Report]]:
    """Part the reports into training and held-out ones.

    A report's own text decides which it is, so that files may grow.
    """
    train: list[Report] = []
    held: list[Report] = []
    for report in reports:
        text = "\n".join(line.text for line in report.lines)
        draw = zlib.crc32(f"{seed} {text}".encode()) / 2**32
        (held if draw < share else train).append(report)
    return train, held
