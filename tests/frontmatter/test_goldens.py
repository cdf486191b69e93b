"""Front matter as people see it: one post in all forms."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from wpmigrate.frontmatter import FORMS, Form, render

FIXTURES = Path(__file__).parents[2] / "fixtures/frontmatter"


def _dated(value: dict[str, Any]) -> Any:
    """JSON has no dates: {"datetime": …} and {"date": …} stand for them."""
    if value.keys() == {"datetime"}:
        return datetime.fromisoformat(value["datetime"])
    if value.keys() == {"date"}:
        return date.fromisoformat(value["date"])
    return value


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", [path.parent.name for path in FIXTURES.glob("*/fields.json")])
def test_golden(case: str, form: Form) -> None:
    """The block is what the folder says, character for character."""
    fields = json.loads((FIXTURES / case / "fields.json").read_text("utf-8"), object_hook=_dated)
    assert render(fields, form) == (FIXTURES / case / f"expected.{form}").read_text("utf-8")


def test_there_are_cases() -> None:
    """An empty folder would prove nothing."""
    assert list(FIXTURES.glob("*/fields.json"))
