"""Dates: figures of visitex and of dateparser.search side by side, and throughput in one run.

    python benchmarks/dates.py SUITE.jsonl [...]              figures on each suite, then throughput
    python benchmarks/dates.py SUITE.jsonl --limit 200        the first 200 texts of each suite only
    python benchmarks/dates.py --speed-text TEXT.txt --language de   throughput on a text of yours
    python benchmarks/dates.py --heaps 10                     seconds for 1 and for 10 MB of one thing

A suite is a JSON Lines file, one text a line: {"doc", "text", "dct", "lang", "timexes": [{"start",
"end", "value", "type"}]}, where `dct` is the date of publication. Only timexes of type DATE that
lie on the calendar count. relaxed: the spans overlap. value: and the first and last day are the
same, part of day aside. dateparser is given the language, and its days count as days.

Throughput is measured in this process, one after the other, in seconds of CPU: on the second half
of the text, after the first half has made each load its language.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from visitex.dates import find_dates

Interval = tuple[date, date]
_PERIOD = re.compile(r"(\d{4})(?:-W(\d\d)|-Q([1-4])|-(\d\d)(?:-(\d\d))?)?")


class Hit(NamedTuple):
    """A date in a text: offsets, and its first and last day if it has them."""

    start: int
    end: int
    days: Interval | None


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(1)


def interval(value: str | None) -> Interval | None:
    """Return the first and the last day that a TIMEX value stands for."""
    first, _, last = (value or "").partition("/")
    start, end = one_period(first), one_period(last or first)
    return (start[0], end[1]) if start and end else None


def one_period(value: str) -> Interval | None:
    """Return the days of a day, week, month, quarter or year; None for what is no such value."""
    found = _PERIOD.fullmatch(value.split("T", 1)[0])
    if not found:
        return None
    year, week, quarter, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            return (date(year, month, day),) * 2
        if week:
            monday = date.fromisocalendar(year, week, 1)
            return monday, monday + timedelta(6)
        first, last = (3 * quarter - 2, 3 * quarter) if quarter else (month or 1, month or 12)
        return date(year, first, 1), month_end(year, last)
    except ValueError:
        return None


def with_visitex(text: str, language: str, dct: str | None) -> list[Hit]:
    """Find dates with visitex."""
    found = find_dates(text, language=language, reference_date=dct)
    return [Hit(one.start, one.end, interval(one.value)) for one in found]


def with_dateparser(text: str, language: str, dct: str | None) -> list[Hit]:
    """Find dates with dateparser.search.search_dates."""
    from dateparser.search import search_dates  # noqa: PLC0415

    base = datetime.fromisoformat((dct or "2000-01-01")[:10].ljust(10, "0"))
    settings = {"RELATIVE_BASE": base}
    hits, position = [], 0
    for piece, when in search_dates(text, languages=[language], settings=settings) or []:
        start = text.find(piece, position)
        if start >= 0:
            position = start + len(piece)
            hits.append(Hit(start, position, (when.date(), when.date())))
    return hits


# Texts that are nothing but one thing, over and over: time must grow with their length only.
HEAPS = {
    "digits": "1234567890",
    "numbers": "12 ",
    "slashes": "/",
    "slashes and spaces": "/ ",
    "slashed digits": "1/",
    "month names": "January ",
    "full dates": "12/12/2012 ",
    "weekdays": "Monday, ",
    "lists": "1, 2 and ",
    "prepositions": "of the ",
    "letters": "a",
    "line breaks": "\n",
}
Finder = Callable[[str, str, str | None], list[Hit]]
FINDERS: dict[str, Finder] = {"visitex": with_visitex, "dateparser": with_dateparser}


def gold_of(line: dict) -> list[tuple[Hit, set[Interval]]]:
    """Return the dates of a text, each with all the intervals that are right for it."""
    wanted = []
    for timex in line["timexes"]:
        values = [*(timex.get("alts") or []), timex.get("value")]
        days = {found for found in map(interval, values) if found}
        if timex["type"] == "DATE" and days:
            wanted.append((Hit(timex["start"], timex["end"], None), days))
    return wanted


def f1(right: int, found: int, wanted: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (found + wanted) if found + wanted else 0.0


def figures(lines: list[dict], finder: Finder) -> tuple[float, float]:
    """Return relaxed F1 and value F1 on a suite."""
    relaxed = right = found = wanted = 0
    for line in lines:
        gold = gold_of(line)
        hits = finder(line["text"], line["lang"], line["dct"])
        other = [t for t in line["timexes"] if t["type"] in ("TIME", "HOLIDAY")]
        hits = [
            h for h in hits if not any(h.start < t["end"] and t["start"] < h.end for t in other)
        ]
        found, wanted = found + len(hits), wanted + len(gold)
        for hit in hits:
            for number, (span, days) in enumerate(gold):
                if hit.start < span.end and span.start < hit.end:
                    relaxed, right = relaxed + 1, right + (hit.days in days)
                    del gold[number]
                    break
    return f1(relaxed, found, wanted), f1(right, found, wanted)


def read(path: Path, limit: int | None) -> list[dict]:
    """Read a suite."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:limit]]


def kilobytes_a_second(text: str, language: str, finder: Finder) -> float:
    """Measure a finder on the second half of a text; on the first half it loads what it needs."""
    half = len(text) // 2
    finder(text[:half], language, "2024-01-09")
    started = time.process_time()
    finder(text[half:], language, "2024-01-09")
    return len(text[half:].encode()) / 1000 / max(time.process_time() - started, 1e-9)


def speed(text: str, language: str) -> None:
    """Print the throughput of both, and their ratio, on the same text."""
    ours = kilobytes_a_second(text, language, with_visitex)
    theirs = kilobytes_a_second(text, language, with_dateparser)
    print(
        f"{language}: visitex {ours:8.0f} kB/s on {len(text.encode()) / 2000:.0f} kB, "
        f"dateparser {theirs:6.1f} kB/s, ratio {ours / theirs:.0f}"
    )


def heaps(megabytes: int) -> None:
    """Print the seconds of CPU that visitex takes for 1 MB and for more of each heap."""
    for name, piece in HEAPS.items():
        taken = []
        for size in (1, megabytes):
            text = piece * (size * 1_000_000 // len(piece))
            started = time.process_time()
            found = len(find_dates(text, language="en", reference_date="2024-01-09"))
            taken.append(time.process_time() - started)
        print(
            f"{name:20} 1 MB {taken[0]:6.2f} s   {megabytes} MB {taken[1]:6.2f} s"
            f"   {found:9,} dates"
        )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("suites", nargs="*", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--speed-text", type=Path, action="append", default=[])
    parser.add_argument("--language", default="en")
    parser.add_argument("--no-figures", action="store_true", help="throughput only")
    parser.add_argument("--heaps", type=int, metavar="MB", help="time texts of one thing")
    options = parser.parse_args()
    if options.heaps:
        heaps(options.heaps)
    elif not options.suites and not options.speed_text:
        parser.print_help()
        return
    texts: dict[str, list[str]] = {}
    for suite in options.suites:
        lines = read(suite, options.limit)
        for line in lines:
            texts.setdefault(line["lang"], []).append(line["text"])
        if not options.no_figures:
            for name, finder in FINDERS.items():
                relaxed, value = figures(lines, finder)
                print(f"{suite.stem:16} {name:10}  relaxed {relaxed:.3f}  value {value:.3f}")
    for path in options.speed_text:
        texts.setdefault(options.language, []).append(path.read_text(encoding="utf-8"))
    for language, parts in sorted(texts.items()):
        speed("\n\n".join(parts), language)


if __name__ == "__main__":
    main()
