"""``visitex models``: the trained pipelines that ship with the package."""

from __future__ import annotations

import click


@click.command("models")
def command() -> None:
    """List the trained pipelines that ship with visitex.

    One line each, parted by tabs: the name, the version, the size in megabytes and the folder.
    `visitex parse --model` takes any other spaCy pipeline.
    """
    from visitex.nlp.models import shipped

    for model in shipped():
        megabytes = f"{model.size / 1e6:.1f} MB"
        click.echo(f"{model.name}\t{model.meta.get('version', '')}\t{megabytes}\t{model.path}")
