"""What the date finder returns."""

from __future__ import annotations

from typing import Literal

import msgspec

AnchoredBy = Literal["explicit", "reference", "previous", "unknown"]


class DateExpression(msgspec.Struct, frozen=True, kw_only=True):
    """One expression of a text that points at the calendar.

    Attributes:
        start: offset of the first character in the text.
        end: offset behind the last character; ``text == whole_text[start:end]``.
        text: the expression as written, without the preposition in front of it.
        value: TIMEX3 value: ``2023-12-06``, ``2023-12``, ``2023-Q4``, ``2023-12-06TAF``,
            ``XXXX-11-26`` where the year cannot be known, ``START/END`` for a span.
        kind: day, weekday, time, week, weekend, month, quarter, half, season, year, decade,
            century or span.
        anchored_by: what the value rests on: the expression itself, the reference date, an
            earlier date of the text, or nothing.
        rule: name of the grammar rule that made it, or ``dateparser``.
        warning: why the value is doubtful (a weekday that does not fall on the date), or None.
    """

    start: int
    end: int
    text: str
    value: str
    kind: str
    anchored_by: AnchoredBy
    rule: str
    warning: str | None = None
