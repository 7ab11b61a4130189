"""The training loop: one seed, one stream of samples, one averaged model."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed
from thinc.api import Adam, Config

from .markup import LABELS
from .samples import Sample, to_examples
from .tokenize import blank

CONFIG = Path(__file__).resolve().parent.parent / "configs" / "ner.cfg"
Stream = Callable[[int, random.Random], list[Sample]]
Check = Callable[[Language], float]


@dataclass
class Shape:
    """The numbers that set the size of a network."""

    width: int = 96
    depth: int = 4
    window: int = 1
    pieces: int = 3
    hidden: int = 64
    rows: list[int] = field(default_factory=lambda: [5000, 1000, 2500, 2500])
    attrs: list[str] = field(default_factory=lambda: ["NORM", "PREFIX", "SUFFIX", "SHAPE"])


@dataclass
class Schedule:
    """How long and how hard to train."""

    epochs: int = 20
    words: int = 250
    rate: float = 0.001
    warmup: int = 100
    dropout: float = 0.2
    seed: int = 1
    floor: float = 0.1


def network(name: str, shape: Shape) -> Language:
    """Build the untrained pipeline for model ``name``."""
    nlp = blank(name)
    config: dict[str, Any] = Config().from_disk(CONFIG)["components"]
    tok2vec = config["tok2vec"]["model"]
    tok2vec["embed"].update(width=shape.width, rows=shape.rows, attrs=shape.attrs)
    tok2vec["encode"].update(
        width=shape.width, depth=shape.depth, window_size=shape.window, maxout_pieces=shape.pieces
    )
    parser = config["ner"]["model"]
    parser["hidden_width"] = shape.hidden
    parser["tok2vec"]["width"] = shape.width
    nlp.add_pipe("tok2vec", config={"model": tok2vec})
    ner = nlp.add_pipe("ner", config={"model": parser})
    for label in LABELS:
        ner.add_label(label)  # type: ignore[attr-defined]
    return nlp


def batches(examples: list[Example], words: int) -> Iterator[list[Example]]:
    """Group examples until a batch holds ``words`` tokens."""
    batch: list[Example] = []
    size = 0
    for example in examples:
        batch.append(example)
        size += len(example.reference)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def rate_at(plan: Schedule, step: int, progress: float) -> float:
    """Linear warm-up, then a straight line down to ``floor`` of the rate."""
    if step < plan.warmup:
        return plan.rate * (step + 1) / plan.warmup
    return plan.rate * (1 - (1 - plan.floor) * progress)


def train(
    nlp: Language, stream: Stream, plan: Schedule, check: Check | None = None, start: Language | None = None
) -> Language:
    """Train ``nlp`` on what ``stream(epoch, rng)`` gives, and leave the averaged weights in it."""
    fix_random_seed(plan.seed)
    rng = random.Random(plan.seed)
    first = to_examples(nlp, stream(0, random.Random(0))[:200])
    nlp.initialize(lambda: first)
    if start is not None:
        for pipe in ("tok2vec", "ner"):
            nlp.get_pipe(pipe).from_bytes(start.get_pipe(pipe).to_bytes(exclude=["vocab"]), exclude=["vocab"])  # type: ignore[attr-defined]
    optimizer = Adam(plan.rate, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    step = 0
    for epoch in range(plan.epochs):
        began, seen = time.perf_counter(), 0
        samples = stream(epoch, rng)
        rng.shuffle(samples)
        examples = to_examples(nlp, samples)
        losses: dict[str, float] = {}
        for batch in batches(examples, plan.words):
            size = sum(len(e.reference) for e in batch)
            progress = (epoch + min(1.0, seen / max(1, sum(len(e.reference) for e in examples)))) / plan.epochs
            optimizer.learn_rate = rate_at(plan, step, progress)
            nlp.update(batch, sgd=optimizer, drop=plan.dropout, losses=losses)
            seen += size
            step += 1
        report = f"  epoch {epoch + 1}/{plan.epochs} {seen} tokens {time.perf_counter() - began:.0f} s loss {losses['ner']:.0f}"
        if check is not None and (epoch + 1 == plan.epochs or (epoch + 1) % 5 == 0):
            with nlp.use_params(optimizer.averages):
                report += f" score {check(nlp):.4f}"
        print(report, flush=True)
    for _, pipe in nlp.pipeline:
        pipe.model.use_params(optimizer.averages).__enter__()  # type: ignore[attr-defined]
    return nlp


def reload(path: Path) -> Language:
    """Load a pipeline from disk."""
    return spacy.load(path)
