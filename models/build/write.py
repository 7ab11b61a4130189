"""Writes a trained pipeline as it ships: pruned, with a full ``meta.json``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import tomllib
from spacy.language import Language

from .corpora import Places, own_reports
from .markup import LABELS
from .measure import load_seconds, megabytes, scores, speed
from .plan import Model, Plan
from .train import copy_weights, network
from .vectors import copy_vectors

SOURCES = Path(__file__).resolve().parent.parent / "configs" / "sources.toml"


def prune(nlp: Language, places: Places, plan: Plan, model: Model) -> Language:
    """Return the same pipeline without second heads and without strings that training collected.

    Where the plan says so, it keeps the vectors of its own text's words alone: those of English words
    are of no use to other scripts, and weigh six megabytes.
    """
    clean = network(model.name, plan.shape)
    if plan.shape.vectors:
        own = _words(nlp, places, model) if model.own_vectors else None
        clean.vocab.vectors = copy_vectors(nlp, own)
    clean.initialize()
    copy_weights(nlp, clean)
    return clean


def _words(nlp: Language, places: Places, model: Model) -> set[str]:
    """Return the words of our own text in a model's languages."""
    parts = (part for lang in model.languages for part in own_reports(places, lang))
    lines = [line.text for reports in parts for report in reports for line in report.lines]
    return {token.text for doc in nlp.tokenizer.pipe(lines) for token in doc}


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
    clean = prune(nlp, places, plan, model)
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
