"""Tables of the configuration: what they give, and what they refuse."""

import tomllib
from typing import Any

import pytest

from wpmigrate.config import CONVERT_TABLES, Key, WrongKeyError, checked

KEYS = {key.name: (key,) for key in CONVERT_TABLES}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[field]\ndate = "on"\nslug = false', {"fields": ["date=on", "slug="]}),
        ('[constants]\nlayout = "post"\nn = 3', {"constants": (("layout", "post"), ("n", 3))}),
        ('[path]\npost = "{slug}"\nbook = "b/{id}"', {"paths": (("post", "{slug}"), ("book", "b/{id}"))}),
        (
            '[shortcodes]\nad = "drop"\nb = "<b>{content}</b>"',
            {"shortcodes": (("ad", "drop"), ("b", "<b>{content}</b>"))},
        ),
    ],
)
def test_a_table_is_read(text: str, expected: dict[str, Any]) -> None:
    """Each table gives what the options of a run hold."""
    assert checked(tomllib.loads(text), KEYS) == expected


@pytest.mark.parametrize(
    ("text", "trail", "part"),
    [
        ('[field]\ntitel = "x"', ("field", "titel"), "did you mean title?"),
        ("[field]\ntitle = true", ("field", "title"), "field.title must be a text or false, not true"),
        ("[constants]\nx = {}", ("constants", "x"), "must be a text or"),
        ('[path]\npost = "{yaer}"', ("path", "post"), "{yaer} is no field"),
        ("[path]\npost = 1", ("path", "post"), "must be a text"),
        ('[path]\nnav_menu_item = "{slug}"', ("path", "nav_menu_item"), "there is no key"),
        ('[shortcodes]\nad = "dorp"', ("shortcodes", "ad"), "no rule for a shortcode"),
        ('[shortcodes]\nad = "<b>{contents}</b>"', ("shortcodes", "ad"), "{contents} is no slot"),
        ("[shortcodes]\nad = 1", ("shortcodes", "ad"), "must be a text"),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, trail: tuple[str, ...], part: str) -> None:
    """Each wrong key or value is named by its trail."""
    with pytest.raises(WrongKeyError) as caught:
        checked(tomllib.loads(text), KEYS)
    assert caught.value.trail == trail
    assert part in caught.value.message


@pytest.mark.parametrize("key", CONVERT_TABLES, ids=lambda key: key.name)
def test_the_example_of_a_table_is_true(key: Key) -> None:
    """What the documentation shows can be read."""
    assert checked(tomllib.loads(key.example), KEYS)[key.parameter]
