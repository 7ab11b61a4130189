"""Writes a trained pipeline as it ships: pruned, with a full ``meta.json``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import tomllib
from spacy.language import Language

from .corpora import Places
from .markup import LABELS
from .measure import load_seconds, megabytes, scores, speed
from .plan import Model, Plan
from .train import copy_weights, network
from .vectors import copy_vectors

SOURCES = Path(__file__).resolve().parent.parent / "configs" / "sources.toml"


def prune(nlp: Language, name: str, plan: Plan) -> Language:
    """Return the same pipeline without second heads and without strings that training collected."""
    clean = network(name, plan.shape)
    if plan.shape.vectors:
        clean.vocab.vectors = copy_vectors(nlp)
    clean.initialize()
    copy_weights(nlp, clean)
    return clean


def _key(corpus: str) -> str:
    """What a corpus is listed under."""
    lang, _, rest = corpus.partition("-")
    head = rest.split("_")[0]
    return lang if head in ("train", "dev", "test") else head


def sources(plan: Plan, languages: list[str]) -> list[dict[str, str]]:
    """What a pipeline was made from, with licences."""
    rows = [{"name": "models/corpus (visitex's own reports)", "licence": "CC0-1.0"}]
    keys = [_key(name) for name in plan.open_names if name.split("-")[0] in languages]
    known: dict[str, dict[str, str]] = tomllib.loads(SOURCES.read_text(encoding="utf-8"))
    rows += [known[key] for key in dict.fromkeys(keys)]
    rows.append({"name": "Faker, name providers (augmentation)", "licence": "MIT"})
    if plan.shape.vectors:
        rows.append(
            {
                "name": "sentence-transformers/all-MiniLM-L6-v2 (word vectors)",
                "licence": "Apache-2.0",
            }
        )
    return rows


def meta(plan: Plan, model: Model, taught: list[str]) -> dict[str, Any]:
    """The fixed part of a pipeline's ``meta.json``."""
    return {
        "name": model.name,
        "version": plan.version,
        "description": model.description,
        "author": "visitex",
        "license": "CC-BY-SA-4.0",
        "spacy_version": ">=3.8.0,<3.9.0",
        "languages": model.languages,
        "labels": {"tok2vec": [], "ner": list(LABELS)},
        "sources": sources(plan, taught),
    }


def write(
    nlp: Language, places: Places, plan: Plan, model: Model, taught: list[str]
) -> dict[str, Any]:
    """Write the pipeline to ``models/NAME``, measure it there, put the figures into its meta."""
    folder = places.out / model.name
    if folder.is_dir():
        shutil.rmtree(folder)
    clean = prune(nlp, model.name, plan)
    clean.to_disk(folder)
    record = scores(clean, places, plan, model.languages)
    figures = {
        "scores": record,
        "speed": speed(clean, places, model.languages),
        "size_mb": round(megabytes(folder), 1),
        "load_seconds": round(load_seconds(folder), 2),
    }
    path = folder / "meta.json"
    written: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    written.update(meta(plan, model, taught), performance=figures.pop("scores"), **figures)
    path.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return written
