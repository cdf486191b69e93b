"""Post meta come out as data that every form of output can say, or as the text that they are."""

import json
import tomllib
from typing import Any

import pytest
import yaml

from wpmigrate import frontmatter
from wpmigrate.api.records import MOST_LEVELS, decoded_meta
from wpmigrate.targets.json import dumps


def nested(levels: int) -> str:
    """Serialized arrays in arrays."""
    return "a:1:{i:7;" * levels + "i:1;" + "}" * levels


VALUES: dict[str, Any] = {
    "plain: text": "plain: text",
    "a:1:{i:3;b:1;}": {"3": True},
    'a:2:{i:0;s:1:"x";i:1;a:1:{i:-1;N;}}': ["x", {"-1": None}],
    "d:0.5;": 0.5,
    "d:INF;": "d:INF;",
    "a:1:{i:5;d:NAN;}": "a:1:{i:5;d:NAN;}",
    nested(MOST_LEVELS + 1): nested(MOST_LEVELS + 1),
    "a:1:{broken": "a:1:{broken",
}


@pytest.mark.parametrize("stored", VALUES, ids=lambda stored: stored[:30])
def test_meta_can_be_said_in_every_form(stored: str) -> None:
    """The value is as expected, and JSON and all forms of front matter take it."""
    value = decoded_meta(stored)
    assert value == VALUES[stored]
    assert json.loads(dumps({"meta": value}), parse_constant=pytest.fail) == {"meta": value}
    for form in ("yaml", "toml", "json"):
        assert frontmatter.render({"meta": value}, form)


@pytest.mark.parametrize("levels", [1, MOST_LEVELS])
def test_deep_meta_reads_back(levels: int) -> None:
    """As deep as meta may be, front matter reads back equal."""
    value = decoded_meta(nested(levels))
    assert isinstance(value, dict)
    assert yaml.safe_load(frontmatter.render({"meta": value}, "yaml").strip("-\n")) == {"meta": value}
    assert tomllib.loads(frontmatter.render({"meta": value}, "toml").strip("+\n")) == {"meta": value}
