"""``visitex models``: the trained pipelines that ship with the package, and where they are."""

from __future__ import annotations

import click

HEADINGS = ("name", "version", "languages", "labels", "size", "F1 on dev")


@click.group("models", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """List the trained pipelines that ship with visitex.

    One line each, parted by tabs: name, version, languages, labels, size, and the span F1 that each
    language reached on the development reports. `visitex parse --model` takes one of these names,
    the name of an installed spaCy package, or the path of a pipeline's folder.
    """
    if ctx.invoked_subcommand:
        return
    from visitex.nlp.models import shipped

    click.echo("\t".join(HEADINGS))
    for model in shipped():
        scores = [f"{lang} {score:.2f}" for lang, score in model.scores.items()]
        cells = [
            model.name,
            model.version,
            " ".join(model.languages),
            " ".join(model.labels),
            f"{model.size / 1e6:.1f} MB",
            ", ".join(scores),
        ]
        click.echo("\t".join(cells))


@command.command("path")
@click.argument("name")
def path(name: str) -> None:
    """Print the folder of a shipped pipeline, for spaCy's own commands.

    \b
    Example:
      python -m spacy train my.cfg --paths.start "$(visitex models path en)"
    """  # noqa: D301
    from visitex.nlp.models import model_path

    click.echo(model_path(name))
