"""Finding dates: the entry points of the package."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from visitex.dates.answer import Answer
from visitex.dates.context import Context, Order
from visitex.dates.expression import DateExpression
from visitex.dates.foreign import find_foreign_dates
from visitex.dates.grammar import Grammar, Parsed
from visitex.dates.point import get_int, get_tuple
from visitex.dates.resolve import read_reference, resolve
from visitex.lang.date_lexicon import DateLexicon
from visitex.lang.load import find_packs, load_pack

# A text whose dates lie this many days from the reference, for the most part, tells history.
_HISTORY_DAYS = 550
_HISTORY_SHARE = 0.5
_HISTORY_DATES = 4
_HISTORY_YEARS = 6
_HISTORY_BARE_SHARE = 0.8


def find_dates(
    text: str,
    *,
    language: str,
    reference_date: date | str | None = None,
    exclude: Sequence[tuple[int, int]] = (),
    packs: tuple[str, ...] = (),
) -> list[DateExpression]:
    """Find every date expression of a text, in order, each occurrence.

    Args:
        text: the text; offsets of the result count its characters.
        language: ISO 639-1 code. A language without a pack is left to dateparser.
        reference_date: the day of publication as a date or ISO string; a month ("2012-05") or a
            year will do, but then "today" has no value.
        exclude: character spans in which nothing is looked for.
        packs: folders with further language packs.

    Raises:
        ValueError: the reference date is no ISO date.
        UsageError: neither a pack nor dateparser knows the language.
        PackError: the pack is broken.
    """
    if language not in _languages(packs):
        reference, _ = read_reference(reference_date)
        return find_foreign_dates(text, language, reference, exclude)
    lexicon = load_pack(language, packs).dates
    return find_dates_with(lexicon, text, reference_date=reference_date, exclude=exclude)


def find_dates_with(
    lexicon: DateLexicon,
    text: str,
    *,
    reference_date: date | str | None = None,
    exclude: Sequence[tuple[int, int]] = (),
) -> list[DateExpression]:
    """Find the date expressions of a text with a given lexicon; see :func:`find_dates`."""
    return DatedText(lexicon, text).resolve(reference_date, exclude)


class DatedText:
    """A text whose date expressions are found, to be resolved from one reference date or several.

    Args:
        lexicon: the date words of the text's language.
        text: the text; offsets of results count its characters.
    """

    def __init__(self, lexicon: DateLexicon, text: str) -> None:
        self._lexicon = lexicon
        self._text = text.replace("\u2019", "'").replace("\u00a0", " ")
        self._parsed = list(_grammar(lexicon).parse(self._text))

    def resolve(
        self, reference_date: date | str | None = None, exclude: Sequence[tuple[int, int]] = ()
    ) -> list[DateExpression]:
        """Return what the expressions mean as read from a day, in order; see :func:`find_dates`."""
        reference, month_only = read_reference(reference_date)
        parsed = [p for p in self._parsed if not _excluded(p, exclude)]
        simple = [part for one in parsed for part in (one.parts or (one,))]
        context = Context(
            self._lexicon,
            self._text,
            reference,
            narrative=reference is not None and _tells_history(simple, reference),
            order=_order(simple, self._lexicon),
            reference_is_month=month_only,
        )
        answers = ((one, resolve(one, context)) for one in parsed)
        return [self._expression(one, answer) for one, answer in answers if answer is not None]

    def _expression(self, parsed: Parsed, answer: Answer) -> DateExpression:
        return DateExpression(
            start=parsed.start,
            end=parsed.end,
            text=self._text[parsed.start : parsed.end],
            value=answer.value,
            kind=answer.kind,
            anchored_by=answer.anchored_by,
            rule=parsed.rule.name,
            warning=answer.warning,
        )


@lru_cache(maxsize=8)
def _languages(packs: tuple[str, ...]) -> frozenset[str]:
    return frozenset(find_packs(packs))


_GRAMMARS: dict[int, tuple[DateLexicon, Grammar]] = {}
_MOST_GRAMMARS = 32


def _grammar(lexicon: DateLexicon) -> Grammar:
    """Return the grammar of a lexicon, compiled once; lexica are compared by identity."""
    kept = _GRAMMARS.get(id(lexicon))
    if kept is None or kept[0] is not lexicon:
        if len(_GRAMMARS) >= _MOST_GRAMMARS:
            _GRAMMARS.clear()
        kept = _GRAMMARS[id(lexicon)] = (lexicon, Grammar(lexicon))
    return kept[1]


def _excluded(parsed: Parsed, exclude: Iterable[tuple[int, int]]) -> bool:
    return any(parsed.start < end and start < parsed.end for start, end in exclude)


def _order(parsed: Iterable[Parsed], lexicon: DateLexicon) -> Order:
    """Read the order of numeric dates from those of the text that allow only one."""
    seen: set[Order] = set()
    for one in parsed:
        for name in ("date", "slashed"):
            numbers = get_tuple(one.values, name)
            if numbers is None or (name == "date" and max(numbers[3:]) != 4):
                continue
            if name == "date" and numbers[3] == 4:
                continue
            if numbers[0] > 12 >= numbers[1]:
                seen.add("DMY")
            elif numbers[1] > 12 >= numbers[0]:
                seen.add("MDY")
    return seen.pop() if len(seen) == 1 else lexicon.numeric_order


def _tells_history(parsed: Sequence[Parsed], reference: date) -> bool:
    """Tell whether most dates that name month and year lie far from the reference.

    Where hardly any date names both, years alone decide, unless the text also speaks of today
    or of weekdays, as a report does that looks back.
    """
    years, bare = [], []
    for one in parsed:
        numeric = get_tuple(one.values, "date")
        year = get_int(one.values, "year")
        if numeric is not None:
            year = numeric[2] if numeric[4] > 2 else numeric[0] if numeric[3] > 2 else None
        elif "month" not in one.values:
            bare += [year] if year is not None else []
            continue
        if year is not None:
            years.append(year)
    if len(years) >= _HISTORY_DATES:
        return _mostly_far(years, reference, _HISTORY_SHARE)
    reported = any(one.rule.kind in ("relative", "weekday", "shifted_weekday") for one in parsed)
    enough = len(bare) >= _HISTORY_YEARS and not reported
    return enough and _mostly_far(years + bare, reference, _HISTORY_BARE_SHARE)


def _mostly_far(years: Sequence[int], reference: date, share: float) -> bool:
    far = sum(abs(year - reference.year) * 365 > _HISTORY_DAYS for year in years)
    return far >= share * len(years)
