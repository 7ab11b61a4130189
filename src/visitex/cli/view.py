"""``visitex view``: reports as a page for the browser."""

from __future__ import annotations

import os
from pathlib import Path

import click

from visitex.cli.parse import nothing_on_stdin
from visitex.cli.say import VERBOSE, complain, verbosity, verbosity_options
from visitex.errors import InputError, UsageError


@click.command("view")
@click.argument(
    "inputs", nargs=-1, required=True, metavar="REPORT|RESULTS.jsonl...", type=click.Path()
)
@click.option(
    "-o",
    "--output",
    metavar="PAGE.html",
    required=True,
    type=click.Path(dir_okay=False),
    help="The page to write.",
)
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--texts",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="Where the paths in results start; default: here.",
)
@click.option("--date", metavar="YYYY-MM-DD", help="The day to count from, as for `parse`.")
@click.option("--lang", metavar="CODE", help="The language of the texts; else it is detected.")
@click.option("--packs", metavar="DIR", type=click.Path(), help="Language packs of your own.")
@click.option("--force", is_flag=True, help="Write over a page that is there already.")
@verbosity_options
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    output: str,
    show: bool,
    texts: str | None,
    date: str | None,
    lang: str | None,
    packs: str | None,
    force: bool,
) -> None:
    """Write a page that shows reports in the browser.

    The page needs no network and loads nothing. A REPORT is a text, which is read first; RESULTS
    (.json, .jsonl, also gzipped, or - for stdin) is what `visitex parse` or `visitex batch` wrote.
    Of one report the page shows the text with its mentions; of many also a timeline, tables and
    who met whom.

    \b
    Examples:
      visitex view report.txt -o report.html --open
      visitex view visits.jsonl -o visits.html
    """  # noqa: D301
    from visitex.export.view import Reading, read_inputs, write_view
    from visitex.extract import Extractor
    from visitex.io.write import open_atomic

    if "-" in inputs and nothing_on_stdin():
        raise UsageError("no input; name a FILE, or pipe results into `visitex view`")
    _check_output(output, inputs, force=force)
    failures: list[InputError] = []
    missing: list[InputError] = []

    def refuse(error: InputError) -> None:
        failures.append(error)
        complain(error, verbosity=verbosity(ctx))

    def miss(error: InputError) -> None:
        missing.append(error)
        if verbosity(ctx) >= VERBOSE:
            complain(error)

    reading = Reading(refuse=refuse, miss=miss, root=texts, reference_date=date)
    reports = read_inputs(inputs, Extractor(language=lang, packs=packs), reading)
    with open_atomic(output) as stream:
        count = write_view(reports, stream, packs=packs)
        if not count:
            raise InputError(f"{inputs[0]}: holds no report; nothing was written")
    if missing:
        complain(
            f"{len(missing)} of {count} reports are shown without their text, as in"
            f" {missing[0]}; --texts names its folder",
            verbosity=verbosity(ctx),
        )
    if show:
        click.launch(Path(output).absolute().as_uri())
    if failures:
        ctx.exit(1)


def _check_output(output: str, inputs: tuple[str, ...], *, force: bool) -> None:
    """Refuse, before any work, a page that cannot be written or would write over a file."""
    if not Path(output).absolute().parent.is_dir():
        raise UsageError(f"{output}: there is no folder to hold it; create it first")
    if any(
        os.path.exists(it) and os.path.exists(output) and os.path.samefile(it, output)
        for it in inputs
    ):
        raise UsageError(f"{output}: is an input too; choose another output")
    if os.path.isfile(output) and not force:
        raise UsageError(f"{output}: is there already; choose another, or give --force")
