"""Custom fields that are asked for, in every target: they are in the output, or named as left out."""

from pathlib import Path

import pytest

from wpmigrate import convert
from wpmigrate.config import ConvertOptions
from wpmigrate.targets import TARGETS, FieldOptions

EXPORT = Path(__file__).parents[2] / "fixtures" / "rules" / "WXR454" / "bad.xml"


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_an_asked_for_field_is_written_or_named(name: str, tmp_path: Path) -> None:
    """The field `roast: light`; where it has no place, the summary does not say how to bring it."""
    (result,) = convert([EXPORT], tmp_path, ConvertOptions(to=name, fields=FieldOptions(meta=("roast",))))
    files = (file for file in tmp_path.rglob("*") if file.is_file() and ".wpmigrate" not in file.parts)
    is_written = any(b"roast" in file.read_bytes() for file in files)
    is_named = "WXR454" in {found.code for found in result.diagnostics}
    assert (is_written, is_named) == (TARGETS[name].has_meta, not TARGETS[name].has_meta)
    assert "--meta" not in "\n".join(result.lines())
