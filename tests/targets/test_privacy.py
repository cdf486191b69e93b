"""No target lets out what is private, whatever place of an export it stands in."""

import contextlib
import json
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from wpmigrate import ConvertOptions, convert
from wpmigrate.comments import COMMENT_FORMATS
from wpmigrate.config import Selection
from wpmigrate.config.policy import STATUSES, Fate
from wpmigrate.errors import InputError
from wpmigrate.targets import TARGETS, public_name, public_website

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
<wp:comment_author_url>http://r@canary.example</wp:comment_author_url>
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


MENU_ITEM = """<item><title>{title}</title><wp:post_id>{number}</wp:post_id><wp:status>{status}</wp:status>
<wp:post_type>nav_menu_item</wp:post_type><category domain="nav_menu" nicename="top">Top</category>
<wp:postmeta><wp:meta_key>_menu_item_type</wp:meta_key><wp:meta_value>{kind}</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_menu_item_object_id</wp:meta_key><wp:meta_value>{leads_to}</wp:meta_value></wp:postmeta></item>"""


def test_menus_show_what_was_shown(tmp_path: Path) -> None:
    """WordPress shows menu items that are published, and none that leads to something hidden."""
    rows = [
        ("open", "publish", "post_type", 1),
        ("to-hidden", "publish", "post_type", 2),
        ("unsaved", "draft", "custom", 0),
        ("withdrawn", "private", "custom", 0),
        ("elsewhere", "publish", "custom", 0),
    ]
    items = [ITEM.format(title=title, number=n, status=s, password=p) for n, (title, s, p) in enumerate(ROWS, 1)]
    items += [
        MENU_ITEM.format(title=title, number=number, status=status, kind=kind, leads_to=leads_to)
        for number, (title, status, kind, leads_to) in enumerate(rows, 11)
    ]
    export = tmp_path / "export.xml"
    export.write_text(HEAD + "".join(items) + "</channel></rss>", encoding="utf-8")
    convert([export], tmp_path / "out", ConvertOptions(to="json"))
    [menu] = json.loads((tmp_path / "out/site.json").read_text(encoding="utf-8"))["menus"]
    assert [item["title"] for item in menu["items"]] == ["open", "elsewhere"]


FILE = """<item><title>file</title><wp:post_id>9</wp:post_id><wp:status>inherit</wp:status><wp:post_parent>2</wp:post_parent>
<wp:post_type>attachment</wp:post_type><category domain="category" nicename="news">A canary</category></item>"""


def test_files_of_hidden_posts_name_no_terms(tmp_path: Path) -> None:
    """An export without a list of terms has their names from its items: from those that were public alone."""
    news = '<category domain="category" nicename="news">News</category></item>'
    items = [ITEM.format(title=title, number=n, status=s, password=p) for n, (title, s, p) in enumerate(ROWS, 1)]
    export = tmp_path / "export.xml"
    export.write_text(HEAD + FILE + items[0].replace("</item>", news) + items[1] + "</channel></rss>", encoding="utf-8")
    convert(
        [export],
        tmp_path / "out",
        ConvertOptions(to="json", selection=Selection(types=frozenset({"post", "attachment"}))),
    )
    [open_] = json.loads((tmp_path / "out/site.json").read_text(encoding="utf-8"))["items"]
    assert open_["categories"] == [{"slug": "news", "name": "News"}]


PICTURE = """<item><title>{name}</title><wp:post_id>{number}</wp:post_id><wp:status>{status}</wp:status>
<wp:post_parent>{parent}</wp:post_parent><wp:post_type>attachment</wp:post_type>
<wp:attachment_url>https://blog.example.org/wp-content/uploads/{name}.jpg</wp:attachment_url>
<wp:postmeta><wp:meta_key>_wp_attached_file</wp:meta_key><wp:meta_value>{name}.jpg</wp:meta_value></wp:postmeta></item>"""
PICTURES = [
    (21, "shown", "inherit", 0),
    (22, "withdrawn", "private", 0),
    (23, "binned", "trash", 0),
    (24, "of-a-hidden-post", "inherit", 2),
]


@pytest.mark.parametrize(
    ("body", "names", "codes"),
    [
        ('[gallery ids="21,22,23"]', {"shown"}, {"WXR506"}),
        ('[playlist type="image" ids="21,22,23"]', {"shown"}, {"WXR506"}),
        # The author showed it in public, and so does WordPress.
        ('[gallery ids="21,24"]', {"shown", "of-a-hidden-post"}, set()),
        ('[gallery id="2"]', set(), {"WXR502"}),
    ],
)
def test_galleries_show_what_was_shown(body: str, names: set[str], codes: set[str], tmp_path: Path) -> None:
    """`gallery_shortcode()` shows files with the status `inherit`, and none of a post that its reader may not read."""
    items = [ITEM.format(title=title, number=n, status=s, password=p) for n, (title, s, p) in enumerate(ROWS, 1)]
    items[0] = items[0].replace("Text.", body)
    items += [PICTURE.format(number=n, name=name, status=s, parent=parent) for n, name, s, parent in PICTURES]
    export = tmp_path / "export.xml"
    export.write_text(HEAD + "".join(items) + "</channel></rss>", encoding="utf-8")
    convert([export], tmp_path / "out", ConvertOptions())
    text = (tmp_path / "out/posts/open.md").read_text(encoding="utf-8").partition("\n---\n")[2]
    assert {name for _, name, _, _ in PICTURES if f"{name}.jpg" in text} == names
    report = json.loads((tmp_path / "out/.wpmigrate/report.json").read_text(encoding="utf-8"))
    assert {found["code"] for found in report["diagnostics"]} & {"WXR502", "WXR506"} == codes


@pytest.mark.parametrize("name", COMMENT_FORMATS)
def test_no_format_of_comments_lets_an_address_out(name: str, tmp_path: Path) -> None:
    """Neither as the name of a commenter nor as a website."""
    export = tmp_path / "export.xml"
    item = ITEM.format(title="open", number=1, status="publish", password="")
    export.write_text(f"{HEAD}{item}</channel></rss>", encoding="utf-8")
    convert([export], tmp_path / "out", ConvertOptions(comments_format=name))
    texts = [file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file()]
    assert any(b"Fine." in text for text in texts)
    assert not any(b"canary" in text for text in texts)


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("http://anna.example/@anna?to=b@c", "http://anna.example/@anna?to=b@c"),
        ("http://anna@post.example", ""),
        ("HTTPS://anna@post.example/", ""),
        ("http://anna:word@blog.example/x", ""),
        ("http://anna%40post.example", ""),
        ("anna@post.example", ""),
        ("mailto:anna@post.example", ""),
        ("javascript:x", ""),
        ("http:", ""),
        ("", ""),
    ],
)
def test_the_website_of_a_commenter_holds_no_address(url: str, wanted: str) -> None:
    """WordPress puts `http://` before an e-mail address that somebody typed into the field."""
    assert public_website(url) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("anna@x.org", "anna"),
        ("Anna (anna.b+c@mail.x.org)", "Anna (anna.b+c)"),
        ("a@x.org, <b@y.example>", "a, <b>"),
        ("anna@xn--p1ai.xn--p1ai", "anna"),
        ("@anna@social.example", "@anna@social.example"),
        ("Anna", "Anna"),
        ("@anna", "@anna"),
        ("Anna @ work", "Anna @ work"),
        ("a@b", "a@b"),
        ("", ""),
    ],
)
def test_only_what_is_an_address_is_cut(name: str, wanted: str) -> None:
    """Wherever it stands in a name; a name with an @ in it is no address."""
    assert public_name(name) == wanted


@pytest.mark.parametrize(
    ("status", "password", "is_told"),
    [("publish", "", True), ("draft", "", True), ("publish", "word", False)]
    + [(status, "", False) for status, row in sorted(STATUSES.items()) if row.fate is Fate.SKIPPED],
)
def test_a_slug_does_not_stand_for_a_secret_item(status: str, password: str, tmp_path: Path, *, is_told: bool) -> None:
    """An item without an id goes by its slug, which would tell what a private one is about."""
    export = tmp_path / "export.xml"
    item = ITEM.format(title="surgery", number=7, status=status, password=password)
    export.write_text(f"{HEAD}{item.replace('<wp:post_id>7</wp:post_id>', '')}</channel></rss>", encoding="utf-8")
    convert([export], tmp_path / "out")
    [row] = json.loads((tmp_path / "out/.wpmigrate/manifest.json").read_text(encoding="utf-8"))["items"]
    report = (tmp_path / "out/.wpmigrate/report.json").read_text(encoding="utf-8")
    assert (row["id"] == "surgery", '"item": "surgery"' in report) == (is_told, is_told)
    assert f'"item": "{row["id"]}"' in report


RULES = Path(__file__).parents[2] / "fixtures" / "rules"
DATES = {
    "pubDate",
    "post_date",
    "post_date_gmt",
    "post_modified",
    "post_modified_gmt",
    "comment_date",
    "comment_date_gmt",
}
TOLD = {"post_id", "post_type", "status", "comment_id", "comment_approved"} | DATES
"""Fields that stay as they are: the manifest says what kind of item was left out, and reports what is wrong with it."""


OWNER = "99999"


def whispered(export: Path, status: str, password: str) -> bytes | None:
    """The export with nothing but secret items, a word in each field that must not come out; None if it is no XML.

    With the status `inherit` all belong to one item, which is private.
    """
    try:
        tree = etree.ElementTree(etree.fromstring(export.read_bytes()))
    except (etree.XMLSyntaxError, ValueError):
        return None
    items = tree.findall(".//item")
    if not items or any(item.find("{*}status") is None for item in items):
        return None
    for item in items:
        put(item, "status", status or item.findtext("{*}status") or "")
        for field in item.iter("{*}*"):
            if not len(field) and etree.QName(field).localname not in TOLD:
                text = field.text or ""
                field.text = f"canary{text}" if etree.QName(field).localname != "link" else f"{text}canary"
            if field.get("nicename"):
                field.set("nicename", f"canary{field.get('nicename')}")
        put(item, "post_password", password)
    if status == "inherit":
        own(items)
    return etree.tostring(tree)


def put(item: etree._Element, name: str, text: str) -> None:
    """Give an item one field of this name, in WordPress's namespace."""
    for old in item.findall(f"{{*}}{name}")[1:]:
        item.remove(old)
    found = item.find(f"{{*}}{name}")
    if found is None:
        found = etree.SubElement(item, f"{{{etree.QName(item.find('{*}status')).namespace}}}{name}")
    found.text = text


def own(items: Sequence[etree._Element]) -> None:
    """Make all items those of one that is private."""
    channel = items[0].getparent()
    assert channel is not None
    owner = deepcopy(items[0])
    channel.append(owner)
    for name, value in (("post_id", OWNER), ("status", "private"), ("post_type", "post")):
        put(owner, name, value)
    for item in items:
        put(item, "post_parent", OWNER)


@pytest.mark.parametrize(("status", "password"), [("private", ""), ("trash", ""), ("", "canary"), ("inherit", "")])
def test_no_fault_lets_a_secret_item_out(status: str, password: str, tmp_path: Path) -> None:
    """Whatever is wrong with an item that is left out: neither files nor manifest nor report quote it."""
    tried, told = 0, []
    for bad in sorted(RULES.glob("*/bad.xml")):
        text = whispered(bad, status, password)
        if text is None:
            continue
        tried += 1
        export, out = tmp_path / f"{bad.parent.name}.xml", tmp_path / bad.parent.name
        export.write_bytes(text)
        with contextlib.suppress(InputError):  # a file that is no export is refused, and nothing is written
            convert([export], out, ConvertOptions(redirects=(("apache", "redirects"),)))
        told += [
            (bad.parent.name, str(file.relative_to(out)))
            for file in out.rglob("*")
            if file.is_file() and (b"canary" in file.read_bytes() or "canary" in file.name)
        ]
    assert tried > 60
    assert told == []
