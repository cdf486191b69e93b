"""The head of a page: what WordPress, plugins and themes say about the page for machines."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wpmigrate.html import join_url

from .addresses import address_of
from .jsonld import article_in
from .tree import Tree, text_of

_REST = re.compile(r"/(?:wp-json|\?rest_route=)/?(?:wp/v2/)?([a-z0-9_-]+)/(\d+)", re.IGNORECASE)
_REST_TYPES = {"posts": "post", "pages": "page", "media": "attachment"}
_REST_LISTS = frozenset({"categories", "tags", "users"})
"""What the link of an archive names (WordPress 5.5 and later): no post."""

_ROOTS = (
    ("EditURI", re.compile(r"/xmlrpc\.php\b.*$")),
    ("wlwmanifest", re.compile(r"/wp-includes/wlwmanifest\.xml.*$")),
    ("https://api.w.org/", re.compile(r"/(?:wp-json/?|(?:index\.php)?\?rest_route=/?)$")),
    ("pingback", re.compile(r"/xmlrpc\.php\b.*$")),
)
"""Links that WordPress prints with the address of the blog, and what stands after it."""

_FEED = re.compile(r"/(?:feed|comments/feed)/?(?:atom/?|rss2?/?)?$|/?\?feed=[a-z0-9_-]+$|/wp-rss2?\.php$")
_SINCE_3 = re.compile(r"WordPress (?:[3-9]|\d\d)\.")
_PARTS = re.compile(r"\s+[–—|«»›‹:·•~/<>-]+\s+")
"""Between the title of a post and the name of the blog in the title of a window."""

_FEED_TYPES = ("application/rss+xml", "application/atom+xml")


@dataclass(slots=True)
class Head:
    """What the head of one page says; empty where it does not."""

    lang: str = ""
    title: str = ""
    #: Address of the blog, without a slash at its end.
    blog: str = ""
    site_name: str = ""
    canonical: str = ""
    post_id: int | None = None
    type: str = ""
    generator: str = ""
    #: WordPress 3.0 or later: it names the page of a post by its canonical address and its short link.
    names_posts: bool = False
    #: `<meta>` by property or name, the first of each.
    meta: dict[str, str] = field(default_factory=dict)
    #: The article of the page's JSON-LD.
    article: dict[str, Any] = field(default_factory=dict)

    def moment(self, *names: str) -> datetime | None:
        """The first of these `<meta>` that holds a moment."""
        return next((found for name in names if (found := moment_of_iso(self.meta.get(name, "")))), None)


def moment_of_iso(text: str) -> datetime | None:
    """An ISO 8601 moment with a time of the day; None for anything else."""
    text = text.strip()
    if len(text) < 16:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def read_head(tree: Tree, base: str) -> Head:
    """The head of a page. `base` is the page's own address, for relative links; may be empty."""
    head = Head(lang=(tree.root.get("lang") or tree.root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""))
    for meta in tree.by_tag.get("meta", ()):
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name:
            head.meta.setdefault(name, meta.get("content", "").strip())
    titles = tree.by_tag.get("title", ())
    head.title = text_of(titles[0]) if titles else ""
    head.site_name = head.meta.get("og:site_name", "")
    head.generator = head.meta.get("generator", "")
    scripts = [node.text or "" for node in tree.by_tag.get("script", ()) if "ld+json" in node.get("type", "")]
    head.article = article_in(scripts) if scripts else {}
    _read_links(tree, head, base)
    return head


def _name_in_feed(title: str) -> str:
    """The name of the blog in the title of its feed ("Name » Feed"), as WordPress has it in every language."""
    name, mark, _ = title.partition(" » ")
    return name.strip() if mark else ""


def _as_in_window(name: str, window: str) -> str:
    """The name of the blog where the title of its feed has words before it (`Feed para NAME »`): as the window has it."""
    return next((part for part in _PARTS.split(window) if part and name.endswith(" " + part)), name)


def _read_links(tree: Tree, head: Head, base: str) -> None:
    """The `<link>` elements."""
    feeds: list[str] = []
    roots: dict[str, str] = {}
    for link in tree.by_tag.get("link", ()):
        relations, href = link.get("rel", ""), join_url(base, link.get("href", ""))
        if relations == "canonical" and not head.canonical:
            head.canonical = href
        elif relations == "shortlink":
            head.post_id = head.post_id or address_of(href).post_id
        elif relations == "alternate" and link.get("type") in _FEED_TYPES:
            feeds.append(href)
            head.site_name = head.site_name or _name_in_feed(link.get("title", ""))
        elif relations == "alternate" and (found := _REST.search(href)) and found[1] not in _REST_LISTS:
            head.post_id = head.post_id or int(found[2])
            head.type = _REST_TYPES.get(found[1], found[1])
        else:
            roots.setdefault(relations, href)
    if not head.meta.get("og:site_name"):
        head.site_name = _as_in_window(head.site_name, head.title)
    head.names_posts = "https://api.w.org/" in roots or bool(_SINCE_3.match(head.generator))
    head.blog = next((rest.sub("", roots[name]) for name, rest in _ROOTS if rest.search(roots.get(name, ""))), "")
    if not head.blog:
        plain = [_FEED.sub("", feed) for feed in feeds if _FEED.search(feed)]
        head.blog = min(plain, key=len, default="")
    head.blog = head.blog.rstrip("/")
