"""Calendar expressions in running text: found, and resolved to TIMEX3 values.

>>> from visitex.dates import find_dates
>>> [d.value for d in find_dates("on the afternoon of 6 December", language="en",
...                              reference_date="2024-01-09")]
['2023-12-06TAF']
"""

from __future__ import annotations

from visitex.dates.expression import DateExpression
from visitex.dates.find import DatedText, find_dates, find_dates_with

__all__ = ["DateExpression", "DatedText", "find_dates", "find_dates_with"]
