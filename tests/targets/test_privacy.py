"""No target lets out what is private, whatever place of an export it stands in."""

from pathlib import Path

import pytest

from wpmigrate import ConvertOptions, convert
from wpmigrate.targets import TARGETS, public_name

HEAD = """<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Blog</title><link>https://blog.example.org</link>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://blog.example.org</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>anna@canary.example</wp:author_login>
<wp:author_email>anna2@canary.example</wp:author_email><wp:author_display_name>anna@canary.example</wp:author_display_name>
</wp:author>"""
ITEM = """<item><title>{title}</title><link>https://blog.example.org/{title}/</link><dc:creator>anna@canary.example</dc:creator>
<content:encoded>Text.</content:encoded><wp:post_id>{number}</wp:post_id><wp:post_date>2010-12-15 10:00:00</wp:post_date>
<wp:post_date_gmt>2010-12-15 09:00:00</wp:post_date_gmt><wp:post_name>{title}</wp:post_name><wp:status>{status}</wp:status>
<wp:post_type>post</wp:post_type><wp:post_password>{password}</wp:post_password><wp:comment><wp:comment_id>{number}</wp:comment_id>
<wp:comment_author>reader@canary.example</wp:comment_author><wp:comment_author_email>r@canary.example</wp:comment_author_email>
<wp:comment_author_IP>192.0.2.77</wp:comment_author_IP><wp:comment_content>Fine.</wp:comment_content>
<wp:comment_approved>1</wp:comment_approved></wp:comment></item>"""
ROWS = [("open", "publish", ""), ("hidden", "private", ""), ("locked", "publish", "canary-word"), ("gone", "trash", "")]


@pytest.mark.parametrize("target", TARGETS)
def test_no_target_lets_an_address_or_a_hidden_item_out(target: str, tmp_path: Path) -> None:
    """Logins, names of authors and of commenters that are addresses lose what stands behind the @; hidden items stay."""
    export = tmp_path / "export.xml"
    items = [
        ITEM.format(title=title, number=number, status=status, password=password)
        for number, (title, status, password) in enumerate(ROWS, 1)
    ]
    export.write_text(HEAD + "".join(items) + "</channel></rss>", encoding="utf-8")
    convert([export], tmp_path / "out", ConvertOptions(to=target))
    texts = {
        file: file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file() and file.name != "lock"
    }
    assert any(b"Text." in text for text in texts.values())
    hidden = (b"canary", b"192.0.2.", b"/hidden/", b"/locked/", b"/gone/")
    assert not [(file.name, word) for file, text in texts.items() for word in hidden if word in text]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("anna@x.org", "anna"),
        ("Anna", "Anna"),
        ("@anna", "@anna"),
        ("Anna @ work", "Anna @ work"),
        ("a@b", "a@b"),
        ("", ""),
    ],
)
def test_only_what_is_an_address_is_cut(name: str, wanted: str) -> None:
    """A name with an @ in it is no address."""
    assert public_name(name) == wanted
