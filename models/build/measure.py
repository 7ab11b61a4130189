"""Size, loading time and speed of a pipeline, and all its scores as one record."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from . import score
from .corpora import Places, own_reports, read_open
from .gold import read_dev
from .language import LANGUAGES, traits
from .markup import LABELS
from .plan import Plan
from .samples import whole_report

_LOAD = (
    "import sys, time, spacy; spacy.blank('xx'); began = time.perf_counter();"
    "spacy.load(sys.argv[1]); print(time.perf_counter() - began)"
)


def megabytes(folder: Path) -> float:
    """Size on disk."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def load_seconds(folder: Path, tries: int = 3) -> float:
    """Seconds to load the pipeline in a fresh process, spaCy imported; the best of a few."""
    command = [sys.executable, "-W", "ignore", "-c", _LOAD, str(folder)]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(tries)
    ]
    return min(float(run.stdout) for run in runs)


def words_per_second(nlp: Language, texts: list[str], tries: int = 3) -> float:
    """Words (by white space) per second of processor time, the best of a few rounds."""
    words = sum(len(text.split()) for text in texts)
    best = 0.0
    for _ in range(tries):
        began = time.process_time()
        for _doc in nlp.pipe(texts, batch_size=16):
            pass
        best = max(best, words / (time.process_time() - began))
    return best


def speed(nlp: Language, places: Places, languages: list[str]) -> dict[str, float]:
    """Speed of the pipeline, and of a blank one beside it."""
    spaced = [lang for lang in languages if traits(lang).spaced] or languages
    texts = [report.text for report in read_dev(places.dev) if report.lang in spaced] * 8
    blank = words_per_second(spacy.blank("xx"), texts)
    return {"words_per_second": round(words_per_second(nlp, texts)), "blank": round(blank)}


def numbers(tally: score.Tally) -> dict[str, float]:
    """Scores of a tally: F1 a label, then precision, recall and F1 of all."""
    precision, recall, f1 = tally.prf(LABELS)
    result = {label: round(tally.prf([label])[2], 3) for label in LABELS if tally.wanted[label]}
    return result | {"P": round(precision, 3), "R": round(recall, 3), "F": round(f1, 3)}


def scores(nlp: Language, places: Places, plan: Plan, languages: list[str]) -> dict[str, Any]:
    """Every score of a pipeline: dev reports, our own held-out ones, open test sets."""
    reports = [report for report in read_dev(places.dev) if report.lang in languages]
    on_dev = score.dev(nlp, reports)
    on_own = {}
    for lang in languages:
        held = [whole_report(report) for report in own_reports(places, lang)[1]]
        on_own[lang] = score.own(nlp, held)
    tests = {}
    for lang in languages:
        for name in plan.tests.get(lang, []):
            tests[name] = numbers(score.folded(nlp, read_open(places, name)))
    return {
        "dev": {lang: numbers(on_dev[lang]) for lang in LANGUAGES if lang in on_dev},
        "own_held_out": {lang: numbers(tally) for lang, tally in on_own.items()},
        "open_tests": tests,
    }


def show(record: dict[str, Any]) -> str:
    """Lay a record out as lines of text."""
    lines = []
    for part, rows in record.items():
        if not isinstance(rows, dict):
            continue
        for name, row in rows.items():
            values = (
                "  ".join(f"{k} {v:.3f}" for k, v in row.items())
                if isinstance(row, dict)
                else str(row)
            )
            lines.append(f"{part:14} {name:14} {values}")
    return "\n".join(lines)


def save(record: dict[str, Any], path: Path) -> None:
    """Write a record as JSON."""
    path.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
