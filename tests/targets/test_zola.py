"""Zola, whose program no package registry has: the output held to the rules of its documentation."""

import re
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from wpmigrate import ConvertOptions, convert

FIXTURE = Path(__file__).parents[2] / "fixtures" / "sites" / "generators" / "export.xml"

#: docs, "Page", "Front matter"; anything else at the top is passed over in silence.
PAGE_KEYS = {
    *("title", "description", "date", "updated", "weight", "draft", "slug", "path", "aliases", "authors"),
    *("in_search_index", "template", "taxonomies", "extra", "render"),
}
#: docs, "Section"; anything else is an error.
SECTION_KEYS = {
    *(
        "title",
        "description",
        "draft",
        "sort_by",
        "weight",
        "template",
        "page_template",
        "paginate_by",
        "paginate_path",
    ),
    *("paginate_reversed", "insert_anchor_links", "in_search_index", "transparent", "redirect_to", "render"),
    *("generate_feeds", "aliases", "extra"),
}
TAGS = re.compile(r"\{\{|\{%|\{#")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fixture as a Zola site."""
    folder = tmp_path_factory.mktemp("zola")
    convert([FIXTURE], folder, ConvertOptions(to="zola"))
    return folder


def read(page: Path) -> tuple[dict[str, Any], str]:
    """Front matter and body."""
    _, head, body = page.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(head) or {}, body


def test_every_page_has_only_what_zola_reads(site: Path) -> None:
    """Keys, paths without a slash before them, terms of declared taxonomies, none of them empty, dates with offsets."""
    config = tomllib.loads((site / "zola.toml").read_text("utf-8"))
    declared = {taxonomy["name"] for taxonomy in config["taxonomies"]}
    paths = []
    for page in (site / "content").rglob("*.md"):
        fields, _ = read(page)
        if page.name == "_index.md":
            assert set(fields) <= SECTION_KEYS
            continue
        assert set(fields) <= PAGE_KEYS
        assert set(fields.get("taxonomies", {})) <= declared
        assert all(name.strip() for names in fields.get("taxonomies", {}).values() for name in names)
        assert isinstance(fields.get("date"), datetime)
        if not fields.get("draft"):
            paths.append(fields["path"])
            assert not fields["path"].startswith("/")
            assert not [alias for alias in fields.get("aliases", ()) if alias.startswith("/")]
        assert bool(fields.get("draft")) is ("HEMLIGT" in page.read_text("utf-8"))
    assert {"2010/12/forsta-i-tolfte/", "om/kontakt/", "2011/01/北京/"} <= set(paths)
    assert len(paths) == len(set(paths)) == 10


def test_terms_of_every_kind_are_there(site: Path) -> None:
    """Categories, tags and the blog's own taxonomy, by their names."""
    fields, _ = read(site / "content" / "posts" / "forsta-i-tolfte.md")
    assert fields["taxonomies"] == {
        "categories": ["Företagande", "Nätverk", "R&D, övrigt"],
        "tags": ["komma, tagg", "日本語", "C++ / C#"],
        "serie": ["Vinter: 2010"],
    }


def test_nothing_in_a_body_is_a_template(site: Path) -> None:
    """No mark of Tera stands in a body, and the more marker is as Zola wants it."""
    for page in (site / "content").rglob("*.md"):
        assert not TAGS.search(read(page)[1]), page.name
    assert "<!-- more -->" in (site / "content" / "posts" / "forsta-i-tolfte.md").read_text("utf-8")


def test_every_folder_of_the_content_is_a_section(site: Path) -> None:
    """Folders without `_index.md` are no sections, and their pages stand in no list."""
    folders = {page.parent for page in (site / "content").rglob("*.md")}
    assert all((folder / "_index.md").is_file() for folder in folders)
