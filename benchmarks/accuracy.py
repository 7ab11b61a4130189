"""Prints the accuracy tables of docs/accuracy.md, for each folder of gold that is there.

    python benchmarks/accuracy.py [GOLD_DIR ...]

Without a folder: the development reports, where they are beside the checkout, and the project's own gold.
"""

from __future__ import annotations

import sys
from pathlib import Path

from visitex import Extractor
from visitex.evaluate import FIELDS, Evaluation, find_gold, judge_file

ROOT = Path(__file__).parents[1]
FOLDERS = (
    ROOT.parent / "shared" / "dev",
    ROOT / "tests" / "data" / "gold",
    ROOT / "tests" / "data" / "sealed",
)


def main() -> None:
    """Score every folder, and print a table for each."""
    folders = [Path(folder) for folder in sys.argv[1:]] or [f for f in FOLDERS if f.is_dir()]
    extractor = Extractor()
    for folder in folders:
        evaluation = Evaluation()
        for path in find_gold([folder]):
            evaluation.add(judge_file(path, extractor))
        print(f"\n{folder.name}: {evaluation.reports.total()} reports\n")
        print(f"| language | reports | {' | '.join(FIELDS)} |")
        print(f"|---|---|{'---|' * len(FIELDS)}")
        rows = [("all", evaluation.reports.total(), evaluation.fields)]
        rows += [
            (language, evaluation.reports[language], evaluation.languages[language])
            for language in sorted(evaluation.languages)
        ]
        for name, count, tallies in rows:
            cells = " | ".join(f"{tallies[field].f1:.3f}" for field in FIELDS)
            print(f"| {name} | {count} | {cells} |")


if __name__ == "__main__":
    main()
