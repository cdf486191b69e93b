"""Config: the frozen options of all stages, composed, the policy table, and the configuration file."""

from wpmigrate.targets import FieldOptions

from .file import ConfigFile
from .keys import (
    DAY,
    FLAG,
    TABLE,
    TEXT,
    TEXTS,
    WHOLE,
    Key,
    Kind,
    WrongKeyError,
    checked,
    dotted,
    shown,
    unknown_key,
    wrong_kind,
)
from .options import ConvertOptions, LinkMode, Selection
from .policy import Fate, judge
from .tables import CONVERT_TABLES, SHORTCODE_TABLES
from .typed import options_of
from .validation import VALIDATE_TABLES, ValidateOptions

__all__ = [
    "CONVERT_TABLES",
    "DAY",
    "FLAG",
    "SHORTCODE_TABLES",
    "TABLE",
    "TEXT",
    "TEXTS",
    "VALIDATE_TABLES",
    "WHOLE",
    "ConfigFile",
    "ConvertOptions",
    "Fate",
    "FieldOptions",
    "Key",
    "Kind",
    "LinkMode",
    "Selection",
    "ValidateOptions",
    "WrongKeyError",
    "checked",
    "dotted",
    "judge",
    "options_of",
    "shown",
    "unknown_key",
    "wrong_kind",
]
