"""Saved pages through the whole pipeline: the text of a lost post, and the same in two invented themes."""

import json
from pathlib import Path

import pytest
import yaml

from wpmigrate.api import convert, show
from wpmigrate.config import ConvertOptions

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
SAME_POST = ("text-swedish/page.txt", "plain-swedish/page.html", "table-swedish/page.html")


@pytest.mark.parametrize("name", SAME_POST)
def test_the_post_of_a_text_in_markdown(name: str, tmp_path: Path) -> None:
    """Title, day, categories and count in front matter; neither byline nor link to the comments in the text."""
    convert([PAGES / name], tmp_path, ConvertOptions())
    text = (tmp_path / "posts" / "generositet-och-affarer.md").read_text(encoding="utf-8")
    _, head, body = text.split("---\n", 2)
    fields = yaml.safe_load(head)
    assert fields["title"] == "Generositet och affärer"
    assert str(fields["date"])[:10] == "2010-12-15"
    assert fields["categories"] == ["Företagande", "Organisation"]
    assert fields["comment_count"] == 0
    assert body.strip().startswith("Det första stycket om generositet")
    assert "Det andra stycket" in body
    assert not any(word in body for word in ("Postad", "Kommentera", "Inga kommentarer"))


@pytest.mark.parametrize("name", SAME_POST)
def test_the_post_of_a_text_in_json(name: str, tmp_path: Path) -> None:
    """One item, published, with nothing that the text did not say."""
    convert([PAGES / name], tmp_path, ConvertOptions(to="json"))
    (item,) = json.loads((tmp_path / "site.json").read_text(encoding="utf-8"))["items"]
    assert (item["title"], item["date"][:10], item["draft"]) == ("Generositet och affärer", "2010-12-15", False)
    assert [term["name"] for term in item["categories"]] == ["Företagande", "Organisation"]
    assert (item["tags"], item["authors"], item["comment_count"], item["comments"]) == ([], [], 0, [])
    assert "Postad" not in item["content"]["text"]
    assert "Kommentera" not in item["content"]["text"]


def test_the_post_of_a_text_for_hugo(tmp_path: Path) -> None:
    """The target hugo writes it below content/posts."""
    convert([PAGES / SAME_POST[0]], tmp_path, ConvertOptions(to="hugo"))
    (file,) = [path for path in tmp_path.rglob("*.md") if "Det andra stycket" in path.read_text(encoding="utf-8")]
    assert file.relative_to(tmp_path).parts[0] == "content"
    assert "2010-12-15" in file.read_text(encoding="utf-8")


def test_an_unknown_count_is_not_zero(tmp_path: Path) -> None:
    """JSON says null, front matter says nothing."""
    source = PAGES / "elementor-spanish" / "page.html"
    convert([source], tmp_path / "json", ConvertOptions(to="json"))
    (item,) = json.loads((tmp_path / "json" / "site.json").read_text(encoding="utf-8"))["items"]
    assert item["comment_count"] is None
    convert([source], tmp_path / "md", ConvertOptions())
    assert "comment_count" not in (tmp_path / "md" / "posts" / "la-casa-azul.md").read_text(encoding="utf-8")


def test_what_is_saved_converts_the_same_in_any_order(tmp_path: Path) -> None:
    """The order of the arguments decides nothing."""
    files = [PAGES / "feed-and-page" / name for name in ("tide.html", "feed.xml")]
    outputs = []
    for number, order in enumerate((files, files[::-1])):
        convert(order, tmp_path / str(number), ConvertOptions(to="json"))
        outputs.append((tmp_path / str(number) / "site.json").read_bytes())
    assert outputs[0] == outputs[1]


def test_where_fields_came_from_is_shown() -> None:
    """Each field with its source; a post of a list is found by its own id."""
    text, findings = show(str(PAGES / "plain-list" / "page.html"), "two", "evidence")
    assert findings == []
    assert "comment_count: comment link to #respond\n" in text
    assert "date: byline: Posted by Ann on November 5, 2010" in text
    assert "second, longer post" in show(str(PAGES / "plain-list" / "page.html"), "two", "markdown")[0]
