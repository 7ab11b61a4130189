"""The whole flow, from text to report, on one screen."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from visitex.dates import DatedText, DateExpression, find_dates_with
from visitex.errors import UsageError
from visitex.io.read import Document
from visitex.lang.detect import detect
from visitex.lang.lexicon import lexicon_of
from visitex.lang.load import find_packs, load_pack
from visitex.nlp.build import Pipeline
from visitex.report import Report, Source, Visit
from visitex.resolve.assemble import Origin, Resolver
from visitex.text.layout import find_layout
from visitex.text.normal import clean, view
from visitex.text.wrap import unwrap
from visitex.text.zones import Layout, Stretch

_YEAR = re.compile(r"(?<![\d./-])(?:19|20)\d\d(?![\d./-])")
_PUBLISHED = frozenset({"day", "time", "month"})


class Extractor:
    """Reads reports about visits.

    Pipelines load when the first report of their language comes, and stay loaded.

    Args:
        language: ISO 639-1 code of all texts; detected for each text where none is given.
        model: name or path of a spaCy pipeline with an ``ner``, instead of the shipped one.
        packs: a folder of language packs that are searched before the shipped ones.
        patterns: a file of own entities in spaCy's EntityRuler JSONL; their ``id`` is kept.

    Raises:
        UsageError: there is no pack for ``language``, or ``packs`` is no folder.

    >>> extractor = Extractor(language="en")
    >>> report = extractor.extract("Mayor Ann Lee received the guests on 3 May 2021.")
    >>> report.people[0].name
    'Ann Lee'
    """

    def __init__(
        self,
        language: str | None = None,
        model: str | None = None,
        packs: str | None = None,
        patterns: str | None = None,
    ) -> None:
        self._language = language
        self._model = model
        self._patterns = patterns
        self._packs = (packs,) if packs else ()
        self._readers: dict[str, _Reader] = {}
        self._known = list(find_packs(self._packs))
        if language:
            load_pack(language, self._packs)

    def extract(
        self,
        text: str | Document,
        *,
        reference_date: date | str | None = None,
        language: str | None = None,
    ) -> Report:
        """Return what one text says.

        Args:
            text: the report, or a document as :func:`visitex.io.read.read_document` gives it.
            reference_date: the day that the text is read from, where it carries none itself.
            language: the text's language, where it differs from the extractor's.

        Raises:
            UsageError: ``reference_date`` is no ISO date, or there is no pack for ``language``.
        """
        document = text if isinstance(text, Document) else _document(text)
        day = _iso_day(reference_date)
        code = language or self._language or detect(document.text, self._known)
        if code is None:
            return _silent(document, day, "language not recognised; name it with --lang")
        return self._reader(code).read(document, day)

    def extract_many(
        self, texts: Iterable[str | Document], *, reference_date: date | str | None = None
    ) -> Iterator[Report]:
        """Yield a report for each text, in order; one is held in memory at a time."""
        for text in texts:
            yield self.extract(text, reference_date=reference_date)

    def load(self, language: str) -> None:
        """Load all that one language needs, before its first report comes.

        Raises:
            UsageError: there is no pack for the language, or its pipeline cannot be loaded.
        """
        self._reader(language)

    def load_for(self, text: str) -> None:
        """Load all that the language of a text needs; nothing where it is not recognised."""
        if language := self._language or detect(text, self._known):
            self.load(language)

    def _reader(self, language: str) -> _Reader:
        if language not in self._readers:
            self._readers[language] = _Reader(language, self._model, self._packs, self._patterns)
        return self._readers[language]


class _Reader:
    """Everything that one language needs: layout, dates, pipeline, resolver."""

    def __init__(
        self, language: str, model: str | None, packs: tuple[str, ...], patterns: str | None
    ) -> None:
        lexicon = lexicon_of(language, packs)
        self._pack = lexicon.pack
        self._pipeline = Pipeline(self._pack, model=model, packs=packs, patterns=patterns)
        self._resolver = Resolver(lexicon)
        self._shortcomings: list[str] = []
        if not self._pipeline.trained:
            self._shortcomings.append(
                f"no trained pipeline for {self._pack.name}: rules alone find the names, and miss"
                " many; give one with --model"
            )

    def read(self, document: Document, day: str | None) -> Report:
        seen = view(document.text)
        text = unwrap(seen.text)
        layout = find_layout(text, self._pack.layout)
        dated = DatedText(self._pack.dates, text)
        published = self._published(text, layout, dated)
        issued = published.value if published else None
        reference = _day_of(issued) or day or issued
        dates = dated.resolve(reference)
        reading = self._pipeline.read(text, layout, dates)
        origin = Origin(
            text=document.text,
            seen=seen,
            published=published.start if published else None,
            reference=reference,
            anchors={date.start: date.anchored_by for date in dates},
        )
        entries = self._resolver.resolve(reading, origin)
        return Report(
            source=_source(document, layout),
            lang=self._pack.language,
            published=_day_of(issued) or issued,
            reference_date=day,
            dates=entries.dates,
            people=entries.people,
            organizations=entries.organizations,
            sites=entries.sites,
            visit=entries.visit,
            warnings=[
                *self._shortcomings,
                *(d.warning for d in dates if d.warning),
                *entries.warnings,
            ],
        )

    def _published(self, text: str, layout: Layout, dated: DatedText) -> DateExpression | None:
        """Return the best publication date: a full day, else a month.

        A dateline without a year ("HANOI, Dec. 6") takes it from elsewhere on the page.
        """
        latest = _issue_year(text, layout, dated) if layout.published else None
        found: list[DateExpression] = []
        for candidate in layout.published:
            stretch = text[candidate.start : candidate.end]
            found += [
                msgspec.structs.replace(
                    date, start=date.start + candidate.start, end=date.end + candidate.start
                )
                for date in find_dates_with(self._pack.dates, stretch, reference_date=latest)
                if date.kind in _PUBLISHED and "XXXX" not in date.value
            ]
        days = [date for date in found if _day_of(date.value)]
        return next(iter(days or found), None)


def _issue_year(text: str, layout: Layout, dated: DatedText) -> str | None:
    """Return the day that a date without a year is read from, or None.

    The page's head counts most ("Press release No. 312 - 2017"), then the last full date of the
    text, then its last month or year; of a year the last day, for it has passed by then.
    """
    for start, end in layout.spans({"header", "masthead"}):
        years = _YEAR.findall(text[start:end])
        if years:
            return f"{years[-1]}-12-31"
    found = [d for d in dated.resolve() if d.anchored_by == "explicit"]
    days = [day for d in found if (day := _day_of(d.value))]
    years = [f"{d.value[:4]}-12-31" for d in found if d.kind != "span"]
    return max(days, default=None) or max(years, default=None)


def _document(text: str) -> Document:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(text=text, path=None, sha256=digest, encoding=None)


def _source(document: Document, layout: Layout) -> Source:
    def tidy(stretch: Stretch | None) -> str | None:
        return clean(stretch.text) if stretch else None

    return Source(
        path=document.path,
        sha256=document.sha256,
        chars=len(document.text),
        encoding=document.encoding,
        title=tidy(layout.title),
        author=tidy(layout.author),
        url=tidy(layout.url),
    )


def _silent(document: Document, day: str | None, warning: str) -> Report:
    """Return a report that says nothing but why."""
    return Report(
        source=_source(document, Layout()),
        lang=None,
        published=None,
        reference_date=day,
        dates=[],
        people=[],
        organizations=[],
        sites=[],
        visit=Visit(),
        warnings=[warning],
    )


def _iso_day(day: date | str | None) -> str | None:
    """Return a reference date as ISO text.

    Raises:
        UsageError: it is no ISO date.
    """
    if day is None:
        return None
    try:
        return (day if isinstance(day, date) else date.fromisoformat(day)).isoformat()[:10]
    except ValueError as error:
        raise UsageError(f"{day!r} is no date; write it as YYYY-MM-DD") from error


def _day_of(value: str | None) -> str | None:
    """Return the day of a TIMEX value, or None if it names none or its year is unknown."""
    head = (value or "")[:10]
    try:
        return date.fromisoformat(head).isoformat() if len(head) == 10 else None
    except ValueError:
        return None
