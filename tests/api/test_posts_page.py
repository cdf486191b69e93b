"""`posts_page`: the page at whose address the list of posts stands, told by what it is."""

from pathlib import Path
from typing import Any

import pytest

from wpmigrate import ConvertOptions, convert
from wpmigrate.api.posts_page import posts_page
from wpmigrate.model import Entry

EXPORT = Path(__file__).parents[2] / "fixtures" / "sites" / "html-addresses" / "export.xml"


def page(number: int, address: str, **values: Any) -> Entry:
    """A public page without words."""
    slug = address.strip("/").rpartition("/")[2]
    fields: dict[str, Any] = {
        "id": str(number),
        "post_id": number,
        "type": "page",
        "status": "publish",
        "is_empty": True,
    }
    return Entry(number=number, **(fields | {"slug": slug, "address": address} | values))


FRONT = page(1, "/", slug="hem", is_empty=False)
POST = page(9, "/2012/kaffe/", type="post", is_empty=False)


@pytest.mark.parametrize(
    ("entries", "number"),
    [
        ([FRONT, page(2, "/blogg/")], 2),
        ([FRONT, page(2, "/om/journal/")], 2),
        ([FRONT, page(2, "/page-12/", title="Nyheter")], 2),
        ([FRONT, page(2, "/%d0%b1%d0%bb%d0%be%d0%b3/", slug="%d0%b1%d0%bb%d0%be%d0%b3")], 2),
        ([page(1, "/", slug="blog"), page(2, "/blogg/")], 2),
        # No front page: the list of posts is the home page.
        ([page(2, "/blogg/")], None),
        # It has words, an answer, a page below it, another name; it is a post, or not public; two could be it.
        ([FRONT, page(2, "/blogg/", is_empty=False)], None),
        ([FRONT, page(2, "/blogg/", public_comment_count=1)], None),
        ([FRONT, page(2, "/blogg/"), page(3, "/blogg/om/", parent=2)], None),
        ([FRONT, page(2, "/butik/")], None),
        ([FRONT, page(2, "/blogg/", type="post")], None),
        ([FRONT, page(2, "/blogg/", is_draft=True)], None),
        ([FRONT, page(2, "/blogg/"), page(3, "/nyheter/")], None),
    ],
)
def test_it_is_told_by_what_it_is(entries: list[Entry], number: int | None) -> None:
    """A page without words beside a front page, with the name of such a page, if there is one alone."""
    found = posts_page([*entries, POST])
    assert (found.number if found else None) == number


@pytest.mark.parametrize("posts", [[], [page(9, "/2012/kaffe/", type="post", is_draft=True)]])
def test_without_posts_nothing_is_their_page(posts: list[Entry]) -> None:
    """A list of nothing is no better than the page."""
    assert posts_page([FRONT, page(2, "/blogg/"), *posts]) is None


@pytest.mark.parametrize(
    ("target", "reasons"), [("hugo", {"posts page": 1}), ("mkdocs", {"posts page": 1}), ("json", {})]
)
def test_it_is_accounted_for(target: str, reasons: dict[str, int], tmp_path: Path) -> None:
    """It is left out with the reason where a scaffold shows the list, and written elsewhere."""
    (result,) = convert([EXPORT], tmp_path, ConvertOptions(to=target))
    assert dict(result.summary.skipped) == reasons
    assert "WXR605" not in {found.code for found in result.diagnostics}


VALUE = "<wp:meta_value>What we bake and when we bake it.</wp:meta_value>"


def field(key: str) -> tuple[str, str]:
    """What stands before it in the item, and there with a custom field."""
    return "</item>", f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key>{VALUE}</wp:postmeta></item>"


@pytest.mark.parametrize(
    ("change", "is_left_out", "named"),
    [
        # A page builder keeps the words of the page here; what search engines are told is none of them.
        (field("_builder_data"), False, ["_builder_data"]),
        (field("_yoast_wpseo_metadesc"), True, []),
        # What a theme shows above the list goes with the page, by name.
        (field("subtitle"), True, ["subtitle"]),
        (("<excerpt:encoded><![CDATA[", "<excerpt:encoded><![CDATA[What we bake."), False, []),
    ],
)
def test_words_beside_the_body(change: tuple[str, str], *, is_left_out: bool, named: list[str], tmp_path: Path) -> None:
    """A page that has some is no page for posts, or the report names what went with it."""
    before, title, item = EXPORT.read_text("utf-8").partition("<title><![CDATA[Blogg]]></title>")
    export = tmp_path / "export.xml"
    export.write_text(before + title + item.replace(*change, 1), "utf-8")
    (result,) = convert([export], tmp_path / "out", ConvertOptions(to="hugo"))
    assert (result.summary.skipped["posts page"] == 1) is is_left_out
    assert list(result.summary.fields) == named
