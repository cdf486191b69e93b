"""Serialized PHP becomes data, never objects; wrong lengths are mended, nonsense refused, time is linear."""

from typing import Any

import pytest

from wpmigrate.reader import unserialize
from wpmigrate.reader.php import CLASS_KEY, MAX_DEPTH

GOOD: dict[str, Any] = {
    "N;": None,
    "b:1;": True,
    "b:0;": False,
    "i:-7;": -7,
    "d:0.5;": 0.5,
    "d:1.0E+25;": 1e25,
    's:6:"åäö";': "åäö",
    's:0:"";': "",
    's:5:"a";b"";': 'a";b"',
    "a:0:{}": {},
    'a:2:{i:0;s:1:"x";i:1;i:2;}': ["x", 2],
    'a:1:{s:5:"width";i:300;}': {"width": 300},
    "a:1:{i:3;b:1;}": {3: True},
    'a:1:{s:1:"a";a:1:{i:0;N;}}': {"a": [None]},
    'O:8:"stdClass":1:{s:1:"a";i:1;}': {CLASS_KEY: "stdClass", "a": 1},
    'O:1:"A":1:{s:4:"\0*\0b";i:1;}': {CLASS_KEY: "A", "b": 1},
    'a:2:{i:0;s:1:"x";i:1;R:2;}': ["x", "x"],
    'E:9:"Suit:Hero";': "Suit:Hero",
}


@pytest.mark.parametrize("text", GOOD)
def test_values(text: str) -> None:
    """Every kind of value is read, and nothing counts as mended."""
    value, was_mended = unserialize(text)
    assert value == GOOD[text]
    assert type(value) is type(GOOD[text])
    assert not was_mended


MENDED: dict[str, Any] = {
    's:99:"short";': "short",
    's:3:"longer";': "longer",
    'a:1:{s:3:"url";s:10:"https://new.example/a";}': {"url": "https://new.example/a"},
    'a:2:{i:0;s:3:"åäö";i:1;s:1:"b";}': ["åäö", "b"],
}


@pytest.mark.parametrize("text", MENDED)
def test_wrong_lengths_are_mended(text: str) -> None:
    """Search and replace leaves lengths behind that do not fit; the text ends where a value can follow."""
    assert unserialize(text) == (MENDED[text], True)


BAD = [
    "",
    "hello",
    "a:1:{",
    "a:1:{i:0;}",
    "a:-1:{}",
    "a:99999999999:{}",
    'C:3:"Foo":2:{ab}',
    's:3:"abc',
    "i:12",
    "i:x;",
    "b:1;b:1;",
    "R:9;",
    "a:1:{a:0:{}i:1;}",
    "a:1:{i:0;" * (MAX_DEPTH + 50),
]


@pytest.mark.parametrize("text", BAD)
def test_nonsense_is_a_value_error(text: str) -> None:
    """What is no serialized value raises ValueError and nothing else."""
    with pytest.raises(ValueError):
        unserialize(text)


def test_references_cannot_grow() -> None:
    """A reference to a container is dropped: data that multiplies itself is a bomb, not metadata."""
    value, _ = unserialize("a:2:{i:0;a:1:{i:0;i:1;}i:1;R:2;}")
    assert value == [[1], None]


def test_hostile_lengths_take_linear_work() -> None:
    """Each closing quote is looked at once, however many there are."""
    text = "a:1:{i:0;s:1:" + '"";' * 200_000
    with pytest.raises(ValueError):
        unserialize(text)
