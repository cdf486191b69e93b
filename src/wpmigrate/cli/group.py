"""The group of commands: each is loaded when it is asked for, and `wpmigrate FILE` means `wpmigrate convert FILE`."""

import os
from importlib import import_module
from typing import Any

import click

from wpmigrate.errors import EXIT_DONE, UsageError

from .console import let_output_go

COMMANDS = {
    "init": "Ask a few questions about an export and write wpmigrate.toml.",
    "convert": "Convert an export into Markdown or JSON.",
    "inspect": "Say what is in an export.",
    "validate": "Say what is wrong with an export.",
    "explain": "Explain a code, such as WXR421.",
    "rules": "List every code that can be found.",
    "repair": "Write a correct export of a broken one; split, merge, scrub.",
    "verify": "Compare an output with its export, item by item.",
    "show": "Print one item at any stage of its conversion.",
    "targets": "List the forms of output.",
    "schema": "Print the JSON Schema of the JSON forms.",
}
"""Every command with the line that --help prints; a command's module has its name."""


class Commands(click.Group):
    """Loads a command's module only when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"wpmigrate.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `convert` in front of arguments that begin with no command; raises UsageError for a slip of one."""
        if args and args[0] not in COMMANDS and args[0] not in ("--help", "-h", "--version"):
            _refuse_slip(args[0])
            args = ["convert", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. When the reader of our output goes away (head, less), that is no fault of ours: status 0."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            let_output_go()
            return EXIT_DONE


def _refuse_slip(word: str) -> None:
    """Raise UsageError for a word that is no file and nearly a command."""
    from difflib import get_close_matches  # noqa: PLC0415 - keep --help quick

    near = [] if word.startswith("-") else get_close_matches(word, [*COMMANDS, "--help", "--version"], n=1)
    if near and not os.path.lexists(word):
        raise UsageError(f"there is neither a command nor a file {word!r}", advice=f"Did you mean {near[0]}?")
