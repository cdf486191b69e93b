"""Options for what was saved of a blog, the same for each command that reads inputs."""

from collections.abc import Callable
from typing import Any

import click

_OPTIONS = (
    click.option(
        "--from",
        "kind",
        type=click.Choice(["text"]),
        help="Take files that are neither exports nor pages for texts of posts, even without a byline.",
    ),
    click.option(
        "--locale",
        default="",
        metavar="LOCALE",
        help="Language of the blog of saved pages, such as sv_SE. Default: what its pages speak.",
    ),
)


def saved_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--from` and `--locale`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def saved_of(given: dict[str, Any]) -> dict[str, Any]:
    """What click parsed of them, as the options of a run take it; raises UsageError for an unknown locale."""
    from wpmigrate.errors import UsageError  # noqa: PLC0415 - keep --help quick
    from wpmigrate.locales import available, known_locale  # noqa: PLC0415

    if given["locale"] and known_locale(given["locale"]) is None:
        raise UsageError(f"the locale {given['locale']!r} is unknown", advice=f"Known are: {', '.join(available())}.")
    return {"kind": given["kind"] or "", "locale": given["locale"]}
