"""``visitex_people``: names of individuals.

Order of decision: spans of the trained pipeline, cleaned and widened over particles; a name after
an honorific; a name right behind or before a title; then every other place where a name that is
known by now stands again, whole or in part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup, Token

from visitex.lang.lexicon import Kind, Lexicon, lexicon_of
from visitex.nlp.tokens import (
    COMMAS,
    Bounds,
    Claims,
    is_function_word,
    is_name_word,
    is_presented,
    name_end,
    place_in_front,
    take,
)
from visitex.nlp.words import words_of

GROUP = "people"
_LONGEST = 7  # words in a name: "Nguyen Thi Thu Hien", "Sonia Virgen de la O'Farrill"
_FULL = 2  # words: given name and family name
_NO_NAME = (
    Kind.TITLE
    | Kind.HONORIFIC
    | Kind.BODY
    | Kind.SITE
    | Kind.LEGAL
    | Kind.PLACE_KIND
    | Kind.DEPARTMENT
)


@Language.factory("visitex_people", default_config={"language": "en", "packs": []})
def create(nlp: Language, name: str, language: str, packs: list[str]) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """Make the component; ``language`` names the pack whose honorifics it knows."""
    from visitex.nlp.plain_people import HanPeople, SyllablePeople  # noqa: PLC0415

    lexicon = lexicon_of(language, tuple(packs))
    writing = lexicon.pack.writing
    if not writing.spaces:
        return HanPeople(lexicon, words_of(nlp, lexicon))
    return SyllablePeople(lexicon, words_of(nlp, lexicon)) if writing.syllables else People(lexicon)


class People:
    """Writes ``doc.spans["people"]``, label PER, ``id_`` the rule."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lower: set[str] = set()
        self._not_names = frozenset(lexicon.pack.names.not_names)
        self._cased = bool(lexicon.pack.inflection.genitives)
        cues = lexicon.pack.cues
        self._acts = frozenset(
            phrase
            for phrases in (cues.receive, cues.meet, cues.visit, cues.speech)
            for phrase in phrases
            if " " not in phrase
        )
        self._headlines: list[Span] = []

    def __call__(self, doc: Doc) -> Doc:
        """Find the people of ``doc`` and return it."""
        self._lower = {token.text for token in doc if token.is_lower}
        self._headlines = [z for z in doc.spans.get("layout", []) if z.label_ == "title"]
        claims = Claims(doc)
        for group in ("dates", "titles", "organizations", "sites"):
            claims.take_all(doc.spans.get(group, []))
        found: list[Span] = []
        for rule, candidates in (
            ("left", self._left_over(doc, claims)),
            ("model", self._model(doc, claims)),
            ("honorific", self._after_honorific(doc, claims)),
            ("title", self._beside_title(doc, claims)),
        ):
            found += take(doc, candidates, claims, "PER", rule)
        found += take(doc, self._again(doc, found, claims), claims, "PER", "again")
        spans = sorted(found, key=lambda span: span.start)
        doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=spans)
        return doc

    def _model(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        for entity in doc.ents:
            if entity.label_ == "PER" and not self._is_place(entity):
                start, end = self._clean(doc, entity.start, entity.end)
                while start < end and claims[start] and self._cased:
                    start += 1
                if start < end and claims.free(start, end):
                    first = self._left(doc, start, claims)
                    if name_end(doc, entity.start, entity.end, self._lexicon) == entity.end:
                        end = self._right(doc, start, end, claims)
                    first += place_in_front(doc, first, end, self._lexicon)
                    if first < end:
                        yield first, end

    def _left_over(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        """Yield a name that the pipeline took for the end of a body's, where nouns are declined."""
        if not self._cased:
            return
        yield from self._behind_owner(doc, claims)
        for span in (*doc.spans.get("organizations", []), *doc.spans.get("sites", [])):
            inside = span.end < len(doc) and doc[span.end].ent_iob_ == "I"
            if inside and doc[span.end].ent_type_ in {"ORG", "SITE"}:
                end = self._run(doc, span.end, claims)
                if end - span.end >= _FULL:
                    yield span.end, end

    def _behind_owner(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        """Yield the name behind a title and its body in the genitive: "директор ООО «X» Иван Лев"."""
        ends = {title.end for title in doc.spans.get("titles", [])}
        for span in doc.spans.get("organizations", []):
            if span.start not in ends or span.end >= len(doc):
                continue
            end = self._run(doc, span.end, claims)
            while (
                end > span.end
                and self._particle_at(doc, end)
                and self._is_part(doc, end + 1, claims)
            ):
                end = self._run(doc, end + 1, claims)
            plain = all(token.ent_type_ in {"", "PER"} for token in doc[span.end : end])
            if end - span.end >= _FULL and plain:
                yield span.end, end

    def _particle_at(self, doc: Doc, i: int) -> bool:
        particle = i + 1 < len(doc) and self._lexicon.kind(doc[i].text) & Kind.PARTICLE
        return bool(particle) and doc[i].is_lower

    def _is_place(self, entity: Span) -> bool:
        """Say whether a span is a known territory or ends in the head of a site or body."""
        if self._lexicon.territory(entity.text):
            return True
        headed = self._lexicon.kind(entity[-1].text) & (Kind.SITE | Kind.BODY | Kind.PLACE_KIND)
        presented = is_presented(entity.doc, entity.start, entity.end, self._lexicon)
        return len(entity) > 1 and bool(headed) and (self._cased or not presented)

    def _clean(self, doc: Doc, start: int, end: int) -> Bounds:
        """Take honorifics, titles, stray marks and "of Kelso" off a span."""
        end = name_end(doc, start, end, self._lexicon)
        end = next((i for i in range(start, end) if self._is_act(doc, i)), end)
        while start < end and (self._no_name(doc, start) or self._links(doc, start, end)):
            start += 1
        while end > start and (
            doc[end - 1].is_space
            or doc[end - 1].text in COMMAS | {"'", "’", "'s", "’s"}
            or (doc[end - 1].is_lower and self._lexicon.kind(doc[end - 1].text) & Kind.PARTICLE)
        ):
            end -= 1
        return start, end

    def _is_act(self, doc: Doc, i: int) -> bool:
        """Say whether a word is the verb of a headline in title case: "Ann Lee Meets Tom Reed"."""
        return (
            self._lexicon.pack.writing.title_case
            and doc[i].lower_ in self._acts
            and any(zone.start <= i < zone.end for zone in self._headlines)
        )

    def _links(self, doc: Doc, i: int, end: int) -> bool:
        """Say whether "von" in front of given name and family name is "by", not a part of them."""
        if not doc[i].is_lower or not self._lexicon.kind(doc[i].text) & Kind.CONNECTOR:
            return False
        return i + 2 < end and is_name_word(doc[i + 1]) and is_name_word(doc[i + 2])

    def _no_name(self, doc: Doc, i: int) -> bool:
        kind = self._lexicon.kind(doc[i].text)
        return bool(kind & (Kind.TITLE | Kind.HONORIFIC)) or not doc[i].text[0].isalpha()

    def _left(self, doc: Doc, start: int, claims: Claims) -> int:
        while start > 0 and not claims[start - 1] and self._continues(doc, start - 1):
            start -= 1
        return start

    def _continues(self, doc: Doc, i: int) -> bool:
        """Say whether the token at ``i`` belongs to the name behind it."""
        token = doc[i]
        if token.is_space or (not token.whitespace_ and token.text not in {"-", "'", "’"}):
            return False
        kind = self._lexicon.kind(token.text)
        if kind & Kind.PARTICLE and not is_name_word(token):
            return i > 0 and doc[i - 1].ent_type_ in {"PER", "LOC"} and is_name_word(doc[i - 1])
        if not is_name_word(token) or kind & _NO_NAME or token.text in self._not_names:
            return False
        if is_function_word(token, self._lexicon):
            return False
        loose = not self._lexicon.pack.writing.nouns_capitalised
        if token.is_sent_start and token.lower_ in self._lower:
            return False
        fits = token.ent_type_ == "PER" or (loose and token.ent_type_ == "")
        return fits or (self._cased and token.ent_type_ == "ORG" and token.is_title)

    def _right(self, doc: Doc, start: int, end: int, claims: Claims) -> int:
        while end < len(doc) and end - start < _LONGEST and not claims[end]:
            if (
                not doc[end - 1].whitespace_
                and doc[end].text not in {"-", "'", "’"}
                and doc[end - 1].text not in {"-", "'", "’", "."}
            ):
                break
            step = self._step(doc, end, claims)
            if not step:
                break
            end = step
        return end

    def _step(self, doc: Doc, end: int, claims: Claims) -> int:
        """Return the end after one more part of a name, or 0."""
        token = doc[end]
        kind = self._lexicon.kind(token.text)
        if self._is_act(doc, end):
            return 0
        if kind & Kind.NAME_SUFFIX:
            return end + 1
        if kind & Kind.PARTICLE and not is_name_word(token):
            nxt = end + 1
            while (
                nxt < len(doc)
                and self._lexicon.kind(doc[nxt].text) & Kind.PARTICLE
                and not is_name_word(doc[nxt])
            ):
                nxt += 1
            return nxt + 1 if nxt < len(doc) and self._follows_particle(doc, nxt, claims) else 0
        if not is_name_word(token) or kind & _NO_NAME or token.text in self._not_names:
            return 0
        if is_function_word(token, self._lexicon) or token.is_sent_start:
            return 0
        loose = not self._lexicon.pack.writing.nouns_capitalised
        return (
            end + 1 if token.ent_type_ == "PER" or (loose and token.ent_type_ in {"", "LOC"}) else 0
        )

    def _follows_particle(self, doc: Doc, i: int, claims: Claims) -> bool:
        """Say whether a name goes on behind "von": always after a given name alone, else if PER."""
        if claims[i] or not is_name_word(doc[i]) or self._lexicon.kind(doc[i].text) & _NO_NAME:
            return False
        before = i - 1
        while before > 0 and self._lexicon.kind(doc[before].text) & Kind.PARTICLE:
            before -= 1
        alone = (
            before == 0 or not is_name_word(doc[before - 1]) or doc[before - 1].ent_type_ != "PER"
        )
        return doc[i].ent_type_ == "PER" or (alone and doc[i].ent_type_ != "ORG")

    def _after_honorific(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        for i in range(1, len(doc)):
            back = i - 1
            if doc[back].text == ")":
                back -= 2 if doc[back - 1].text != "." else 3
            word = doc[max(back, 0)]
            if not claims[i] and is_name_word(word) and self._addresses(word):
                yield i, self._run(doc, i, claims)

    def _addresses(self, token: Token) -> bool:
        return bool(self._lexicon.kind(token.text) & Kind.HONORIFIC)

    def _beside_title(self, doc: Doc, claims: Claims) -> Iterator[Bounds]:
        """Yield two or more capitalised words right behind a title, or before ", TITLE"."""
        for title in doc.spans.get("titles", []):
            end = self._run(doc, title.end, claims)
            placed = self._cased and end > title.end and doc[title.end].ent_type_ == "LOC"
            if end - title.end >= 2 and not placed:
                yield title.end, end
            comma = title.start - 1
            if comma > 1 and doc[comma].text in COMMAS:
                start = comma
                while (
                    start > 0 and comma - start < _LONGEST and self._is_part(doc, start - 1, claims)
                ):
                    start -= 1
                if comma - start >= 2:
                    yield start, comma

    def _run(self, doc: Doc, start: int, claims: Claims) -> int:
        """Return the end of the run of name parts that starts at ``start``."""
        end = start
        while end < len(doc) and end - start < _LONGEST and self._is_part(doc, end, claims):
            end += 1
        return end

    def _is_part(self, doc: Doc, i: int, claims: Claims) -> bool:
        token = doc[i]
        if claims[i] or not is_name_word(token):
            return False
        if self._inside_name(doc, i):
            return True
        if token.text in self._not_names or self._is_act(doc, i):
            return False
        if is_function_word(token, self._lexicon):
            return False
        return not self._lexicon.kind(token.text) & _NO_NAME and len(token.text) > 1

    def _inside_name(self, doc: Doc, i: int) -> bool:
        """Say whether a particle with a capital stands between two parts of a name: "Anne Le Goff"."""
        if not 0 < i < len(doc) - 1 or doc[i].is_sent_start:
            return False
        if not self._lexicon.kind(doc[i].text) & Kind.PARTICLE or doc[i + 1].is_punct:
            return False
        around = (doc[i - 1], doc[i + 1])
        return all(
            is_name_word(token)
            and token.text not in self._not_names
            and not self._lexicon.kind(token.text) & _NO_NAME
            for token in around
        )

    def _again(self, doc: Doc, found: list[Span], claims: Claims) -> Iterator[Bounds]:
        """Yield other places where a name stands whole, or its first or last part alone."""
        parts = {part for span in found for part in self._short_forms(span)}
        for token in doc:
            form = token.text
            if form in parts and not claims[token.i] and token.ent_type_ not in {"ORG", "SITE"}:
                yield token.i, self._rest(doc, token.i, parts, claims)

    def _short_forms(self, span: Span) -> Iterator[str]:
        words = [t.text for t in span if t.text[0].isupper() and len(t.text) > 2]
        if len(words) > 1:
            if words[0] in self._lexicon.pack.names.family_first:
                yield words[0]
            if not self._lexicon.kind(words[-1]) & _NO_NAME:
                yield words[-1]

    def _rest(self, doc: Doc, start: int, parts: set[str], claims: Claims) -> int:
        end = start + 1
        while end < len(doc) and doc[end].text in parts and not claims[end]:
            end += 1
        return end
