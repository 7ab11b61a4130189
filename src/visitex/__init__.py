"""visitex reads reports about visits: who came, whom they met, when, for whom, and what they saw.

The public names load lazily, so that ``import visitex`` costs nothing until one of them is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visitex.errors import VisitexError
    from visitex.extract import Extractor
    from visitex.report import Report

__all__ = ["Extractor", "Report", "VisitexError", "__version__"]
__version__ = "0.1.0"

_HOMES = {
    "Extractor": "visitex.extract",
    "Report": "visitex.report",
    "VisitexError": "visitex.errors",
}


def __getattr__(name: str) -> object:
    """Import a public name from its module when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(_HOMES[name]), name)
