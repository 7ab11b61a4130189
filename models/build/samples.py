"""What a model is trained on: texts with spans, and stretches of which nothing is known."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan
from spacy.training import Example

from .language import traits
from .markup import Line, Report, Span

UNKNOWN = "-"
_BREAKS = ("\n", "\n", "\n\n\n", "\n\n\n\n\n", " \n", "\n\n \n")


@dataclass(frozen=True)
class Sample:
    """One training text. Spans labelled ``-`` are of unknown label and teach nothing.

    ``head`` names the component that learns from it.
    """

    lang: str
    text: str
    spans: tuple[Span, ...]
    head: str = "ner"

    @property
    def words(self) -> int:
        """Roughly how many tokens it has."""
        return traits(self.lang).size(self.text)


def join_lines(lines: Sequence[Line], breaks: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """Put lines together, ``breaks[i]`` after line i; the last line has none."""
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    for i, line in enumerate(lines):
        spans += [Span(s.start + at, s.end + at, s.label) for s in line.spans]
        end = breaks[i] if i + 1 < len(lines) else ""
        parts += [line.text, end]
        at += len(line.text) + len(end)
    return "".join(parts), tuple(spans)


def whole_report(report: Report, rng: random.Random | None = None) -> Sample:
    """Return the report as one text; with ``rng``, parted by one or two line breaks."""
    count = len(report.lines)
    breaks = ["\n\n"] * count
    if rng is not None:
        usual = "\n" if rng.random() < 0.4 else "\n\n"
        breaks = [usual if rng.random() < 0.9 else rng.choice(_BREAKS) for _ in range(count)]
    text, spans = join_lines(report.lines, breaks)
    return Sample(report.lang, text, spans)


def paragraphs(report: Report) -> list[Sample]:
    """Return each paragraph as a text of its own."""
    return [Sample(report.lang, line.text, line.spans) for line in report.lines]


def to_doc(nlp: Language, sample: Sample) -> Doc:
    """Tokenize a sample and set its entities; spans that cut a token become unknown."""
    doc = nlp.make_doc(sample.text)
    entities: list[TokenSpan] = []
    unknown: set[int] = set()
    for span in sample.spans:
        label = "" if span.label == UNKNOWN else span.label
        exact = doc.char_span(span.start, span.end, label=label) if label else None
        if exact is not None:
            entities.append(exact)
            continue
        around = doc.char_span(span.start, span.end, alignment_mode="expand")
        if around is not None:
            unknown.update(token.i for token in around)
    unknown -= {token.i for entity in entities for token in entity}
    doc.set_ents(entities, missing=[doc[i : i + 1] for i in sorted(unknown)], default="outside")
    return doc


def to_examples(nlp: Language, samples: Iterable[Sample]) -> list[Example]:
    """Turn samples into spaCy examples."""
    examples = []
    for sample in samples:
        if not sample.text.strip():
            continue
        doc = to_doc(nlp, sample)
        plain = Doc(
            doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]
        )
        examples.append(Example(plain, doc))
    return examples
