"""The names behind the brackets of a text: one look tells which stages have anything to do."""

import re

_NAME = re.compile(r"\[(/?[A-Za-z0-9_-]+)")


def bracket_names(text: str) -> frozenset[str]:
    """The names that stand right behind a `[`, those of closing tags with their slash: the text has no others."""
    return frozenset(_NAME.findall(text)) if "[" in text else frozenset()
