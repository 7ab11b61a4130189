"""The ``[layout]`` table of a language pack: the words by which a page's furniture is known."""

from __future__ import annotations

import msgspec

Words = tuple[str, ...]


class LayoutLexicon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words only, no patterns; matched whole, ignoring case, with any white space for a space.

    Labels stand before a value, mostly with a colon ("Published: 3 May"):
        ``published`` and ``updated`` before the page's date; ``event`` before time and place of
        what is reported; ``author`` (also editors), ``credit`` (photographer), ``caption``,
        ``source``, ``contact``; ``related`` before links to other pages; ``header`` before any
        other field (views, category, number).
    Words without a colon:
        ``bylines`` before an author's name ("By"); ``reporters`` before or after one in brackets;
        ``wires`` close a dateline in which place and date stand without separator ("电"); ``desks``
        stand in a dateline's brackets for an agency ("own report"); ``agencies`` are agencies'
        names beyond capitals in brackets; ``sources_bare`` name a source without a colon ("Theo").
    Page furniture:
        ``sections`` are rubrics and steps of navigation ("News"); ``releases`` mark a press release
        or issue ("Press release"), ``numbers`` stand before its number ("No."); ``mastheads`` are
        words in the names of those who publish ("Ministry", "Daily"); ``buttons`` are whole items
        of share bars and the like; ``furniture`` opens a line that is nothing but furniture
        ("Subscribe to"); ``counters`` are things that are counted ("comments", "views").
    Dates, only to know one when it is seen (the ``[dates]`` table resolves it):
        ``months`` and ``weekdays`` in all forms; ``date_joiners`` inside a date ("of", "de");
        ``date_leads`` in front of one ("on", "vom"); ``range_words`` between two ("to", "bis");
        ``time_leads`` and ``time_marks`` before and after a clock time; ``year_marks``,
        ``month_marks``, ``day_marks`` where units are written out ("年"); ``ordinals`` are endings
        of ordinal numbers.
    Tables: headings of columns by meaning, ``column_name`` and so on. ``small_words`` may stand in
    lower case inside a name; ``short_forms`` end in a full stop without ending a sentence.
    """

    published: Words = ()
    updated: Words = ()
    event: Words = ()
    author: Words = ()
    credit: Words = ()
    caption: Words = ()
    source: Words = ()
    contact: Words = ()
    related: Words = ()
    header: Words = ()

    bylines: Words = ()
    reporters: Words = ()
    wires: Words = ()
    desks: Words = ()
    agencies: Words = ()
    sources_bare: Words = ()

    sections: Words = ()
    releases: Words = ()
    numbers: Words = ()
    mastheads: Words = ()
    buttons: Words = ()
    furniture: Words = ()
    counters: Words = ()

    months: Words = ()
    weekdays: Words = ()
    date_joiners: Words = ()
    date_leads: Words = ()
    range_words: Words = ()
    time_leads: Words = ()
    time_marks: Words = ()
    year_marks: Words = ()
    month_marks: Words = ()
    day_marks: Words = ()
    ordinals: Words = ()

    column_name: Words = ()
    column_title: Words = ()
    column_organization: Words = ()
    column_place: Words = ()
    column_date: Words = ()
    column_number: Words = ()

    small_words: Words = ()
    short_forms: Words = ()
