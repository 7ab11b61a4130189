"""A way to call the command line in this process, and an extractor that only counts words."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from visitex.cli.main import main
from visitex.errors import InputError, ModelError, UsageError
from visitex.report import Person, Report, Source, Visit


@dataclass
class Result:
    code: int
    out: str
    err: str


@dataclass
class FakeExtractor:
    """Stands in for visitex.extract.Extractor: the first word of a text is its one person."""

    calls: list = field(default_factory=list)

    def __call__(self, **options):
        self.calls.append(options)
        if options["language"] == "tlh":
            raise UsageError("no language pack for 'tlh'")
        if options["model"] == "broken":
            raise ModelError("broken: no such pipeline")
        return self

    def extract(self, document, *, reference_date=None, language=None):
        self.calls.append({"reference_date": reference_date, "language": language})
        if "REFUSE" in document.text:
            raise InputError(f"{document.path}: refused; write another")
        if "CRASH" in document.text:
            raise ZeroDivisionError("a bug")
        if "INTERRUPT" in document.text:
            raise KeyboardInterrupt
        name = document.text.split()[0]
        person = Person(
            id="p1", name=name, also=[], honorific=None, role="other", posts=[], mentions=[]
        )
        return Report(
            source=Source(path=document.path, sha256="0" * 64, chars=len(document.text)),
            lang="en",
            published=None,
            reference_date=None,
            dates=[],
            people=[person],
            organizations=[],
            sites=[],
            visit=Visit(),
            warnings=["the date is unknown"],
        )


@pytest.fixture
def extractor(monkeypatch):
    fake = FakeExtractor()
    monkeypatch.setitem(sys.modules, "visitex.extract", SimpleNamespace(Extractor=fake))
    return fake


@pytest.fixture
def visitex(monkeypatch, capfd):
    """Call the command line as a shell would: ``visitex("parse", path, stdin=b"...")``."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def call(*args, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        code = main([str(arg) for arg in args])
        sys.stdout.flush()
        return Result(code, *capfd.readouterr())

    return call


@pytest.fixture
def reports(tmp_path):
    """Two readable reports and one that is missing."""
    paths = [tmp_path / "one.txt", tmp_path / "two.txt", tmp_path / "gone.txt"]
    paths[0].write_text("Alda met the mayor.\n", encoding="utf-8")
    paths[1].write_text("Bénédicte met the dean.\n", encoding="utf-8")
    return paths
