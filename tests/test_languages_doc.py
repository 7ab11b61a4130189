"""docs/languages.md: its code runs as it says, and its sample is read."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

from visitex import Extractor

ROOT = Path(__file__).parents[1]
DOC = (ROOT / "docs/languages.md").read_text(encoding="utf-8")


def test_the_dates_come_out_as_shown(monkeypatch):
    monkeypatch.chdir(ROOT)
    code = re.search(r"```python\n(.*?)\n```", DOC, re.DOTALL)[1]
    shown = re.search(r"<!-- dates:out -->\n```text\n(.*?)```", DOC, re.DOTALL)[1]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "docs/languages.md", "exec"), {})
    assert printed.getvalue() == shown


def test_the_example_is_one_of_the_pack():
    example = re.search(r"```toml\n(.*?)\n```", DOC, re.DOTALL)[1]
    assert example in (ROOT / "samples/packs/sv.toml").read_text(encoding="utf-8")


def test_the_sample_is_read_by_the_pack_from_outside():
    extractor = Extractor(packs=str(ROOT / "samples/packs"))
    text = (ROOT / "samples/packs/sv-hamnfack.txt").read_text(encoding="utf-8")
    report = extractor.extract(text)
    assert (report.lang, report.published) == ("sv", "2023-05-17")
    assert (report.visit.start, report.visit.end) == ("2023-05-08", "2023-05-10")
    assert {"Lena Öberg", "Per Hedin"} <= set(report.visit.received_by)
    assert "Oskarshamn" in report.visit.places
