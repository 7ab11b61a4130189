"""From a processed ``Doc`` to a :class:`~visitex.text.spans.Reading`: the only door out of spaCy."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from visitex.lang.declension import adjective_readings
from visitex.lang.lexicon import Kind, Lexicon
from visitex.text.balance import balanced
from visitex.text.spans import MASTHEAD, Reading, Span
from visitex.text.zones import SILENT, Layout, Stretch, touches

if TYPE_CHECKING:
    from spacy.tokens import Doc

GROUPS = ("dates", "titles", "organizations", "sites", "people", "places")


def read_mentions(doc: Doc, text: str, lexicon: Lexicon, layout: Layout) -> Reading:
    """Return what the pipeline found in ``doc``, without what stands in the page's furniture.

    ``text`` is the text as it was read, of the same length as that of ``doc``.

    Dates stay wherever they are; a name in a source line stays if it is a body.
    """
    found = [*_patterns(doc, text), *_cells(layout, lexicon)]
    taken = {i for span in found for i in range(span.start, span.end)}
    found += [
        s
        for s in _nested(_parted(_uncued(_spans(doc, text), lexicon), lexicon), lexicon)
        if not any(i in taken for i in (s.start, s.end - 1))
    ]
    kept = _spoken(found, layout)
    return Reading(
        text=text,
        language=lexicon.pack.language,
        sentences=[(s.start_char, s.end_char) for s in doc.sents],
        spans=sorted(kept, key=lambda span: (span.start, -span.end)),
        layout=layout,
    )


def _spoken(spans: Iterable[Span], layout: Layout) -> Iterator[Span]:
    """Yield what the report says, not its furniture; a body in the masthead is marked as such."""
    silent, sources = layout.spans(SILENT), layout.spans({"source_name"})
    mastheads = layout.spans({"masthead"})
    for span in spans:
        if (
            span.label == "DATE"
            or not touches(silent, span.start, span.end)
            or (span.label == "ORG" and touches(sources, span.start, span.end))
        ):
            yield span
        elif span.label == "ORG" and touches(mastheads, span.start, span.end):
            yield msgspec.structs.replace(span, rule=MASTHEAD)


def _spans(doc: Doc, text: str) -> Iterator[Span]:
    for group in GROUPS:
        for span in doc.spans.get(group, []):
            start, end = balanced(text, span.start_char, span.end_char)
            if start >= end:
                continue
            yield Span(
                start=start,
                end=end,
                label=span.label_,
                text=text[start:end],
                rule=f"{group}.{span.id_}",
                value=span.kb_id_ or None,
            )


def _uncued(spans: Iterable[Span], lexicon: Lexicon) -> Iterator[Span]:
    """Yield names without a phrase of the verb behind them: "on the programme" is part of none."""
    phrases = tuple(f" {phrase}" for phrase in lexicon.pack.cues.visited if " " in phrase)
    for span in spans:
        cut = next((p for p in phrases if span.text.lower().endswith(p)), "")
        end = span.end - len(cut)
        text = span.text[: end - span.start]
        yield msgspec.structs.replace(span, end=end, text=text) if cut else span


def _patterns(doc: Doc, text: str) -> Iterator[Span]:
    """Yield the user's own entities; they win over everything that was found."""
    for span in doc.spans.get("patterns", []):
        yield Span(
            start=span.start_char,
            end=span.end_char,
            label=span.label_,
            text=text[span.start_char : span.end_char],
            rule=f"pattern.{span.id_}" if span.id_ else "pattern",
            value=span.id_ or None,
        )


_GENITIVE = 1
_NESTED = "organizations.nested"
_WORD = re.compile(r"[^\s,;()]+")
_COLUMNS = {"name": "PER", "title": "TITLE", "organization": "ORG", "place": "LOC"}


def _cells(layout: Layout, lexicon: Lexicon) -> Iterator[Span]:
    """Yield what the cells of a table name, where its columns say what they hold."""
    for table in layout.tables:
        for row in table.rows:
            for column, cell in zip(table.columns, row, strict=False):
                label = _COLUMNS.get(column or "")
                if label and any(char.isalpha() for char in cell.text):
                    yield _cell(cell, label, lexicon)


def _cell(cell: Stretch, label: str, lexicon: Lexicon) -> Span:
    """Return the name in a cell, without honorifics in front and remarks in brackets behind."""
    start, end = cell.start, cell.end
    if label == "PER":
        while (space := cell.text.find(" ", start - cell.start)) > 0 and lexicon.kind(
            cell.text[start - cell.start : space]
        ) & Kind.HONORIFIC:
            start = cell.start + space + 1
        bracket = cell.text.find(" (", start - cell.start)
        end = cell.start + bracket if bracket > 0 else end
    text = cell.text[start - cell.start : end - cell.start]
    return Span(start=start, end=end, label=label, text=text, rule=f"table.{label.lower()}")


def _parted(spans: Iterable[Span], lexicon: Lexicon) -> Iterator[Span]:
    """Part compounds of a body and an office: "DGB-Kreisvorsitzende" is both."""
    for span in spans:
        body, hyphen, office = span.text.split(" ")[0].rpartition("-")
        if span.label != "TITLE" or not hyphen or not _is_body(body, lexicon):
            yield span
            continue
        if not lexicon.kind(office) & Kind.TITLE:
            yield span
            continue
        cut = span.start + len(body)
        yield Span(start=span.start, end=cut, label="ORG", text=body, rule="titles.compound")
        rest = span.text[len(body) + 1 :]
        yield Span(start=cut + 1, end=span.end, label="TITLE", text=rest, rule=span.rule)


def _nested(spans: Iterable[Span], lexicon: Lexicon) -> Iterator[Span]:
    """Yield all spans, and the bodies inside names: "Standing Committee of the X Congress" names two."""
    phrases = sorted(map(re.escape, lexicon.pack.bodies.nesting), key=len, reverse=True)
    nesting = re.compile(rf"\s(?:{'|'.join(phrases)})\s+") if phrases else None
    for span in spans:
        yield span
        if span.label not in {"ORG", "SITE"}:
            continue
        yield from _in_genitive(span, lexicon)
        for match in nesting.finditer(span.text) if nesting else ():
            inner = _inner_body(span, match.end(), lexicon)
            if inner is not None:
                yield inner


def _one_body(word: str, lexicon: Lexicon) -> bool:
    """Say whether a word heads the name of one body, not of several or of a place."""
    kind = lexicon.kind(word)
    several = [reading.gender == "plural" for reading in lexicon.readings(word)]
    return bool(kind & Kind.BODY) and not kind & Kind.PLACE_KIND and not (several and all(several))


def _in_genitive(span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """Yield the body that the end of a name tells in the genitive: "комитет Партии труда" names two."""
    if not lexicon.pack.inflection.genitives or '"' in span.text or "«" in span.text:
        return
    words = list(_WORD.finditer(span.text))
    dedicated = {i for i, w in enumerate(words) if w.group() in lexicon.pack.bodies.dedications}
    words = words[: min(dedicated, default=len(words))]
    heads = [i for i, word in enumerate(words) if _one_body(word.group(), lexicon)]
    patterns = lexicon.pack.inflection.agreement
    for i in heads[1:]:
        first = i
        genders = {r.gender for r in lexicon.readings(words[i].group()) if r.case == _GENITIVE}
        while first > heads[0] + 1 and any(
            reading.case == _GENITIVE and reading.gender in genders
            for reading, _ in adjective_readings(words[first - 1].group().lower(), patterns)
        ):
            first -= 1
        text = span.text[words[first].start() :]
        behind = words[first + 1].group() if first + 1 < len(words) else ""
        alone = not behind or behind in lexicon.pack.sites.locators
        if first > heads[0] and text[0].isupper() and not alone:
            at = span.start + words[first].start()
            yield Span(start=at, end=span.end, label="ORG", text=text, rule=_NESTED)
            return


def _inner_body(span: Span, at: int, lexicon: Lexicon) -> Span | None:
    """Return the body that begins at ``at`` of a span's text, or None: capitalised, with a head."""
    own = list(
        itertools.takewhile(lambda word: not word[0].islower(), _WORD.findall(span.text[at:]))
    )
    if not own:
        return None
    kinds = [lexicon.kind(word) for word in own]
    alone = len(own) == 1 and kinds[0] & Kind.NEVER_BODY
    acronym = len(own) == 1 and own[0].isupper() and len(own[0]) > 1
    heads = [kind for kind in kinds if kind & (Kind.BODY | Kind.LEGAL | Kind.SITE)]
    named = bool(heads and heads[-1] & (Kind.BODY | Kind.LEGAL))
    if alone or kinds[0] & Kind.PLACE_KIND or not (named or acronym):
        return None
    text = span.text[at:]
    return Span(start=span.start + at, end=span.end, label="ORG", text=text, rule=_NESTED)


def _is_body(part: str, lexicon: Lexicon) -> bool:
    """Say whether the first part of a compound names a body: an acronym, or a head ("SPD-Fraktion")."""
    last = part.rpartition("-")[2]
    capitals = sum(char.isupper() for char in part)
    return (
        capitals > 1
        and part[0].isupper()
        and bool(capitals > part.count("-") + 1 or lexicon.kind(last) & Kind.BODY)
    )
