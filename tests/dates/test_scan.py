"""Texts to runs of known tokens."""

from __future__ import annotations

from visitex.dates.scan import find_runs
from visitex.dates.vocabulary import CAPITAL, MONEY, STOP, UNKNOWN, Vocabulary, cjk_number
from visitex.lang.date_lexicon import DateLexicon, Numeral, RelativeDay
from visitex.lang.load import load_pack

LEXICON = DateLexicon(
    months={"may": ("may",), "december": ("december", "dec")},
    weekdays={"monday": ("montag",)},
    day_parts={"evening": ("abend",)},
    of=("of", "of the"),
    relative_days=(RelativeDay(offset=2, words=("the day after tomorrow",)),),
    ordinals=(Numeral(value=1, words=("first",)),),
    ordinal_suffixes=("th",),
    compounds=True,
    written_large=("may",),
)


def tokens(text: str, lexicon: DateLexicon = LEXICON) -> list[list[str]]:
    runs = find_runs(text, Vocabulary(lexicon))
    return [[text[start:end] for start, end, _ in run.tokens] for run in runs]


def test_an_unknown_word_ends_a_run() -> None:
    assert tokens("the first of December saw Dec 7th") == [
        ["first", "of", "December"],
        ["Dec", "7th"],
    ]


def test_a_run_without_an_anchor_is_dropped() -> None:
    assert tokens("the first of the 5 of them") == []


def test_the_longest_phrase_wins() -> None:
    assert tokens("of the december") == [["of the", "december"]]
    assert tokens("The day after tomorrow") == [["The day after tomorrow"]]


def test_a_compound_is_two_tokens() -> None:
    assert tokens("Montagabend") == [["Montag", "abend"]]


def test_a_paragraph_ends_a_run() -> None:
    assert tokens("first\n\nDecember") == [["December"]]


def test_what_stands_around_a_run() -> None:
    vocabulary = Vocabulary(LEXICON)

    def around(text: str) -> tuple[str, str]:
        [run] = find_runs(text, vocabulary)
        return run.symbols[0], run.symbols[-1]

    assert around("Mr December") == (CAPITAL, STOP)
    assert around("word December!") == (UNKNOWN, STOP)
    assert around("$ December Smith") == (MONEY, CAPITAL)


def test_a_month_written_small_is_another_word() -> None:
    vocabulary = Vocabulary(LEXICON)
    [[(_, _, large)]] = [run.tokens for run in find_runs("May", vocabulary)]
    [[(_, _, small)]] = [run.tokens for run in find_runs("may", vocabulary)]
    assert "month" in large.values
    assert set(small.values) & {"month", "small_month"} == {"small_month"}


def test_chinese_numbers() -> None:
    assert cjk_number("二〇一六")["year"] == 2016
    assert cjk_number("二十八")["day"] == 28
    assert cjk_number("十二")["month_number"] == 12
    assert cjk_number("廿")["day"] == 20


def test_text_without_spaces_is_cut_at_known_words() -> None:
    lexicon = load_pack("zh").dates
    assert tokens("代表团于10月12日上午抵达", lexicon)[-1][-5:] == ["10", "月", "12", "日", "上午"]


def test_windows_do_not_lose_runs() -> None:
    text = "word " * 20_000 + "December " + "word " * 20_000 + "December"
    assert tokens(text) == [["December"], ["December"]]


def test_a_short_line_ends_a_run_wherever_it_stands() -> None:
    assert tokens("word " * 20 + "\n\nfirst\nDecember") == [["December"]]
    assert tokens("word " * 20 + "first\nDecember") == [["first", "December"]]


def test_phrases_are_found_by_any_of_their_words() -> None:
    assert tokens("saw THE DAY AFTER TOMORROW of the December") == [
        ["THE DAY AFTER TOMORROW", "of the", "December"]
    ]
