"""What was read is not written over."""

from pathlib import Path

import pytest

from wpmigrate.errors import UsageError
from wpmigrate.output.inputs import keep_inputs


def test_an_input_is_kept_by_whatever_name(tmp_path: Path) -> None:
    """A link and a longer way to the file are the file."""
    export = tmp_path / "export.xml"
    export.write_bytes(b"<rss/>")
    link = tmp_path / "link.xml"
    link.symlink_to(export)
    for name in (export, link, tmp_path / "x" / ".." / "export.xml"):
        (tmp_path / "x").mkdir(exist_ok=True)
        with pytest.raises(UsageError, match="is an input"):
            keep_inputs(name, ["-", "old.zip:part.xml", str(export)])


def test_other_files_are_no_concern(tmp_path: Path) -> None:
    """A file that is not there, another one, none at all; an input that is no file."""
    export, other = tmp_path / "export.xml", tmp_path / "findings.json"
    export.write_bytes(b"<rss/>")
    other.write_bytes(b"{}")
    for out in (None, tmp_path / "new.json", other):
        keep_inputs(out, [export, "-", "old.zip:" + "long" * 5000])
