"""A trained pipeline with our components behind it, in their order."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from visitex.dates import DateExpression
from visitex.errors import ModelError, PatternsError
from visitex.lang.lexicon import lexicon_of
from visitex.lang.pack import Model, Pack
from visitex.nlp.models import model_path, shipped
from visitex.text.normal import fold
from visitex.text.spans import Reading
from visitex.text.zones import Layout

if TYPE_CHECKING:
    from spacy.language import Language

RULES = (
    "visitex_titles",
    "visitex_organizations",
    "visitex_sites",
    "visitex_people",
    "visitex_places",
)
"""The components behind the entity recogniser, in the order in which they claim tokens."""

TRAINED = ("tok2vec", "transformer", "ner")
"""The components of a pipeline that are used, whatever else it has."""

PATTERNS = "visitex_patterns"


class Pipeline:
    """A loaded pipeline for one language, asked with :meth:`read`."""

    def __init__(
        self,
        pack: Pack,
        *,
        model: str | None = None,
        packs: tuple[str, ...] = (),
        patterns: str | None = None,
    ) -> None:
        """Load the pipeline; arguments and errors are those of :func:`build_pipeline`."""
        self._lexicon = lexicon_of(pack.language, packs)
        self._nlp = build_pipeline(pack, model=model, packs=packs, patterns=patterns)

    @property
    def trained(self) -> bool:
        """Tell whether names come from a trained recogniser, or from rules and patterns alone."""
        return "ner" in self._nlp.pipe_names

    def read(self, text: str, layout: Layout, dates: Iterable[DateExpression]) -> Reading:
        """Return what the pipeline finds in a text whose layout and dates are known.

        The pipeline sees the folded text, which has the same offsets.
        """
        from visitex.nlp.components.dates import mark_dates  # noqa: PLC0415
        from visitex.nlp.components.layout import mark_layout  # noqa: PLC0415
        from visitex.nlp.mentions import read_mentions  # noqa: PLC0415
        from visitex.nlp.pieces import recognise  # noqa: PLC0415

        doc = self._nlp.make_doc(fold(text))
        mark_layout(doc, layout)
        mark_dates(doc, dates)
        for name, component in self._nlp.pipeline:
            if name not in TRAINED:
                doc = component(doc)
            elif name == "ner":
                recognise(self._nlp, doc)
        return read_mentions(doc, text, self._lexicon, layout)


def build_pipeline(
    pack: Pack,
    *,
    model: str | None = None,
    packs: tuple[str, ...] = (),
    patterns: str | None = None,
) -> Language:
    """Return a spaCy pipeline for the language of ``pack``.

    Args:
        pack: the language pack.
        model: name or path of a pipeline with an ``ner``; the pack's own where none is given.
        packs: folders with packs from outside, where ``pack`` may come from.
        patterns: a file of entities of the user's own, in spaCy's EntityRuler JSONL.

    Raises:
        ModelError: the pipeline cannot be loaded or finds no entities.
        PatternsError: the file is not EntityRuler JSONL.
    """
    nlp = _load(model) if model else _own(pack)
    nlp.max_length = sys.maxsize  # what is long is recognised in pieces
    config = {"language": pack.language, "packs": list(packs)}
    nlp.add_pipe("visitex_sentences", first=True, config=config)
    nlp.add_pipe("visitex_layout", first=True, config=config)
    nlp.add_pipe("visitex_labels", config={"labels": pack.model.labels})
    if patterns:
        _add_patterns(nlp, patterns)
    nlp.add_pipe("visitex_dates", config=config)
    for factory in RULES:
        nlp.add_pipe(factory, config=config)
    return nlp


def _own(pack: Pack) -> Language:
    """Return the pack's pipeline; where it has none, one that only parts words."""
    import spacy  # noqa: PLC0415

    name = pack.model.name
    if name == Model().name and name not in {model.name for model in shipped()}:
        return spacy.blank("xx")
    return _load(str(model_path(name)))


def _load(model: str) -> Language:
    import spacy  # noqa: PLC0415

    try:
        nlp = spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).splitlines()[0]
        raise ModelError(f"{model}: cannot be loaded as a spaCy pipeline ({reason})") from error
    if "ner" not in nlp.pipe_names:
        raise ModelError(f"{model}: has no entity recogniser; give a pipeline with an `ner`")
    for name in nlp.pipe_names:
        if name not in TRAINED:
            nlp.remove_pipe(name)
    return nlp


def _add_patterns(nlp: Language, patterns: str) -> None:
    ruler = nlp.add_pipe(
        "span_ruler",
        name=PATTERNS,
        config={"spans_key": "patterns", "overwrite": True},
    )
    try:
        ruler.add_patterns(list(_read_patterns(Path(patterns))))  # type: ignore[attr-defined]
    except ValueError as error:
        raise PatternsError(f"{patterns}: {str(error).splitlines()[0]}") from error


def _read_patterns(path: Path) -> list[dict[str, object]]:
    """Return the patterns of a file: one ``{"label", "pattern", "id"}`` a line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PatternsError(f"{path}: cannot be read ({error}); give a UTF-8 JSONL file") from error
    found: list[dict[str, object]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except json.JSONDecodeError as error:
            raise PatternsError(f"{path}:{number}: not JSON ({error.msg})") from error
        if not isinstance(entry, dict) or not {"label", "pattern"} <= entry.keys():
            raise PatternsError(f'{path}:{number}: needs "label" and "pattern"')
        found.append(entry)
    return found
