"""``visitex schema``: the JSON Schema of the output."""

from __future__ import annotations

import click

from visitex.cli.say import on_terminal


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (2020-12) of what parse writes."""
    import json

    from visitex.cli.render import paint_json
    from visitex.report import json_schema

    text = json.dumps(json_schema(), indent=2, ensure_ascii=False)
    click.echo(paint_json(text) if on_terminal() else text)
