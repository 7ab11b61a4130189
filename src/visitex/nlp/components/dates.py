"""``visitex_dates``: calendar expressions by grammar, ``kb_id_`` the TIMEX value."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from visitex.dates import DateExpression, find_dates

GROUP = "dates"


@Language.factory(
    "visitex_dates", default_config={"language": "en", "packs": [], "reference_date": None}
)
def create(
    nlp: Language,  # noqa: ARG001
    name: str,  # noqa: ARG001
    language: str,
    packs: list[str],
    reference_date: str | None,
) -> Callable[[Doc], Doc]:
    """Make the component; ``reference_date`` (ISO) is the day that the texts are read from."""

    def found(text: str) -> list[DateExpression]:
        outside = tuple(packs)
        return find_dates(text, language=language, reference_date=reference_date, packs=outside)

    def mark(doc: Doc) -> Doc:
        if GROUP in doc.spans:
            return doc
        return mark_dates(doc, found(doc.text))

    return mark


def mark_dates(doc: Doc, dates: Iterable[DateExpression]) -> Doc:
    """Write date expressions to ``doc.spans["dates"]``, ``id_`` the rule that made them."""
    spans = (
        doc.char_span(
            date.start,
            date.end,
            label="DATE",
            kb_id=date.value,
            span_id=date.rule,
            alignment_mode="expand",
        )
        for date in dates
    )
    doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=[span for span in spans if span])
    return doc
