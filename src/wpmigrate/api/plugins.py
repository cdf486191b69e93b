"""Plug-ins: Python modules of the user that show shortcodes. Loaded only where `--plugin` names them, never from a file."""

import importlib
import importlib.util
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

from wpmigrate.content import ShortcodeFunction
from wpmigrate.errors import UsageError

ShortcodeRules: TypeAlias = tuple[tuple[str, str | ShortcodeFunction], ...]
"""(name, rule or function); of two for one name the last counts."""

_ADVICE = 'A plug-in has SHORTCODES = {"name": function}; the function takes attributes and content, and gives HTML.'


def shortcode_functions(names: Iterable[str]) -> tuple[tuple[str, ShortcodeFunction], ...]:
    """(shortcode, function) of each plug-in, later ones last; raises UsageError for what is no plug-in."""
    return tuple(pair for name in names for pair in _functions(name))


@lru_cache
def _functions(name: str) -> tuple[tuple[str, ShortcodeFunction], ...]:
    """The table of one plug-in: a module, or a file that ends in `.py`."""
    try:
        module = _file(name) if name.endswith(".py") else importlib.import_module(name)
    except (Exception, SystemExit) as error:
        raise UsageError(
            f"the plug-in {name} cannot be loaded: {type(error).__name__}: {error}", advice=_ADVICE
        ) from error
    table: object = getattr(module, "SHORTCODES", None)
    if not isinstance(table, Mapping) or not table or not all(map(callable, table.values())):
        raise UsageError(f"{name} is no plug-in", advice=_ADVICE)
    return tuple((str(shortcode), function) for shortcode, function in table.items())


def _file(name: str) -> ModuleType:
    """The module in a file; raises what running it raises."""
    path = Path(name)
    if not path.is_file():
        raise FileNotFoundError("there is no such file")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
