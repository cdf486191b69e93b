"""Excerpts and comments: no word of them is lost unless the report says so, and `validate` says what `convert` says."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from wpmigrate import ConvertOptions, convert, read
from wpmigrate.api import validate
from wpmigrate.config import ValidateOptions
from wpmigrate.diagnostics import part_of
from wpmigrate.errors import WpmigrateError

CORPUS = Path(os.environ.get("WPMIGRATE_CORPUS", "/nowhere")) / "corpus"
EXPORTS = sorted(CORPUS.glob("*.xml"))

EXPORT = """<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Blog</title><link>https://blog.example.org</link>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://blog.example.org</wp:base_blog_url>
<item><title>One</title><link>https://blog.example.org/one/</link><content:encoded>Body.</content:encoded>
<excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded><wp:post_id>1</wp:post_id><wp:post_name>one</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_approved>1</wp:comment_approved>
<wp:comment_content><![CDATA[{comment}]]></wp:comment_content></wp:comment>
<wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_approved>0</wp:comment_approved>
<wp:comment_content><![CDATA[<script>waits()</script>]]></wp:comment_content></wp:comment></item></channel></rss>"""
EXCERPT_LINE, COMMENT_LINE = 5, 8


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('<p style="display:none">gone</p>', "WXR512"),
        ("<script>gone()</script>", "WXR510"),
        ('<a href="javascript:gone()">link</a>', "WXR511"),
        ('<iframe src="https://player.example/1"></iframe>', "WXR517"),
        ("<!-- gone -->", "WXR518"),
    ],
)
def test_what_is_left_out_is_named_where_it_stands(text: str, code: str, tmp_path: Path) -> None:
    """Line by line, once for each text; what waits for approval is no finding, since it does not come out."""
    export = tmp_path / "export.xml"
    export.write_text(EXPORT.format(excerpt=f"Fine. {text}", comment=f"Fine.\n{text}"), "utf-8")
    (result,) = convert([export], tmp_path / "out", ConvertOptions())
    wanted = {("excerpt", EXCERPT_LINE, "1"), ("comment 1", COMMENT_LINE + 1, "1")}
    for findings in (result.diagnostics, validate([export], ValidateOptions()).findings):
        found = [(part_of(one.message), one.line, one.item) for one in findings if one.code == code]
        assert sorted(found) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "code"),
    [('[gallery ids="7"]', "WXR506"), ("[own]text[/own]", "WXR501"), ("<!-- wp:latest-posts /-->", "WXR502")],
)
def test_shortcodes_and_blocks_are_those_of_authors(text: str, code: str, tmp_path: Path) -> None:
    """WordPress runs none that a reader typed: nothing is shown for them, and nothing is to be said of them."""
    export = tmp_path / "export.xml"
    export.write_text(EXPORT.format(excerpt=f"Fine. {text}", comment=f"Fine.\n{text}"), "utf-8")
    (result,) = convert([export], tmp_path / "out", ConvertOptions())
    for findings in (result.diagnostics, validate([export], ValidateOptions()).findings):
        assert [part_of(one.message) for one in findings if one.code == code] == ["excerpt"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Try [gallery] or [audio src=a.mp3].", "<p>Try [gallery] or [audio src=a.mp3].</p>"),
        ("[caption id=1]Words[/caption]", "<p>[caption id=1]Words[/caption]</p>"),
        ("[button]Press[/button] it", "<p>[button]Press[/button] it</p>"),
        ("[[gallery]] ((so))", "<p>[[gallery]] ((so))</p>"),
        ("See [1. a note] there", "<p>See [1. a note] there</p>"),
        ("<!-- wp:paragraph --><p>One</p>", "<p>One</p>"),
        ("[code]a < b[/code] is", "<p><code>a &lt; b</code> is</p>"),
    ],
)
def test_brackets_in_comments_are_text(text: str, html: str, tmp_path: Path) -> None:
    """All but those round code and formulas, whose plugins show them in comments."""
    export = tmp_path / "export.xml"
    export.write_text(EXPORT.format(excerpt="", comment=text.replace("&", "&amp;")), "utf-8")
    convert([export], tmp_path / "out", ConvertOptions())
    (comment,) = json.loads((tmp_path / "out/posts/one.comments.json").read_text("utf-8"))
    assert comment["content"].strip() == html


def words(text: str) -> Counter[str]:
    """The words of an HTML text, by no rule of WordPress's."""
    bare = re.sub(r"<!--.*?-->|<[^<>]*>", " ", text, flags=re.DOTALL)
    return Counter(re.findall(r"\w+", unescape(unescape(bare)).replace("\xad", "")))


def small_texts(export: Path) -> Iterator[tuple[str, str]]:
    """(item and comment, text) of the public comments of what is written."""
    for item in read(export):
        if item.type in ("post", "page") and item.status == "publish" and not item.password:
            for comment in item.approved_comments:
                yield f"{item.id} {comment.id}", comment.content


@pytest.mark.skipif(not EXPORTS, reason="WPMIGRATE_CORPUS names no folder with real exports")
@pytest.mark.parametrize("export", EXPORTS[::4], ids=lambda path: path.name)
def test_no_word_of_a_real_comment_is_lost(export: Path, tmp_path: Path) -> None:
    """What a comment says stands in the JSON, word by word, or something was named on its lines."""
    try:
        (result,) = convert([export], tmp_path, ConvertOptions(to="json"))
    except WpmigrateError:
        return
    document = json.loads((tmp_path / "site.json").read_text("utf-8"))
    written = {
        f"{item['id']} {comment['id']}": comment["content"]
        for item in document["items"]
        for comment in item["comments"]
    }
    named = {found.item for found in result.diagnostics if found.code.startswith("WXR5")}
    lost = [
        (key, missing)
        for key, text in small_texts(export)
        if key.partition(" ")[0] not in named
        and (missing := words(text) - words(written[key]) - Counter(re.findall(r"\w+", written[key])))
    ]
    assert not lost
