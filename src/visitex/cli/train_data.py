"""``visitex train-data``: corrected text as spaCy's DocBin."""

from __future__ import annotations

import os
from itertools import chain

import click

from visitex.cli.say import complain, verbosity, verbosity_options
from visitex.errors import InputError, UsageError


@click.command("train-data")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option(
    "-o",
    "--output",
    metavar="OUT.spacy",
    required=True,
    type=click.Path(dir_okay=False),
    help="The DocBin to write.",
)
@click.option("--force", is_flag=True, help="Write over an output that is there already.")
@verbosity_options
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], output: str, force: bool) -> None:
    """Turn corrected text into data for `spacy train`.

    FILE is a JSON export of Label Studio (`.json`), of which the annotated tasks are taken, or
    marked-up text: `[PER Ann Lee], [TITLE Mayor] of [LOC Kelso]`, a blank line between reports,
    `# lang=en` in front of each. docs/training.md walks through it.

    \b
    Examples:
      visitex train-data corrected.json -o train.spacy
      visitex train-data mine.txt more.txt -o train.spacy
    """  # noqa: D301
    from visitex.export.corrected import read_corrected
    from visitex.io.write import open_atomic
    from visitex.nlp.annotated import to_docbin

    if os.path.exists(output) and not force:
        raise UsageError(f"{output}: is there already; choose another, or give --force")
    read, failures = [], 0
    for file in files:
        try:
            read.append(list(read_corrected(file)))
        except InputError as error:
            complain(error, verbosity=verbosity(ctx))
            failures += 1
    texts = list(chain.from_iterable(read))
    if texts:
        packed = to_docbin(texts)
        with open_atomic(output) as stream:
            stream.write(packed)
    elif not failures:
        raise InputError(f"{files[0]}: holds no annotated text; correct some first")
    if failures:
        ctx.exit(1)
