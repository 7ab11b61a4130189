"""``visitex export``: results as tables, entities, events and training data."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from visitex.cli.parse import nothing_on_stdin
from visitex.cli.say import complain, verbosity, verbosity_options
from visitex.errors import InputError, UsageError

# As in visitex.export.formats, which a test compares: naming them here keeps the help light.
FORMATS = ("csv", "parquet", "ftm", "plover", "label-studio", "conll", "docbin", "jsonld")


@click.command("export")
@click.argument("results", metavar="RESULTS.jsonl|-", type=click.Path())
@click.option("--to", "form", type=click.Choice(FORMATS), required=True, help="The format.")
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    required=True,
    type=click.Path(allow_dash=True),
    help="The file, or for csv and parquet the folder, to write; - is stdout.",
)
@click.option(
    "--texts",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="Where the reports' paths start, for formats that hold the text; default: here.",
)
@click.option("--bom", is_flag=True, help="Start CSV files with the mark that Excel looks for.")
@click.option("--force", is_flag=True, help="Write over an output that is there already.")
@verbosity_options
@click.pass_context
def command(
    ctx: click.Context,
    results: str,
    form: str,
    output: str,
    texts: str | None,
    bom: bool,
    force: bool,
) -> None:
    """Write results in a format that other tools read.

    RESULTS is what `visitex parse` or `visitex batch` wrote. A record that cannot be read, or whose
    text has changed, is named on stderr, and the others are written. docs/formats.md tells what
    stands where.

    \b
    Formats:
      csv           linked tables in a folder: visits, people, posts, organizations, sites, ...
      parquet       the same tables, typed (extra `parquet`)
      ftm           FollowTheMoney entities (extra `ftm`)
      plover        PLOVER and CAMEO event rows, as CSV
      label-studio  tasks with predictions, to correct by hand
      conll         tokens and IOB2 tags
      docbin        spaCy's DocBin, for `spacy train`
      jsonld        schema.org, a document a line

    \b
    Examples:
      visitex export visits.jsonl --to csv -o tables/
      visitex export visits.jsonl --to ftm -o - | ftm validate
    """  # noqa: D301
    from visitex.export.formats import FOLDERS, Options, write_folder, write_stream
    from visitex.export.results import read_results
    from visitex.io.write import open_atomic

    if results == "-" and nothing_on_stdin():
        raise UsageError("no input; name a RESULTS file, or pipe one into `visitex export`")
    _check_output(output, folder=form in FOLDERS, force=force)
    failures: list[InputError] = []

    def refuse(error: InputError) -> None:
        failures.append(error)
        complain(error, verbosity=verbosity(ctx))

    reports = read_results(results, refuse=refuse)
    options = Options(refuse=refuse, root=texts, bom=bom)
    if form in FOLDERS:
        write_folder(form, reports, Path(output), options)
    elif output == "-":
        write_stream(form, reports, sys.stdout.buffer, options)
    else:
        with open_atomic(output) as stream:
            write_stream(form, reports, stream, options)
    if failures:
        ctx.exit(1)


def _check_output(output: str, *, folder: bool, force: bool) -> None:
    """Refuse, before any work, an output of the wrong kind or one that would be lost."""
    if output == "-":
        if folder:
            raise UsageError("-: this format is a folder of files; name one")
        return
    if folder and os.path.exists(output) and not os.path.isdir(output):
        raise UsageError(f"{output}: is a file; this format is a folder of files")
    if not folder and os.path.isdir(output):
        raise UsageError(f"{output}: is a folder; this format is one file")
    taken = os.path.isdir(output) and os.listdir(output) if folder else os.path.isfile(output)
    if taken and not force:
        raise UsageError(f"{output}: is there already; choose another, or give --force")
    parent = Path(output).absolute().parent
    if not parent.is_dir():
        raise UsageError(f"{output}: there is no folder to hold it; create it first")
