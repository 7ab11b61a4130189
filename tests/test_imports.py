"""What is loaded when: the public names late, and nothing heavy for the help."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import visitex

LOADED = "\nimport json, sys; sys.stderr.write(json.dumps(sorted(sys.modules)))"
HELP = """
import sys
from visitex.cli.main import main
main({args})
"""


def loaded_by(code):
    """Run code in a fresh interpreter and return the modules that it has loaded at its end."""
    ended = subprocess.run(
        [sys.executable, "-c", code + LOADED], capture_output=True, text=True, check=True
    )
    return set(json.loads(ended.stderr))


def test_the_public_names_are_there():
    assert set(visitex.__all__) == {"Extractor", "Report", "VisitexError", "__version__"}
    for name in visitex.__all__:
        assert getattr(visitex, name)
    assert visitex.Report.__module__ == "visitex.report"
    assert issubclass(visitex.VisitexError, Exception)


def test_other_names_are_not():
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = visitex.nonsense


def test_importing_the_package_loads_no_other_module_of_it():
    modules = loaded_by("import visitex")
    assert {name for name in modules if name.startswith("visitex")} == {"visitex"}


@pytest.mark.parametrize("args", [["--help"], ["parse", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(args):
    modules = loaded_by(HELP.format(args=args))
    assert "click" in modules
    heavy = {"spacy", "thinc", "numpy", "msgspec", "rich", "dateparser", "lingua", "trafilatura"}
    assert modules & heavy == set()


@pytest.mark.parametrize("command", ["schema", "languages", "models"])
def test_what_only_lists_needs_no_pipeline(command):
    assert "spacy" not in loaded_by(HELP.format(args=[command]))


@pytest.mark.skipif("VISITEX_INSTALLED" not in os.environ, reason="`make test` sets it")
def test_the_installed_package_is_tested():
    """A fault of packaging (a model, a pack or a marker that is not shipped) must show here."""
    package = Path(visitex.__file__).parent
    assert "site-packages" in package.parts
    assert (package / "py.typed").is_file()
    source = Path(__file__).parents[1]
    models = {meta.parent.name for meta in source.glob("models/*/meta.json")}
    assert models
    assert models == {meta.parent.name for meta in package.glob("models/*/meta.json")}
    packs = {path.name for path in source.glob("src/visitex/lang/packs/*.toml")}
    assert packs == {path.name for path in package.glob("lang/packs/*.toml")}
