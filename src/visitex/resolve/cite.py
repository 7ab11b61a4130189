"""Citation form: "des Allgemeinen Gewerkschaftsbundes" -> "Allgemeiner Gewerkschaftsbund"."""

from __future__ import annotations

import re

from visitex.lang.lexicon import Kind, Lexicon
from visitex.resolve.inflect import cite_phrase
from visitex.text.normal import clean

_PART = re.compile(r"\s+|[^\s]+")


def cite_name(text: str, lexicon: Lexicon, kind: Kind, *, genitive: bool = False) -> str:
    """Return the name of a body or site in citation form: nominative, no article in front.

    Adjectives before the head take the ending that goes with its gender; the head loses its case
    ending. What follows the head stays as it is. ``genitive`` says that a genitive article stands
    in front: "des Sejmiks" is "Sejmik" though no list has it.
    """
    name = clean(text)
    parts = _PART.findall(name)
    while len(parts) > 2 and lexicon.kind(parts[0]) & Kind.DETERMINER:
        named = lexicon.pack.writing.title_case or not lexicon.kind(parts[2]) & kind
        if parts[0][0].isupper() and named:
            break  # "The Collection" and "El Corte Inglés" are called so; "El Colegio" opens a sentence
        parts = parts[2:]
    if not (lexicon.pack.inflection.adjectives or lexicon.pack.inflection.nouns):
        return "".join(parts)
    at = next((i for i, part in enumerate(parts) if lexicon.kind(part) & kind), None)
    if at is None and lexicon.pack.inflection.nouns:
        kind = Kind.PLACE_KIND
        at = next((i for i, part in enumerate(parts) if lexicon.kind(part) & kind), None)
    first = next((i for i, part in enumerate(parts) if part[0].islower()), len(parts))
    if genitive and (at is None or at > first > 1):
        return "".join(_nominative(parts, first, lexicon))
    if at is None:
        return "".join(parts)
    if lexicon.pack.inflection.nouns:
        first = 2 if at and lexicon.kind(parts[0]) & Kind.CONNECTOR else 0
        return "".join(cite_phrase(parts[first:], at - first, lexicon, kind))
    head = lexicon.head(parts[at], kind) or parts[at]
    gender = lexicon.gender(head)
    if lexicon.kind(parts[at]) & kind and not gender:
        gender = "plural"
    before = [_decline(part, gender, lexicon) for part in parts[:at]]
    return "".join([*before, head, *parts[at + 1 :]])


def _nominative(parts: list[str], end: int, lexicon: Lexicon) -> list[str]:
    """Take the genitive ending off the only noun in front of ``end``."""
    noun = parts[0]
    alone = sum(not part.isspace() for part in parts[:end]) == 1 and not noun.isupper()
    for ending in lexicon.pack.inflection.singular_endings if alone else ():
        if noun.endswith(ending) and not noun.endswith("s" + ending) and noun[-2] not in "aeiousx":
            return [noun[: -len(ending)], *parts[1:]]
    return parts


def _decline(word: str, gender: str, lexicon: Lexicon) -> str:
    """Give an adjective the ending of the citation form; a word in "-er" is mostly made of a place."""
    ending = lexicon.pack.inflection.adjectives.get(gender)
    if ending is None or word.isspace() or word.endswith("er") or not word[0].isupper():
        return word
    for old in lexicon.pack.inflection.adjective_endings:
        if word.endswith(old) and len(word) - len(old) >= 3 and word.replace("-", "").isalpha():
            return word[: -len(old)] + ending
    return word


def cite_title(text: str, lexicon: Lexicon, *, female: bool | None = None) -> str:
    """Return a title in citation form; ``female`` is what is known of its holder."""
    pack = lexicon.pack
    title = clean(text)
    known = pack.titles.forms.get(title.lower())
    if known:
        return known if title[0].islower() else known[0].upper() + known[1:]
    if not (pack.inflection.adjectives or pack.inflection.nouns):
        return " ".join(map(lexicon.singular, title.split(" ")))
    parts = _PART.findall(title)
    at = next((i for i, part in enumerate(parts) if lexicon.kind(part) & Kind.TITLE), None)
    if at is None:
        return title
    if pack.inflection.nouns:
        return "".join(cite_phrase(parts, at, lexicon, Kind.TITLE))
    head = _title_head(parts[at], lexicon, female=female)
    woman = female if female is not None else head.lower().endswith(tuple(pack.titles.feminine))
    before = [_decline_title(part, lexicon, female=woman) for part in parts[:at]]
    return "".join([*before, head, *parts[at + 1 :]])


def _title_head(form: str, lexicon: Lexicon, *, female: bool | None) -> str:
    """Return the head noun of a title; adjectival ones ("Vorsitzenden") follow the holder's gender."""
    adjectives = lexicon.pack.inflection.adjectives
    lower = form.lower()
    for stem_end in ("en", "em", "er", "e"):
        stem = form[: -len(stem_end)]
        if lower.endswith(stem_end) and _adjectival(stem, lexicon):
            if female is None and stem_end in {"e", "er"}:
                return form
            return stem + adjectives["feminine" if female else "masculine"]
    if lexicon.pack.titles.heads and lower in lexicon.pack.titles.heads:
        return form
    return lexicon.head(form, Kind.TITLE) or form


def _adjectival(stem: str, lexicon: Lexicon) -> bool:
    """Say whether a stem is declined like an adjective: both its genders are known titles."""
    adjectives = lexicon.pack.inflection.adjectives
    forms = (stem + adjectives["masculine"], stem + adjectives["feminine"])
    known = lexicon.pack.titles
    lower = [form.lower() for form in forms]
    return all(f in known.heads or f.endswith(tuple(known.suffixes)) for f in lower)


def _decline_title(word: str, lexicon: Lexicon, *, female: bool) -> str:
    adjectives = lexicon.pack.inflection.adjectives
    if word.isspace() or not lexicon.kind(word) & Kind.TITLE_MODIFIER or not word.isalpha():
        return word
    for old in lexicon.pack.inflection.adjective_endings:
        stem = word[: -len(old)]
        if word.endswith(old) and len(stem) >= 3:
            return stem + adjectives["feminine" if female else "masculine"]
    return word
