"""Invents people's names to swap into training texts, from Faker's name providers (MIT)."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tomllib

from .language import traits

_DATA = tomllib.loads(
    (Path(__file__).resolve().parent.parent / "configs" / "names.toml").read_text(encoding="utf-8")
)
LATIN: list[str] = _DATA["latin"]
CYRILLIC: list[str] = _DATA["cyrillic"]
POOL = 400


@dataclass(frozen=True)
class Name:
    """A full name and the part that stands for it in second mentions."""

    full: str
    short: str


def _clean(name: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[\[\]()]", "", name)).strip()


@cache
def _locale(locale: str) -> tuple[Name, ...]:
    """Names of one of Faker's locales, family name last."""
    from faker import Faker  # noqa: PLC0415

    fake = Faker(locale)
    fake.seed_instance(7)
    names = set()
    for _ in range(POOL):
        first, last = _clean(fake.first_name()), _clean(fake.last_name())
        if first and last:
            names.add(Name(f"{first} {last}", last))
    return tuple(sorted(names, key=lambda n: n.full))


@cache
def _vietnamese() -> tuple[Name, ...]:
    """Vietnamese names: family, middle, given; the given name stands for all."""
    rng = random.Random(7)
    names = []
    for _ in range(POOL * 3):
        words = [rng.choice(_DATA["vietnamese_family"])]
        if rng.random() < 0.4:
            words.append(rng.choice(["Thị", "Văn"]))
        words += rng.sample(_DATA["vietnamese_given"], rng.choice([1, 2, 2]))
        names.append(Name(" ".join(words), words[-1]))
    return tuple(names)


@cache
def _romanized() -> tuple[Name, ...]:
    """Chinese and Korean names in Latin script: the family name first, and standing for all."""
    from faker import Faker  # noqa: PLC0415

    fake = Faker("zh_CN")
    fake.seed_instance(7)
    rng = random.Random(7)
    names = []
    for _ in range(POOL * 2):
        given, family = fake.romanized_name().split()[:2]
        if rng.random() < 0.5:
            second = rng.choice(_DATA["initials"]) + rng.choice(_DATA["finals"])
            given = given.lower().capitalize()[:6] + second
        names.append(Name(f"{family} {given}", family))
    for _ in range(POOL // 2):
        family = rng.choice(_DATA["korean_family"])
        given = (
            rng.choice(_DATA["korean_given"]).capitalize()
            + rng.choice(["-", "-", " "])
            + rng.choice(_DATA["korean_given"])
        )
        names.append(Name(f"{family} {given}", family))
    return tuple(names)


@cache
def _chinese() -> tuple[Name, ...]:
    """Chinese names, which second mentions repeat in full, and foreign names by their sound."""
    from faker import Faker  # noqa: PLC0415

    fake = Faker("zh_CN")
    fake.seed_instance(7)
    rng = random.Random(7)
    names = [Name(name, name) for name in sorted({_clean(fake.name()) for _ in range(POOL * 5)})]
    sounds = "".join(_DATA["han_sounds"].split())
    for _ in range(POOL * 3):
        parts = [
            "".join(rng.choices(sounds, k=rng.choice([2, 2, 3, 3, 4])))
            for _ in range(rng.choice([1, 2, 2, 3]))
        ]
        names.append(Name("·".join(parts), parts[-1]))
    return tuple(names)


def _plain(name: str) -> str:
    """Strip the marks from the letters."""
    bare = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return unicodedata.normalize("NFC", "".join(c for c in bare if not unicodedata.combining(c)))


def _decorate(name: Name, rng: random.Random) -> Name:
    """Give some names a middle initial, a second family name, or a particle."""
    first, _, last = name.full.partition(" ")
    roll = rng.random()
    if roll < 0.05:
        return Name(f"{first} {rng.choice('ABCDEFGHJKLMNPRSTVW')}. {last}", name.short)
    if roll < 0.1:
        other = rng.choice(_locale(rng.choice(LATIN))).short
        return Name(f"{first} {last}-{other}", f"{last}-{other}")
    if roll < 0.13:
        particle = rng.choice(_DATA["particles"])
        return Name(f"{first} {particle} {last}", rng.choice([last, f"{particle} {last}"]))
    if roll < 0.17:
        other = rng.choice(_locale(rng.choice(LATIN))).full.partition(" ")[0]
        return Name(f"{first} {other} {last}", name.short)
    return name


def invent(lang: str, rng: random.Random) -> Name:
    """Return a name as it could stand in a report in ``lang``."""
    known = traits(lang)
    if known.names == "han":
        return rng.choice(_chinese())
    if known.names == "cyrillic":
        return rng.choice(_locale(rng.choice(CYRILLIC)))
    roll = rng.random()
    if roll < known.vietnamese:
        name = rng.choice(_vietnamese())
        return name if known.marks else Name(_plain(name.full), _plain(name.short))
    if roll < known.vietnamese + known.romanized:
        return rng.choice(_romanized())
    home = [code for code in LATIN if code.startswith(lang)]
    locale = rng.choice(home) if home and rng.random() < 0.35 else rng.choice(LATIN)
    return _decorate(rng.choice(_locale(locale)), rng)
