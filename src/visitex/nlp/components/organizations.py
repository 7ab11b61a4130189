"""``visitex_organizations``: names of bodies.

Order of decision: spans of the trained pipeline, mended by the grammar of bodies, then names around
a head of the lexicon; the lexicon overrules a PER or LOC of the pipeline, never a SITE.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from visitex.lang.lexicon import Kind, lexicon_of
from visitex.nlp.headed import grammar_of
from visitex.nlp.named import Named

GROUP = "organizations"


@Language.factory("visitex_organizations", default_config={"language": "en", "packs": []})
def create(nlp: Language, name: str, language: str, packs: list[str]) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """Make the component; ``language`` names the pack whose heads it knows."""
    lexicon = lexicon_of(language, tuple(packs))
    grammar = grammar_of(nlp, lexicon, Kind.BODY, Kind.JOINS_BODY, Kind.NEVER_BODY)
    return Named(GROUP, "ORG", grammar, before=("dates", "titles"), spare={"ORG", "SITE"})
