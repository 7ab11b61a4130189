"""Views of a text for matching, and tidy names: the text itself is never changed.

Three tools, from the cheapest up:

- :func:`fold` keeps the length, one code point to one, so that offsets into the folded text are
offsets
  into the original. Spaces, quotes, dashes and full-width forms become their plain sisters.
- :func:`view` also drops invisible characters and composes accents, which changes lengths; it
carries the
  way back to the original offsets.
- :func:`clean` turns the raw text of a mention into a name fit for output; no way back.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence

import msgspec

# Written as numbers: in a source file these characters cannot be told apart, or not seen at all.
_SPACES = [0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_BREAKS = [0x000B, 0x000C, 0x0085, 0x2028, 0x2029]
_IN_WORDS = [0x00AD, 0x034F, 0x200C, 0x200D, 0x2060]
_AT_EDGES = [0x180E, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2061, 0x2070), 0xFEFF]
_SINGLE_QUOTES = [0x2018, 0x2019, 0x201A, 0x201B, 0x02BC, 0x2032, 0x00B4]
_DOUBLE_QUOTES = [0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB, 0x2033]
_HYPHENS = [0x2010, 0x2011, 0x2212]
_DASHES = [0x2012, 0x2014, 0x2015, 0x2E3A, 0x2E3B]
_DOTS = [0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65]

SOFT = "\u00ad"

_FOLD: dict[int, str] = {
    **{0xFF01 + step: chr(0x21 + step) for step in range(94)},
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_BREAKS, "\n"),
    **dict.fromkeys(_IN_WORDS, SOFT),
    **dict.fromkeys(_AT_EDGES, " "),
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_DASHES, "\u2013"),
    **dict.fromkeys(_DOTS, "\u00b7"),
    0x00: " ",
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}

_INVISIBLE = "".join(map(re.escape, map(chr, [*_IN_WORDS, *_AT_EDGES])))
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
_UNEVEN = re.compile(rf"[{_INVISIBLE}]+|[^{_INVISIBLE}{_MARKS}][{_MARKS}]+|[\u1100-\u11ff]+")
_DROPPED = re.compile(rf"[{_INVISIBLE}]+")


def fold(text: str) -> str:
    r"""Return ``text`` with look-alike characters unified, at exactly the same length.

    All spaces become U+0020 and all line ends ``\n`` (``\r\n`` becomes space and ``\n``); curly
    quotes and guillemets become straight, hyphens ``-``, longer dashes U+2013; full-width ASCII
    becomes ASCII; word joiners inside words (soft hyphen, ZWJ) become U+00AD and marks at the edges
    of words (zero-width space, byte order mark, direction marks) a space; lone surrogates, which
    cannot be encoded, become U+FFFD. Case, accents, tabs and
    ideographic full stops stay.
    """
    return text.replace("\r\n", " \n").replace("\r", "\n").translate(_FOLD)


def clean(text: str) -> str:
    """Return a tidy name: NFC, nothing invisible, every run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", _DROPPED.sub("", text)).split())


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A text without invisible characters and with composed accents, and the way back.

    ``starts`` and ``ends`` hold, for each code point of ``text``, the stretch of the original it
    stands for; both are None where the original needed no change.
    """

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets into the original of the stretch ``start:end`` of this view.

        An empty stretch gives an empty stretch. Offsets must lie within ``0 <= start <= end <=
        len(text)``.
        """
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            if start < len(self.starts):
                return self.starts[start], self.starts[start]
            end_of_text = self.ends[-1] if self.ends else 0
            return end_of_text, end_of_text
        return self.starts[start], self.ends[end - 1]


def view(text: str) -> View:
    """Return the :class:`View` of ``text``, in linear time."""
    if not _DROPPED.search(text) and unicodedata.is_normalized("NFC", text):
        return View(text=text)
    parts: list[str] = []
    starts, ends = array("I"), array("I")
    for start, end, part in _pieces(text):
        parts.append(part)
        if len(part) == end - start:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(part))
            ends.extend([end] * len(part))
    return View(text="".join(parts), starts=starts, ends=ends)


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Cut the text into stretches and what each becomes; what is dropped is left out."""
    done = 0
    for match in _UNEVEN.finditer(text):
        yield from _plain(text, done, match.start())
        if not _DROPPED.fullmatch(match.group()):
            yield match.start(), match.end(), unicodedata.normalize("NFC", match.group())
        done = match.end()
    yield from _plain(text, done, len(text))


def _plain(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield what is kept, character by character where one has a canonical sister."""
    part = text[start:end]
    if unicodedata.is_normalized("NFC", part):
        yield start, end, part
        return
    for place, char in enumerate(part, start):
        yield place, place + 1, unicodedata.normalize("NFC", char)
