"""Scores against gold: precision, recall and F1 of each field, and every miss and false hit.

What is compared follows the project's definition of a correct extraction: dates by value; people,
organizations and sites by name or a further form of it; titles, affiliations and roles as pairs
with their person; the visit slot by slot. Case, white space, leading articles, a final full stop
and the kinds of quotes, dashes and apostrophes do not count. Precision, recall and F1 are those of
van Rijsbergen, *Information Retrieval* (1979), chapter 7, summed over all reports (micro-average).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from visitex.errors import InputError, UsageError
from visitex.extract import Extractor
from visitex.io.read import read_document
from visitex.lang.load import load_base
from visitex.report import Report

FIELDS = (
    "dates",
    "people",
    "titles",
    "affiliations",
    "organizations",
    "sites",
    "roles",
    "visit",
)

Fact = tuple[str, ...]
"""One thing that an answer says in a field, in the form in which it is compared."""
Offsets = tuple[int, int]
Located = list[tuple[Fact, Offsets | None]]
Kind = Literal["miss", "false", "duplicate"]

_LISTS = frozenset({"people", "organizations", "sites"})
"""Fields where an entry that is answered twice is a false hit."""

_APOSTROPHES = re.compile("[\u2018\u2019\u201a\u201b`\u00b4\u2032]")
_QUOTES = re.compile('[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"]')
_DASHES = re.compile("[\u2010\u2011\u2012\u2013\u2014\u2212]")


class _Loose(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the gold types: further keys are allowed, so that corrected output serves as gold."""


class GoldDate(_Loose, frozen=True, kw_only=True):
    """A date of the right answer; ``value`` is a TIMEX3 value."""

    value: str
    text: str = ""


class GoldPost(_Loose, frozen=True, kw_only=True):
    """A post of a person of the right answer."""

    title: str | None = None
    organization: str | None = None


class GoldEntry(_Loose, frozen=True, kw_only=True):
    """An organization or a site of the right answer; ``also`` are forms that count as well."""

    name: str
    also: list[str] = []


class GoldPerson(GoldEntry, frozen=True, kw_only=True):
    """A person of the right answer."""

    role: str | None = None
    posts: list[GoldPost] = []


class GoldVisit(_Loose, frozen=True, kw_only=True):
    """The slots of the visit."""

    start: str | None = None
    end: str | None = None
    places: list[str] = []
    visitors: list[str] = []
    hosts: list[str] = []
    head: str | None = None
    received_by: list[str] = []


class Gold(_Loose, frozen=True, kw_only=True):
    """The right answer for a report; every key of ``visitex parse`` that is scored, or fewer."""

    lang: str | None = None
    reference_date: str | None = None
    dates: list[GoldDate] = []
    people: list[GoldPerson] = []
    organizations: list[GoldEntry] = []
    sites: list[GoldEntry] = []
    visit: GoldVisit = GoldVisit()


class Tally(msgspec.Struct):
    """Counts of right, false and missed answers, and the figures made of them."""

    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was answered that is right, 0 to 1; 0 where nothing was."""
        return self.right / (self.right + self.false) if self.right else 0.0

    @property
    def recall(self) -> float:
        """The share of the right answers that was found, 0 to 1; 0 where there is none."""
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        both = 2 * self.right + self.false + self.missed
        return 2 * self.right / both if self.right else 0.0

    def add(self, other: Tally) -> None:
        """Add the counts of another tally to this one."""
        self.right += other.right
        self.false += other.false
        self.missed += other.missed


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One miss or false hit.

    ``duplicate`` is an entry that was answered twice. ``value`` is the answer as it is compared.
    ``start`` and ``end`` are where the text says it first, in code points; null for what stands
    in the text in no form that was given.
    """

    report: str
    kind: Kind
    field: str
    value: list[str]
    start: int | None
    end: int | None


class Judgement(NamedTuple):
    """What became of one report: its language, a tally for each field, and the faults."""

    language: str
    tallies: dict[str, Tally]
    faults: list[Fault]


class Evaluation:
    """Sums judgements over reports, together and by language."""

    def __init__(self) -> None:
        self.reports: Counter[str] = Counter()
        self.fields = _empty()
        self.languages: defaultdict[str, dict[str, Tally]] = defaultdict(_empty)
        self.faults: list[Fault] = []

    def add(self, judgement: Judgement) -> None:
        """Count one report in."""
        self.reports[judgement.language] += 1
        for field, tally in judgement.tallies.items():
            self.fields[field].add(tally)
            self.languages[judgement.language][field].add(tally)
        self.faults += judgement.faults

    def short_of(self, wanted: dict[str, float]) -> list[str]:
        """Return a line for each field whose F1 over all reports is lower than wanted."""
        return [
            f"{field} {self.fields[field].f1:.3f} < {least:g}"
            for field, least in wanted.items()
            if self.fields[field].f1 < least
        ]


def find_gold(folders: Iterable[str | Path]) -> list[Path]:
    """Return the gold files of folders, ``NAME.json`` beside ``NAME.txt``, by name.

    Raises:
        UsageError: none of the folders holds such a pair.
    """
    asked = [Path(folder) for folder in folders]
    found = [
        path
        for folder in asked
        for path in sorted(folder.glob("*.json"))
        if path.with_suffix(".txt").exists()
    ]
    if not found:
        names = ", ".join(map(str, asked))
        raise UsageError(f"{names}: no gold; put NAME.json beside each NAME.txt")
    return found


def judge_file(path: Path, extractor: Extractor) -> Judgement:
    """Extract the report beside a gold file and judge the result.

    Raises:
        InputError: the gold or the report cannot be read; the message names the file.
        UsageError: the gold's reference date is no ISO date, or its language has no pack.
    """
    try:
        gold = msgspec.json.decode(path.read_bytes(), type=Gold)
    except msgspec.DecodeError as error:
        raise InputError(f"{path}: no gold file ({error}); see docs/accuracy.md") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    document = read_document(path.with_suffix(".txt"))
    report = extractor.extract(document, reference_date=gold.reference_date)
    return judge(gold, report, document.text, name=path.stem)


def judge(gold: Gold, report: Report, text: str, *, name: str) -> Judgement:
    """Compare a report with the right answer.

    Args:
        gold: the right answer.
        report: what was extracted.
        text: the text that both are about.
        name: what the report is called in faults.
    """
    answer = msgspec.convert(report.to_dict(), Gold)
    names = _Names(gold)
    found = {names.person(p.name) for p in gold.people}
    found &= {names.person(p.name) for p in answer.people}
    right = _facts(gold, names, found, _finder(text, gold))
    given = _facts(answer, names, found, _mentioned(report, _finder(text, answer)))
    tallies = _empty()
    faults: list[Fault] = []
    for field in FIELDS:
        said, wanted = given[field], right[field]
        facts = [fact for fact, _ in said]
        repeated = len(facts) - len(set(facts)) if field in _LISTS else 0
        missed, false = _without(wanted, said), _without(said, wanted)
        tallies[field] = Tally(
            right=len(set(facts)) - len(false), false=len(false) + repeated, missed=len(missed)
        )
        faults += _described(name, field, "miss", missed)
        faults += _described(name, field, "false", false)
        if repeated:
            twice = [pair for pair in dict(said).items() if facts.count(pair[0]) > 1]
            faults += _described(name, field, "duplicate", twice)
    return Judgement(gold.lang or report.lang or "?", tallies, faults)


def _facts(
    answer: Gold, names: _Names, found: set[str], at: Callable[[str], Offsets | None]
) -> dict[str, Located]:
    """Return what an answer says in each field, with the place in the text for each."""
    people = [(names.person(person.name), person) for person in answer.people]
    posts = [(name, person, post) for name, person in people for post in person.posts]
    return {
        "dates": [((date.value,), at(date.text or date.value)) for date in answer.dates],
        "people": [((name,), at(person.name)) for name, person in people],
        "titles": [
            ((name, comparable(post.title)), at(person.name))
            for name, person, post in posts
            if post.title
        ],
        "affiliations": [
            ((name, names.body(post.organization)), at(person.name))
            for name, person, post in posts
            if post.organization
        ],
        "organizations": [((names.body(o.name),), at(o.name)) for o in answer.organizations],
        "sites": [((names.site(site.name),), at(site.name)) for site in answer.sites],
        "roles": [
            ((name, str(person.role)), at(person.name)) for name, person in people if name in found
        ],
        "visit": list(_slots(answer.visit, names, at)),
    }


def _slots(
    visit: GoldVisit, names: _Names, at: Callable[[str], Offsets | None]
) -> Iterator[tuple[Fact, Offsets | None]]:
    for slot, day in (("start", visit.start), ("end", visit.end)):
        if day:
            yield (slot, day), at(day)
    for place in visit.places:
        yield ("places", comparable(place)), at(place)
    for slot, bodies in (("visitors", visit.visitors), ("hosts", visit.hosts)):
        for body in bodies:
            yield (slot, names.body(body)), at(body)
    for person in visit.received_by:
        yield ("received_by", names.person(person)), at(person)
    if visit.head:
        yield ("head", names.person(visit.head)), at(visit.head)


class _Names:
    """Maps every accepted form of a gold entry to the entry's name, and others to themselves."""

    def __init__(self, gold: Gold) -> None:
        self._people = _forms(gold.people)
        self._bodies = _forms(gold.organizations)
        self._sites = _forms(gold.sites)

    def person(self, name: str) -> str:
        """Return what a person is compared by."""
        return self._people.get(comparable(name), comparable(name))

    def body(self, name: str) -> str:
        """Return what an organization is compared by."""
        return self._bodies.get(comparable(name), comparable(name))

    def site(self, name: str) -> str:
        """Return what a site is compared by."""
        return self._sites.get(comparable(name), comparable(name))


def _forms(entries: Sequence[GoldEntry]) -> dict[str, str]:
    """Return form -> name; a form that two entries share stands for neither."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for form in (entry.name, *entry.also):
            owners[comparable(form)].add(comparable(entry.name))
    names = {comparable(entry.name) for entry in entries}
    return {
        form: form if form in names else min(owner)
        for form, owner in owners.items()
        if form in names or len(owner) == 1
    }


def comparable(text: str | None) -> str:
    """Return a name or title as it is compared."""
    plain = unicodedata.normalize("NFKC", text or "")
    plain = _DASHES.sub("-", _QUOTES.sub("", _APOSTROPHES.sub("'", plain)))
    plain = " ".join(plain.split()).rstrip(".").casefold()
    return _articles().sub("", plain)


@lru_cache(maxsize=1)
def _articles() -> re.Pattern[str]:
    words = sorted(load_base().articles, key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(map(re.escape, words))})\s+")


def _finder(text: str, answer: Gold) -> Callable[[str], Offsets | None]:
    """Return a function that finds a name, or a further form of it, in the text."""
    entries = [*answer.people, *answer.organizations, *answer.sites]
    further = {entry.name: entry.also for entry in entries}

    def find(name: str) -> Offsets | None:
        for form in (name, *further.get(name, [])):
            start = text.find(form)
            if form and start >= 0:
                return start, start + len(form)
        return None

    return find


def _mentioned(
    report: Report, find: Callable[[str], Offsets | None]
) -> Callable[[str], Offsets | None]:
    """Return a function that gives an entry's first mention, and looks for what has none."""
    named = [
        *((site.name, site.mentions) for site in report.sites),
        *((body.name, body.mentions) for body in report.organizations),
        *((person.name, person.mentions) for person in report.people),
        *((date.text, date.mentions) for date in report.dates),
    ]
    first = {name: (places[0].start, places[0].end) for name, places in named if places}
    return lambda name: first.get(name) or find(name)


def _without(facts: Located, others: Located) -> Located:
    """Return the facts that the others lack, each once, in order of what they say."""
    known = {fact for fact, _ in others}
    return sorted((fact, at) for fact, at in dict(facts).items() if fact not in known)


def _described(report: str, field: str, kind: Kind, facts: Located) -> Iterator[Fault]:
    for fact, at in facts:
        start, end = at or (None, None)
        yield Fault(report=report, kind=kind, field=field, value=list(fact), start=start, end=end)


def _empty() -> dict[str, Tally]:
    return {field: Tally() for field in FIELDS}
