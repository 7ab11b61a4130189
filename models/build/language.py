"""What the build knows of each language: ``models/configs/languages.toml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import tomllib

FILE = Path(__file__).resolve().parent.parent / "configs" / "languages.toml"


@dataclass(frozen=True)
class Traits:
    """One language.

    Endings: a word of a name may end in any of ``endings``, or swap up to ``cut`` letters for up to
    ``grow`` others. Shares (``own_names``, ``vietnamese``, ``romanized``) are between 0 and 1.
    """

    tokenizer: str = "xx"
    spaced: bool = True
    endings: tuple[str, ...] = ()
    cut: int = 0
    grow: int = 0
    bare_places: bool = False
    fused: dict[str, str] = field(default_factory=dict)
    articles: tuple[str, ...] = ()
    names: str = "latin"
    own_names: float = 0.2
    vietnamese: float = 0.12
    romanized: float = 0.15
    marks: bool = False
    accents: bool = True
    umlauts: bool = False
    compounds: bool = False

    def size(self, text: str) -> int:
        """Words as white space parts them; characters where nothing parts words."""
        return len(text.split()) if self.spaced else len(text)

    def is_full(self, name: str) -> bool:
        """Tell whether a person's name is more than a short form."""
        return " " in name or not self.spaced


def _read() -> dict[str, Traits]:
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        code: Traits(**{k: tuple(v) if isinstance(v, list) else v for k, v in table.items()})
        for code, table in raw.items()
    }


LANGUAGES = _read()


def traits(code: str) -> Traits:
    """Return what is known of a language; of an unknown one, what is usual."""
    return LANGUAGES.get(code, Traits())
