"""Saved pages of WordPress's own and old themes against what WordPress knows of the posts: every field, per theme."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from capture import captured

from wpmigrate.html import block_text, parse_fragment, words
from wpmigrate.model import Item
from wpmigrate.reader import open_sources, read

CORPUS = Path(os.environ.get("WPMIGRATE_CORPUS", ""))
TRUTH = CORPUS / "wordpress-truth"
PAGES = TRUTH / "pages"
THEMES = ("en/classic", "en/default", "en/twentyten", "en/twentyeleven", "en/twentytwentyone", "en/twentytwentyfive",
          "sv/default", "sv/twentyten")  # fmt: skip

LOGINS = {"Redaktören": ("admin",), "Åsa Öberg": ("asa",), "Guest": ("guest-writer",)}
"""Nicenames of the authors, which their links give."""

PAGE_TYPES = ("page", "attachment")
COMMENT = re.compile(
    r'<(?:li|div)[^>]*class="(?:wp-block-)?[^"]*\b(?:comment (?:even|odd|byuser)|pingback|trackback)\b'
)
UNPRINTED = {"en/default": "author", "sv/default": "author", "en/twentytwentyfive": "date"}
"""What a theme does not print on the page of a post: there it may be unknown, but not wrong."""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not os.environ.get("WPMIGRATE_CORPUS"), reason="WPMIGRATE_CORPUS names no folder"),
]


def truth_of(language: str) -> dict[int, dict[str, Any]]:
    """What WordPress says of each post, by id."""
    file = TRUTH / "own-site-en.jsonl" if language == "en" else PAGES / "sv" / "truth.jsonl"
    return {row["id"]: row for row in map(json.loads, file.read_text(encoding="utf-8").splitlines())}


def items_of(*paths: Path) -> list[Item]:
    """The items that are read of these files together."""
    sources, _ = open_sources([str(path) for path in paths])
    return [event for source in sources for event in read(source) if isinstance(event, Item)]


def plain(html: str) -> str:
    """HTML as plain text, blanks folded."""
    return " ".join(block_text(parse_fragment(html)).split())


def lost_and_extra(told: str, read_html: str) -> tuple[float, float]:
    """(share of the words of `told` that are not in the body, share of its words that are not in `told`)."""
    wanted, got = Counter(words(plain(told))), Counter(words(plain(read_html)))
    lost = sum((wanted - got).values()) / max(sum(wanted.values()), 1)
    return lost, sum((got - wanted).values()) / max(sum(got.values()), 1)


@dataclass
class Page:
    """A saved page of one post: its source, what is true, and the item that was read."""

    name: str
    theme: str
    source: str
    truth: dict[str, Any]
    item: Item | None


def pages_of(theme: str) -> Iterator[Page]:
    """Every page of one post of a theme, read alone."""
    truth = truth_of(theme[:2])
    index = json.loads((PAGES / theme[:2] / "index.json").read_text(encoding="utf-8"))
    for name, post_id in index.items():
        file = PAGES / theme / name
        found = items_of(file)
        yield Page(name, theme, file.read_text(encoding="utf-8"), truth[post_id], found[0] if len(found) == 1 else None)


def faults_of(page: Page) -> list[str]:
    """The fields of a page that were read wrongly. What the page does not show may be unknown, and nothing else."""
    item, truth = page.item, page.truth
    if item is None:
        return ["post"]
    wrong = [f"title {item.title!r}"] if item.title != plain(truth["title"]) else []
    wrong += [f"id {item.id}"] if item.id != str(truth["id"]) else []
    wrong += byline_faults(page, item)
    for field, taxonomy in (("categories", "category"), ("tags", "post_tag")):
        got = sorted(term.name for term in item.terms if term.taxonomy == taxonomy)
        wrong += [f"{field} {got}"] if got != sorted(unescape(name) for name in truth[field]) else []
    if not truth["password_protected"]:
        pages_html = truth["pages_html"]
        lost, extra = lost_and_extra(pages_html[0] if pages_html else truth["content_html_plain"], item.content)
        wrong += [f"body lost {lost:.3f} extra {extra:.3f}"] if lost > 0.001 or extra > 0.005 else []
    return wrong + comment_faults(page, item)


def byline_faults(page: Page, item: Item) -> list[str]:
    """Date and author."""
    truth, wrong = page.truth, []
    may_lack = {"date", "author"} if truth["post_type"] in PAGE_TYPES else {UNPRINTED.get(page.theme, "")}
    day, hour = truth["date"].split(" ")
    if item.date is None:
        wrong += [] if "date" in may_lack else ["no date"]
    elif str(item.date.date()) != day or ((item.date.hour or item.date.minute) and f"{item.date:%H:%M}" != hour[:5]):
        wrong.append(f"date {item.date}")
    names = {truth["author"], *LOGINS.get(truth["author"], ())}
    if item.creator not in names and not (not item.creator and "author" in may_lack):
        wrong.append(f"author {item.creator!r}")
    return wrong


def comment_faults(page: Page, item: Item) -> list[str]:
    """The number that is stated, and the number of comments that stand in the page."""
    count, truth = item.known_comment_count, page.truth
    may_lack = truth["post_type"] in PAGE_TYPES or truth["password_protected"]
    wrong = [f"comment count {count}"] if count != truth["comment_count"] and not (count is None and may_lack) else []
    listed = len(COMMENT.findall(page.source))
    return wrong + ([f"comments {len(item.comments)} of {listed}"] if len(item.comments) != listed else [])


@pytest.mark.parametrize("theme", THEMES)
def test_pages_of_posts_are_read_right(theme: str) -> None:
    """Of the pages of one post at least 95 % have every field right, in each theme."""
    found = {page.name: faults_of(page) for page in pages_of(theme)}
    wrong = {name: faults for name, faults in found.items() if faults}
    right = 1 - len(wrong) / len(found)
    assert right >= 0.95, f"{theme}: {right:.0%} right; {wrong}"


LISTS = [(theme, file.name) for theme in THEMES for file in sorted((PAGES / theme).glob("_*.html"))]


@pytest.mark.parametrize(("theme", "name"), LISTS, ids=["-".join(row) for row in LISTS])
def test_lists_and_feeds_give_posts_and_nothing_else(theme: str, name: str) -> None:
    """Each post of a home page, an archive or a feed comes once, with its own day, title and text."""
    truth = truth_of(theme[:2])
    by_address = {row["permalink"].rstrip("/"): row for row in truth.values()}
    items = items_of(PAGES / theme / name)
    assert items
    assert len({item.link for item in items}) == len(items)
    for item in items:
        row = truth.get(item.post_id or 0) or by_address.get(item.link.rstrip("/"))
        if row is None or row["password_protected"]:
            continue
        assert item.title == plain(row["title"])
        assert item.date is not None
        assert str(item.date.date()) == row["date"][:10]
        assert lost_and_extra(row["content_html_plain"], item.content)[1] <= 0.005


@pytest.mark.parametrize("theme", THEMES)
def test_pages_lists_and_feed_together_give_each_post_once(theme: str) -> None:
    """All files of a theme: as many items as posts, the fields of single pages kept, the hour of the feed used."""
    single = {item.link.rstrip("/"): item for page in pages_of(theme) if (item := page.item) is not None}
    items = items_of(PAGES / theme)
    assert len({item.link.rstrip("/") for item in items}) == len(items)
    together = {item.link.rstrip("/"): item for item in items}
    assert set(single) <= set(together)
    for link, alone in single.items():
        joined = together[link]
        assert (joined.title, joined.content) == (alone.title, alone.content)
        assert {term.name for term in alone.terms if term.taxonomy == "category"} == {
            term.name for term in joined.terms if term.taxonomy == "category"
        }
        assert alone.date is None or (joined.date is not None and joined.date.date() == alone.date.date())
        assert len(joined.comments) == len(alone.comments)
    feed = items_of(PAGES / theme / "_feed.html")
    for item in feed:
        assert together[item.link.rstrip("/")].date is not None


@pytest.mark.parametrize("theme", THEMES)
def test_captures_give_the_same_as_the_pages(theme: str, tmp_path: Path) -> None:
    """Pages in the form of the Wayback Machine are read as the pages themselves."""
    for file in sorted((PAGES / theme).glob("*.html")):
        if file.name == "_feed.html":
            continue
        text = file.read_text(encoding="utf-8")
        found = re.search(r'rel="canonical" href="([^"]+)"', text)
        address = (
            found[1] if found else {"en": "https://example.com/blog/", "sv": "https://blogg.exempel.se/"}[theme[:2]]
        )
        capture = tmp_path / file.name
        capture.write_text(captured(text, address), encoding="utf-8")
        assert [bare(item) for item in items_of(capture)] == [bare(item) for item in items_of(file)]


def bare(item: Item) -> Item:
    """An item without its place."""
    return replace(item, file="", line=None)
