"""Digits of a text as typed pieces: what each could be before the words around it decide.

A piece is a mapping from class to value. Which classes can occur together is a closed list
(:data:`SHAPES`), because every combination is one symbol of the grammar's alphabet.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

Value = int | str | tuple[int, ...]
Classes = dict[str, Value]

FIRST_YEAR, LAST_YEAR = 1000, 2199
_SEPARATORS = re.compile(r"[./:,\-–~]")
_TRIPLE = re.compile(r"(\d{1,4})([./,\-])(\d{1,2})(?:\2|,)(\d{1,4})")
_LONGEST_CHUNK = 28

# fmt: off
SHAPES: tuple[frozenset[str], ...] = tuple(frozenset(shape.split()) for shape in (
    "day month_number count hour", "day month_number count hour two", "two",
    "day month_number hour two", "day month_number hour", "day count hour two",
    "day count hour", "count two", "count", "year", "year modern", "date", "date_range",
    "slashed", "dotted", "dotted clock_dot", "clock_dot", "dashed", "dashed day_pair",
    "slashed day_pair", "month_year", "year_month", "year_pair", "year_pair business", "clock",
    "day ordinal nth", "ordinal nth", "decade", "day ordinal nth decade",
    "ordinal nth decade", "year_pair year_month",
    "day month_number count hour spelled", "day count hour spelled", "count spelled",
))
# fmt: on


class Piece(NamedTuple):
    """A part of a digit chunk: where it lies in the chunk, and what it may be."""

    start: int
    end: int
    classes: Classes


@lru_cache(maxsize=8192)
def classify(chunk: str) -> tuple[Piece, ...]:
    """Return the pieces of a run of digits and separators; none if it is no part of a date."""
    if len(chunk) > _LONGEST_CHUNK:
        return ()
    if "h" in chunk.lower():
        hours, _, minutes = chunk.lower().partition("h")
        clock = _clock(hours, minutes)
        return (Piece(0, len(chunk), clock),) if clock else ()
    whole = _classify_whole(chunk)
    if whole:
        return (Piece(0, len(chunk), whole),)
    return _split(chunk)


def _split(chunk: str) -> tuple[Piece, ...]:
    """Cut "5/1-5/7" and "4,2015" where a dash or comma joins two pieces that stand alone."""
    for mark in ("–", "~", ",", "-"):
        head, found, tail = chunk.partition(mark)
        if found and (mark != "-" or "-" not in tail):
            first, last = _classify_whole(head), _classify_whole(tail)
            cut = len(head)
            dated = set(first) != {"count"} != set(last)
            if first and last and dated and (mark != "," or "year" in last):
                joint: Classes = {"comma": 0} if mark == "," else {"dash": 0}
                return (
                    Piece(0, cut, first),
                    Piece(cut, cut + 1, joint),
                    Piece(cut + 1, len(chunk), last),
                )
    return ()


def _classify_whole(chunk: str) -> Classes:
    parts, marks = _SEPARATORS.split(chunk), _SEPARATORS.findall(chunk)
    classes: Classes = {}
    if len(parts) == 1:
        classes = number(chunk)
    elif max(map(len, parts)) <= 4:
        if len(parts) == 2:
            classes = _pair(parts[0], parts[1], marks[0])
        elif len(parts) == 3:
            times = marks == [":", ":"]
            classes = _clock(parts[0], parts[1]) if times else _triple(chunk)
        elif len(parts) == 6 and len(set(marks)) == 1:
            classes = _date_range(_triple("-".join(parts[:3])), _triple("-".join(parts[3:])))
    return classes


def number(digits: str) -> Classes:
    """Classify one whole number by its value and the way it is written."""
    value = int(digits) if len(digits) <= 4 else -1
    if len(digits) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        round_number = value % 100 == 0
        modern = 1700 <= value <= 2099 and not round_number
        return {"year": value, "modern": value} if modern else {"year": value}
    if len(digits) > 3 or value < 0:
        return {}
    classes: Classes = {} if digits[0] == "0" else {"count": value}
    if len(digits) == 2:
        classes["two"] = value
    if 1 <= value <= 31 and len(digits) <= 2:
        classes |= {"day": value, "hour": value}
    if 1 <= value <= 12 and len(digits) <= 2:
        classes["month_number"] = value
    return classes


def spelled(value: int) -> Classes:
    """Classify a number written in words."""
    classes: Classes = {"count": value, "spelled": value}
    if 1 <= value <= 31:
        classes |= {"day": value, "hour": value}
    if 1 <= value <= 12:
        classes["month_number"] = value
    return classes


def with_suffix(digits: str, *, ordinal: bool, decade: bool) -> Classes:
    """Classify digits with a suffix of ordinals ("11th"), of decades ("1990s") or of both."""
    if not digits.isdigit() or len(digits) > 4:
        return {}
    value = int(digits)
    classes: Classes = {}
    if ordinal and len(digits) <= 2:
        classes = {"ordinal": value, "nth": value}
        if 1 <= value <= 31:
            classes["day"] = value
    if (decade or len(digits) == 4) and value % 10 == 0:
        if len(digits) == 2:
            classes["decade"] = 1900 + value if value >= 30 else 2000 + value
        elif FIRST_YEAR <= value <= LAST_YEAR:
            classes["decade"] = value
    return classes


def _pair(left: str, right: str, mark: str) -> Classes:
    a, b = int(left), int(right)
    classes: Classes = {}
    if mark == ":":
        classes = _clock(left, right)
    elif mark in "~,":
        pass
    elif len(left) == 4:
        classes = _from_year(a, b, right, mark)
    elif len(right) == 4:
        if mark in "/.-" and 1 <= a <= 12 and FIRST_YEAR <= b <= LAST_YEAR and len(left) < 3:
            classes["month_year"] = (a, b)
    elif max(len(left), len(right)) <= 2:
        classes = _dotted(a, b, right) if mark == "." else _joined(a, b, mark)
    return classes


def _dotted(a: int, b: int, right: str) -> Classes:
    classes: Classes = {"dotted": (a, b)} if _day_and_month(a, b) else {}
    if len(right) == 2 and a <= 24 and b <= 59:
        classes["clock_dot"] = (a, b)
    return classes


def _joined(a: int, b: int, mark: str) -> Classes:
    """Classify "2/15" and "18-22": a day and month, a pair of days, or both."""
    if not _day_and_month(a, b) and not 1 <= a < b <= 31:
        return {}
    classes: Classes = {"slashed" if mark == "/" else "dashed": (a, b)}
    if 1 <= a < b <= 31 and (mark != "/" or b == a + 1):
        classes["day_pair"] = (a, b)
    return classes


def _from_year(a: int, b: int, right: str, mark: str) -> Classes:
    if not FIRST_YEAR <= a <= LAST_YEAR:
        return {}
    if len(right) == 4:
        return {"year_pair": (a, b)} if a < b <= LAST_YEAR and mark in "/-–" else {}
    if len(right) == 2 and mark in "/-–":
        full = a - a % 100 + b
        if full == a + 1 or (full == a - 99):
            return {"year_pair": (a, a + 1), "business": a}
        if full > a and b > 12:
            return {"year_pair": (a, full)}
    return {"year_month": (a, b)} if 1 <= b <= 12 and len(right) <= 2 and mark in "/.-" else {}


def _triple(chunk: str) -> Classes:
    found = _TRIPLE.fullmatch(chunk)
    if not found:
        return {}
    left, _, middle, right = found.groups()
    a, b, c = int(left), int(middle), int(right)
    if len(left) == 4:
        valid = FIRST_YEAR <= a <= LAST_YEAR and len(right) <= 2 and _day_and_month(b, c)
    elif len(right) == 4:
        valid = FIRST_YEAR <= c <= LAST_YEAR and len(left) <= 2 and _day_and_month(a, b)
    else:
        valid = (
            len(left) <= 2 and len(right) <= 2 and (_day_and_month(a, b) or _day_and_month(b, c))
        )
    return {"date": (a, b, c, len(left), len(right))} if valid else {}


def _date_range(first: Classes, last: Classes) -> Classes:
    start, end = first.get("date"), last.get("date")
    if isinstance(start, tuple) and isinstance(end, tuple):
        return {"date_range": (*start, *end)}
    return {}


def _clock(left: str, right: str) -> Classes:
    hour, minute = int(left), int(right)
    fits = len(left) <= 2 and len(right) == 2 and hour <= 24 and minute <= 59
    return {"clock": (hour, minute)} if fits else {}


def _day_and_month(a: int, b: int) -> bool:
    return (1 <= a <= 31 and 1 <= b <= 12) or (1 <= a <= 12 and 1 <= b <= 31)
