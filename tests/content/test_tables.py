"""The tables of handlers: each row is documented, each name has one row, each handler a file."""

from pathlib import Path

import pytest

from wpmigrate.content import blocks, shortcodes

TABLES = {
    "blocks": [(row.names, row.summary) for row in blocks.HANDLERS],
    "shortcodes": [(row.names, row.summary) for row in (*shortcodes.CORE, *shortcodes.PLUGINS)],
    "stages": [(row.names, row.summary) for row in shortcodes.BEFORE_PARAGRAPHS],
}


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_documented(table: str) -> None:
    """Each row has a summary of one line for the support matrix."""
    assert all(summary and "\n" not in summary and not summary.endswith(".") for _, summary in TABLES[table])


@pytest.mark.parametrize("table", TABLES)
def test_names_stand_once(table: str) -> None:
    """No name stands in two rows."""
    names = [name for row, _ in TABLES[table] for name in row]
    assert len(names) == len(set(names))


def test_each_handler_is_in_the_table() -> None:
    """Each handler of the table is a function of a module of the folder, and each such module serves a row."""
    shown = {row.show.__module__ for row in (*shortcodes.CORE, *shortcodes.PLUGINS)}
    machinery = {
        "attributes", "code", "expand", "formulas", "grammar", "handler", "in_elements", "known", "layout",
        "layout_parts", "left_over", "rules", "bracket_names",
    }  # fmt: skip
    assert shown == {f"wpmigrate.content.shortcodes.{name}" for name in _modules("shortcodes") - machinery}


def test_each_block_handler_is_in_the_table() -> None:
    """The same for blocks."""
    rows = (*blocks.HANDLERS, blocks.OTHER)
    shown = {handler.__module__ for row in rows for handler in (row.show, row.note) if handler is not None}
    machinery = {"grammar", "handler", "outline", "show", "static", "footnotes"}
    assert shown == {f"wpmigrate.content.blocks.{name}" for name in _modules("blocks") - machinery}


def _modules(folder: str) -> set[str]:
    path = Path(str(blocks.__file__)).parent.parent / folder
    return {file.stem for file in path.glob("*.py")} - {"__init__"}
