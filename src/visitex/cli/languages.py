"""``visitex languages``: the language packs that a call can use."""

from __future__ import annotations

import click


@click.command("languages")
@click.option(
    "--packs",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="List the packs of a folder of your own too.",
)
def command(packs: str | None) -> None:
    """List the languages that there are packs for.

    One line each, parted by tabs: the code, the name, the pipeline and the pack's file.
    """
    from visitex.lang.load import find_packs, load_pack

    extra = (packs,) if packs else ()
    for code, path in find_packs(extra).items():
        pack = load_pack(code, extra)
        click.echo(f"{code}\t{pack.name}\t{pack.model.name}\t{path}")
