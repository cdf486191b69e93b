"""Targets: one file a generator, one table."""

from collections.abc import Mapping

from wpmigrate.errors import UsageError

from .fields import FIELDS, META_ALLOWED, FieldOptions, check_field_names
from .json import JSON
from .jsonl import JSONL
from .markdown import MARKDOWN
from .record import Record, RecordValue
from .target import Target

TARGETS: Mapping[str, Target] = {target.name: target for target in (MARKDOWN, JSON, JSONL)}
"""Every target by its name, in the order of the docs."""


def target_named(name: str) -> Target:
    """The target; raises UsageError that names them all when there is none of that name."""
    if name not in TARGETS:
        raise UsageError(f"there is no target {name!r}", advice=f"The targets are: {', '.join(TARGETS)}.")
    return TARGETS[name]


__all__ = [
    "FIELDS",
    "META_ALLOWED",
    "TARGETS",
    "FieldOptions",
    "Record",
    "RecordValue",
    "Target",
    "check_field_names",
    "target_named",
]
