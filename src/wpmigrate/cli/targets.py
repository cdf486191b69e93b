"""`wpmigrate targets`: the forms of output."""

import click

from .console import say


@click.command(name="targets", short_help="List the forms of output.")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """List what `--to` knows; with the NAME of a target, what it carries and how its site is built."""
    from wpmigrate.targets import TARGETS, target_lines, target_named  # noqa: PLC0415 - keep --help quick

    if name is None:
        width = max(map(len, TARGETS))
        for target in TARGETS.values():
            say(f"{target.name:<{width}}  {target.summary}")
        return
    for line in target_lines(target_named(name)):
        say(line)
