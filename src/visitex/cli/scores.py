"""What a person or a program sees of an evaluation: tables, or one JSON object."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from visitex.cli.render import draw
from visitex.cli.say import one_line
from visitex.evaluate import FIELDS, Evaluation, Fault, Tally

SIGNS = {"miss": ("-", "red"), "false": ("+", "yellow"), "duplicate": ("2", "yellow")}


def as_tables(evaluation: Evaluation, *, by: str, errors: bool, colour: bool) -> str:
    """Return an evaluation as tables: a row a field, or a row a language; then the faults."""
    table = _by_language(evaluation) if by == "lang" else _by_field(evaluation)
    parts: list[RenderableType] = [table]
    if errors:
        parts.append(Text("- missed   + false hit   2 listed twice", "dim"))
        parts.append(_faults(evaluation.faults))
    return draw(Group(*parts), colour=colour)


def to_json(evaluation: Evaluation, *, errors: bool) -> str:
    """Return an evaluation as JSON text, figures unrounded."""
    built: dict[str, object] = {
        "reports": evaluation.reports.total(),
        "fields": _figures(evaluation.fields),
        "languages": {
            language: {
                "reports": evaluation.reports[language],
                "fields": _figures(evaluation.languages[language]),
            }
            for language in sorted(evaluation.languages)
        },
    }
    if errors:
        built["errors"] = evaluation.faults
    return msgspec.json.format(msgspec.json.encode(built), indent=2).decode("utf-8")


def _figures(tallies: Mapping[str, Tally]) -> dict[str, dict[str, float]]:
    return {
        field: {
            "precision": tally.precision,
            "recall": tally.recall,
            "f1": tally.f1,
            "right": tally.right,
            "false": tally.false,
            "missed": tally.missed,
        }
        for field, tally in tallies.items()
    }


def _by_field(evaluation: Evaluation) -> Table:
    table = _table(f"{evaluation.reports.total()} reports")
    for heading in ("P", "R", "F1", "right", "false", "missed"):
        table.add_column(heading, justify="right")
    for field, tally in evaluation.fields.items():
        figures = (tally.precision, tally.recall, tally.f1)
        counts = (tally.right, tally.false, tally.missed)
        table.add_row(field, *(f"{figure:.3f}" for figure in figures), *map(str, counts))
    return table


def _by_language(evaluation: Evaluation) -> Table:
    table = _table("F1")
    table.add_column("reports", justify="right")
    for field in FIELDS:
        table.add_column(field, justify="right")
    rows = [("all", evaluation.reports.total(), evaluation.fields)]
    rows += [
        (language, evaluation.reports[language], evaluation.languages[language])
        for language in sorted(evaluation.languages)
    ]
    for name, count, tallies in rows:
        table.add_row(name, str(count), *(f"{tallies[field].f1:.3f}" for field in FIELDS))
    return table


def _faults(faults: list[Fault]) -> Table:
    table = _table("report")
    for heading in ("", "field", "what", "where"):
        table.add_column(heading, overflow="fold")
    for fault in faults:
        sign, style = SIGNS[fault.kind]
        where = "" if fault.start is None else f"{fault.start}-{fault.end}"
        what = Text(one_line(" · ".join(fault.value)))
        table.add_row(Text(fault.report), Text(sign, style), fault.field, what, where)
    return table


def _table(first: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(first, style="bold")
    return table
