"""``visitex_titles``: offices, from the trained pipeline and from the pack's lexicon.

Order of decision: a span of the trained pipeline, mended at its edges, wins over the lexicon; the
lexicon adds titles where the pipeline saw none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from visitex.lang.lexicon import Kind, Lexicon, lexicon_of
from visitex.nlp.cased_titles import CasedTitles
from visitex.nlp.offices import OfficeGrammar
from visitex.nlp.tokens import COMMAS, OPENING, Bounds, Claims, is_name_word, same_line, strip_edges
from visitex.nlp.words import WordFinder, words_of

GROUP = "titles"
_PORTFOLIO_MOST = 8  # words; "Minister of Agriculture, Food Processing and Rural Development" has 7


@Language.factory("visitex_titles", default_config={"language": "en", "packs": []})
def create(nlp: Language, name: str, language: str, packs: list[str]) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """Make the component; ``language`` names the pack whose titles it knows."""
    lexicon = lexicon_of(language, tuple(packs))
    return Titles(lexicon, words_of(nlp, lexicon))


class Titles:
    """Writes ``doc.spans["titles"]``, label TITLE, ``id_`` the rule."""

    def __init__(self, lexicon: Lexicon, words: WordFinder) -> None:
        self._lexicon = lexicon
        self._words = words
        writing = lexicon.pack.writing
        self._capitalised = writing.nouns_capitalised or writing.syllables
        self._own = frozenset(lexicon.pack.link.own)
        self._offices = OfficeGrammar(lexicon, words)
        self._before = frozenset(lexicon.pack.link.fillers)
        self._qualifiers = frozenset(lexicon.pack.titles.qualifiers)
        self._not_posts = frozenset(lexicon.pack.titles.not_posts)
        self._departments = list(lexicon.pack.titles.departments.by_gender())
        self._genitive = CasedTitles(lexicon, words)
        self._cased = self._genitive.applies

    def __call__(self, doc: Doc) -> Doc:
        """Find the titles of ``doc`` and return it."""
        claims = Claims(doc)
        claims.take_all(doc.spans.get("dates", []))
        found: list[Span] = []
        for rule, candidates in (
            ("model", self._model(doc)),
            ("ending", self._endings(doc)),
            ("lexicon", self._known(doc)),
        ):
            for start, last in candidates:
                end = self._qualified(doc, last)
                if start < end and claims.free(start, end):
                    claims.take(start, end)
                    found.append(Span(doc, start, end, label="TITLE", span_id=rule))
        doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=sorted(found, key=lambda s: s.start))
        return doc

    def _qualified(self, doc: Doc, end: int) -> int:
        """Return the end of a title with "em." or "i. R." behind it taken in."""
        for length in (3, 2, 1):
            if doc[end : end + length].text.lower() in self._qualifiers:
                return end + length
        return end

    def _model(self, doc: Doc) -> Iterator[Bounds]:
        for entity in doc.ents:
            if entity.label_ != "TITLE" or self._is_body(doc, entity.start, entity.end):
                continue
            for part in self._split(doc, entity.start, entity.end):
                start, end = strip_edges(doc, *part, self._lexicon)
                start += doc[max(start - 1, 0) : start + 1].text in self._own
                start = self._without_filler(doc, start, end)
                first = self._without_body(doc, self._without_country(doc, start, end), end)
                bounds = self._widen(doc, first, self._cut(doc, start, end))
                bounds = self._offices.whole(doc, *self._without_address(doc, *bounds))
                if self._is_credible(doc, *bounds):
                    yield bounds

    def _endings(self, doc: Doc) -> Iterator[Bounds]:
        """Yield the title at the end of a body's name, where the head would stand: "X部部长"."""
        if self._lexicon.pack.bodies.head != "last":
            return
        for entity in doc.ents:
            start = self._words.start(doc, entity.end - 1)
            if entity.label_ in {"ORG", "LOC"} and self._is(doc, start, Kind.TITLE):
                inside = start > entity.start and self._is(doc, start - 1, Kind.DEPARTMENT)
                first = self._words.start(doc, start - 1) if inside else start
                if entity.start < first:
                    yield first, entity.end

    def _without_filler(self, doc: Doc, start: int, end: int) -> int:
        """Return the start behind "new" or "current", which is no part of an office."""
        while start < end - 1 and doc[start].lower_ in self._before:
            start += 1
        return start

    def _without_country(self, doc: Doc, start: int, end: int) -> int:
        """Return the start behind "Lao" in "Lao Vice President": the country is the owner."""
        while start < end - 1 and self._lexicon.territory(doc[start].text):
            start += 1
        return start

    def _without_body(self, doc: Doc, start: int, end: int) -> int:
        """Return the start behind "National Assembly" in "National Assembly Secretary General"."""
        words = Kind.TITLE | Kind.TITLE_MODIFIER | Kind.DEPARTMENT
        head = next((i for i in range(start, end) if self._is(doc, i, words)), start)
        named = any(self._is(doc, i, Kind.BODY) for i in range(start, head))
        return head if head - start > 1 and named else start

    def _cut(self, doc: Doc, start: int, end: int) -> int:
        """Return the end in front of "of the Medical Brigade": a body is no part of a title."""
        if self._cased:
            return self._genitive.cut(doc, start, end)
        for i in range(start + 1, end - 1):
            if not self._is(doc, i, Kind.CONNECTOR) or not self._head_in(doc, start, i):
                continue
            rest = range(i + 1, end)
            if any(self._is(doc, j, Kind.DEPARTMENT) for j in rest) or self._department_phrase(
                doc, i, end
            ):
                continue
            if any(self._is(doc, j, Kind.BODY | Kind.SITE | Kind.PLACE_KIND) for j in rest):
                return i
            if self._offices.is_owned(doc, start, i, end):
                return i
        return end

    def _department_phrase(self, doc: Doc, start: int, end: int) -> bool:
        text = doc[start:end].text.lower()
        return any(" " in phrase and phrase in text for phrase in self._departments)

    def _is_body(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a span without any title word is rather a body's name."""
        kinds = [self._words.kind(doc, i) for i in range(start, end)]
        if self._lexicon.pack.bodies.head:
            at = 0 if self._lexicon.pack.bodies.head == "first" else -1
            return bool(kinds[at] & (Kind.BODY | Kind.SITE)) and not kinds[at] & Kind.TITLE
        titled = any(kind & (Kind.TITLE | Kind.TITLE_MODIFIER) for kind in kinds)
        return not titled and any(kind & (Kind.BODY | Kind.SITE) for kind in kinds)

    def _without_address(self, doc: Doc, start: int, end: int) -> Bounds:
        """Take "Professor" off the end of a title in front of a name: it addresses, it is no post."""
        stop = self._cased and end + 1 < len(doc) and doc[end].text == "."
        if end < len(doc) and doc[end + stop].ent_type_ == "PER":
            while end > start and self._is(doc, end - 1, Kind.HONORIFIC):
                end -= 1
        return start, end

    def _is_credible(self, doc: Doc, start: int, end: int) -> bool:
        """Say whether a span is a title: it has a word of one, or stands right beside a person.

        One unknown capitalised word in front of a name is rather the first part of it.
        """
        hidden = Kind.NONE if self._words.whole else Kind.TITLE_MODIFIER | Kind.DEPARTMENT
        if any(self._is(doc, i, Kind.TITLE | hidden) for i in range(start, end)):
            return True
        if end - start == 1 and end < len(doc) and doc[end].ent_type_ in {"PER", "LOC"}:
            return not is_name_word(doc[start])
        beside = (start - 1, start - 2, end, end + 1)
        return any(0 <= i < len(doc) and doc[i].ent_type_ == "PER" for i in beside)

    def _split(self, doc: Doc, start: int, end: int) -> Iterator[Bounds]:
        """Part "President & COO" and "Parteisekretär und Rektor": a head on both sides of "and"."""
        cut = start
        for i in range(start + 1, end - 1):
            if self._is(doc, i, Kind.CONJUNCTION) and self._head_in(doc, cut, i):
                nxt = i + 1
                while nxt < end - 1 and self._is(doc, nxt, Kind.TITLE_MODIFIER | Kind.DETERMINER):
                    nxt += 1
                if self._is(doc, nxt, Kind.TITLE):
                    yield cut, i
                    cut = i + 1
        yield cut, end

    def _modified(self, doc: Doc, start: int) -> int:
        """Return the start with modifiers in front: "Deputy", "Extraordinary and Plenipotentiary"."""
        while start > 0 and self._modifies(doc, start - 1):
            start -= 1
        joined = start > 1 and self._cased and self._is(doc, start - 1, Kind.CONJUNCTION)
        pair = joined and self._modifies(doc, start) and self._modifies(doc, start - 2)
        if pair and not self._is(doc, start - 2, Kind.TITLE):
            return self._modified(doc, start - 2)
        return start

    def _coordinated(self, doc: Doc, start: int) -> int:
        """Return the start of "Wirtschafts- und Arbeitsministerin": one office for two fields."""
        first = start - 2
        if first >= 0 and doc[first].text == "-" and first and not doc[first - 1].whitespace_:
            first -= 1
        cut = first >= 0 and doc[first : start - 1].text.endswith("-") and is_name_word(doc[first])
        joined = cut and self._is(doc, start - 1, Kind.CONJUNCTION)
        return first if joined and doc[start - 1].text not in COMMAS else start

    def _widen(self, doc: Doc, start: int, end: int) -> Bounds:
        """Take in modifiers that the pipeline left outside: "Deputy", "Stellvertretender"."""
        start = self._coordinated(doc, start)
        while (
            start > 0
            and self._modifies(doc, start - 1)
            and doc[start - 1].ent_type_ in {"", "TITLE"}
        ):
            start -= 1
        while end < len(doc) and not self._head_in(doc, start, end) and self._leads(doc, end):
            end += 1
        joined = self._modified(doc, start)
        if start - joined > 1 and self._modifies(doc, start):
            start = joined
        end = self._qualified(doc, end)
        end = self._genitive.see(doc, start, end)
        end = self._department(doc, start, end) or end
        return start, self._genitive.unit(doc, start, end)

    def _leads(self, doc: Doc, i: int) -> bool:
        """Say whether the head of a title stands at ``i``, where only its modifier was found."""
        return self._cased and doc[i].ent_type_ == "" and self._is(doc, i, Kind.TITLE)

    def _department(self, doc: Doc, start: int, end: int) -> int:
        """Return the end of a title with "of the International Department" taken in, or 0."""
        if any(self._is(doc, i, Kind.DEPARTMENT) for i in range(start + 1, end)):
            return 0
        first = end
        while first < len(doc) and self._is(doc, first, Kind.CONNECTOR | Kind.DETERMINER):
            first += 1
        if not 0 < first - end < 3:
            return 0
        unit = self._offices.unit(doc, first)
        if unit:
            return unit
        phrase = doc[first : first + 3].text.lower()
        if any(phrase.startswith(known + " ") for known in self._departments if " " in known):
            return self._run(doc, first)
        return self._unit(doc, first)

    def _unit(self, doc: Doc, first: int) -> int:
        """Return the end of an internal unit's name that begins at ``first``, or 0."""
        i = first
        while i < min(len(doc), first + 6) and (
            is_name_word(doc[i]) or self._is(doc, i, Kind.CONJUNCTION)
        ):
            kind = self._words.kind(doc, i)
            if kind & Kind.DEPARTMENT and self._in_body(doc, i):
                return 0
            if kind & Kind.DEPARTMENT:
                return self._concern(doc, i + 1)
            if kind & (Kind.BODY | Kind.TITLE) or doc[i].ent_type_ == "PER":
                return 0
            i += 1
        return 0

    def _in_body(self, doc: Doc, i: int) -> bool:
        """Say whether a department is but a part of a body's name: "Staff Training Centre"."""
        if doc[i].ent_type_ != "ORG" or i + 1 >= len(doc) or doc[i + 1].ent_iob_ != "I":
            return False
        return is_name_word(doc[i + 1]) and not self._lexicon.pack.writing.nouns_capitalised

    def _concern(self, doc: Doc, end: int) -> int:
        """Return the end after what a department is for: "für Politik und Recht", "Internationales"."""
        nouns = self._lexicon.pack.writing.nouns_capitalised
        if not nouns or end >= len(doc) or doc[end].ent_type_ == "LOC":
            return end
        if doc[end].lower_ == self._lexicon.pack.titles.portfolio[0]:
            return self._run(doc, end + 1, stop=Kind.DETERMINER)
        return end + 1 if is_name_word(doc[end]) and not doc[end].is_punct else end

    def _known(self, doc: Doc) -> Iterator[Bounds]:
        """Yield what the lexicon calls a title: modifiers, head, qualifiers, portfolio."""
        for i in range(len(doc)):
            if not self._is(doc, i, Kind.TITLE) or not self._may_hold(doc, i):
                continue
            if self._capitalised and not is_name_word(doc[i]):
                continue
            start = self._modified(doc, i)
            end = i + 1
            while end < len(doc) and self._is(doc, end, Kind.TITLE) and doc[end].ent_type_ != "PER":
                end += 1
            if self._words.whole or doc[start:end].text.lower() not in self._not_posts:
                yield self._offices.whole(
                    doc, start, self._portfolio(doc, self._genitive.see(doc, start, end))
                )

    def _may_hold(self, doc: Doc, i: int) -> bool:
        """Say whether a title can stand at ``i``: not inside a name, unless it is a compound or leads it."""
        label = doc[i].ent_type_
        if label in {"", "TITLE", "LOC"}:
            return True
        if label == "PER" or self._is(doc, i, Kind.BODY | Kind.SITE):
            return False
        last = i + 1 >= len(doc) or doc[i + 1].ent_iob_ != "I"
        leads = doc[i].ent_iob_ == "B" and not self._modifies_head(doc, i)
        hyphenated = "-" in doc[i].text or (i > 0 and doc[i - 1].text == "-")
        return leads or (last and hyphenated)

    def _modifies_head(self, doc: Doc, i: int) -> bool:
        """Say whether a head of the same name follows at once: "Provincial Hall", "General Hospital"."""
        i += 1
        while i < len(doc) and doc[i].ent_iob_ == "I" and is_name_word(doc[i]):
            if self._is(doc, i, Kind.BODY | Kind.SITE):
                return True
            i += 1
        return False

    def _portfolio(self, doc: Doc, end: int) -> int:
        """Return the end of a title with "of Labour and Social Affairs" taken in, if that follows.

        A body after the connector belongs to no title; an internal department does.
        """
        connector = end
        if (
            connector + 1 >= len(doc)
            or doc[connector].lower_ not in self._lexicon.pack.titles.portfolio
        ):
            return end
        last = self._run(doc, connector + 1)
        inside = range(connector + 1, last)
        if not any(is_name_word(doc[i]) for i in inside):
            return end
        if any(self._is(doc, i, Kind.DEPARTMENT) for i in inside):
            return last
        named = any(
            doc[i].ent_type_ or self._is(doc, i, Kind.BODY | Kind.PLACE_KIND) for i in inside
        )
        return end if named or self._proper(inside) else last

    def _run(self, doc: Doc, start: int, stop: Kind = Kind.NONE) -> int:
        """Return the end of a stretch of capitalised words with small words between them."""
        end = last = start
        while end < min(len(doc), start + _PORTFOLIO_MOST) and same_line(doc, start, end + 1):
            token = doc[end]
            if end > start and (
                (token.ent_type_ == "TITLE" and token.ent_iob_ == "B") or self._next_title(doc, end)
            ):
                break
            if is_name_word(token) and token.ent_type_ != "PER":
                last = end + 1
            elif self._is(doc, end, stop) or not self._is(
                doc, end, Kind.CONJUNCTION | Kind.DETERMINER | Kind.CONNECTOR
            ):
                break
            end += 1
        return last

    def _next_title(self, doc: Doc, i: int) -> bool:
        """Say whether "and" at ``i`` leads to another title: "Mayor of X and President of Y"."""
        if not self._is(doc, i, Kind.CONJUNCTION):
            return False
        i += 1
        while i < len(doc) and self._modifies(doc, i):
            i += 1
        return i < len(doc) and is_name_word(doc[i]) and self._is(doc, i, Kind.TITLE)

    def _proper(self, inside: range) -> bool:
        """Say whether the stretch is but one capitalised word: more likely a place than a portfolio."""
        return len(inside) == 1 and not self._lexicon.pack.writing.nouns_capitalised

    def _modifies(self, doc: Doc, i: int) -> bool:
        token = doc[i]
        if token.is_space or token.text in OPENING or token.ent_type_ == "PER":
            return False
        kind = self._words.kind(doc, i)
        if not self._words.whole and kind & Kind.BODY:
            return False
        if token.text[0].islower() and not kind & Kind.TITLE_MODIFIER:
            return False
        return bool(kind & Kind.TITLE_MODIFIER) and not kind & (Kind.DETERMINER | Kind.CONJUNCTION)

    def _head_in(self, doc: Doc, start: int, end: int) -> bool:
        return any(self._is(doc, i, Kind.TITLE) for i in range(start, end))

    def _is(self, doc: Doc, i: int, kind: Kind) -> bool:
        return bool(self._words.kind(doc, i) & kind)
