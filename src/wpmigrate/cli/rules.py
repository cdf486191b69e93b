"""`wpmigrate rules`: every code with its name, severity and meaning."""

import json

import click

from .console import say


@click.command(name="rules", short_help="List every code that can be found.")
@click.argument("codes", nargs=-1, metavar="[CODE...]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the list.",
)
def command(codes: tuple[str, ...], form: str) -> None:
    """List the codes that can be found, or those that the arguments name (WXR4, missing-*), in code order."""
    from wpmigrate.diagnostics import codes_of  # noqa: PLC0415 - keep --help quick
    from wpmigrate.report.explanation import rule_document, rule_lines  # noqa: PLC0415

    wanted = sorted(codes_of(codes or ("all",)))
    if form == "json":
        say(json.dumps([rule_document(code) for code in wanted], ensure_ascii=True, indent=1))
        return
    for line in rule_lines(wanted):
        say(line)
