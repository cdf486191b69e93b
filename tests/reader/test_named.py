"""What a caller may name as inputs, and what is said of what cannot be meant."""

import errno
import io
import os
from pathlib import Path
from typing import Any

import pytest

from wpmigrate.errors import InputError, UsageError
from wpmigrate.reader import input_names, open_sources


@pytest.mark.parametrize(
    ("inputs", "names"),
    [
        ("export.xml", ["export.xml"]),
        (Path("export.xml"), ["export.xml"]),
        (b"b\xc3\xb6rk.xml", ["börk.xml"]),
        (["a.xml", Path("b.xml")], ["a.xml", "b.xml"]),
        (("a.xml",), ["a.xml"]),
        ((name for name in ("a.xml", "b.xml")), ["a.xml", "b.xml"]),
        ({"a.xml": 1}, ["a.xml"]),
    ],
)
def test_one_path_or_several(inputs: Any, names: list[str]) -> None:
    """A text is one path; anything that gives paths is several."""
    assert input_names(inputs) == names


@pytest.mark.parametrize(
    ("inputs", "reason"),
    [
        ([], "no input is named"),
        ("", "is empty"),
        (["a.xml", ""], "is empty"),
        (None, "NoneType"),
        (5, "int"),
        ([["a.xml"]], "list"),
        (io.StringIO("<rss>"), "not an open file"),
    ],
)
def test_what_is_no_path(inputs: Any, reason: str) -> None:
    """It is refused, and never taken for the working folder or for paths of one character."""
    with pytest.raises(UsageError, match=reason):
        input_names(inputs)


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("absent.xml", "Check the path"),
        ("https://blog.example.org/export.xml", "opens no connection"),
        ("HTTPS://blog.example.org/export.xml", "opens no connection"),
        ("file:///home/anna/export.xml", "the path alone"),
        ("~/export.xml", "in full"),
        ("exports/*.xml", "pattern"),
        ('<?xml version="1.0"?><rss>' + "x" * 5000, "text, not a path"),
        ("x" * 300 + ".xml", "Check the path"),
        ("a\0b.xml", "Check the path"),
    ],
)
def test_where_nothing_stands(name: str, advice: str) -> None:
    """The message is short and says what to do."""
    with pytest.raises(InputError, match="No such file") as raised:
        open_sources(name)
    assert raised.value.code == "WXR004"
    assert advice in raised.value.advice
    assert len(str(raised.value)) < 400


def test_where_nobody_may_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """What may well be there is not said to be absent."""

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("os.lstat", denied)
    monkeypatch.setattr("pathlib.Path.open", denied)
    with pytest.raises(InputError, match="Permission denied"):
        open_sources("locked/export.xml")
