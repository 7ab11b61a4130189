"""The build: ``python -m models.build {convert,train,refine,evaluate,write,all}``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import spacy
from spacy.language import Language

from .corpora import MissingCorpusError, Places, own_reports, read_open, require
from .language import LANGUAGES
from .markup import LABELS
from .measure import load_seconds, megabytes, save, scores, show, speed
from .plan import Model, Plan, read_plan
from .recipe import Data, Recipe, load, word_vectors
from .samples import whole_report
from .score import own
from .train import Check
from .write import write


def convert(places: Places, plan: Plan, encoder: Path | None) -> None:
    """Check that every corpus is there, count it, and compute the word vectors."""
    require(places, plan.open_names + [name for names in plan.tests.values() for name in names])
    if not places.dev.is_dir():
        raise MissingCorpusError(f"no development reports in {places.dev}")
    for lang in LANGUAGES:
        train, held = own_reports(places, lang)
        words = sum(report.words for report in train)
        print(
            f"own {lang}: {len(train)} reports for training ({words} words), {len(held)} held out"
        )
    for name in plan.open_names:
        samples = read_open(places, name)
        words = sum(sample.words for sample in samples)
        print(f"open {name}: {len(samples)} sentences, {words} words")
    print(f"word vectors: {word_vectors(places, plan, encoder)}")


def held_out(data: Data) -> Check:
    """Return what scores a pipeline on the reports held out."""
    samples = [whole_report(report) for reports in data.held.values() for report in reports]

    def check(nlp: Language) -> float:
        return own(nlp, samples).prf(LABELS)[2]

    return check


def train_model(places: Places, plan: Plan, model: Model, encoder: Path | None) -> None:
    """Train one model into the work folder."""
    vectors = word_vectors(places, plan, encoder)
    data = load(places, plan, model)
    print(f"training {model.name}", flush=True)
    nlp = Recipe(places, plan, model, data).train(vectors, held_out(data))
    nlp.to_disk(places.work / model.name)


def refine_model(places: Places, plan: Plan, model: Model) -> None:
    """Go on from the pipeline that ships, into the work folder."""
    data = load(places, plan, model)
    print(f"refining {model.name}", flush=True)
    nlp = Recipe(places, plan, model, data).refine(places.out / model.name, held_out(data))
    nlp.to_disk(places.work / model.name)


def evaluate(places: Places, plan: Plan, model: Model, path: Path | None) -> None:
    """Print and keep the scores of a pipeline."""
    folder = path or places.out / model.name
    nlp = spacy.load(folder, exclude=["open"])
    record = scores(nlp, places, plan, model.languages)
    print(show(record))
    print(speed(nlp, places, model.languages))
    print(f"{megabytes(folder):.1f} MB, loads in {load_seconds(folder):.2f} s")
    places.work.mkdir(parents=True, exist_ok=True)
    save(record, places.work / f"{model.name}.scores.json")


def taught(plan: Plan, model: Model) -> list[str]:
    """Return all languages that went into a model, by way of its start too."""
    languages = set(model.languages)
    if model.start:
        languages.update(taught(plan, plan.models[model.start]))
    return [lang for lang in LANGUAGES if lang in languages]


def write_model(places: Places, plan: Plan, model: Model) -> None:
    """Write one trained model as it ships."""
    nlp = spacy.load(places.work / model.name)
    written = write(nlp, places, plan, model, taught(plan, model))
    figures = {key: written[key] for key in ("size_mb", "load_seconds", "speed")}
    print(f"{model.name}: {figures}")
    print(show(written["performance"]))


def parser(plan: Plan) -> argparse.ArgumentParser:
    """Describe the command line."""
    top = argparse.ArgumentParser(
        prog="python -m models.build", description="Build visitex's pipelines."
    )
    top.add_argument(
        "--shared",
        type=Path,
        default=Path("../shared"),
        help="folder of the corpora and dev reports",
    )
    top.add_argument(
        "--corpus", type=Path, default=Path("models/corpus"), help="our own marked-up text"
    )
    top.add_argument(
        "--work", type=Path, default=Path("models/work"), help="where trained models are kept"
    )
    top.add_argument(
        "--out", type=Path, default=Path("models"), help="where pipelines are written to ship"
    )
    top.add_argument(
        "--encoder", type=Path, help="folder with all-MiniLM-L6-v2 (model.safetensors, vocab.txt)"
    )
    commands = top.add_subparsers(dest="command", required=True)
    commands.add_parser("convert", help="check and count the corpora, compute word vectors")
    commands.add_parser("all", help="convert, train and write every model")
    for name in ("train", "refine", "evaluate", "write"):
        command = commands.add_parser(name)
        command.add_argument("model", choices=list(plan.models), nargs="+")
        if name == "evaluate":
            command.add_argument("--path", type=Path, help="another folder with a pipeline")
    return top


def run(arguments: argparse.Namespace, plan: Plan) -> None:
    """Do what the command line says."""
    places = Places(arguments.shared, arguments.corpus, arguments.work, arguments.out)
    if arguments.command in ("convert", "all"):
        convert(places, plan, arguments.encoder)
    chosen = list(plan.models) if arguments.command == "all" else getattr(arguments, "model", [])
    for name in chosen:
        model = plan.models[name]
        if arguments.command in ("train", "all"):
            train_model(places, plan, model, arguments.encoder)
        if arguments.command == "refine":
            refine_model(places, plan, model)
        if arguments.command == "evaluate":
            evaluate(places, plan, model, arguments.path)
        if arguments.command == "write" or (arguments.command == "all" and model.ships):
            write_model(places, plan, model)


def main() -> int:
    """Run the build; a missing corpus ends it with one line."""
    plan = read_plan()
    try:
        run(parser(plan).parse_args(), plan)
    except MissingCorpusError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
