"""The typed language pack: everything visitex knows about one language, as data.

Words stand in their dictionary form and in lower case unless a field says otherwise. A pack is one
TOML file; unknown keys are refused, so that a typing error never goes unnoticed.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from visitex.lang.date_lexicon import DateLexicon
from visitex.lang.layout_lexicon import LayoutLexicon


class _Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all sections: frozen, keyword-only, strict."""


class Model(_Section, frozen=True, kw_only=True):
    """The trained pipeline of the language and the map from its labels to ours.

    ``labels`` maps a model's entity label to PER, TITLE, ORG, SITE or LOC; others are dropped.
    ``entities`` names the entities that the model may make; empty means all.
    """

    name: str = "xx"
    labels: dict[str, str] = {}


class Heads(_Section, frozen=True, kw_only=True):
    """Nouns by grammatical gender; ``plain`` for languages and words where it does not matter."""

    plain: list[str] = []
    masculine: list[str] = []
    feminine: list[str] = []
    plurals: list[str] = []
    neuter: list[str] = []
    plural: list[str] = []

    def by_gender(self) -> dict[str, str]:
        """Return word -> gender, genders named as the fields are."""
        return {word: field for field in self.__struct_fields__ for word in getattr(self, field)}


class Names(_Section, frozen=True, kw_only=True):
    """Names of people.

    ``honorifics`` are address forms and academic degrees, with and without their full stop; they
    never belong to the name. ``family_first`` are family names (capitalised) of cultures that put
    them first. ``possessives`` are endings that a name may carry in the text. ``male`` and
    ``female`` are the honorifics that tell a gender. ``honorifics_follow`` is true where they stand
    behind the name.
    """

    honorifics: list[str] = []
    particles: list[str] = []
    suffixes: list[str] = []
    possessives: list[str] = []
    family_first: list[str] = []
    male: list[str] = []
    female: list[str] = []
    not_names: list[str] = []
    honorifics_follow: bool = False


class Titles(_Section, frozen=True, kw_only=True):
    """Offices and posts.

    A title is modifiers + head + qualifiers + portfolio. ``suffixes`` are heads of compounds
    ("minister" in "Arbeitsminister"). ``departments`` head internal units, which stay in the title,
    ``units`` such that the pipeline may take for bodies.
    ``fields`` are the fields of office that one word names ("Culture"), which a title keeps where a
    lone name behind "of" is else a place.
    ``feminine`` are endings of titles in the feminine, ``plurals`` those of the plural; ``forms``
    gives the citation form of others.
    ``bodily`` are offices that one can only hold in a body; ``ranks`` are no post of somebody who
    has another; ``state`` are offices of a state, ``local`` those of a town or region, ``envoys``
    stand for one and keep in their title the place that they are sent to. ``sees`` are forms of
    offices of a church behind which adjectives name the see ("митрополит Московский").
    """

    heads: list[str] = []
    suffixes: list[str] = []
    modifiers: list[str] = []
    former: list[str] = []
    qualifiers: list[str] = []
    portfolio: list[str] = []
    fields: list[str] = []
    departments: Heads = Heads()
    units: list[str] = []
    state: list[str] = []
    local: list[str] = []
    envoys: list[str] = []
    sees: list[str] = []
    bodily: list[str] = []
    ranks: list[str] = []
    not_posts: list[str] = []
    feminine: list[str] = []
    plurals: list[str] = []
    forms: dict[str, str] = {}


class Bodies(_Section, frozen=True, kw_only=True):
    """Names of organizations.

    ``heads`` are whole words, ``suffixes`` last parts of compounds. ``connectors`` may join a head
    to what follows it inside the name. ``never`` are words that name no body when they stand alone.
    ``nesting`` are the connectors behind which another body is named ("of the"), ``fields`` those
    behind which stands what a body is for ("for Labour"). ``common_endings`` tell a common noun by
    its form, where those have capitals too ("ungen").
    ``prefixes`` announce a name without belonging to it ("the firm X"). ``media`` head names of
    papers and agencies, which report and do not receive. ``events`` head names of what is no
    body; ``toured`` are heads and legal forms of bodies that are places as well. ``head`` says
    where the head of a name stands, of a body or a site, if always in the same place.
    ``dedications`` are words behind which stands whom a body or site is named after ("im.", "св.").
    """

    heads: Heads = Heads()
    suffixes: Heads = Heads()
    legal_forms: list[str] = []
    connectors: list[str] = []
    never: list[str] = []
    nesting: list[str] = []
    fields: list[str] = []
    common_endings: list[str] = []
    prefixes: list[str] = []
    media: list[str] = []
    events: list[str] = []
    toured: list[str] = []
    dedications: list[str] = []
    head: Literal["", "first", "last"] = ""


class Sites(_Section, frozen=True, kw_only=True):
    """Names of places of human scale, built as :class:`Bodies` are.

    ``definite`` are articles, alone or joined with a preposition, behind which a compound is the
    name of one place ("in der Marienkirche"), where common nouns have capitals too.
    """

    heads: Heads = Heads()
    suffixes: Heads = Heads()
    connectors: list[str] = []
    never: list[str] = []
    locators: list[str] = []
    definite: list[str] = []


class Places(_Section, frozen=True, kw_only=True):
    """Territories: ``kinds`` are the words that go with a name ("Province", "Stadt").

    ``genders`` gives the gender of kinds, where that matters. ``demonyms`` gives the country or
    place for an adjective or inhabitant ("cuban" -> "Cuba"); ``names`` are territories that need
    no context.
    """

    kinds: list[str] = []
    demonyms: dict[str, str] = {}
    names: list[str] = []
    connectors: list[str] = []
    genders: dict[str, str] = {}


class Link(_Section, frozen=True, kw_only=True):
    """Words that hold mentions together: "of the", "and", "(", "his".

    ``own`` are words for the body whose page it is ("our university"), ``ours`` the possessives
    that mean it ("our"), ``by`` those in front of who acts in the passive.
    """

    of: list[str] = []
    at: list[str] = []
    from_: list[str] = msgspec.field(name="from", default_factory=list)
    conjunctions: list[str] = []
    determiners: list[str] = []
    possessives: list[str] = []
    fillers: list[str] = []
    appositions: list[str] = []
    own: list[str] = []
    ours: list[str] = []
    by: list[str] = []


class Cues(_Section, frozen=True, kw_only=True):
    """Words and phrases that tell who did what in a visit.

    Each is matched as whole words, case-insensitively; ``...`` inside a phrase spans up to eight
    words of the same clause. Active cues take their subject before them (or right after, in
    inverted order), passive ones their agent behind them. ``receive_them`` are active ones that
    hold the guests as a pronoun ("welcomed them"); the subject of ``join`` came along.
    ``party_of`` stands right behind the one who leads the guests.
    """

    lead: list[str] = []
    led_by: list[str] = []
    receive: list[str] = []
    received_by: list[str] = []
    receive_them: list[str] = []
    join: list[str] = []
    meet: list[str] = []
    guide: list[str] = []
    guided_by: list[str] = []
    visit: list[str] = []
    visited: list[str] = []
    travel: list[str] = []
    accompanied_by: list[str] = []
    present: list[str] = []
    invited_by: list[str] = []
    delegation: list[str] = []
    party: list[str] = []
    party_of: list[str] = []
    host_side: list[str] = []
    guest_side: list[str] = []
    stay: list[str] = []
    cancelled: list[str] = []
    history: list[str] = []
    plan: list[str] = []
    other_visit: list[str] = []
    speech: list[str] = []


class Declension(_Section, frozen=True, kw_only=True):
    """How nouns of one kind are declined.

    ``singular`` and ``plural`` are endings in the order nominative, genitive, dative, accusative,
    instrumental, locative; "а/" means "а" or nothing. The first of the singular is what the words end in.
    ``after`` are letters of which one must stand before the ending.
    """

    gender: str
    singular: list[str]
    plural: list[str] = []
    after: list[str] = []


class AdjectiveDeclension(_Section, frozen=True, kw_only=True):
    """How adjectives of one kind are declined; cases as in :class:`Declension`."""

    masculine: list[str]
    feminine: list[str]
    neuter: list[str]
    plural: list[str]
    after: list[str] = []


class Inflection(_Section, frozen=True, kw_only=True):
    """How names and titles in a sentence are brought to citation form.

    ``adjectives`` gives, for a gender, the ending of an adjective in citation form without
    article; ``adjective_endings`` are those that it replaces. ``noun_endings`` are taken off a
    head noun when what is left is a head. ``singular_endings`` are those of the singular
    alone, for names of bodies, whose plural stays. ``genitive_determiners`` are articles behind
    which a noun has the ending of the genitive. ``male_determiners`` and ``female_determiners`` tell the
    gender of an office that has one form for both.

    Languages with cases give patterns instead: ``nouns``, ``agreement`` (adjectives) and
    ``surnames``, the more special ones first; ``adjectives_behind`` says that an adjective may stand
    behind its noun. ``prepositions`` gives the numbers of the cases (genitive is 1) that a
    preposition asks for; ``places`` those that a word in front of a place does. ``male_names`` and
    ``female_names`` are frequent given names; ``surname_adjectives`` are endings of adjectives that
    are surnames ("-ский"). ``genitives`` are endings that tell the genitive of a noun for certain:
    a name of a body goes on over such words; ``epithets`` are endings of adjectives in names of
    states, in the genitive ("Federalnej").
    """

    nouns: list[Declension] = []
    agreement: list[AdjectiveDeclension] = []
    surnames: list[Declension] = []
    surname_adjectives: list[str] = []
    genitives: list[str] = []
    epithets: list[str] = []
    adjectives_behind: bool = False
    prepositions: dict[str, list[int]] = {}
    places: dict[str, list[int]] = {}
    male_names: list[str] = []
    female_names: list[str] = []
    adjectives: dict[str, str] = {}
    adjective_endings: list[str] = []
    noun_endings: list[str] = []
    singular_endings: list[str] = []
    genitive_determiners: list[str] = []
    male_determiners: list[str] = []
    female_determiners: list[str] = []


class Writing(_Section, frozen=True, kw_only=True):
    """How the script works: abbreviations that do not end a sentence, spaces, capitals, order.

    ``spaces`` is false where words are not parted by spaces; ``title_case`` is true where the
    content words of a body's name are capitalised, and ``nouns_capitalised`` where all nouns are,
    ``verb_last`` where a verb may stand behind its object, ``inverts`` where a subject may stand
    behind its verb. ``small_heads`` is true where the head of a site has no capital ("museo X").
    ``syllables`` is true where spaces part syllables, so that most words are of several;
    ``ordinal_stop`` where a full stop makes an ordinal of a number ("14. März").
    """

    abbreviations: list[str] = []
    spaces: bool = True
    syllables: bool = False
    title_case: bool = False
    nouns_capitalised: bool = False
    verb_last: bool = False
    inverts: bool = False
    small_heads: bool = False
    ordinal_stop: bool = False


class Example(_Section, frozen=True, kw_only=True):
    """A sentence in the training markup that the tests run: what its spans must come out as.

    ``posts`` lists ``person | title | organization`` that must be found, ``visit`` slots as
    ``slot | value``, ``sites`` names of sites and ``organizations`` citation forms.
    """

    text: str
    about: str = ""
    date: str | None = None
    people: list[str] = []
    posts: list[str] = []
    organizations: list[str] = []
    sites: list[str] = []
    visit: list[str] = []
    not_people: list[str] = []
    not_sites: list[str] = []


class Pack(_Section, frozen=True, kw_only=True):
    """One language. ``order`` is how a post before a name is told: ``title-body`` or ``body-title``.

    ``articles`` may stand before a name without being part of it.
    """

    language: str
    name: str
    order: Literal["title-body", "body-title"] = "title-body"
    articles: list[str] = []
    model: Model = Model()
    writing: Writing = Writing()
    names: Names = Names()
    titles: Titles = Titles()
    bodies: Bodies = Bodies()
    sites: Sites = Sites()
    places: Places = Places()
    link: Link = Link()
    cues: Cues = Cues()
    inflection: Inflection = Inflection()
    layout: LayoutLexicon = LayoutLexicon()
    dates: DateLexicon = DateLexicon()
    examples: list[Example] = []
