"""The configuration file: found, read, and the line of each key."""

from pathlib import Path

import pytest

from wpmigrate.config.file import find, line_of, read
from wpmigrate.errors import UsageError

TEXT = """\
# wrap = 1
input = "a.xml"
note = \"\"\"
links = "no"
\"\"\"
[shortcodes]
"a b" = "drop"
c.d = "x"
[verify]
jobs = 2
"""


@pytest.mark.parametrize(
    ("trail", "line"),
    [
        (("input",), 2),
        (("links",), None),
        (("shortcodes", "a b"), 7),
        (("shortcodes", "c", "d"), 8),
        (("shortcodes", "elsewhere"), 6),
        (("verify", "jobs"), 10),
        (("jobs",), None),
    ],
)
def test_a_key_has_its_line(trail: tuple[str, ...], line: int | None) -> None:
    """Comments and long texts hold no keys; a key that stands in an inline table has the line of its table."""
    assert line_of(TEXT, trail) == line


def test_the_own_file_wins(tmp_path: Path) -> None:
    """wpmigrate.toml, else a pyproject.toml that names the tool; any other pyproject.toml is not read, broken or not."""
    assert find(tmp_path) is None
    project = tmp_path / "pyproject.toml"
    project.write_text("[project\n")
    assert find(tmp_path) is None
    project.write_text('[tool.wpmigrate]\nto = "json"\n[tool.wpmigrate.shortcodes]\nx = "drop"\n')
    assert find(tmp_path) == project
    found = read(project)
    assert (found.keys, found.above) == ({"to": "json", "shortcodes": {"x": "drop"}}, ("tool", "wpmigrate"))
    own = tmp_path / "wpmigrate.toml"
    own.write_bytes(b'\xef\xbb\xbfto = "jsonl"\n')
    assert find(tmp_path) == own
    assert read(own).keys == {"to": "jsonl"}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a = 1\nb = \n", "wpmigrate.toml:2: this is no TOML"),
        (b"a = " + b"[" * 100_000, "wpmigrate.toml: the configuration is nested too deeply"),
        (b"a = '\xff'\n", "wpmigrate.toml: the configuration is not UTF-8"),
        (None, "wpmigrate.toml: the configuration cannot be read: No such file or directory"),
    ],
)
def test_a_file_that_is_no_toml_is_refused(
    data: bytes | None, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its name, the line, and what to do."""
    monkeypatch.chdir(tmp_path)
    path = Path("wpmigrate.toml")
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        read(path)
    assert str(caught.value).startswith(message)
    assert caught.value.advice


def test_the_tool_table_must_be_a_table(tmp_path: Path) -> None:
    """`tool.wpmigrate = 3` is refused, not passed over."""
    project = tmp_path / "pyproject.toml"
    project.write_text("[tool]\nwpmigrate = 3\n[x]\ny = 'tool.wpmigrate'\n")
    with pytest.raises(UsageError, match="must be a table"):
        read(project)
