"""What only JSON has."""

import json

from wpmigrate.frontmatter import Value, render


def test_keys_keep_their_order() -> None:
    """The object is pretty and in the given order; dates are text."""
    fields: dict[str, Value] = {"b": 1, "a": [1, {"d": [], "c": {}}]}
    assert render(fields, "json") == json.dumps(fields, indent=2) + "\n"
