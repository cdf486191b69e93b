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
    found = posts_page(entries)
    assert (found.number if found else None) == number


@pytest.mark.parametrize(
    ("target", "reasons"), [("hugo", {"posts page": 1}), ("mkdocs", {"posts page": 1}), ("json", {})]
)
def test_it_is_accounted_for(target: str, reasons: dict[str, int], tmp_path: Path) -> None:
    """It is left out with the reason where a scaffold shows the list, and written elsewhere."""
    (result,) = convert([EXPORT], tmp_path, ConvertOptions(to=target))
    assert dict(result.summary.skipped) == reasons
    assert "WXR605" not in {found.code for found in result.diagnostics}
