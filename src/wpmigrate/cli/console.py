"""What stands on the terminal: safe text, colour where it is wanted, a progress bar on long work."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO

import click

from wpmigrate.errors import OutputError, WpmigrateError

LONG_WORK = 400
"""Items from which a progress bar is worth its line."""


def say(line: str = "", *, err: bool = False) -> None:
    """Print one line; colour is left out when NO_COLOR is set or nobody watches."""
    click.echo(line, err=err, color=False if os.environ.get("NO_COLOR") else None)


def say_error(error: WpmigrateError) -> None:
    """One clear sentence with file, line, code and what to do."""
    # Imported here so that --help stays quick.
    from wpmigrate.report import printable  # noqa: PLC0415

    say(f"{click.style('Error:', fg='red', bold=True)} {printable(str(error))}", err=True)


def is_terminal(*streams: TextIO | None) -> bool:
    """Whether somebody sits at all of the streams; one that is closed is None."""
    return all(stream is not None and stream.isatty() for stream in streams)


def output_stream() -> BinaryIO:
    """Standard output for bytes; raises OutputError when it is closed."""
    if sys.stdout is None:
        raise OutputError("standard output is closed", advice="Give a file or a folder with --out.")
    return sys.stdout.buffer


def let_output_go() -> None:
    """What is still to be printed goes nowhere: standard output cannot take it."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def styled(line: str) -> str:
    """A line of findings with its severity in colour."""
    word, blank, rest = line.partition(" ")
    colour = _COLOURS.get(word)
    return f"{click.style(word, fg=colour, bold=True)}{blank}{rest}" if colour and blank else line


@contextmanager
def progress(*, quiet: bool) -> Iterator["ProgressLine"]:
    """A bar on standard error, only on a terminal, only for long work."""
    line = ProgressLine(enabled=not quiet and is_terminal(sys.stderr))
    try:
        yield line
    finally:
        line.close()


class ProgressLine:
    """Called with (stage, done, total) by the pipeline; shows a bar for the stage that runs."""

    def __init__(self, *, enabled: bool) -> None:
        self._enabled = enabled
        self._stage = ""
        self._bar: click._termui_impl.ProgressBar[int] | None = None
        self._done = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Note how far a stage is."""
        if not self._enabled or total < LONG_WORK:
            return
        if stage != self._stage or self._bar is None:
            self.close()
            self._stage, self._done = stage, 0
            self._bar = click.progressbar(length=total, label=stage, file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._done)
        self._done = done

    def close(self) -> None:
        """End the bar's line."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None
