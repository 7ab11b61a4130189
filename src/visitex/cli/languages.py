"""``visitex languages``: the language packs that a call can use."""

from __future__ import annotations

import click


@click.command("languages")
@click.option(
    "--packs",
    metavar="DIR",
    multiple=True,
    type=click.Path(exists=True, file_okay=False),
    help="List a folder of packs of your own too; may be given again.",
)
def command(packs: tuple[str, ...]) -> None:
    """List the languages that there are packs for.

    One line each, parted by tabs: the code, the name, the pipeline and the pack's file.
    """
    from visitex.lang.load import find_packs, load_pack

    for code, path in find_packs(packs).items():
        pack = load_pack(code, packs)
        click.echo(f"{code}\t{pack.name}\t{pack.model.name}\t{path}")
