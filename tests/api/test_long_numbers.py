"""Numbers of thousands of digits, which Python refuses to read, are no reason to stop."""

import json
from pathlib import Path

import pytest

from wpmigrate import ConvertOptions, convert
from wpmigrate.targets import FieldOptions

FIXTURES = Path(__file__).parents[2] / "fixtures"
DIGITS = "9" * 5000
CODE = f"<!-- wp:code --><pre><code>&#{DIGITS};</code></pre><!-- /wp:code -->"


def _meta(key: str, value: str) -> str:
    stored = f"<wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value>"
    return f"<wp:postmeta>{stored}</wp:postmeta></item>"


PLACES = {
    "featured image": ("</item>", _meta("_thumbnail_id", DIGITS)),
    "parent in a menu": ("</item>", _meta("_menu_item_menu_item_parent", DIGITS)),
    "goal of a menu": ("</item>", _meta("_menu_item_object_id", DIGITS)),
    "size of an episode": ("</item>", _meta("enclosure", f"https://e.org/a.mp3\n{DIGITS}\naudio/mpeg")),
    "width of a file": ('"width";i:1600;', f'"width";s:5000:"{DIGITS}";'),
    "reference in a title": ("<title>", f"<title>&amp;#{DIGITS};"),
    "reference in code": ("<content:encoded><![CDATA[", f"<content:encoded><![CDATA[{CODE}"),
    "version": ("<wp:wxr_version>", f"<generator>https://wordpress.org/?v={DIGITS}.{DIGITS}</generator><wp:wxr_version>"),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_number_of_thousands_of_digits_stops_nothing(tmp_path: Path, place: str) -> None:
    """Wherever it stands, all items are converted."""
    old, new = PLACES[place]
    text = (FIXTURES / "demo" / "export.xml").read_text("utf-8")
    assert old in text
    export = tmp_path / "export.xml"
    export.write_text(text.replace(old, new), "utf-8")
    (result,) = convert([export], tmp_path / "out", ConvertOptions(to="jsonfeed", fields=FieldOptions(meta=("*",))))
    assert result.exit_status() < 2
    feed = json.loads((tmp_path / "out" / "feed.json").read_text("utf-8"))
    assert len(feed["items"]) > 2
