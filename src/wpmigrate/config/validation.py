"""What `validate` can be told: which codes count, how much, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from wpmigrate.diagnostics import Severity, codes_named
from wpmigrate.errors import UsageError

from .keys import TABLE, TEXT, TEXTS, Key, Kind, WrongKeyError, wrong_kind
from .tables import SHORTCODE_TABLES

Trail = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidateOptions:
    """Everything that `validate` can be told. Codes are full ones (`WXR421`)."""

    #: Only these codes; empty: all.
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    #: (code, severity) where it is not that of the catalogue.
    severities: tuple[tuple[str, Severity], ...] = ()
    #: (pattern of file names, codes that are ignored there).
    per_file_ignores: tuple[tuple[str, frozenset[str]], ...] = ()
    strict: bool = False
    #: As in `ConvertOptions`: what an export is converted with, it is judged with.
    shortcodes: tuple[tuple[str, str], ...] = ()
    plugins: tuple[str, ...] = ()
    fix_mojibake: bool = False
    kind: Literal["", "text"] = ""
    locale: str = ""
    #: How many warnings are allowed; None: any number.
    max_warnings: int | None = None
    #: File of findings that are known already.
    baseline: str | None = None
    #: Earlier exports of the same site: what vanished since is an error.
    against: tuple[str, ...] = ()
    #: Worker processes; None: as many as cores, none for small exports.
    jobs: int | None = None


def _codes(word: str, trail: Trail) -> tuple[str, ...]:
    """The codes that a word names; raises WrongKeyError for one that names none."""
    try:
        return codes_named(word)
    except UsageError as error:
        raise WrongKeyError(trail, error.message, error.advice) from None


_SEVERITY = Kind("one of " + ", ".join(f'"{severity}"' for severity in Severity), lambda one: one in list(Severity))


def _severities(value: Mapping[str, Any], trail: Trail) -> tuple[tuple[str, Severity], ...]:
    """`[validate.severity]`: a severity by code, name or pattern; later rows win."""
    rows = []
    for word, severity in value.items():
        here = (*trail, word)
        if not _SEVERITY.accepts(severity):
            raise wrong_kind(here, severity, (_SEVERITY,))
        rows += [(code, Severity(severity)) for code in _codes(word, here)]
    return tuple(rows)


def _per_file(value: Mapping[str, Any], trail: Trail) -> tuple[tuple[str, frozenset[str]], ...]:
    """`[validate.per-file-ignores]`: codes by a pattern of file names."""
    rows = []
    for pattern, words in value.items():
        here = (*trail, pattern)
        if not TEXT.accepts(words) and not TEXTS.accepts(words):
            raise wrong_kind(here, words, (TEXT, TEXTS))
        named = [words] if isinstance(words, str) else words
        rows.append((pattern, frozenset(code for word in named for code in _codes(word, here))))
    return tuple(rows)


VALIDATE_TABLES: tuple[Key, ...] = (
    *SHORTCODE_TABLES,
    Key(
        name="severity",
        kinds=(TABLE,),
        parameter="severities",
        read=_severities,
        summary="Another severity for a code: error, warning or info.",
        example='[validate.severity]\ndead-internal-link = "warning"\nWXR44 = "info"\n',
    ),
    Key(
        name="per-file-ignores",
        kinds=(TABLE,),
        parameter="per_file_ignores",
        read=_per_file,
        summary="Codes that are ignored in some files.",
        example='[validate.per-file-ignores]\n"old/*.xml" = ["broken-slug", "WXR2"]\n',
    ),
)
"""Tables of `validate`, beside the keys that its options have."""
