"""The result of resolving one expression."""

from __future__ import annotations

from typing import NamedTuple

from visitex.dates.expression import AnchoredBy


class Answer(NamedTuple):
    """A TIMEX3 value, its kind, what it rests on, and a warning where it is doubtful."""

    value: str
    kind: str
    anchored_by: AnchoredBy
    warning: str | None = None
