"""A language's date lexicon compiled for scanning: words to symbols, symbols to classes.

Every word or number of a text becomes one symbol, a single character that stands for the set of
classes it may have ("may" {month}, "10" {day, month_number, count, hour}). A rule of the grammar is
then an ordinary regular expression over symbols, the same for all languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Protocol

from visitex.dates import numerals
from visitex.dates.numerals import Classes
from visitex.lang.date_lexicon import DateLexicon

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
PARTS = {"morning": "MO", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI"}

# What may stand outside a run: an unknown word, a capitalised one, a currency mark, anything else.
UNKNOWN, CAPITAL, MONEY, STOP = "u", "C", "z", "s"
OUTSIDE = {"unknown": UNKNOWN, "capital": CAPITAL, "money": MONEY, "stop": STOP}

_PUNCTUATION = {
    ",": "comma", "，": "comma", "、": "comma", ".": "dot", "/": "slash", "(": "open",
    "（": "open", ")": "close", "）": "close", "-": "dash", "–": "dash", "—": "dash", "‐": "dash",
    "‑": "dash", "−": "dash", "~": "dash", "～": "dash", "|": "bar", "[": "open", "]": "close",
}  # fmt: skip
# Fields whose words carry a class of the same name and no value.
_PLAIN_FIELDS = (
    "year_before", "year_after", "month_before", "month_after", "day_before", "day_after",
    "week_before", "week_after", "fiscal_before", "decade_before", "decade_after",
    "century_before", "century_after", "of", "to", "and_", "from_", "between",
    "between_after", "before_date", "before_day", "day_article", "now", "before_part",
    "before_clock", "decade_mark", "week_of", "since", "year_link", "plural", "hour_words",
    "am", "pm", "every", "duration_before", "approximate", "counted", "name_words",
    "not_dates", "edges", "edges_after", "first_of", "weekday_before",
)  # fmt: skip
# Classes that can carry a date by themselves; a run without one is never parsed.
# fmt: off
_ANCHORS = frozenset((
    "month", "small_month", "weekday", "season", "unit", "relative_day", "context_day",
    "period", "year", "date", "date_range", "slashed", "dotted", "dashed", "month_year",
    "year_month", "year_pair", "decade", "nth", "day_after", "month_after", "year_after",
    "quarter", "half", "month_before", "year_before", "decade_word", "century_after",
    "decade_mark", "decade_before",
))
# fmt: on
_CJK_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "两": 2,
    "兩": 2,
}
_CJK_TENS = {"十": 1, "廿": 2, "卅": 3}
CJK_NUMBER = "[〇零○一二三四五六七八九十廿卅两兩]+"
_LONGEST_SHORT_FORM = 5
_CJK = re.compile(CJK_NUMBER)


class _Put(Protocol):
    """A collector of words with their classes."""

    def __call__(self, words: Iterable[str], **classes: numerals.Value) -> None:
        """Record that each word may be of each class."""


class Entry:
    """What a word means: its symbol, its classes with their values, whether it can anchor."""

    __slots__ = ("anchor", "symbol", "values")

    def __init__(self, symbol: str, values: Classes, *, anchor: bool) -> None:
        self.symbol = symbol
        self.values = values
        self.anchor = anchor


class Node:
    """A step in the tree of phrases: the entry that ends here, and the words that may follow."""

    __slots__ = ("children", "entries")

    def __init__(self) -> None:
        self.entries: tuple[tuple[int, int, Entry], ...] = ()
        self.children: dict[str, Node] = {}

    def phrases(self, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Node]]:
        """Yield all phrases that begin with some words, each with the node that it ends at."""
        yield words, self
        for word, child in self.children.items():
            yield from child.phrases((*words, word))


class Vocabulary:
    """The compiled lexicon.

    Attributes:
        nodes: maps a surface form to its node in the tree of phrases.
        token: matches one token; group 1 holds a chunk of digits, group 2 its suffix.
        cuts: as ``token``, with one group around it all, to split a text at.
        anchoring: of each phrase that can carry a date by itself one word, the longest.
        inner: all words of phrases, the first and the others.
        digits: what a number begins with.
        longest_plain: no number of this length or less can carry a date by itself.
    """

    def __init__(self, lexicon: DateLexicon) -> None:
        self.lexicon = lexicon
        # a bare number is a day only behind certain articles or before a dot
        bare_days = bool(lexicon.day_article or lexicon.dotted_days)
        self._anchors = _ANCHORS | {"day"} if bare_days else _ANCHORS
        meanings = _meanings(lexicon)
        self.token = re.compile(_token_source(lexicon, meanings, "("), re.IGNORECASE)
        self.cuts = re.compile(f"({_token_source(lexicon, meanings, '(?:')})", re.IGNORECASE)
        compounds = dict(_compounds(lexicon, meanings)) if lexicon.compounds else {}
        lowered = _lowered(lexicon, meanings)
        listed = [*meanings.values(), *lowered.values()]
        sets = [*numerals.SHAPES, *map(frozenset, listed)]
        sets += [frozenset(_mark(name, lexicon)) for name in sorted({*_PUNCTUATION.values()})]
        sets += [frozenset({"dash"}), frozenset({"comma"})]
        sets += [shape | {"dotted_day"} for shape in numerals.SHAPES if "dotted" in shape]
        self._symbols: dict[frozenset[str], str] = {}
        for classes in sets:
            self._symbols.setdefault(classes, chr(0x100 + len(self._symbols)))
        self.nodes: dict[str, Node] = {}
        for phrase, values in meanings.items():
            self._add(phrase, ((0, -1, self.entry(values)),))
        for word, values in lowered.items():
            if word not in self.nodes:
                continue
            small = Node()
            small.children = self.nodes[word].children
            small.entries = ((0, -1, self.entry(values)),)
            self.nodes[word] = small
        for word, halves in compounds.items():
            if word not in meanings:
                self._add(word, tuple((a, b, self.entry(v)) for a, b, v in halves))
        for mark, name in _PUNCTUATION.items():
            self._add(mark, ((0, -1, self.entry(_mark(name, lexicon))),))
        self.longest_plain = 0 if bare_days else 2
        self.digits = frozenset("0123456789")
        if lexicon.segmentation == "characters":
            self.digits |= frozenset({*_CJK_DIGITS, *_CJK_TENS})
        self._ordinal_suffixes = frozenset(s.lower() for s in lexicon.ordinal_suffixes)
        self._decades = frozenset(s.lower() for s in lexicon.decade_suffixes)
        self.number = lru_cache(maxsize=4096)(self._number)
        phrases = [found for word, node in self.nodes.items() for found in node.phrases((word,))]
        self.inner = _cased(word for words, _ in phrases for word in words) | {"\n"}
        self.anchoring = _cased(
            max(words, key=len)
            for words, node in phrases
            if any(entry.anchor for _, _, entry in node.entries)
        )

    def entry(self, values: Classes) -> Entry:
        """Return the entry for a set of classes; every set that can occur has a symbol."""
        anchor = not self._anchors.isdisjoint(values)
        return Entry(self._symbols[frozenset(values)], values, anchor=anchor)

    def symbols_of(self, name: str) -> str:
        """Return the symbols that can be of a class, as the inside of a character set."""
        if name in OUTSIDE:
            return OUTSIDE[name]
        return "".join(symbol for classes, symbol in self._symbols.items() if name in classes)

    def _number(self, surface: str) -> tuple[tuple[int, int, Entry], ...]:
        """Return the tokens of a chunk of digits, by offsets in the chunk; see `number`."""
        found = self.token.fullmatch(surface)
        chunk, suffix = found.groups() if found else (None, None)
        if chunk is None:
            classes = cjk_number(surface) if _CJK.fullmatch(surface) else {}
            return ((0, len(surface), self.entry(classes)),) if classes else ()
        if suffix:
            kinds = (suffix.lower() in self._ordinal_suffixes, suffix.lower() in self._decades)
            classes = numerals.with_suffix(chunk, ordinal=kinds[0], decade=kinds[1])
            if classes:
                return ((0, len(chunk) + len(suffix), self.entry(classes)),)
            if suffix.isalpha():
                return ()
        return tuple((a, b, self._piece(classes)) for a, b, classes in numerals.classify(chunk))

    def _piece(self, classes: Classes) -> Entry:
        if self.lexicon.dotted_days and "dotted" in classes:
            return self.entry({**classes, "dotted_day": 0})
        return self.entry(classes)

    def _add(self, phrase: str, entries: tuple[tuple[int, int, Entry], ...]) -> None:
        tokens = [m.group().lower() for m in self.token.finditer(phrase)]
        first, *rest = tokens
        node = self.nodes.setdefault(first, Node())
        for surface in (first[:1].upper() + first[1:], first.upper()):
            self.nodes.setdefault(surface, node)
        for token in rest:
            node = node.children.setdefault(token, Node())
        node.entries = entries


def _cased(words: Iterable[str]) -> frozenset[str]:
    """Return words in small letters, with a capital, and in large ones."""
    small = {word.lower() for word in words}
    return frozenset(
        form for word in small for form in (word, word[:1].upper() + word[1:], word.upper())
    )


def _token_source(lexicon: DateLexicon, phrases: Iterable[str], opening: str) -> str:
    """Return the pattern of a token: a chunk of digits with its suffix, a word, mark or line break.

    ``opening`` opens the two groups around the digits and the suffix.
    """
    suffixes = sorted({*lexicon.ordinal_suffixes, *lexicon.decade_suffixes}, key=len, reverse=True)
    suffix = "|".join(map(re.escape, suffixes)) or "(?!)"
    digits = (
        rf"{opening}[0-9]{{1,2}}h[0-9]{{2}}(?!\w)|[0-9]+(?:[./:,\-–~][0-9]+)*)"
        rf"{opening}(?:{suffix})(?!\w))?"
    )
    prefixes = [w for w in (*lexicon.fiscal_before, *lexicon.week_before) if len(w) == 2]
    glued = "|".join(map(re.escape, prefixes)) or "(?!)"
    other = r"\n+|[/.,\-–—_]{3,}|[^\w\s]"
    if lexicon.segmentation == "words":
        return rf"{digits}|(?:{glued})(?=[0-9])|\w+|{other}"
    words = sorted(
        {w for w in phrases if not w.isascii()}, key=lambda w: (-len(w), w)
    )  # the longest word wins where there are no spaces
    listed = "|".join(map(re.escape, words)) or "(?!)"
    # what no word begins with is passed over in one stride
    known = re.escape("".join({word[0] for word in words} | {*_CJK_DIGITS, *_CJK_TENS}))
    unknown = rf"[^\x00-\xff\u2000-\u206f\u3000-\u303f\uff00-\uffef{known}]+"
    return rf"{unknown}|{digits}|{listed}|{CJK_NUMBER}|[A-Za-z]+|{other}|\w"


def cjk_number(digits: str) -> Classes:
    """Read a number written with Chinese digits: "二〇一六", "十二", "廿八"."""
    if len(digits) >= 2 and not any(c in _CJK_TENS for c in digits):
        return numerals.number("".join(str(_CJK_DIGITS[c]) for c in digits[:5]))
    value, unit = 0, 0
    for c in digits:
        if c in _CJK_TENS:
            value += (unit or 1) * 10 * _CJK_TENS[c]
            unit = 0
        else:
            unit = _CJK_DIGITS[c]
    return numerals.spelled(value + unit)


def _meanings(lexicon: DateLexicon) -> dict[str, Classes]:
    """Collect, for every phrase of the lexicon, its classes with their values."""
    found: dict[str, Classes] = {}

    def put(words: Iterable[str], **classes: numerals.Value) -> None:
        for word in words:
            found.setdefault(word.lower(), {}).update(classes)

    cautious = frozenset(word.lower() for word in lexicon.cautious)

    def put_name(words: Sequence[str], name: str, value: numerals.Value) -> None:
        # the first word is the name itself, a long one is none of its short forms
        put([word for word in words if word == words[0] or len(word) > _LONGEST_SHORT_FORM], full=0)
        for word in words:
            sure = {} if word.lower() in cautious else {f"sure_{name}": value}
            put([word], **{name: value}, **sure)

    beside = frozenset(word.lower() for word in lexicon.beside_numbers)
    for month, words in lexicon.months.items():
        put_name([w for w in words if w not in beside], "month", MONTHS.index(month) + 1)
        put([w for w in words if w in beside], small_month=MONTHS.index(month) + 1)
    for weekday, words in lexicon.weekdays.items():
        put_name(words, "weekday", WEEKDAYS.index(weekday) + 1)
    for season, words in lexicon.seasons.items():
        put_name(words, "season", SEASONS[season])
    for part, words in lexicon.day_parts.items():
        put(words, part=PARTS[part])
    for unit, words in lexicon.units.items():
        put(words, unit=unit, **{f"unit_{unit}": 0})
        if unit == "half":  # the first half of a match is none of a year
            put([word for word in words if word not in lexicon.cautious], sure_half_unit=0)
        if lexicon.bare_units_count_one:
            put([word for word in words if word not in lexicon.plural], unit_one=unit)
    _put_numbers(lexicon, put)
    _put_relative(lexicon, put, cautious)
    for field in _PLAIN_FIELDS:
        put(getattr(lexicon, field), **{field.rstrip("_"): 0})
    put(lexicon.articles, the=0)
    put(lexicon.leading_articles, the=0, lead=0)
    return found


def _put_numbers(lexicon: DateLexicon, put: _Put) -> None:
    for numeral in lexicon.numbers:
        put(numeral.words, **numerals.spelled(numeral.value))
    put(lexicon.one, count=1)
    for numeral in lexicon.indefinite:
        put(numeral.words, count=numeral.value, indefinite=0)
    for numeral in lexicon.ordinals:
        put(numeral.words, ordinal=numeral.value)
        if numeral.value <= 31:
            put(numeral.words, day=numeral.value)
    for word, year in _spelled_years(lexicon):
        put([word], year=year, spelled=year)
        if year % 100 == 0:
            put([word], thousand=0)
    for numeral in lexicon.last_ordinals:
        put(numeral.words, last_ordinals=numeral.value)
    for numeral in lexicon.quarters:
        put(numeral.words, quarter=numeral.value)
    for numeral in lexicon.halves:
        put(numeral.words, half=numeral.value)
        # short forms such as "H2" mean other things as well
        put([word for word in numeral.words if len(word) > 2], sure_half=numeral.value)
    for numeral in lexicon.decades:
        put(numeral.words, decade_word=numeral.value)


def _spelled_years(lexicon: DateLexicon) -> Iterator[tuple[str, int]]:
    """Yield years written in words: "nineteen ninety-six"."""
    for start in lexicon.spelled_years:
        if start.least == 0:
            yield from ((word, start.base) for word in start.words)
        for numeral in lexicon.numbers:
            if max(1, start.least) <= numeral.value <= 99:
                for word, number in product(start.words, numeral.words):
                    yield f"{word} {number}", start.base + numeral.value


def _put_relative(lexicon: DateLexicon, put: _Put, cautious: frozenset[str]) -> None:
    for day in lexicon.relative_days:
        part = {"day_part": PARTS[day.part]} if day.part else {}
        put(day.words, relative_day=day.offset, **part)
        put([w for w in day.words if w.lower() not in cautious], sure_relative_day=day.offset)
    for day in lexicon.context_days:
        part = {"day_part": PARTS[day.part]} if day.part else {}
        put(day.words, context_day=day.offset, **part)
    for period in lexicon.relative_periods:
        follows = int(period.anchor == "previous")
        moves = (period.offset, follows, 0)
        put(period.words, **{f"period_{period.unit}": moves})
        if period.alone:
            put(period.words, period=period.unit, period_shift=moves)
    for shift in lexicon.shifts:
        value = (shift.offset, int(shift.anchor == "previous"), int(shift.weekday == "week"))
        put(shift.words, shift=value)
    for relation in lexicon.relations:
        put(relation.words, relation=relation.direction)
    for distance in lexicon.distances:
        way = (distance.direction, int(distance.anchor == "previous"))
        put(distance.words, **{f"distance_{distance.position}": way})


def _mark(name: str, lexicon: DateLexicon) -> Classes:
    """Return the classes of a punctuation mark; a dot may end a date such as "04.11."."""
    return {"dot": 0, "ending_dot": 0} if name == "dot" and lexicon.dotted_days else {name: 0}


def _lowered(lexicon: DateLexicon, meanings: dict[str, Classes]) -> dict[str, Classes]:
    """Return the words that mean more or less in lower case.

    German "morgen" is surely tomorrow, English "may" is a month only beside a number.
    """
    found: dict[str, Classes] = {}
    for word in lexicon.sure_in_lower_case:
        values = dict(meanings.get(word, {}))
        for name in ("relative_day", "month", "weekday", "season"):
            if name in values:
                values[f"sure_{name}"] = values[name]
        found[word] = values
    for word in lexicon.written_large:
        values = dict(meanings.get(word, {}))
        if "month" in values:
            values["small_month"] = values.pop("month")
        for name in ("sure_month", "weekday", "sure_weekday", "season"):
            values.pop(name, None)
        found[word] = values
    return found


def _compounds(
    lexicon: DateLexicon, meanings: dict[str, Classes]
) -> Iterator[tuple[str, tuple[tuple[int, int, Classes], ...]]]:
    """Join weekdays and parts of day written as one word: "Mittwochabend"."""
    weekdays = [w for words in lexicon.weekdays.values() for w in words if len(w) > 4]
    parts = [w for words in lexicon.day_parts.values() for w in words if w.isalpha()]
    for weekday, part in product(weekdays, parts):
        cut = len(weekday)
        yield (
            (weekday + part).lower(),
            (
                (0, cut, meanings[weekday.lower()]),
                (cut, cut + len(part), {"part": meanings[part.lower()]["part"]}),
            ),
        )
