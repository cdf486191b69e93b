"""Ghost's import: rows that hold to its columns and to each other, and HTML that its own editor takes whole."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from built import tree_of, words_of
from generator import INSTALLED
from installed import require

from wpmigrate import ConvertOptions, convert
from wpmigrate.targets.cards import with_cards

FIXTURE = Path(__file__).parents[2] / "fixtures" / "sites" / "generators" / "export.xml"

LIMITS = {"posts": {"title": 255, "slug": 191, "custom_excerpt": 300, "comment_id": 50}}
LIMITS |= {"tags": {"name": 191, "slug": 191, "description": 500}, "users": {"name": 191, "slug": 191, "email": 191}}
REQUIRED = {"posts": {"id", "title", "slug", "status", "type"}, "tags": {"id", "name", "slug"}}
REQUIRED |= {"users": {"id", "name", "slug", "email"}}


def data_of(export: Path, folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The tables of the import, held to Ghost's rules."""
    convert([export], folder, ConvertOptions(to="ghost"))
    document = json.loads((folder / "ghost.json").read_text("utf-8"))
    assert set(document) == {"meta", "data"}
    data: dict[str, list[dict[str, Any]]] = document["data"]
    for table, columns in REQUIRED.items():
        for row in data[table]:
            assert columns <= set(row)
            assert all(len(row.get(column) or "") <= longest for column, longest in LIMITS[table].items())
    for table in ("posts", "tags", "users"):
        for column in ("id", "slug"):
            values = [row[column] for row in data[table]]
            assert len(values) == len({value.lower() for value in values}), (table, column)
    assert_related(data)
    return data


def assert_related(data: dict[str, list[dict[str, Any]]]) -> None:
    """Every relation leads to rows that are there, each once."""
    ids = {table: {row["id"] for row in data[table]} for table in ("posts", "tags", "users")}
    for relation, column, table in (("posts_tags", "tag_id", "tags"), ("posts_authors", "author_id", "users")):
        pairs = [(row["post_id"], row[column]) for row in data[relation]]
        assert len(pairs) == len(set(pairs))
        assert {post for post, _ in pairs} <= ids["posts"]
        assert {other for _, other in pairs} <= ids[table]
    assert {row["post_id"] for row in data["posts_meta"]} <= ids["posts"]


def test_the_import_holds_to_ghosts_rules(tmp_path: Path) -> None:
    """Dates in UTC, drafts as drafts, no address of anybody, pages and posts, terms with their names."""
    data = data_of(FIXTURE, tmp_path)
    posts = {row["id"]: row for row in data["posts"]}
    assert posts["101"]["published_at"] == "2010-11-30 23:30:00"
    assert posts["101"]["featured"] is True
    assert {row["status"] for row in data["posts"] if "HEMLIGT" in row["title"]} == {"draft"}
    assert all("published_at" not in row for row in data["posts"] if row["status"] == "draft")
    assert posts["201"]["type"] == "page"
    assert {"R&D, övrigt", "komma, tagg", "C++ / C#"} <= {row["name"] for row in data["tags"]}
    assert {row["email"].partition("@")[2] for row in data["users"]} == {"example.invalid"}
    assert {posts["104"]["slug"], posts["105"]["slug"]} == {"versal", "versal-2"}


def test_addresses_are_given_out_when_they_are_asked_for(tmp_path: Path) -> None:
    """With --include-emails authors keep theirs."""
    convert([FIXTURE], tmp_path, ConvertOptions(to="ghost", include_emails=True))
    users = json.loads((tmp_path / "ghost.json").read_text("utf-8"))["data"]["users"]
    assert "alva@example.org" in {user["email"] for user in users}


def test_old_paths_lead_to_the_addresses_in_ghost(tmp_path: Path) -> None:
    """Each redirect matches its old path, with and without the last slash, and leads to a slug that is there."""
    data = data_of(FIXTURE, tmp_path)
    slugs = {row["slug"] for row in data["posts"] if row["status"] == "published"}
    rows = json.loads((tmp_path / "redirects.json").read_text("utf-8"))
    found = {}
    for path in ("/2010/12/forsta-i-tolfte/", "/2010/12/forsta-i-tolfte", "/2010/12/gammal-adress/", "/om/kontakt/"):
        (found[path],) = [row["to"] for row in rows if re.search(row["from"], path)]
    assert set(found.values()) == {"/forsta-i-tolfte/", "/kontakt/"}
    assert {value.strip("/") for value in found.values()} <= slugs


@pytest.mark.parametrize(
    ("html", "is_card"),
    [
        ("<p>a <strong>b</strong><br>c</p>", False),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", False),
        ("<ul><li><p>a</p><p>b</p></li></ul>", True),
        ("<dl><dt>a</dt><dd>b</dd></dl>", True),
        ("<p>a <kbd>k</kbd></p>", True),
        ("<figure><img src='a.png'><figcaption>c</figcaption></figure>", False),
        ("<figure class='gallery'><img src='a.png'><img src='b.png'></figure>", True),
        ("<video src='a.mp4'></video>", True),
        ("<blockquote><p>a</p><ul><li>b</li></ul></blockquote>", True),
        ("<table><tr><td>a</td></tr></table>", True),
        ("<pre><code>a</code></pre>", False),
    ],
)
def test_what_the_editor_would_flatten_is_a_card(html: str, is_card: bool) -> None:
    """Blocks that Ghost's editor has no node for stay HTML, and the others do not."""
    assert ("kg-card-begin" in with_cards(html)) is is_card


def test_text_between_blocks_is_a_paragraph() -> None:
    """Text, marks and links that stand in no block of their own are kept together."""
    html = "One <em>two</em> three<p>A</p>four <a href='#x'>five</a><!--more-->six<hr> <pre><code>x</code></pre>"
    expected = [
        "<p>One <em>two</em> three</p>",
        "<p>A</p>",
        '<p>four <a href="#x">five</a></p>',
        "<p>six</p>",
        "<hr>",
        "<pre><code>x</code></pre>",
    ]
    assert with_cards(html).split("\n") == expected


@pytest.mark.generator
def test_ghosts_own_converter_keeps_every_word(tmp_path: Path) -> None:
    """What Ghost makes of each post holds the words of the post in their order."""
    require("ghost", INSTALLED / "ghost" / ".installed")
    folder = INSTALLED / "ghost"
    script = folder / "to_lexical.cjs"
    shutil.copy(Path(__file__).parent / "oracles" / "to_lexical.cjs", script)
    posts = [row["html"] for row in data_of(FIXTURE, tmp_path)["posts"]]
    lines = "".join(json.dumps(html) + "\n" for html in posts)
    done = subprocess.run(
        ["node", str(script)], input=lines, capture_output=True, encoding="utf-8", check=True, timeout=120
    )
    documents = [json.loads(line) for line in done.stdout.rstrip("\n").split("\n")]
    assert len(documents) == len(posts)
    for html, document in zip(posts, documents, strict=True):
        assert "".join(texts_of(document["root"])) == words_of(tree_of(f"<div>{html}</div>".encode()))


def texts_of(node: dict[str, Any]) -> list[str]:
    """The words of a lexical document, without white space."""
    found = ["".join(str(node[name]).split()) for name in ("text", "code") if name in node]
    if node["type"] == "html":
        found.append(words_of(tree_of(f"<div>{node['html']}</div>".encode())))
    if node.get("caption"):
        found.append(words_of(tree_of(f"<div>{node['caption']}</div>".encode())))
    for child in node.get("children", ()):
        found += texts_of(child)
    return found
