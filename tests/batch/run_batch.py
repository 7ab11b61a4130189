"""A batch in a process of its own, with the double: ``run_batch.py IN OUT [--resume]``."""

from __future__ import annotations

import sys

from batch_double import go

from visitex.batch.run import Plan
from visitex.errors import VisitexError

if __name__ == "__main__":
    folder, out, *rest = sys.argv[1:]
    try:
        tally = go(folder, out=out, plan=Plan(workers=2), resume="--resume" in rest)
    except VisitexError as error:
        sys.exit(f"visitex: {error}")
    sys.exit(tally.failed > 0)
