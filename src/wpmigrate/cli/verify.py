"""`wpmigrate verify`: proof after the fact that an output holds what the export held."""

import json
import os
from typing import Literal

import click

from wpmigrate.errors import UsageError

from .built import check_built
from .configured import Configured
from .console import progress, say
from .plugins import plugin_option
from .values import PathName


@click.command(
    name="verify",
    cls=Configured,
    tables="SHORTCODE_TABLES",
    as_in_convert=frozenset({"shortcodes", "fix_mojibake"}),
    short_help="Compare an output with its export, item by item.",
)
@click.argument("inputs", nargs=-1, required=True, type=PathName(), metavar="EXPORT... [OUT]")
@click.option(
    "--built",
    type=PathName(),
    metavar="FOLDER",
    help="Instead of OUT: the site that a generator built. Every old address is looked up there and in its files of "
    "redirects.",
)
@click.option("--urls", type=PathName(), metavar="FILE", help="With --built: look up these addresses too, one a line.")
@click.option(
    "--map",
    "map_",
    type=click.Choice(["manifest", "slug"]),
    default="manifest",
    show_default=True,
    help="How the file of an item is found: by the manifest that wpmigrate wrote, or by the item's slug (for the "
    "output of other tools).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the result.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    metavar="N",
    help="Show at most N items that differ.",
)
@click.option("--all", "everything", is_flag=True, help="Show all items that differ.")
@plugin_option
@click.option("--fix-mojibake", is_flag=True, help="The output was made with --fix-mojibake.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Worker processes. Default: one a core, none for small exports.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing; the exit status tells.")
def command(
    inputs: tuple[str, ...],
    map_: Literal["manifest", "slug"],
    form: str,
    limit: int,
    jobs: int | None,
    *,
    built: str | None,
    urls: str | None,
    everything: bool,
    fix_mojibake: bool,
    plugins: tuple[str, ...],
    shortcodes: tuple[tuple[str, str], ...],
    quiet: bool,
) -> None:
    """Compare the output in the folder OUT with the export (or its parts) that it was made of.

    The content as WordPress would show it, before any cleaning, is held against the written Markdown as an independent
    reader shows it: words and their order, links, images, players, headings, code, tables. What is lost and not named
    in the report of the conversion is printed. Exit status: 0 nothing is lost, 1 something is, 2 nothing to compare.

    With --built, every old address must be a page of the built site, or lead to one; those that do not are printed.
    """
    shown = None if everything else limit
    if built is not None:
        check_built(inputs, built, urls, form=form, limit=shown, quiet=quiet)
        return
    if urls is not None:
        raise UsageError("--urls goes with --built", advice="Name the folder that the generator built.")
    from wpmigrate.api import ShortcodeRules, shortcode_functions  # noqa: PLC0415 - parsers are loaded only now
    from wpmigrate.verify import (  # noqa: PLC0415 - parsers are loaded only now
        VerifyOptions,
        verification_document,
        verification_lines,
        verify,
    )

    *exports, out = inputs
    if not exports:
        raise UsageError("verify takes an export and a folder", advice="Write: wpmigrate verify EXPORT OUT")
    if os.path.isfile(out):  # noqa: PTH113  Path.is_file raises for names that are too long for a system
        raise UsageError(
            f"{out} is a file, not the folder that the conversion wrote", advice="Write: wpmigrate verify EXPORT OUT"
        )
    rules: ShortcodeRules = (*shortcode_functions(plugins), *shortcodes)
    options = VerifyOptions(map=map_, fix_mojibake=fix_mojibake, shortcodes=rules, jobs=jobs)
    with progress(quiet=quiet) as line:
        found = verify(exports, out, options, progress=line)
    if form == "json" and not quiet:
        say(json.dumps(verification_document(found), ensure_ascii=True, indent=1))
    elif not quiet:
        for text in verification_lines(found, limit=shown):
            say(text)
    if status := found.exit_status():
        raise click.exceptions.Exit(status)
