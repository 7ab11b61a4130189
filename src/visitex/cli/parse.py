"""``visitex parse``: reports in, one checked record for each out."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from visitex.cli.say import complain, verbosity, verbosity_options, warn
from visitex.errors import UsageError, VisitexError

if TYPE_CHECKING:
    from datetime import date, datetime

    from visitex.extract import Extractor
    from visitex.report import Report

STDIN = "-"


class Reading(NamedTuple):
    """How the inputs are read: what the options say, apart from what the extractor is built of."""

    date: date | None
    language: str | None
    encoding: str | None


def _day(_ctx: click.Context, _param: click.Parameter, value: datetime | None) -> date | None:
    return value and value.date()


def _known_encoding(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    try:
        return value and codecs.lookup(value).name
    except LookupError as error:
        raise click.BadParameter(f"{value!r} is no encoding that Python knows") from error


@click.command("parse")
@click.argument("files", nargs=-1, metavar="[FILE... | -]", type=click.Path())
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    metavar="YYYY-MM-DD",
    help="The day to count from where a report carries no date of its own.",
)
@click.option("--lang", metavar="CODE", help="The language (en, de, ...); else it is detected.")
@click.option(
    "--model",
    metavar="NAME|PATH",
    help="Another spaCy pipeline with an entity recogniser, in place of the shipped one.",
)
@click.option(
    "--packs",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="A folder of language packs of your own, which win over the shipped ones.",
)
@click.option(
    "--patterns",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Entities of your own, in spaCy's EntityRuler JSONL.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl", "table"]),
    help="How to write; default: json for one input, jsonl for several.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Write to FILE, whole or not at all, instead of stdout.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    callback=_known_encoding,
    help="The inputs' encoding; else it is detected.",
)
@click.option("--compact", is_flag=True, help="JSON without line breaks and indentation.")
@verbosity_options
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    date: date | None,
    lang: str | None,
    model: str | None,
    packs: str | None,
    patterns: str | None,
    form: str | None,
    output: str | None,
    encoding: str | None,
    compact: bool,
) -> None:
    """Read reports and write what each says about the visit.

    Without FILE, or with -, the text comes from stdin. One input gives one JSON object, several
    give JSON Lines, or an array with `--format json`. An input that fails is named on stderr, and
    the others are written.

    \b
    Examples:
      visitex parse report.txt
      visitex parse --format table reports/*.txt
      curl -s https://example.org/news.txt | visitex parse --date 2024-01-09 -
    """  # noqa: D301
    sources = _sources(files)
    _check_output(output, sources)

    from visitex.cli.output import paints, shape, write_chunks
    from visitex.extract import Extractor

    extractor = Extractor(language=lang, model=model, packs=packs, patterns=patterns)
    reading = Reading(date, lang, encoding)
    failures: list[str] = []
    reports = _reports(sources, extractor, reading, failures, verbosity(ctx))
    several = len(sources) > 1
    form = form or ("jsonl" if several else "json")
    colour = paints(output)
    write_chunks(output, shape(reports, form, several=several, compact=compact, colour=colour))
    if failures:
        ctx.exit(1)


def _reports(
    sources: tuple[str, ...],
    extractor: Extractor,
    reading: Reading,
    failures: list[str],
    loudness: int,
) -> Iterator[Report]:
    """Yield the report of each source that can be read; say and note which cannot."""
    from visitex.io.read import read_document

    for source in sources:
        try:
            if source == STDIN:
                document = read_document(None, encoding=reading.encoding, stdin=sys.stdin.buffer)
            else:
                document = read_document(source, encoding=reading.encoding)
            report = extractor.extract(
                document, reference_date=reading.date, language=reading.language
            )
        except VisitexError as error:
            if error.exit_code != 1:
                raise
            complain(error, verbosity=loudness)
            failures.append(source)
        else:
            warn(source, report.warnings, verbosity=loudness)
            yield report


def nothing_on_stdin() -> bool:
    """Tell whether stdin is closed, or a terminal where nobody should be left waiting."""
    return sys.stdin is None or sys.stdin.isatty()


def _sources(files: tuple[str, ...]) -> tuple[str, ...]:
    """Return the inputs in order; none means stdin, unless that is a terminal."""
    if not files and nothing_on_stdin():
        raise UsageError("no input; name a FILE, or pipe a text into `visitex parse`")
    if files.count(STDIN) > 1:
        raise UsageError("-: stdin can be read once; name it once")
    return files or (STDIN,)


def _check_output(output: str | None, sources: tuple[str, ...]) -> None:
    """Refuse an output that cannot be written or would overwrite an input, before any work."""
    if output is None or output == STDIN:
        return
    folder = Path(output).parent
    if not folder.is_dir():
        raise UsageError(f"{output}: there is no folder {folder}; create it first")
    if not os.access(folder, os.W_OK):
        raise UsageError(f"{output}: the folder {folder} is not writable; choose another")
    for source in sources:
        both_exist = os.path.exists(source) and os.path.exists(output)
        if both_exist and os.path.samefile(source, output):
            raise UsageError(f"{output}: is an input too; choose another output")
