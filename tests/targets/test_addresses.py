"""Addresses of items in front matter, where a generator reads signs in them."""

from pathlib import Path

import pytest

from wpmigrate import ConvertOptions, convert

EXPORT = """<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><link>https://example.org</link>
<wp:wxr_version>1.2</wp:wxr_version>{}</channel></rss>"""
ITEM = """<item><title>A</title><link>https://example.org{path}</link><content:encoded><![CDATA[<p>Text</p>]]></content:encoded>
<wp:post_id>{id}</wp:post_id><wp:post_date>2020-01-02 03:04:05</wp:post_date><wp:post_name>a</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>{kind}</wp:post_type></item>"""


def converted(target: str, folder: Path, *items: tuple[str, str]) -> dict[str, str]:
    """The files that come out of items, each a kind and a path, with their texts."""
    export = folder / "export.xml"
    rows = [ITEM.format(id=number, kind=kind, path=path) for number, (kind, path) in enumerate(items, 1)]
    export.write_text(EXPORT.format("".join(rows)), "utf-8")
    out = folder / "out"
    convert([export], out, ConvertOptions(to=target))
    return {file.relative_to(out).as_posix(): file.read_text("utf-8") for file in out.rglob("*") if file.is_file()}


@pytest.mark.parametrize(
    ("target", "file", "line"),
    [
        ("hugo", "content/posts/a.md", "url: /scope\\:year/\\:x/"),
        ("jekyll", "_posts/2020-01-02-a.md", "permalink: /scope%3Ayear/%3Ax/"),
    ],
)
def test_colons_begin_no_token(target: str, file: str, line: str, tmp_path: Path) -> None:
    """`:year` in an address is that, not a year."""
    assert f"\n{line}\n" in converted(target, tmp_path, ("post", "/scope:year/:x/"))[file]


def test_hugo_lists_no_terms_where_a_page_stands(tmp_path: Path) -> None:
    """Nor where the blog has no term of the kind."""
    files = converted("hugo", tmp_path, ("page", "/tags/"))
    assert "render: never" in files["content/tags/_index.md"]
    assert "content/categories/_index.md" not in files


def test_a_page_called_index_stands_in_a_folder(tmp_path: Path) -> None:
    """Generators that make the address of the file's place find it in a folder."""
    assert "docs/index/index.md" in converted("mkdocs", tmp_path, ("page", "/index/"))


def test_a_page_called_index_has_its_file_in_its_slug(tmp_path: Path) -> None:
    """Nikola makes the home page of the slug `index`."""
    (page,) = [
        text for file, text in converted("nikola", tmp_path, ("page", "/index/")).items() if file[:6] == "pages/"
    ]
    assert "\nslug: index/index\npretty_url: false\n" in page


def test_jekyll_sees_terms_that_begin_with_an_underscore(tmp_path: Path) -> None:
    """It passes over files that do."""
    item = ITEM.format(id=1, kind="post", path="/a/")
    term = '<category domain="post_tag" nicename="_x"><![CDATA[_x]]></category></item>'
    (tmp_path / "export.xml").write_text(EXPORT.format(item.replace("</item>", term)), "utf-8")
    convert([tmp_path / "export.xml"], tmp_path / "out", ConvertOptions(to="jekyll"))
    assert "permalink: /tag/_x/" in (tmp_path / "out" / "terms" / "tags" / "term_x.md").read_text("utf-8")
