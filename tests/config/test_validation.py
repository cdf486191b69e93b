"""The tables of `[validate]`: severities and codes that are ignored in some files."""

from typing import Any

import pytest

from wpmigrate.config import VALIDATE_TABLES, WrongKeyError, checked
from wpmigrate.diagnostics import Severity

KEYS = {key.name: (key,) for key in VALIDATE_TABLES}


def read(section: dict[str, Any]) -> dict[str, Any]:
    """What a section says."""
    return checked(section, KEYS, ("validate",))


def test_severities() -> None:
    """By code, name or beginning; later rows win."""
    found = read({"severity": {"WXR10": "error", "junk-after-xml": "info"}})
    assert dict(found["severities"]) == {"WXR101": Severity.ERROR, "WXR102": Severity.INFO}


def test_per_file_ignores() -> None:
    """A pattern of names with one word or several."""
    found = read({"per-file-ignores": {"old/*.xml": ["broken-slug", "WXR10"], "b.xml": "missing-slug"}})
    assert found["per_file_ignores"] == (
        ("old/*.xml", frozenset({"WXR422", "WXR101", "WXR102"})),
        ("b.xml", frozenset({"WXR421"})),
    )


@pytest.mark.parametrize(
    ("section", "trail", "said"),
    [
        ({"severity": {"WXR421": "fatal"}}, ("validate", "severity", "WXR421"), '"error"'),
        ({"severity": {"mising-slug": "error"}}, ("validate", "severity", "mising-slug"), "mising-slug"),
        ({"per-file-ignores": {"a": 1}}, ("validate", "per-file-ignores", "a"), "a list of texts"),
        ({"per-file-ignores": {"a": "WXR999"}}, ("validate", "per-file-ignores", "a"), "WXR999"),
    ],
)
def test_what_cannot_be_meant_is_named(section: dict[str, Any], trail: tuple[str, ...], said: str) -> None:
    """The key, and what is allowed or was meant."""
    with pytest.raises(WrongKeyError) as raised:
        read(section)
    assert raised.value.trail == trail
    assert said in raised.value.message + raised.value.advice
