"""Plug-ins: named explicitly, run for their shortcodes, and never the end of a post."""

import json
from pathlib import Path

import pytest

from wpmigrate import ConvertOptions, UsageError, convert

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title>'
    "<link>https://example.org</link><wp:wxr_version>1.2</wp:wxr_version>"
    "<wp:base_blog_url>https://example.org</wp:base_blog_url><item><title>A</title><link>https://example.org/a/</link>"
    "<content:encoded><![CDATA["
)
TAIL = (
    "]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date>2020-01-01 10:00:00</wp:post_date>"
    "<wp:post_name>a</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>"
)
PLUGIN = '''
def box(attributes, content):
    """A quote with a title; a positional attribute follows it."""
    return f"<blockquote><b>{attributes['title']}</b> {attributes.get('0', '')} {content}</blockquote>"

SHORTCODES = {
    "box": box,
    "left": lambda attributes, content: None,
    "bad": lambda attributes, content: 1 / 0,
    "number": lambda attributes, content: 7,
    "code": lambda attributes, content: "<p>no code</p>",
}
'''


def body_of(tmp_path: Path, text: str, **options: object) -> tuple[str, list[str]]:
    """The Markdown of a post, without front matter, and the names of the errors and warnings."""
    (tmp_path / "export.xml").write_text(HEAD + text + TAIL, encoding="utf-8")
    (tmp_path / "plugin.py").write_text(PLUGIN, encoding="utf-8")
    wanted = ConvertOptions(plugins=(str(tmp_path / "plugin.py"),), **options)  # type: ignore[arg-type]
    (result,) = convert([tmp_path / "export.xml"], tmp_path / "out", wanted)
    (path,) = [
        row["path"] for row in json.loads((tmp_path / "out/.wpmigrate/manifest.json").read_text("utf-8"))["items"]
    ]
    markdown = (tmp_path / "out" / path).read_text("utf-8")
    return markdown.split("---\n", 2)[2].strip(), [found.code for found in result.diagnostics]


def test_a_function_shows_a_shortcode(tmp_path: Path) -> None:
    """It gets attributes, named or not, and what is enclosed; it goes before what is built in."""
    markdown, _ = body_of(tmp_path, '[box title="T" now]in <i>here</i>[/box]\n\n[code]x[/code]')
    assert markdown == "> **T** now in *here*\n\nno code"


def test_none_leaves_the_shortcode(tmp_path: Path) -> None:
    """A function that gives None leaves the text."""
    assert body_of(tmp_path, 'a [left x="1"] b')[0] == 'a [left x="1"] b'


@pytest.mark.parametrize("name", ["bad", "number"])
def test_an_error_costs_one_shortcode(tmp_path: Path, name: str) -> None:
    """The shortcode stays as text, the error is named, the post is there."""
    markdown, codes = body_of(tmp_path, f'a [{name} x="1"] b')
    assert markdown == f'a [{name} x="1"] b'
    assert "WXR524" in codes


def test_a_rule_goes_before_a_plugin(tmp_path: Path) -> None:
    """What the configuration says of a shortcode counts."""
    assert body_of(tmp_path, "a [code]b[/code]", shortcodes=(("code", "drop"),))[0] == "a"


def test_what_is_cleaned(tmp_path: Path) -> None:
    """The HTML of a plug-in is cleaned like all other."""
    markdown, _ = body_of(tmp_path, '[box title="<script>x()</script>"]y[/box]')
    assert "script" not in markdown


@pytest.mark.parametrize(
    ("name", "reason"),
    [("no_such_module", "cannot be loaded"), ("no/such/file.py", "there is no such file"), ("json", "is no plug-in")],
)
def test_what_is_no_plugin_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    """One sentence, before anything is read or written."""
    with pytest.raises(UsageError, match=reason):
        convert([tmp_path / "export.xml"], tmp_path / "out", ConvertOptions(plugins=(name,)))
    assert not (tmp_path / "out").exists()
