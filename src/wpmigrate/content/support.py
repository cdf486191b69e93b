"""What is done with which shortcodes and blocks, from the tables that do it: the rows of the support matrix."""

from . import blocks, shortcodes

Row = tuple[tuple[str, ...], str]
"""Names, and what comes out for them."""


def shortcode_rows() -> list[Row]:
    """Every shortcode that is known; a name with `*` stands for a family."""
    return [(row.names, row.summary) for row in (*shortcodes.CORE, *shortcodes.PLUGINS, *shortcodes.BEFORE_PARAGRAPHS)]


def block_rows() -> list[Row]:
    """Every block that is known; core blocks go without their `core/`."""
    return [(row.names, row.summary) for row in (*blocks.HANDLERS, blocks.OTHER)]
