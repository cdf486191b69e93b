"""`--plugin`, the same for each command that shows shortcodes as `convert` does."""

import click

plugin_option = click.option(
    "--plugin",
    "plugins",
    multiple=True,
    metavar="NAME",
    help="A Python module, or a .py file, whose SHORTCODES table shows shortcodes. It is run: name only what you trust.",
)
