"""`wpmigrate validate`: what is wrong with exports, for people and for continuous integration."""

from typing import TYPE_CHECKING, Any

import click

from .configured import Configured, ConfiguredArgument
from .console import progress, say, styled
from .plugins import plugin_option
from .saved import saved_of, saved_options
from .values import Codes, PathName

if TYPE_CHECKING:
    from wpmigrate.config import ValidateOptions

FORMATS = ("text", "json", "github", "sarif", "junit")


@click.command(
    name="validate",
    cls=Configured,
    tables="VALIDATE_TABLES",
    as_in_convert=frozenset({"shortcodes", "fix_mojibake", "kind", "locale"}),
    short_help="Say what is wrong with an export.",
)
@click.argument(
    "inputs",
    cls=ConfiguredArgument,
    key="input",
    summary="What to validate, as INPUT.",
    nargs=-1,
    required=True,
    type=PathName(),
    metavar="INPUT...",
)
@click.option(
    "--select",
    type=Codes(),
    multiple=True,
    metavar="CODE,...",
    help="Only these codes: WXR421, missing-slug, WXR4 (all that begin so), missing-*.",
)
@click.option("--ignore", type=Codes(), multiple=True, metavar="CODE,...", help="All codes but these.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Form of the findings.",
)
@click.option(
    "--output", type=PathName(), metavar="FILE", help="Write the findings to this file instead of standard output."
)
@click.option("--all", "show_all", is_flag=True, help="Show every finding (text, github).")
@plugin_option
@saved_options
@click.option("--fix-mojibake", is_flag=True, help="Judge what --fix-mojibake of convert mends.")
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@click.option("--max-warnings", type=click.IntRange(min=0), metavar="N", help="Exit 1 for more than N warnings.")
@click.option("--baseline", type=PathName(), metavar="FILE", help="Leave out the findings that this file knows.")
@click.option(
    "--write-baseline", type=PathName(), metavar="FILE", help="Write all findings to this file, as known ones; exit 0."
)
@click.option(
    "--against",
    multiple=True,
    type=PathName(),
    metavar="EARLIER",
    help="An earlier export of the site: public items that vanished and counts that dropped are errors.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Worker processes. Default: one a core, none for small exports.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing to standard output; the exit status tells.")
def command(
    inputs: tuple[str, ...],
    form: str,
    output: str | None,
    write_baseline: str | None,
    *,
    show_all: bool,
    quiet: bool,
    **given: Any,
) -> None:
    """Say what is wrong with exports (.xml, .xml.gz, .zip, folders, - for standard input); write nothing.

    The exports of one site are judged together. Exit status: 0 no error, 1 an error (with --strict a warning, or more
    than --max-warnings), 2 nothing could be read. Errors say that something of the author's is lost or unreadable,
    warnings that something had to be mended or guessed, infos what is worth knowing.
    """
    from wpmigrate.api import validate, write_known  # noqa: PLC0415 - lxml is loaded only now
    from wpmigrate.output import keep_inputs  # noqa: PLC0415
    from wpmigrate.report.findings import FINDING_FORMATS  # noqa: PLC0415

    with progress(quiet=quiet) as line:
        verdict = validate(inputs, options_of(given | ({"baseline": None} if write_baseline else {})), progress=line)
    for out in (output, write_baseline):
        keep_inputs(out, [*inputs, *given["against"], *verdict.files])
    if write_baseline is not None and verdict.exit_status < 2:
        number = write_known(write_baseline, verdict.findings)
        if not quiet:
            say(f"{number} findings are known from now on: wpmigrate validate … --baseline {write_baseline}", err=True)
        return
    _tell(FINDING_FORMATS[form](verdict, show_all), form, output, quiet=quiet)
    if verdict.exit_status:
        raise click.exceptions.Exit(verdict.exit_status)


def _tell(text: str, form: str, output: str | None, *, quiet: bool) -> None:
    """The findings to a file or to standard output."""
    from wpmigrate.api import write_text  # noqa: PLC0415 - keep --help quick

    if output is not None:
        write_text(output, text)
    elif form == "text" and not quiet:
        for line in text.splitlines():
            say(styled(line))
    elif not quiet:
        say(text.removesuffix("\n"))


def options_of(given: dict[str, Any]) -> "ValidateOptions":
    """The frozen options from what click parsed."""
    from wpmigrate.config import ValidateOptions  # noqa: PLC0415 - keep --help quick

    return ValidateOptions(
        select=frozenset().union(*given["select"]),
        ignore=frozenset().union(*given["ignore"]),
        **{name: given[name] for name in ("severities", "per_file_ignores", "strict", "max_warnings")},
        **{name: given[name] for name in ("baseline", "against", "jobs", "shortcodes", "plugins", "fix_mojibake")},
        **saved_of(given),
    )
