"""`wpmigrate inspect`: what is in an export, as text, JSON or one page with pictures."""

import json
from pathlib import Path

import click

from .configured import Configured
from .console import progress, say
from .plugins import plugin_option
from .values import PathName


@click.command(
    name="inspect",
    cls=Configured,
    tables="SHORTCODE_TABLES",
    as_in_convert=frozenset({"shortcodes"}),
    short_help="Say what is in an export.",
)
@click.argument("inputs", nargs=-1, required=True, type=PathName(), metavar="INPUT...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form on the terminal.",
)
@click.option(
    "--html", "page", type=PathName(), metavar="FILE", help="Write one page with pictures, which works offline."
)
@plugin_option
@click.option(
    "--output",
    type=PathName(),
    metavar="FILE",
    help="Write the text or the JSON to this file instead of standard output.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Worker processes. Default: one a core, none for small exports.",
)
def command(
    inputs: tuple[str, ...],
    form: str,
    page: str | None,
    output: str | None,
    jobs: int | None,
    *,
    plugins: tuple[str, ...],
    shortcodes: tuple[tuple[str, str], ...],
) -> None:
    """Count what is in an export, before anything is decided: items, comments, media, blocks, shortcodes, links.

    It also says what `convert` would leave out and why, and what is wrong. Several inputs are the parts of one site.
    """
    from wpmigrate.inspection import as_page, as_text, inspect  # noqa: PLC0415 - lxml is loaded only now
    from wpmigrate.output import keep_inputs, write_file  # noqa: PLC0415

    with progress(quiet=False) as line:
        document = inspect(inputs, jobs=jobs, shortcodes=shortcodes, plugins=plugins, progress=line)
    for out in (page, output):
        keep_inputs(out, [*inputs, *document["files"]])
    if page is not None:
        write_file(Path(page), as_page(document).encode("utf-8", "replace"))
    lines = [json.dumps(document, ensure_ascii=False, indent=1)] if form == "json" else as_text(document)
    if output is not None:
        write_file(Path(output), "".join(f"{text}\n" for text in lines).encode("utf-8", "backslashreplace"))
    elif page is None or form == "json":
        for text in lines:
            say(text)
    else:
        say(f"{page}: open it in any browser")
