"""A batch with an extractor that only counts words: quick, and it dies, hangs or fails on demand."""

from __future__ import annotations

import os
import signal
import threading
import time

from visitex.batch.inputs import find_items
from visitex.batch.output import Output
from visitex.batch.run import Control, Plan, run_batch, settings
from visitex.batch.work import Options, Reader
from visitex.errors import InputError
from visitex.report import Report, Source, Visit


class Counts:
    """Stands in for the extractor; what a text says decides on what happens."""

    def extract(self, document, *, reference_date=None, **_options):
        text = document.text
        if "DIE ONCE" in text:
            mark = text.split()[2]
            if not os.path.exists(mark):
                open(mark, "w").close()
                os.kill(os.getpid(), signal.SIGKILL)
        elif "DIE" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANG" in text:
            time.sleep(60)
        if "SLOW" in text:
            time.sleep(0.4)
        if "REFUSE" in text:
            raise InputError(f"{document.path}: refused")
        if "BUG" in text:
            raise ZeroDivisionError("a bug\nin two lines")
        return Report(
            source=Source(path=document.path, sha256=document.sha256, chars=len(text)),
            lang="en",
            published=None,
            reference_date=reference_date,
            dates=[],
            people=[],
            organizations=[],
            sites=[],
            visit=Visit(places=text.split()[:1]),
            warnings=[],
        )


def go(*paths, out, plan=None, stop=None, watch=None, options=None, **output):
    """Run a batch with the double; return its tally."""
    plan = plan or Plan(workers=2, timeout=20.0)
    options = options or Options()
    per_file = output.get("per_file", False)
    target = Output(str(out), settings(options, plan, per_file=per_file), **output)
    items = find_items(map(str, paths), without=target.files)
    control = Control(stop or threading.Event(), watch or (lambda _tally, _outcome: None))
    return run_batch(items, Reader(options, Counts()), target, plan, control)
