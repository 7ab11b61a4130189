"""Reads ``models/configs/plan.toml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomllib

from .train import Schedule, Shape

PLAN = Path(__file__).resolve().parent.parent / "configs" / "plan.toml"


@dataclass
class Model:
    """One pipeline: what it reads, where it starts, how long it trains.

    With several seeds it is trained once with each, and the weights are averaged; ``blend`` takes
    the weights it started from into the average too. With ``own_vectors`` it keeps the word vectors
    of its own text's words alone.
    """

    name: str
    languages: list[str]
    start: str = ""
    ships: bool = True
    open_words: int = 0
    repeat: dict[str, int] = field(default_factory=dict)
    seeds: list[int] = field(default_factory=lambda: [1])
    blend: bool = False
    own_vectors: bool = False
    schedule: Schedule = field(default_factory=Schedule)
    description: str = ""


@dataclass
class Plan:
    """The whole plan; ``encoder`` is the language whose words the encoder reads."""

    shape: Shape
    open_names: list[str]
    tests: dict[str, list[str]]
    models: dict[str, Model]
    refine: Schedule
    encoder: str
    version: str


def read_plan(path: Path = PLAN) -> Plan:
    """Read the plan, models in the order in which they are trained."""
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    models = {}
    for entry in raw["model"]:
        schedule = Schedule(**entry.pop("schedule"))
        models[entry["name"]] = Model(schedule=schedule, **entry)
    return Plan(
        shape=Shape(**raw["shape"]),
        open_names=raw["open"]["names"],
        tests=raw["test"],
        models=models,
        refine=Schedule(**raw["refine"]),
        encoder=raw["encoder"],
        version=raw["version"],
    )
