"""Blank pipelines with the tokenizers that the shipped models carry."""

from __future__ import annotations

from typing import Any

import spacy
from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    LIST_ELLIPSES,
    LIST_ICONS,
)
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from .language import traits

# Each of these characters is a token of its own: Han, kana and full-width punctuation.
CJK = (
    "\u3001-\u3003\u3005-\u3020\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff5e"
)
_DASHES = "–|—|--|---|——|~"
_APOSTROPHES = "'\u2019"


# "CSU-Vorsitzende" is two names; "Karl-Heinz" and "Saint-Denis" are one.
_ACRONYM_HYPHEN = r"(?<=[A-ZÄÖÜ]{2})-(?=[A-Za-zÄÖÜäöü]{3})"
# "GmbH." and "S.A.." at the end of a sentence: the full stop is a token of its own.
_STOP_AFTER_CAPITAL = rf"(?<=[{ALPHA_LOWER}][{ALPHA_UPPER}])\."
_STOP_AFTER_STOP = r"(?<=\.)\."


def _joint_infixes() -> list[str]:
    """Infixes for the joint pipeline: elided articles, dashes, slashes, CJK characters."""
    return [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        rf"[{CJK}]",
        rf"(?<=[{ALPHA}][{_APOSTROPHES}])(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])(?:[,:;()/<>=]|{_DASHES})(?=[{ALPHA}0-9])",
        rf"(?<=[{ALPHA_LOWER}])[.](?=[{ALPHA_UPPER}][{ALPHA_LOWER}])",
        _ACRONYM_HYPHEN,
    ]


def blank(name: str) -> Language:
    """Return an empty pipeline with the tokenizer of model ``name``.

    All pipelines cut words alike, so that one can start from another; English and German keep the
    abbreviations that spaCy knows for them.
    """
    defaults = spacy.blank("xx").Defaults
    prefixes = [*(defaults.prefixes or []), rf"[{CJK}]", rf"(?:{_DASHES})"]
    suffixes = [*(defaults.suffixes or []), rf"[{CJK}]", rf"(?:{_DASHES})"]
    suffixes += [_STOP_AFTER_CAPITAL, _STOP_AFTER_STOP]
    nlp = spacy.blank(traits(name).tokenizer)
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(_joint_infixes()).finditer
    return nlp
