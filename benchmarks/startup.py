"""How long `visitex --help` takes, against a bare `import click`: the ratio must not pass 2.0.

    python benchmarks/startup.py [--runs N] [--max RATIO]

Each command runs in a process of its own, the two in turns; the figure is the median.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

HELP = [sys.executable, "-m", "visitex.cli.main", "--help"]
CLICK = [sys.executable, "-c", "import click"]


def seconds(command: list[str]) -> float:
    """Return how long a command runs."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> int:
    """Print both medians and their ratio; the exit code is 1 where the ratio is too high."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=20, help="runs of each command")
    parser.add_argument("--max", type=float, default=2.0, help="the highest ratio that passes")
    args = parser.parse_args()

    for command in (HELP, CLICK):
        seconds(command)  # the first run reads from disk and compiles
    pairs = [(seconds(HELP), seconds(CLICK)) for _ in range(args.runs)]
    shown, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"visitex --help  {shown * 1000:6.0f} ms")
    print(f"import click    {bare * 1000:6.0f} ms")
    print(f"ratio           {shown / bare:6.2f}    (at most {args.max})")
    return int(shown / bare > args.max)


if __name__ == "__main__":
    sys.exit(main())
