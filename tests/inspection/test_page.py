"""The page: nothing from elsewhere, nothing that runs, hostile texts are texts."""

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from wpmigrate.diagnostics import CATALOGUE
from wpmigrate.inspection import as_page, as_text, inspect
from wpmigrate.inspection.page.charts import Column, columns
from wpmigrate.inspection.page.tables import sentence

ROOT = Path(__file__).parents[2]
HOSTILE = [
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' style='x:expression(1)",
    "\u202eevil\x1b[31m\x07",
    "]]></style><link rel=stylesheet href=//example.net/x.css>",
    "<svg onload=alert(1)>",
    "&lt;b&gt; & <b>",
    "a" * 5000,
]


@pytest.fixture
def hostile_document(tmp_path: Path) -> dict[str, Any]:
    """An export that says hostile things in every field, inspected."""
    from wpmigrate.wxr import CHANNEL_END, channel_start, leaf

    items = []
    for number, text in enumerate(HOSTILE):
        fields = [
            leaf("title", text),
            leaf("wp:post_id", str(number + 1)),
            leaf("wp:status", "publish" if number % 2 else text),
            leaf("wp:post_type", "post" if number < 4 else text),
            leaf("dc:creator", text),
            leaf("category", text, {"domain": text, "nicename": text}),
            leaf(
                "content:encoded", f'<p style="{text}:1"><a href="http://{text}/">[x-y {text}]</a><!-- wp:a/b --></p>'
            ),
            leaf("wp:attachment_url", f"http://{text}/a.{text}"),
        ]
        items.append(b"<item>" + b"".join(fields) + b"</item>")
    head = leaf("title", HOSTILE[0]) + leaf("link", HOSTILE[1]) + leaf("language", HOSTILE[2])
    path = tmp_path / "hostile <i>.xml"
    path.write_bytes(channel_start() + head + leaf("generator", HOSTILE[4]) + b"".join(items) + CHANNEL_END)
    return inspect([path])


def test_hostile_texts_stay_texts(hostile_document: dict[str, Any]) -> None:
    """No element, no attribute, no control character comes out of an export."""
    page = as_page(hostile_document)
    tree = BeautifulSoup(page, "html.parser")
    assert not tree.find_all(["script", "link", "img", "iframe", "object", "base", "form"])
    assert not [
        (tag.name, name)
        for tag in tree.find_all(True)
        for name in tag.attrs
        if name.startswith("on") or name in ("href", "src", "srcset", "action")
    ]
    assert len(tree.find_all("style")) == 1
    assert "\x1b" not in page
    assert "a" * 300 not in page
    assert "\u202e" not in page
    assert not [line for line in as_text(hostile_document) if "\x1b" in line or "\u202e" in line]


def test_the_page_asks_for_nothing() -> None:
    """It is one file without addresses, forbids requests by itself, and has a sentence for each picture."""
    page = as_page(inspect([ROOT / "fixtures/demo/export.xml"]))
    tree = BeautifulSoup(page, "html.parser")
    policy = tree.find("meta", {"http-equiv": "Content-Security-Policy"})
    assert policy is not None
    assert str(policy["content"]).startswith("default-src 'none'")
    assert "url(" not in page
    assert tree.body is not None
    assert "{" not in tree.body.get_text()
    pictures = tree.find_all("svg")
    assert len(pictures) == 3
    for picture in pictures:
        assert picture["role"] == "img"
        assert "most of them in" in str(picture["aria-label"])
    assert tree.html is not None
    assert tree.html["lang"] == "en"
    assert all(heading.name != "h3" for heading in tree.find_all(["h1", "h2", "h3"]))


def test_tables_with_sentences_can_be_narrow() -> None:
    """Where heads of columns have no room each number says what it counts; sentences end their row, without backticks."""
    tree = BeautifulSoup(as_page(inspect([ROOT / "fixtures/demo/export.xml"])), "html.parser")
    assert tree.select("table.told tbody tr")
    assert not tree.select("table.told tbody td.n:last-child")
    assert not tree.select('table.told td.n[data-of=""]')
    assert {cell["data-of"] for cell in tree.select("td.n") if cell.get_text() == "1"} == {"", "time", "item"}
    assert tree.body is not None
    assert "`" not in tree.body.get_text()
    assert sentence("as `[a]` <b>") == "as <code>[a]</code> &lt;b&gt;"


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_what_the_catalogue_says_is_not_cut(code: str) -> None:
    """Only what an export says is cut where it is too long."""
    assert not sentence(CATALOGUE[code].why).endswith("…")
    assert not sentence(CATALOGUE[code].to_do).endswith("…")


def test_every_other_label_can_go() -> None:
    """A narrow page leaves out every other label below a chart, since its text is larger there."""
    chart = columns([Column(year, year, 1) for year in ("2005", "2006", "2007")], title="x", kind="posts")
    labels = BeautifulSoup(chart, "html.parser").select("text.below")
    assert [(label.get_text(), "every-other" in label["class"]) for label in labels] == [
        ("2005", False),
        ("2006", True),
        ("2007", False),
    ]


def test_an_empty_export_has_a_page(tmp_path: Path) -> None:
    """Without items there are no pictures, and no error."""
    path = tmp_path / "empty.xml"
    text = (ROOT / "fixtures/demo/export.xml").read_text("utf-8")
    path.write_text(text.partition("<item>")[0] + "</channel></rss>", "utf-8")
    document = inspect([path])
    assert document["items"] == 0
    assert "<svg" not in as_page(document)
    assert as_text(document)[0].endswith(": 0 items")
