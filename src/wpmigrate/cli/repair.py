"""`wpmigrate repair`: a correct export of a broken one; also split, merged, filtered, scrubbed."""

import re
from typing import TYPE_CHECKING, Any

import click

from wpmigrate.errors import UsageError

from .console import output_stream, say
from .filters import filters, selection_of
from .values import PathName, Words

if TYPE_CHECKING:
    from wpmigrate.repair import RepairResult

    SizeType = click.ParamType[int]
else:
    SizeType = click.ParamType

SHOWN = 30
"""Mended faults that are named unless all are asked for."""

_SIZE = re.compile(r"(\d{1,12})\s*(|[KMG])i?B?", re.IGNORECASE)
_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


class Size(SizeType):
    """A number of bytes, such as 20MB."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The bytes; units are powers of 1024, as upload limits are set in PHP."""
        found = _SIZE.fullmatch(str(value).strip())
        if found is None or not int(found[1]):
            self.fail(f"{value!r} is no size; write it as 20MB", param, ctx)
        return int(found[1]) * _UNITS[found[2].upper()]


@click.command(name="repair", short_help="Write a correct export of a broken one.")
@click.argument("inputs", nargs=-1, required=True, type=PathName(), metavar="INPUT...")
@click.option("-o", "--out", type=PathName(), metavar="FILE", help="Where to write; - for standard output.")
@click.option("--split", "split_bytes", type=Size(), metavar="SIZE", help="Parts of at most this size, such as 20MB.")
@click.option("--split-items", type=click.IntRange(min=1), metavar="N", help="Parts of at most N items.")
@click.option("--merge", is_flag=True, help="Write several exports as one.")
@click.option("--scrub", is_flag=True, help="Leave out e-mail and IP addresses, passwords and what was not public.")
@click.option("--scrub-names", is_flag=True, help="The same, and the names of authors and commenters.")
@click.option("--type", "types", type=Words(), multiple=True, metavar="TYPE,...", help="Only items of these types.")
@filters
@click.option("--fix-mojibake", is_flag=True, help="Mend UTF-8 that was encoded twice, where it reads back right.")
@click.option("--dry-run", is_flag=True, help="Name what would be mended; write nothing.")
@click.option("--force", is_flag=True, help="Write even over an input.")
@click.option("--all", "show_all", is_flag=True, help=f"Name every fault that was mended, not the first {SHOWN}.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def command(inputs: tuple[str, ...], out: str | None, *, show_all: bool, quiet: bool, **given: Any) -> None:
    """Mend what is broken in an export and change nothing else.

    A correct export comes out as it went in, byte for byte. What was mended is named with file, line and code.
    """
    from wpmigrate.repair import RepairOptions, repair  # noqa: PLC0415 - keep --help quick

    if out is None and not given["dry_run"]:
        raise UsageError("repair has to know where to write", advice="Give -o FILE, or -o - for standard output.")
    same = ("split_bytes", "split_items", "merge", "scrub", "scrub_names", "fix_mojibake", "dry_run", "force")
    options = RepairOptions(selection=selection_of(given), **{name: given[name] for name in same})
    to_stdout = out == "-"
    result = repair(inputs, None if to_stdout else out, options, stream=output_stream() if to_stdout else None)
    if not quiet:
        _tell(result, show_all=show_all, is_dry_run=given["dry_run"], to_stderr=to_stdout)
    if result.exit_status:
        raise click.exceptions.Exit(result.exit_status)


def _tell(result: "RepairResult", *, show_all: bool, is_dry_run: bool, to_stderr: bool) -> None:
    """What was mended, then what was written."""
    from wpmigrate.repair import result_lines  # noqa: PLC0415 - keep --help quick

    for line in result_lines(result, shown=None if show_all else SHOWN, is_dry_run=is_dry_run):
        say(line, err=to_stderr)
