"""Path templates: what they give, and what they refuse."""

from datetime import UTC, datetime

import pytest

from wpmigrate.errors import UsageError
from wpmigrate.model import Entry
from wpmigrate.output.paths import FIELDS, PathTemplate


def _entry(*, dated: bool = True) -> Entry:
    return Entry(
        number=0,
        id="12#2",
        post_id=12,
        type="my_type",
        status="publish",
        date=datetime(905, 3, 1, 0, 30, tzinfo=UTC) if dated else None,
        creator="anna.ek@example.com" if dated else "",
        terms=(("post_tag", "x"), ("category", "f%c3%b6retag"), ("category", "b")) if dated else (),
    )


@pytest.mark.parametrize(("template", "path"), [("comments/{id}.json", "comments/404.json"), ("{id}.md", "404-1.md")])
def test_data_keep_ids_that_name_pages(template: str, path: str) -> None:
    """Templates look data up by the id; a page of that name would be shown for what is not found."""
    entry = Entry(number=0, id="404", post_id=404, type="post", status="publish")
    folder, stem, extension = PathTemplate(template).place(entry, stem="hej")
    assert "/".join((*folder, stem + extension)) == path


@pytest.mark.parametrize(
    ("template", "full", "bare"),
    [
        ("{slug}.md", "hej.md", "hej.md"),
        ("{slug}", "hej.md", "hej.md"),
        ("{slug}.{ext}", "hej.md", "hej.md"),
        ("{slug}.markdown", "hej.markdown", "hej.markdown"),
        ("{year}/{month}/{day}/{slug}.md", "0905/03/01/hej.md", "hej.md"),
        ("_posts/{year}-{month}-{day}-{slug}.md", "_posts/0905-03-01-hej.md", "_posts/hej.md"),
        ("{year}{month}_{slug}.md", "090503_hej.md", "hej.md"),
        ("{slug}-{year}.md", "hej-0905.md", "hej.md"),
        ("{hour}.{minute}/{slug}/index.md", "00.30/hej/index.md", "hej/index.md"),
        ("pages/{parents}/{slug}.md", "pages/om/mig/hej.md", "pages/hej.md"),
        ("{parents}/{slug}/_index.md", "om/mig/hej/_index.md", "hej/_index.md"),
        ("{type}/{id}.md", "my_type/12-2.md", "my_type/12-2.md"),
        ("{category}/{author}/{slug}.md", "företag/anna.ek/hej.md", "hej.md"),
        ("in-{category}/{slug}.md", "in-företag/hej.md", "in/hej.md"),
        ("v1.2/{slug}", "v1.2/hej.md", "v1.2/hej.md"),
    ],
)
def test_place(template: str, full: str, bare: str) -> None:
    """Fields are filled; those without a value are left out with their separator and their empty folder."""
    parsed = PathTemplate(template)
    for entry, parents, path in ((_entry(), ("om", "mig"), full), (_entry(dated=False), (), bare)):
        folder, stem, extension = parsed.place(entry, stem="hej", parents=parents)
        assert "/".join((*folder, stem + extension)) == path


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("{foo}/{slug}", "{foo} is no field"),
        ("{Slug}", "{Slug} is no field"),
        ("{}/{slug}", "{} is no field"),
        ("{slug", "brace"),
        ("slug}", "brace"),
        ("{{slug}}", "brace"),
        ("{year}/{month}", "{slug}, {id} or {address}"),
        ("", "{slug}, {id} or {address}"),
        ("{ext}/{slug}", "{ext} stands at the end"),
        ("{parents}-{slug}", "stands alone"),
        ("../{slug}", "'..'"),
        ("/{slug}", "needs a name"),
        ("{slug}/", "needs a name"),
        ("a//{slug}", "needs a name"),
        (".git/{slug}", "hidden"),
        ("C:{slug}", "forbids"),
        ("a\\{slug}", "forbids"),
        ("a\n{slug}", "forbids"),
        ("con/{slug}", "Windows"),
        ("100%/{slug}", "Windows"),
        ("{slug}.", "dot"),
        ("a" * 300 + "/{slug}", "255"),
    ],
)
def test_refused(template: str, says: str) -> None:
    """What cannot be meant is a UsageError that names the fault, and the fields when one is unknown."""
    with pytest.raises(UsageError) as caught:
        PathTemplate(template)
    assert says in str(caught.value)
    if "is no field" in says:
        assert all(f"{{{name}}}" in str(caught.value) for name in (*FIELDS, "ext"))
    assert str(caught.value).isprintable()


def test_hostile_values_stay_one_name() -> None:
    """A category, type, parent or login cannot leave its folder."""
    entry = Entry(
        number=0,
        id="../1",
        post_id=None,
        type="../../etc",
        status="publish",
        creator="../../root",
        terms=(("category", "%2e%2e%2f%2e%2e"), ("category", "b")),
    )
    folder, stem, extension = PathTemplate("{type}/{category}/{author}/{parents}/{id}").place(
        entry, stem="x", parents=("..", "a/b")
    )
    assert all("/" not in name and name.strip(".") for name in (*folder, stem, extension))
