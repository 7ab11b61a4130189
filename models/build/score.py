"""Exact-span scores: on dev reports, on held-out reports of our own, on open test sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.language import Language

from .gold import Dev
from .markup import LABELS
from .samples import Sample

Found = tuple[int, int, str]


@dataclass
class Tally:
    """Right, predicted and wanted spans, by label."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def prf(self, labels: Iterable[str]) -> tuple[float, float, float]:
        """Precision, recall and F1 over some labels."""
        keys = list(labels)
        right = sum(self.right[k] for k in keys)
        predicted = sum(self.predicted[k] for k in keys)
        wanted = sum(self.wanted[k] for k in keys)
        precision = right / predicted if predicted else 0.0
        recall = right / wanted if wanted else 0.0
        total = precision + recall
        return precision, recall, 2 * precision * recall / total if total else 0.0

    def add(self, other: Tally) -> None:
        """Take in another tally's counts."""
        self.right += other.right
        self.predicted += other.predicted
        self.wanted += other.wanted


def predict(nlp: Language, texts: list[str]) -> list[set[Found]]:
    """Return the entities of each text."""
    docs = nlp.pipe(texts, batch_size=32)
    return [{(e.start_char, e.end_char, e.label_) for e in doc.ents} for doc in docs]


def exact(gold: list[set[Found]], predicted: list[set[Found]]) -> Tally:
    """Score spans against spans."""
    tally = Tally()
    for want, got in zip(gold, predicted, strict=True):
        tally.right.update(label for _, _, label in want & got)
        tally.predicted.update(label for _, _, label in got)
        tally.wanted.update(label for _, _, label in want)
    return tally


def own(nlp: Language, samples: list[Sample]) -> Tally:
    """Score on marked-up reports of our own."""
    gold = [{(s.start, s.end, s.label) for s in sample.spans} for sample in samples]
    return exact(gold, predict(nlp, [sample.text for sample in samples]))


def folded(nlp: Language, samples: list[Sample]) -> Tally:
    """Score on an open test set, which knows no TITLE and calls a site LOC or ORG."""
    tally = Tally()
    for sample, got in zip(samples, predict(nlp, [s.text for s in samples]), strict=True):
        want = {(s.start, s.end, s.label) for s in sample.spans}
        mapped = set()
        for start, end, label in got:
            if label == "TITLE":
                continue
            site = label == "SITE"
            kind = "ORG" if site and (start, end, "ORG") in want else "LOC" if site else label
            mapped.add((start, end, kind))
        tally.add(exact([want], [mapped]))
    return tally


def dev(nlp: Language, reports: list[Dev]) -> dict[str, Tally]:
    """Score on the gold reports, by language.

    Gold lists visited places and visited sites alone: LOC counts for recall only, and a SITE or LOC
    that the gold does not know is no false hit unless it overlaps a gold span.
    """
    by_lang: dict[str, Tally] = {}
    for report, got in zip(reports, predict(nlp, [r.text for r in reports]), strict=True):
        by_lang.setdefault(report.lang, Tally()).add(_dev_report(report, got))
    return by_lang


def _dev_report(report: Dev, got: set[Found]) -> Tally:
    tally = Tally()
    hits = {(start, end): label for start, end, label in got}
    for span in report.spans:
        label = hits.get((span.start, span.end), "")
        main = label if label in span.labels else min(span.labels, key=LABELS.index)
        tally.wanted[main] += 1
        if label in span.labels:
            tally.right[main] += 1
            tally.predicted[main] += 1
    exact_spans = {(s.start, s.end): s.labels for s in report.spans}
    for start, end, label in got:
        if label in exact_spans.get((start, end), ()):
            continue
        overlaps = any(s.start < end and start < s.end for s in report.spans)
        if overlaps or label not in ("LOC", "SITE"):
            tally.predicted[label] += 1
    return tally


def table(tally: Tally) -> str:
    """One line: F1 a label, then precision, recall and F1 of all."""
    parts = [f"{label} {tally.prf([label])[2]:.3f}" for label in LABELS if tally.wanted[label]]
    precision, recall, f1 = tally.prf(LABELS)
    return "  ".join(parts) + f"  | P {precision:.3f} R {recall:.3f} F {f1:.3f}"
