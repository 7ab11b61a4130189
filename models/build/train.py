"""The training loop: one seed, one stream of samples, one averaged model."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, Config, fix_random_seed

from .markup import LABELS
from .samples import Sample, to_examples
from .tokenize import blank

CONFIG = Path(__file__).resolve().parent.parent / "configs" / "ner.cfg"
Stream = Callable[[int, random.Random], list[Sample]]
Check = Callable[[Language], float]
Batch = tuple[str, list[Example]]


@dataclass
class Shape:
    """The numbers that set the size of a network."""

    width: int = 96
    depth: int = 4
    window: int = 1
    pieces: int = 3
    hidden: int = 64
    vectors: int = 0
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
    every: int = 4


def network(name: str, shape: Shape) -> Language:
    """Build the untrained pipeline for model ``name``."""
    nlp = blank(name)
    config: dict[str, Any] = Config().from_disk(CONFIG)["components"]
    tok2vec = config["tok2vec"]["model"]
    tok2vec["embed"].update(
        width=shape.width,
        rows=shape.rows,
        attrs=shape.attrs,
        include_static_vectors=bool(shape.vectors),
    )
    tok2vec["encode"].update(
        width=shape.width, depth=shape.depth, window_size=shape.window, maxout_pieces=shape.pieces
    )
    nlp.add_pipe("tok2vec", config={"model": tok2vec})
    add_head(nlp, "ner", shape, LABELS)
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


def add_head(nlp: Language, name: str, shape: Shape, labels: tuple[str, ...]) -> None:
    """Add an entity recognizer that listens to the tok2vec: the one that ships, or a second one."""
    parser: dict[str, Any] = Config().from_disk(CONFIG)["components"]["ner"]["model"]
    parser["hidden_width"] = shape.hidden
    parser["tok2vec"]["width"] = shape.width
    head = nlp.add_pipe("ner", name=name, config={"model": parser})
    for label in labels:
        head.add_label(label)  # type: ignore[attr-defined]


def copy_weights(source: Language, target: Language) -> None:
    """Start ``target`` from what ``source`` has learned, component by component."""
    for name in target.pipe_names:
        if name in source.pipe_names:
            state = source.get_pipe(name).model.to_bytes()  # type: ignore[attr-defined]
            target.get_pipe(name).model.from_bytes(state)  # type: ignore[attr-defined]


def average(pipelines: list[Language]) -> Language:
    """Average the weights of pipelines with a common start; the first keeps the result."""
    first = pipelines[0]
    for name in ("tok2vec", "ner"):
        models: list[Any] = [nlp.get_pipe(name).model for nlp in pipelines]  # type: ignore[attr-defined]
        for nodes in zip(*(list(model.walk()) for model in models), strict=True):
            for param in nodes[0].param_names:
                if nodes[0].has_param(param):
                    values = [node.get_param(param) for node in nodes]
                    nodes[0].set_param(param, sum(values[1:], values[0].copy()) / len(values))
    return first


def prepare(
    nlp: Language, samples: list[Sample], plan: Schedule, rng: random.Random
) -> list[Batch]:
    """Tokenize, group by head and by size, and shuffle."""
    made: list[Batch] = []
    for head in sorted({sample.head for sample in samples}):
        mine = [sample for sample in samples if sample.head == head]
        rng.shuffle(mine)
        made += [(head, batch) for batch in batches(to_examples(nlp, mine), plan.words)]
    rng.shuffle(made)
    return made


def train(
    nlp: Language,
    stream: Stream,
    plan: Schedule,
    check: Check | None = None,
    start: Language | None = None,
) -> Language:
    """Train ``nlp`` on what ``stream(epoch, rng)`` gives, and leave the averaged weights in it."""
    fix_random_seed(plan.seed)
    rng = random.Random(plan.seed)
    nlp.initialize()
    if start is not None:
        copy_weights(start, nlp)
    heads = [name for name in nlp.pipe_names if name != "tok2vec"]
    tok2vec: Any = nlp.get_pipe("tok2vec")
    optimizer = Adam(plan.rate, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    step = 0
    for epoch in range(plan.epochs):
        began = time.perf_counter()
        made = prepare(nlp, stream(epoch, rng), plan, rng)
        losses: dict[str, float] = {}
        for at, (head, batch) in enumerate(made):
            optimizer.learn_rate = rate_at(plan, step, (epoch + at / len(made)) / plan.epochs)
            tok2vec.listener_map[head] = tok2vec.listener_map.pop(
                head
            )  # the last one sends the gradient back
            others = [name for name in heads if name != head]
            nlp.update(batch, sgd=optimizer, drop=plan.dropout, losses=losses, exclude=others)
            step += 1
        tokens = sum(len(e.reference) for _, batch in made for e in batch)
        report = (
            f"  epoch {epoch + 1}/{plan.epochs} {tokens} tokens {time.perf_counter() - began:.0f} s"
        )
        report += f" loss {losses.get('ner', 0):.0f}"
        if check is not None and (epoch + 1 == plan.epochs or (epoch + 1) % plan.every == 0):
            with nlp.use_params(optimizer.averages), nlp.select_pipes(enable=["tok2vec", "ner"]):
                report += f" score {check(nlp):.4f}"
        print(report, flush=True)
    for _, pipe in nlp.pipeline:
        pipe.model.use_params(optimizer.averages).__enter__()  # type: ignore[attr-defined]
    return nlp
