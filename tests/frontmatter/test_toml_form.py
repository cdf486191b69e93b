"""What only TOML has: sections after values, and native dates."""

import tomllib

from wpmigrate.frontmatter import Value, render


def test_values_come_before_sections() -> None:
    """A value after a section would belong to the section."""
    fields: dict[str, Value] = {
        "params": {"sub": {"x": 1}, "y": 2},
        "title": "a",
        "odd key": {"å.b": {}},
        "list": [{"a": {"b": 1}}],
    }
    block = render(fields, "toml")
    assert block.startswith('+++\ntitle = "a"\n')
    assert tomllib.loads(block.strip("+\n")) == fields
    assert '["odd key"."å.b"]' in block
