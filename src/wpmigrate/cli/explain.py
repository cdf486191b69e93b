"""`wpmigrate explain`: what a code means, why it matters, what it looks like, what to do."""

import click

from .console import say


@click.command(name="explain", short_help="Explain a code, such as WXR421.")
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
def command(codes: tuple[str, ...]) -> None:
    """Explain codes: what is found, why it matters, an example, what to do.

    A code is written as WXR421, as missing-slug, or as a beginning or pattern that means several (WXR25, missing-*).
    """
    from wpmigrate.diagnostics import codes_named  # noqa: PLC0415 - keep --help quick
    from wpmigrate.report.explanation import explanation  # noqa: PLC0415

    wanted = list(dict.fromkeys(code for word in codes for code in codes_named(word)))
    for number, code in enumerate(wanted):
        if number:
            say()
        for line in explanation(code):
            say(line)
