"""What a person sees on a terminal: a report as tables, and JSON in colour."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, Group, RenderableType
from rich.highlighter import JSONHighlighter
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from visitex.cli.say import one_line

if TYPE_CHECKING:
    from visitex.report import Date, Organization, Person, Post, Report, Site, Visit

PIPED_WIDTH = 100
ROLE_STYLES = {"visitor": "green", "host": "cyan", "visit": "green", "published": "cyan"}


def render(report: Report, *, colour: bool) -> str:
    """Return a report as tables: the visit, people with their posts, bodies, sites and dates."""
    parts: list[RenderableType] = [_visit(report)]
    if report.people:
        parts.append(_people(report.people))
    if report.organizations:
        parts.append(_organizations(report.organizations))
    if report.sites:
        parts.append(_sites(report.sites))
    if report.dates:
        parts.append(_dates(report.dates))
    parts += [Text(f"warning: {one_line(warning)}", "yellow") for warning in report.warnings]
    return draw(Group(*parts, Text()), colour=colour)


def paint_json(text: str) -> str:
    """Return JSON text in a terminal's colours, its characters and lines unchanged."""
    painted = Text(text, end="")
    JSONHighlighter().highlight(painted)
    return draw(painted, colour=True, wrap=False)


def draw(what: RenderableType, *, colour: bool, wrap: bool = True) -> str:
    """Return what rich draws, as wide as the terminal is."""
    drawing = StringIO()
    console = Console(file=drawing, force_terminal=colour, width=_width(), legacy_windows=False)
    console.print(what, soft_wrap=not wrap, end="")
    return drawing.getvalue()


def _width() -> int:
    return get_terminal_size((PIPED_WIDTH, 0)).columns or PIPED_WIDTH  # some say they have 0


def _visit(report: Report) -> Panel:
    visit = report.visit
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in _visit_lines(visit):
        if value:
            grid.add_row(label, _cell(value))
    if not grid.row_count:
        grid.add_row("", Text("nothing found that tells of a visit", "dim"))
    source = report.source.path or "stdin"
    about = [source, report.lang or "language unknown"]
    if report.published:
        about.append(f"published {report.published}")
    elif report.reference_date:
        about.append(f"counted from {report.reference_date}")
    return Panel(
        grid,
        title=_edge(report.source.title or source),
        title_align="left",
        subtitle=_edge(" · ".join(about)),
        subtitle_align="left",
        box=box.ROUNDED,
    )


def _edge(text: str) -> Text:
    """Return text that fits into the edge of a panel, its end cut off where it is too long."""
    edge = _cell(text)
    edge.truncate(_width() - 6, overflow="ellipsis")
    return edge


def _visit_lines(visit: Visit) -> list[tuple[str, str]]:
    """Return the label and text of each slot of the visit, empty where the text is silent."""
    days = [day for day in (visit.start, visit.end) if day]
    return [
        ("When", " to ".join(dict.fromkeys(days))),
        ("Where", ", ".join(visit.places)),
        ("Visitors", ", ".join(visit.visitors)),
        ("Led by", visit.head or ""),
        ("Hosts", ", ".join(visit.hosts)),
        ("Received by", ", ".join(visit.received_by)),
    ]


def _people(people: Iterable[Person]) -> Table:
    rows = []
    for person in people:
        posts = "\n".join(_post(post) for post in person.posts)
        rows.append([_name(person.name), _role(person.role), _cell(posts), _also(person.also)])
    return _table(["People", "Role", "Posts", "Also"], rows)


def _organizations(organizations: Iterable[Organization]) -> Table:
    rows = [
        [_name(body.name), _cell(body.acronym or ""), _also(body.also)] for body in organizations
    ]
    return _table(["Organizations", "Acronym", "Also"], rows)


def _sites(sites: Iterable[Site]) -> Table:
    return _table(["Sites", "Also"], [[_name(site.name), _also(site.also)] for site in sites])


def _dates(dates: Iterable[Date]) -> Table:
    rows = [[_name(date.value), _role(date.role), _cell(date.text)] for date in dates]
    return _table(["Dates", "Role", "In the text"], rows)


def _table(headings: list[str], rows: list[list[Text]]) -> Table:
    """Return a table of the columns that hold something."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    filled = [column for column in range(len(headings)) if any(row[column] for row in rows)]
    for column in filled:
        table.add_column(headings[column], overflow="fold")
    for row in rows:
        table.add_row(*(row[column] for column in filled))
    return table


def _name(text: str) -> Text:
    return _cell(text, "bold")


def _role(role: str) -> Text:
    return Text(role, ROLE_STYLES.get(role, "dim"))


def _post(post: Post) -> str:
    return f"{post.title}, {post.organization}" if post.organization else post.title


def _also(forms: list[str]) -> Text:
    return _cell("; ".join(forms), "dim")


def _cell(text: str, style: str = "") -> Text:
    """Return text as it stands: no markup, and no control character that a terminal would obey."""
    return Text("\n".join(one_line(line) for line in text.split("\n")), style)
