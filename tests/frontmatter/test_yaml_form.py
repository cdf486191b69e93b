"""What only YAML has: long keys, lists in lists, numbers with a dot."""

import pytest
import yaml
from ruamel.yaml import YAML

from wpmigrate.frontmatter import Value, render


@pytest.mark.parametrize(
    "fields",
    [
        {"k" * 5000: "v"},
        {"k " * 2000 + ":": ["a", {"b": 1}]},
        {"a": [{"k" * 2000: {"l" * 2000: [1]}}]},
        {"a": [[["x"], []], [{}], {"b": [{"c": []}]}]},
        {"a": 1e16, "b": 1e-7, "c": 1.5e300, "d": -0.0, "e": 1e22},
        {"": "", "yes": "no", "1": 1, "null": False},
    ],
)
def test_reads_back(fields: dict[str, Value]) -> None:
    """Keys of any length and kind, any nesting, floats of any size."""
    block = render(fields, "yaml").removeprefix("---\n").removesuffix("---\n")
    assert yaml.safe_load(block) == fields
    assert YAML(typ="safe", pure=True).load(block) == fields


def test_naive_datetimes_have_a_blank() -> None:
    """The form that Hexo and Nikola read as the site's local time."""
    from datetime import datetime

    moment = datetime(2010, 12, 15, 0, 30)  # noqa: DTZ001  that is the case
    assert render({"date": moment}, "yaml") == "---\ndate: 2010-12-15 00:30:00\n---\n"
