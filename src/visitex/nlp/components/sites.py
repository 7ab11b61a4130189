"""``visitex_sites``: names of places of human scale, visited or not; the resolver decides which.

Built as ``visitex_organizations`` is, with the heads of sites.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from visitex.lang.lexicon import Kind, lexicon_of
from visitex.nlp.headed import grammar_of
from visitex.nlp.named import Named

GROUP = "sites"


@Language.factory("visitex_sites", default_config={"language": "en", "packs": []})
def create(nlp: Language, name: str, language: str, packs: list[str]) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """Make the component; ``language`` names the pack whose heads it knows."""
    lexicon = lexicon_of(language, tuple(packs))
    grammar = grammar_of(nlp, lexicon, Kind.SITE, Kind.JOINS_SITE, Kind.NEVER_SITE)
    return Named(GROUP, "SITE", grammar, before=("dates", "titles", "organizations"), spare=set())
