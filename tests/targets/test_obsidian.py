"""Obsidian: properties as its help describes them, links from note to note, nothing that it would read as its own marks."""

import re
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import yaml

from wpmigrate import ConvertOptions, convert
from wpmigrate.html import parse_fragment
from wpmigrate.markdown import DIALECTS, MarkdownOptions
from wpmigrate.markdown import convert as to_markdown

FIXTURE = Path(__file__).parents[2] / "fixtures" / "sites" / "generators" / "export.xml"
LINK = re.compile(r"\]\(([^)\s]+\.md)")


def test_the_properties_are_those_of_obsidian(tmp_path: Path) -> None:
    """Lists are lists, tags have no blanks, dates no offset, a draft is kept away from Publish."""
    convert([FIXTURE], tmp_path, ConvertOptions(to="obsidian"))
    for note in tmp_path.rglob("*.md"):
        fields = yaml.safe_load(note.read_text("utf-8").split("---\n")[1])
        assert isinstance(fields["aliases"], list)
        assert all(re.fullmatch(r"[\w-]*[^\W\d][\w-]*", tag) for tag in fields.get("tags", ()))
        assert isinstance(fields["date"], datetime)
        assert fields["date"].tzinfo is None
        assert fields.get("publish", True) is ("HEMLIGT" not in note.read_text("utf-8"))
    first = yaml.safe_load((tmp_path / "posts" / "forsta-i-tolfte.md").read_text("utf-8").split("---\n")[1])
    assert first["tags"] == ["komma-tagg", "日本語", "C-C"]


def test_links_lead_to_notes(tmp_path: Path) -> None:
    """A link between items is the path of a note that is there."""
    convert([FIXTURE], tmp_path, ConvertOptions(to="obsidian"))
    links = [(note, link) for note in tmp_path.rglob("*.md") for link in LINK.findall(note.read_text("utf-8"))]
    assert len(links) >= 4
    assert all((note.parent / unquote(link)).is_file() for note, link in links)


def test_text_is_not_read_as_marks_of_a_vault() -> None:
    """Tags, notes, comments, highlights, formulas and names of blocks come out as text; C# and 50 % stay readable."""
    html = "<p>#tag [[note]] 50%% ==x== $5 and $6 C# #1 50 % a = b ^name</p>"
    markdown = to_markdown(parse_fragment(html), MarkdownOptions(dialect=DIALECTS["obsidian"])).text
    assert markdown == "\\#tag \\[\\[note]] 50\\%\\% \\==x\\== \\$5 and \\$6 C# #1 50 % a = b \\^name\n"
