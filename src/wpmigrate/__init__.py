"""wpmigrate reads a WordPress export (WXR) and writes clean Markdown or JSON.

`read` gives the items of an export, `convert` does what the command does, `parse_byline` reads the line that a theme
printed beside a post. They are imported when they are first used,
so that `import wpmigrate` costs nothing.
"""

from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from .api import Result, convert, read
    from .config import ConvertOptions, FieldOptions, Selection
    from .errors import InputError, OutputError, UsageError, WpmigrateError
    from .locales import Anchor, Byline, parse_byline
    from .model import Comment, Item

_HOMES = {
    "Anchor": "locales",
    "Byline": "locales",
    "ConvertOptions": "config",
    "Comment": "model",
    "FieldOptions": "config",
    "InputError": "errors",
    "Item": "model",
    "OutputError": "errors",
    "Result": "api",
    "Selection": "config",
    "UsageError": "errors",
    "WpmigrateError": "errors",
    "convert": "api",
    "parse_byline": "locales",
    "read": "api",
}
"""Where each public name lives."""

__all__ = [
    "Anchor",
    "Byline",
    "Comment",
    "ConvertOptions",
    "FieldOptions",
    "InputError",
    "Item",
    "OutputError",
    "Result",
    "Selection",
    "UsageError",
    "WpmigrateError",
    "__version__",
    "convert",
    "parse_byline",
    "read",
]


def __getattr__(name: str) -> Any:
    """The public names, imported on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - nothing is imported before it is asked for

    return getattr(import_module(f".{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
