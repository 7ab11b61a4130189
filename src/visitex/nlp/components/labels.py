"""``visitex_labels``: renames a pipeline's entity labels to ours, by a map that is data."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Span


@Language.factory("visitex_labels", default_config={"labels": {}})
def create(nlp: Language, name: str, labels: dict[str, str]) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """Make the component; entities whose label is not in ``labels`` are dropped."""
    ours = set(labels.values())

    def rename(doc: Doc) -> Doc:
        if all(entity.label_ in ours for entity in doc.ents):
            return doc
        doc.ents = [
            Span(doc, entity.start, entity.end, label=labels[entity.label_])
            for entity in doc.ents
            if entity.label_ in labels
        ]
        return doc

    return rename
