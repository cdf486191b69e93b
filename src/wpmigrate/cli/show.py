"""`wpmigrate show`: one item at any stage of its conversion."""

import os

import click

from wpmigrate.errors import UsageError

from .console import say
from .values import PathName, TargetName


@click.command(name="show", short_help="Print one item at any stage of its conversion.")
@click.argument("export", type=PathName())
@click.argument("item", metavar="ID|SLUG|URL")
@click.option(
    "--stage",
    type=click.Choice(["raw", "html", "markdown", "evidence"]),
    default="markdown",
    show_default=True,
    help="raw: as WordPress stored it; html: cleaned; markdown: as it is written; "
    "evidence: where the fields of a saved page came from.",
)
@click.option(
    "--to",
    type=TargetName(),
    default="markdown",
    show_default=True,
    metavar="TARGET",
    help="As this target has it.",
)
def command(export: str, item: str, stage: str, to: str) -> None:
    """Print one item of EXPORT, whatever its status; what was noticed about it goes to standard error."""
    from wpmigrate.api import show  # noqa: PLC0415 - lxml is loaded only now
    from wpmigrate.report import printable  # noqa: PLC0415

    if not os.path.lexists(export) and os.path.lexists(item):
        raise UsageError("the export comes first", advice="Write: wpmigrate show EXPORT ID|SLUG|URL")
    text, diagnostics = show(export, item, stage, to)
    say("\n".join("\t".join(map(printable, line.split("\t"))) for line in text.split("\n")))
    for found in diagnostics:
        place = f"line {found.line}: " if found.line else ""
        say(f"{place}{found.severity} {found.code} {printable(found.message)}", err=True)
