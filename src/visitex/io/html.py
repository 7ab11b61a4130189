"""The article of an HTML page."""

from __future__ import annotations

import msgspec

from visitex.errors import InputError


class _Article(msgspec.Struct):
    """What trafilatura says of a page, as far as it is used here."""

    title: str | None = None
    date: str | None = None
    text: str | None = None


def article(html: str, where: str) -> str:
    """Return headline, date and text of the article in a page, as lines.

    The page keeps its date outside the article's text, mostly; it is given as a field of its own
    (``Date: 2024-01-09``), which the layout of every language knows.

    Raises:
        InputError: trafilatura is not installed, or it finds no article.
    """
    try:
        from trafilatura import extract  # noqa: PLC0415
    except ImportError as error:
        reason = str(error).partition("\n")[0]
        raise InputError(
            f"{where}: HTML needs trafilatura ({reason}); run pip install 'visitex[html]'"
        ) from error
    raw = extract(html, output_format="json", with_metadata=True, include_comments=False)
    found = msgspec.json.decode(raw, type=_Article) if raw else _Article()
    if not found.text or not found.text.strip():
        raise InputError(f"{where}: no article found in the page; save its text to a .txt file")
    head = [found.title, f"Date: {found.date}" if found.date else None]
    lines = [line for line in head if line and line not in found.text[: len(line) + 200]]
    return "\n".join([*lines, *([""] if lines else []), found.text])
