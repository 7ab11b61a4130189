"""How fast and in how much memory reports are read, each figure beside its yardstick.

    python benchmarks/throughput.py [--workers N] [--longest KB]

All in one run: the bare shipped pipeline and the full extraction on the same text, in CPU time of one
core; one report from 10 kB to the longest; `visitex parse` against `import spacy` and loading the
model; and `visitex batch` with one worker and with more. Text: samples/ and tests/data/gold/.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from visitex import Extractor
from visitex.nlp.models import model_path

ROOT = Path(__file__).parents[1]
TEXTS = [
    path.read_text(encoding="utf-8")
    for folder in ("samples", "tests/data/gold")
    for path in sorted((ROOT / folder).glob("*en-*.txt"))
]
LOAD = "import spacy; spacy.load({path!r})"
MEMORY = """
import resource, sys
from visitex import Extractor
text = sys.stdin.read()
Extractor(language="en").extract(text)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def cpu(call: Callable[[], object]) -> float:
    """Return the seconds of CPU that a call takes: the best of three."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        call()
        taken.append(time.process_time() - start)
    return min(taken)


def wall(command: list[str], runs: int = 5) -> float:
    """Return how long a command runs: the median, the first run left out."""
    taken = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken[1:])


def rates() -> None:
    """Print words a second of the bare pipeline and of the full extraction."""
    words = sum(len(text.split()) for text in TEXTS)
    nlp, extractor = spacy.load(model_path("en")), Extractor(language="en")
    for text in TEXTS:
        extractor.extract(text)
    bare = words / cpu(lambda: [nlp(text) for text in TEXTS])
    full = words / cpu(lambda: [extractor.extract(text) for text in TEXTS])
    print(f"bare pipeline       {bare:8,.0f} words/s a core")
    print(f"full extraction     {full:8,.0f} words/s a core   {full / bare:.0%} of it (60% wanted)")


def lengths(longest: int) -> None:
    """Print time and memory of one report of growing length."""
    size = 10
    while size <= longest:
        text = "\n\n".join(TEXTS)
        text = (text * (size * 1000 // len(text) + 1))[: size * 1000]
        start = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        ran = subprocess.run(
            [sys.executable, "-c", MEMORY], input=text, text=True, capture_output=True, check=True
        )
        took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - start
        print(f"one report {size:6,} kB {took:8.1f} s with start {int(ran.stdout):6,} MB at most")
        size *= 10


def start_up() -> None:
    """Print `visitex parse` of one report beside importing spaCy and loading the model."""
    report = str(next((ROOT / "samples").glob("en-*.txt")))
    parse = wall([sys.executable, "-m", "visitex.cli.main", "parse", report])
    load = wall([sys.executable, "-c", LOAD.format(path=str(model_path("en")))])
    print(f"import and load     {load:8.2f} s")
    print(f"visitex parse       {parse:8.2f} s   {parse / load:.2f} of it (1.3 wanted)")


def workers(most: int) -> None:
    """Print the rate of a batch with one worker and with more."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "in")
        folder.mkdir()
        for copy in range(20):
            for number, text in enumerate(TEXTS):
                (folder / f"{copy}-{number}.txt").write_text(text, encoding="utf-8")
        taken = {}
        for count in (1, most):
            out = str(Path(made, f"{count}.jsonl"))
            command = [sys.executable, "-m", "visitex.cli.main", "batch", "-q", str(folder)]
            start = time.perf_counter()
            subprocess.run([*command, "-o", out, "--workers", str(count)], check=True)
            taken[count] = time.perf_counter() - start
            print(f"batch, {count} worker(s)   {taken[count]:8.1f} s")
        print(f"{most} workers against 1  {taken[1] / taken[most]:8.2f} times")


def main() -> int:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--longest", type=int, default=100, help="kB; 10000 takes ten minutes")
    args = parser.parse_args()
    rates()
    start_up()
    lengths(args.longest)
    workers(args.workers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
