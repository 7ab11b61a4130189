"""``visitex evaluate``: how right the extraction is, against gold of the user's own."""

from __future__ import annotations

import sys

import click

from visitex.cli.say import complain, on_terminal, verbosity, verbosity_options
from visitex.errors import InputError


def _minima(
    _ctx: click.Context, _param: click.Parameter, value: str | None
) -> dict[str, float] | None:
    """Read ``field=F1,field=F1``; the fields' names are checked where they are known."""
    wanted = {}
    for pair in filter(None, (value or "").split(",")):
        field, _, least = pair.partition("=")
        try:
            wanted[field.strip()] = float(least)
        except ValueError as error:
            raise click.BadParameter(f"{pair!r} is not field=F1, as people=0.9") from error
    return wanted


@click.command("evaluate")
@click.argument("folders", nargs=-1, required=True, metavar="GOLD_DIR...", type=click.Path())
@click.option("--errors", is_flag=True, help="List every miss and false hit, with its offsets.")
@click.option(
    "--by",
    type=click.Choice(["field", "lang"]),
    default="field",
    show_default=True,
    help="A row for each field, or for each language.",
)
@click.option("--json", "as_json", is_flag=True, help="Print all figures as one JSON object.")
@click.option(
    "--min",
    "wanted",
    metavar="FIELD=F1,...",
    callback=_minima,
    help="Exit with 1 where a field's F1 over all reports is lower.",
)
@click.option("--model", metavar="NAME|PATH", help="Another spaCy pipeline than the shipped one.")
@click.option(
    "--packs",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="A folder of language packs of your own.",
)
@verbosity_options
@click.pass_context
def command(
    ctx: click.Context,
    folders: tuple[str, ...],
    errors: bool,
    by: str,
    as_json: bool,
    wanted: dict[str, float],
    model: str | None,
    packs: str | None,
) -> None:
    """Score the extraction against gold of your own.

    Every NAME.txt of a folder is extracted and compared with NAME.json beside it. Gold is written
    as `visitex parse` writes, so that its output, corrected, is gold; the keys that are not scored
    may be left out. docs/accuracy.md says what is compared, and how.

    \b
    Examples:
      visitex evaluate gold/
      visitex evaluate --by lang gold/ more-gold/
      visitex evaluate --errors --model my-pipeline gold/
      visitex evaluate --min people=0.95,dates=0.97 gold/
    """  # noqa: D301
    from visitex.cli.scores import as_tables, to_json
    from visitex.evaluate import FIELDS, Evaluation, find_gold, judge_file
    from visitex.extract import Extractor

    if unknown := set(wanted) - set(FIELDS):
        raise click.BadParameter(
            f"{min(unknown)!r} is no field; the fields are {', '.join(FIELDS)}", param_hint="--min"
        )
    gold = find_gold(folders)
    extractor = Extractor(model=model, packs=packs)
    evaluation = Evaluation()
    for path in gold:
        try:
            evaluation.add(judge_file(path, extractor))
        except InputError as error:
            complain(error, verbosity=verbosity(ctx))
    if as_json:
        click.echo(to_json(evaluation, errors=errors))
    else:
        click.echo(as_tables(evaluation, by=by, errors=errors, colour=on_terminal()), nl=False)
    short = evaluation.short_of(wanted)
    if short:
        complain(f"falls short: {', '.join(short)}", always=True)
    if short or evaluation.reports.total() < len(gold):
        sys.stdout.flush()
        ctx.exit(1)
