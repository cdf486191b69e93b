"""Items and terms whose old address a site cannot show: WXR810 names each, redirects lead the free ones on."""

import json
from pathlib import Path

import pytest

from wpmigrate import ConvertOptions, Selection, convert

EXPORT = Path(__file__).parents[2] / "fixtures" / "sites" / "clashes" / "export.xml"


def moves(target: str, folder: Path, export: Path = EXPORT) -> dict[str, str]:
    """Old and new addresses of WXR810."""
    options = ConvertOptions(
        to=target, selection=Selection(types=frozenset({"post", "page", "bok"})), redirects=(("json", ""),)
    )
    (result,) = convert([export], folder, options)
    found = [one.message.split() for one in result.diagnostics if one.code == "WXR810"]
    return {words[2]: words[-1] for words in found}


@pytest.mark.parametrize(
    ("target", "some"),
    [
        ("hugo", {"/page/2/": "/page/2-2/", "/style.css": "/style-2.css", "/index.xml": "/index-2.xml"}),
        ("nikola", {"/x=y/": "/x-y/", "/2012/01/a=b/": "/2012/01/a-b/", "/rss.xml": "/rss-2.xml"}),
        ("mkdocs", {"/~anna/": "/anna/", "/404.html": "/404-2.html"}),
    ],
)
def test_each_is_named(target: str, some: dict[str, str], tmp_path: Path) -> None:
    """Items that the generator or the signs of their addresses leave no place for, and a term whose place an item has."""
    everywhere = {"/om%25/": "/om/", "/om%25/barn%23/": "/om/barn/", "/tag/nytt/": "/terms/post_tag/nytt/"}
    assert moves(target, tmp_path).items() >= (everywhere | some).items()


def test_pages_keep_clear_of_the_style_sheet(tmp_path: Path) -> None:
    """The target html has no generator, and a file of its own."""
    assert moves("html", tmp_path)["/style.css"] == "/style-2.css"
    assert (tmp_path / "style.css").is_file()
    assert (tmp_path / "style-2.css" / "index.html").is_file()


def test_other_targets_move_nothing(tmp_path: Path) -> None:
    """Files for no generator keep the old address."""
    assert moves("markdown", tmp_path) == {}


def test_redirects_lead_on_what_is_free(tmp_path: Path) -> None:
    """From the old address, unless the generator shows something of its own there."""
    moves("hugo", tmp_path)
    rows = json.loads((tmp_path / "redirects.json").read_text("utf-8"))
    to = {row["from"]: row["to"] for row in rows}
    assert to["/om%25/"] == "/om/"
    assert to["/2012/01/x%3Ay/"] == "/2012/01/inlagg-1/"
    assert not {"/page/2/", "/page/3/", "/style.css", "/index.xml"} & set(to)


def test_blanks_around_a_former_slug_are_none_of_it(tmp_path: Path) -> None:
    """Exports that were formatted anew have them; a slug has none."""
    export = tmp_path / "export.xml"
    before, after = "<wp:meta_value><![CDATA[gammal]]>", "<wp:meta_value>\n<![CDATA[ gammal ]]>\n"
    export.write_text(EXPORT.read_text("utf-8").replace(before, after), "utf-8")
    moved = moves("hugo", tmp_path / "out", export)
    assert moved == moves("hugo", tmp_path / "plain")
    redirects = [(tmp_path / folder / "redirects.json").read_text("utf-8") for folder in ("out", "plain")]
    assert redirects[0] == redirects[1]
