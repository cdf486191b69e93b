"""Keys of a configuration: what is wrong is named, with what is allowed."""

from datetime import date
from typing import Any

import pytest

from wpmigrate.config import DAY, FLAG, TABLE, TEXT, TEXTS, WHOLE, Key, WrongKeyError, checked, dotted, shown


def key(name: str, *kinds: Any) -> tuple[Key, ...]:
    """A key that takes any value of its kinds."""
    return (Key(name=name, kinds=kinds, parameter=name.replace("-", "_"), read=lambda value, trail: value),)


KEYS = {
    "links": key("links", TEXT),
    "dry-run": key("dry-run", FLAG),
    "path": (*key("path", TEXT), Key(name="path", kinds=(TABLE,), parameter="paths", read=lambda v, t: list(v))),
}


def test_values_come_by_parameter() -> None:
    """A name with several keys is read by the one whose kind the value has."""
    assert checked({"dry-run": True, "path": "x"}, KEYS) == {"dry_run": True, "path": "x"}
    assert checked({"path": {"post": "x"}}, KEYS) == {"paths": ["post"]}


@pytest.mark.parametrize(
    ("section", "trail", "message", "advice"),
    [
        ({"lnks": 1}, ("lnks",), "there is no key 'lnks'; did you mean links?", "The keys are: links, dry-run, path."),
        ({"x": 1}, ("x",), "there is no key 'x'", "The keys are: links, dry-run, path."),
        ({"links": 1}, ("links",), "links must be a text, not 1", ""),
        ({"links": ["a"]}, ("links",), "links must be a text, not a list", ""),
        ({"dry-run": 1}, ("dry-run",), "dry-run must be true or false, not 1", ""),
        ({"path": False}, ("path",), "path must be a text or a table, not false", ""),
    ],
)
def test_a_wrong_key_is_named(section: dict[str, Any], trail: tuple[str, ...], message: str, advice: str) -> None:
    """The message names the key, what it is, and what it may be."""
    with pytest.raises(WrongKeyError) as caught:
        checked(section, KEYS)
    assert (caught.value.trail, caught.value.message, caught.value.advice) == (trail, message, advice)


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (TEXT, "a", 1),
        (FLAG, False, 0),
        (WHOLE, 3, True),
        (TEXTS, ["a"], ["a", 1]),
        (TABLE, {}, []),
        (DAY, date(2020, 1, 1), "x"),
    ],
)
def test_kinds_tell_values_apart(kind: Any, good: object, bad: object) -> None:
    """True is no number, a list of other things is no list of texts."""
    assert kind.accepts(good)
    assert not kind.accepts(bad)


def test_names_and_values_in_messages() -> None:
    """Keys with other signs stand in quotes; long values are cut; tables and lists are only named."""
    assert dotted(("shortcodes", "a b", "x-y")) == 'shortcodes."a b".x-y'
    assert shown("x" * 100).endswith("…")
    values: list[object] = [True, {}, [], 3, "a"]
    assert [shown(value) for value in values] == ["true", "a table", "a list", "3", '"a"']
