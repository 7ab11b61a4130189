"""Languages without a pack: dateparser, asked through its own interface."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from visitex.dates.expression import DateExpression
from visitex.errors import UsageError

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_DAY = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)")


def find_foreign_dates(
    text: str, language: str, reference: date | None, exclude: Sequence[tuple[int, int]]
) -> list[DateExpression]:
    """Find dates with dateparser; keep what carries a year, or a day and a word.

    Raises:
        UsageError: dateparser does not know the language.
    """
    from dateparser.data.languages_info import language_locale_dict  # noqa: PLC0415
    from dateparser.search import search_dates  # noqa: PLC0415

    if language not in language_locale_dict:
        raise UsageError(f"no language pack for {language!r}, and dateparser does not know it")
    settings: dict[str, object] = {"PREFER_DATES_FROM": "past"}
    if reference is not None:
        settings["RELATIVE_BASE"] = datetime.combine(reference, time())
    found, position = [], 0
    for piece, when in search_dates(text, languages=[language], settings=settings) or []:
        start = text.find(piece, position)
        if start < 0:
            continue
        position = end = start + len(piece)
        outside = not any(start < b and a < end for a, b in exclude)
        expression = _expression(text, start, end, when.date(), reference)
        if outside and expression is not None:
            found.append(expression)
    return found


def _expression(
    text: str, start: int, end: int, when: date, reference: date | None
) -> DateExpression | None:
    piece = text[start:end]
    has_year, has_day = bool(_YEAR.search(piece)), bool(_DAY.search(piece))
    has_word = bool(_WORD.search(piece))
    if not (has_year or (has_day and has_word)):
        return None
    year = f"{when.year:04d}" if has_year or reference else "XXXX"
    if has_day:
        value, kind = f"{year}-{when:%m-%d}", "day"
    elif has_word:
        value, kind = f"{year}-{when:%m}", "month"
    else:
        value, kind = year, "year"
    return DateExpression(
        start=start,
        end=end,
        text=piece,
        value=value,
        kind=kind,
        anchored_by="explicit" if has_year else "reference" if reference else "unknown",
        rule="dateparser",
    )
