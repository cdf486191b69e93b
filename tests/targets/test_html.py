"""The plain site: opened from files alone, with every word, nothing hidden, and no link that leads to nothing."""

import json
import tomllib
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from built import tree_of, words_of

from wpmigrate import ConvertOptions, convert
from wpmigrate.targets.places import file_of, served_path
from wpmigrate.targets.plain_pages import comments_html

FIXTURE = Path(__file__).parents[2] / "fixtures" / "sites" / "generators"
EXPECTED = tomllib.loads((FIXTURE / "expected.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The blog of traps as a plain site."""
    folder = tmp_path_factory.mktemp("html")
    convert([FIXTURE / "export.xml"], folder, ConvertOptions(to="html"))
    return folder


def test_every_item_and_term_has_its_page_at_its_address(site: Path) -> None:
    """The files are those that serve the old addresses, the years, the home page and the style; drafts have none."""
    wanted = {file_of(path) for path in (*EXPECTED["items"], *EXPECTED["terms"], "/", "/2010/", "/2011/", "/2098/")}
    found = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    assert found == wanted
    assert (site / "style.css").is_file()
    assert not list(site.rglob("*.comments.json"))


def test_nothing_hidden_comes_out(site: Path) -> None:
    """Drafts, private and protected items, unapproved comments and addresses of people are nowhere."""
    texts = {file: file.read_text("utf-8") for file in site.rglob("*.html")}
    assert not [(file, text) for file in texts for text in EXPECTED["never"] if text in texts[file]]


def test_each_page_has_the_words_of_its_item(site: Path, tmp_path: Path) -> None:
    """Title, body, terms and comments of each item stand on its page."""
    convert([FIXTURE / "export.xml"], tmp_path, ConvertOptions(to="json"))
    items = json.loads((tmp_path / "site.json").read_text("utf-8"))["items"]
    for record in (item for item in items if not item["draft"]):
        page = tree_of((site / file_of(served_path(record["permalink"]))).read_bytes())
        (content,) = page.xpath("//div[@class='content']")
        assert words_of(content) == words_of(tree_of(f"<div>{record['content']['html']}</div>".encode()))
        whole = "".join(page.text_content().split())
        terms = [term["name"] for term in record["categories"] + record["tags"]]
        assert not [text for text in [record["title"], *terms] if "".join(text.split()) not in whole]
        assert len(page.xpath("//li[@class='comment']")) == len(record["comments"])


def test_links_are_paths_from_file_to_file(site: Path) -> None:
    """Every relative link leads to a file that is there; none begins at a root that a disk does not have."""
    seen = 0
    for file in site.rglob("*.html"):
        page = "/" + file.relative_to(site).as_posix()
        for address in tree_of(file.read_bytes()).xpath("//a/@href | //link/@href"):
            parts = urlsplit(address)
            if parts.scheme or address.startswith("#"):
                continue
            seen += 1
            assert not address.startswith("/")
            goal = site / unquote(urlsplit(urljoin("http://x" + page, address)).path).lstrip("/")
            assert goal.is_file(), (page, address)
    assert seen > 100


def test_threads_of_any_depth_are_nested() -> None:
    """Answers stand below what they answer, in order; a thousand levels are no trouble; an orphan stands at the top."""
    comments = [
        {"id": str(n), "parent": str(n - 1) if n else None, "author": f"a{n}", "url": None, "date": None, "content": ""}
        for n in range(1000)
    ]
    html = comments_html(comments, "Comments")
    assert html.count("<ol>") == html.count("</ol>") == 1000
    orphan = {"id": "7", "parent": "99", "author": "<b>", "url": 'x"y', "date": "2010-12-15", "content": "<p>hi</p>"}
    assert '<li class="comment" id="comment-7">' in comments_html([orphan], "Comments")
    assert "&lt;b&gt;" in comments_html([orphan], "Comments")
    assert comments_html([], "Comments") == ""
