"""The command line: parse options, call the api, print, exit. The only room that knows click."""

import sys

import click

from wpmigrate._version import __version__
from wpmigrate.errors import EXIT_INTERRUPTED, EXIT_REFUSED, OutputError, WpmigrateError

from .console import let_output_go, say, say_error
from .group import Commands


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="wpmigrate", message="%(prog)s %(version)s")
@click.pass_context
def wpmigrate(ctx: click.Context) -> None:
    """Convert a WordPress export (WXR) into clean Markdown or JSON.

    `wpmigrate export.xml` writes Markdown into a folder named after the site.
    """
    if ctx.invoked_subcommand is None:
        from .ask import ask_and_convert  # noqa: PLC0415 - only when asked

        ask_and_convert(ctx)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its status; never with a traceback for bad input."""
    try:
        status = wpmigrate.main(arguments, prog_name="wpmigrate", standalone_mode=False)
    except WpmigrateError as error:
        say_error(error)
        status = error.exit_status
    except click.exceptions.Exit as done:
        status = done.exit_code
    except click.ClickException as error:
        error.show()
        status = EXIT_REFUSED
    except OSError as error:
        status = _unwritable(error)
    except (click.Abort, KeyboardInterrupt):
        say("Interrupted; what is written is whole. Run the same command again to complete it.", err=True)
        status = EXIT_INTERRUPTED
    sys.exit(status if isinstance(status, int) else 0)


def _unwritable(error: OSError) -> int:
    """Say which file the system refused, standard output when it names none; the status of that."""
    let_output_go()
    place = str(error.filename or "standard output")
    say_error(OutputError(error.strerror or str(error), file=place, advice="Nothing more was done."))
    return EXIT_REFUSED
