"""A sentence as a row of letters."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("language", "marked", "letters"),
    [
        ("en", "[PER Ann Lee], [TITLE Mayor] of [LOC Kelso]", "P,ToL"),
        ("en", "[TITLE Secretary] and [TITLE Chair] of the [ORG Guild]", "T&ToO"),
        ("en", "[PER Ann] ([TITLE Rector], [ORG Guild])", "P(T,O)"),
        ("en", "the [ORG Guild] and its [TITLE chairman]", "dO&yT"),
        ("en", "[LOC Peru]'s [TITLE Minister]", "LsT"),
        ("en", "Mr [PER Tung] as well as Dr. [PER Lee]", "hP&hP"),
        ("en", "[TITLE President] of the federation", "ToG"),
        ("en", "[PER Ann], who is [TITLE Dean] at [ORG Kelso]", "P,aTiO"),
        ("en", "They came; they saw the [SITE Mill].", "x;xdSx"),
        ("en", "[DATE=2021-05-03 3 May]: [PER Ann]", "D:P"),
        ("en", "[PER Ann]\t[TITLE Mayor] | [ORG Guild]", "P|T|O"),
        ("de", "[PER Ute Freese], [TITLE Rektorin] der [ORG Schule]", "P,ToO"),
        ("de", "[PER Ute] und ihr [TITLE Rektor]", "P&yT"),
        ("de", "der [TITLE Gesandte] des Staates [LOC Peru], [PER Ute]", "dToL,P"),
    ],
)
def test_letters(row, language, marked, letters):
    assert row(marked, language).letters == letters


def test_items_keep_their_place_and_mention(scene):
    (sentence,) = scene("Then [PER Ann Lee] sang")
    first, person, last = sentence.row.items
    assert (first.letter, first.start, first.end, first.span) == ("x", 0, 4, None)
    assert (person.start, person.end, person.span.text) == (5, 12, "Ann Lee")
    assert sentence.text[last.start : last.end] == "sang"


def test_a_run_of_other_words_is_one_letter(row):
    assert row("they sang and danced all night").letters.count("x") == 2


def test_mentions_inside_others_are_passed_over(row):
    assert row("[ORG Guild of Peru] met").letters == "Ox"
