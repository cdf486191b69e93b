"""Bare `wpmigrate` on a terminal: two questions, each with an example path; off a terminal it never asks."""

import sys
from pathlib import Path

import click

from .console import is_terminal, say

FORMS = {
    "markdown": "posts/my-first-post.md, pages/about.md, drafts/…",
    "json": "site.json (everything in one document)",
    "jsonl": "items.jsonl (one record a line)",
}
"""What each answer gives, as an example path."""


def ask_and_convert(ctx: click.Context) -> None:
    """Ask for the export and the form, then convert; print the help when nobody can answer."""
    if not is_terminal(sys.stdin, sys.stdout):
        say(ctx.get_help())
        return
    export = click.prompt("Which export? (for example wordpress.2024-01-15.xml)", value_proc=_existing)
    say("What shall come out?")
    for name, example in FORMS.items():
        say(f"  {name:<9} {example}")
    form = click.prompt("Form", type=click.Choice(list(FORMS)), default="markdown")
    from .convert import command  # noqa: PLC0415 - only now

    command.main([export, "--to", form], prog_name="wpmigrate convert", standalone_mode=False)


def _existing(answer: str) -> str:
    """The answer without quotes, if there is such a file or folder."""
    name = answer.strip().strip("'\"")
    if not Path(name).expanduser().exists():
        raise click.BadParameter(f"there is no file {name}")
    return str(Path(name).expanduser())
