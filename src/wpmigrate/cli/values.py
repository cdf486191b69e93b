"""Types of option values: each reads one value and refuses what cannot be meant, on the command line and in a file."""

import os
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from wpmigrate.errors import UsageError

if TYPE_CHECKING:
    TextType = click.ParamType[str]
    WordsType = click.ParamType[frozenset[str]]
    DayType = click.ParamType[date]
    PairType = click.ParamType[tuple[str, str]]
else:
    # Only newer releases of click let it be subscripted at run time.
    TextType = WordsType = DayType = PairType = click.ParamType


class Words(WordsType):
    """Values separated by commas."""

    name = "names"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[str]:
        """The set of words; empty ones left out."""
        del param, ctx
        return frozenset(word.strip() for word in str(value).split(",") if word.strip())


class PathName(TextType):
    """A path of a file or a folder; `~` at its beginning is the home folder, where the shell did not put it."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The path; raises UsageError for an empty one, which would mean the working folder."""
        del ctx
        if not value:
            name = param.get_error_hint(None) if isinstance(param, click.Argument) else param.opts[-1] if param else ""
            raise UsageError(f"the path of {name} is empty", advice="Give one; . is the working folder.")
        # Not Path.expanduser, which raises where there is no home folder.
        return os.path.expanduser(str(value))  # noqa: PTH111


class FieldNames(Words):
    """Front-matter fields separated by commas."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[str]:
        """The set of fields; raises UsageError for one that does not exist."""
        from wpmigrate.targets import FieldOptions, check_field_names  # noqa: PLC0415 - keep --help quick

        words = super().convert(value, param, ctx)
        check_field_names(FieldOptions(chosen=tuple(sorted(words))))
        return words


class Includes(Words):
    """Kinds of items that are left out unless they are asked for."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[str]:
        """The set of kinds; raises UsageError for one that does not exist."""
        from wpmigrate.config.policy import INCLUDABLE  # noqa: PLC0415 - keep --help quick

        words = super().convert(value, param, ctx)
        if unknown := words - set(INCLUDABLE):
            raise UsageError(
                f"--include does not know {', '.join(sorted(unknown))}", advice=f"It knows: {', '.join(INCLUDABLE)}."
            )
        return words


class Codes(Words):
    """Codes of diagnostics separated by commas: codes, names, beginnings, patterns."""

    name = "codes"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[str]:
        """The codes in full; raises UsageError for a word that names none."""
        from wpmigrate.diagnostics import codes_of  # noqa: PLC0415 - keep --help quick

        return codes_of(super().convert(value, param, ctx))


_DAYS: dict[str, Callable[[date], date]] = {
    "%Y-%m-%d": lambda day: day,
    "%Y-%m": lambda day: day.replace(day=monthrange(day.year, day.month)[1]),
    "%Y": lambda day: day.replace(month=12, day=31),
}
"""The forms of a span, and its last day from its first."""


class Day(DayType):
    """A day as YYYY-MM-DD; a month or a year stands for its first day, or its last."""

    name = "YYYY[-MM[-DD]]"

    def __init__(self, *, is_last: bool = False) -> None:
        """With `is_last` a month or a year stands for its last day."""
        self._is_last = is_last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error that shows the form."""
        for form, last_day in _DAYS.items():
            with suppress(ValueError):
                day = datetime.strptime(str(value), form).date()  # noqa: DTZ007 - a local day has no zone
                return last_day(day) if self._is_last else day
        wanted = "write it as 2010-12-15, 2010-12 or 2010"
        raise click.BadParameter(f"{value!r} is not a day; {wanted}", ctx, param)


class FieldRule(TextType):
    """A rule of `--field`."""

    name = "rule"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The rule; raises UsageError for what is none."""
        del param, ctx
        name, sign, _ = str(value).partition("=")
        if not sign or not name:
            raise UsageError(f"--field {value} is no rule", advice="Write NAME=KEY, NAME= or KEY:=TEXT.")
        return str(value)


class RedirectsRule(PairType):
    """A format of redirects, and the file to write it to."""

    name = "format[:file]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """(format, file or empty); raises UsageError for a format that does not exist."""
        del param, ctx
        from wpmigrate.redirects import format_named  # noqa: PLC0415 - keep --help quick

        name, _, file = str(value).partition(":")
        return format_named(name).name, file


class CommentsForm(TextType):
    """A format of comments; "own" is the target's, "none" is none, as true and false are in a file."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name; raises UsageError for one that does not exist."""
        del param, ctx
        from wpmigrate.comments import COMMENT_FORMATS  # noqa: PLC0415 - keep --help quick

        name = {True: "own", False: "none"}.get(value, str(value))
        if name not in ("own", "none", *COMMENT_FORMATS):
            advice = f"It knows: {', '.join(COMMENT_FORMATS)}. The input stands before --comments without a format."
            raise UsageError(f"--comments does not know {name!r}", advice=advice)
        return name


class TargetName(TextType):
    """The name of a target."""

    name = "target"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name; raises UsageError for one that does not exist."""
        del param, ctx
        from wpmigrate.targets import target_named  # noqa: PLC0415 - keep --help quick

        return target_named(str(value)).name


class Template(TextType):
    """A path template."""

    name = "template"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The template; raises UsageError for one that cannot be meant."""
        del param, ctx
        from wpmigrate.output import PathTemplate  # noqa: PLC0415 - keep --help quick

        PathTemplate(str(value))
        return str(value)


class FormatAndFile(TextType):
    """A format and the file to write it to, such as json:report.json."""

    name = "format:file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The rule; raises UsageError for one that names no format."""
        del param, ctx
        from wpmigrate.api import report_rule  # noqa: PLC0415 - keep --help quick

        report_rule(str(value))
        return str(value)
