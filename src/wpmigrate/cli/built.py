"""`wpmigrate verify EXPORT --built FOLDER`: every old address against the site that a generator built."""

import json
from collections.abc import Sequence

import click

from .console import say


def check_built(
    exports: Sequence[str], built: str, urls: str | None, *, form: str, limit: int | None, quiet: bool
) -> None:
    """Look the addresses up, tell what came of it, and exit with its status."""
    from wpmigrate.verify.built import built_document, built_lines, verify_built  # noqa: PLC0415 - parsers load slowly

    check = verify_built(exports, built, urls)
    if form == "json" and not quiet:
        say(json.dumps(built_document(check), ensure_ascii=True, indent=1))
    elif not quiet:
        for text in built_lines(check, limit=limit):
            say(text)
    if status := check.exit_status():
        raise click.exceptions.Exit(status)
