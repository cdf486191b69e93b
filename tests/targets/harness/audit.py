"""What is wrong with a built site, compared with the items of its export: one sentence a fault."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from built import BuiltSite, markdown_words, matches, tree_of, words_of
from feeds import feed_faults
from generator import Generator

from wpmigrate import ConvertOptions, Selection, convert
from wpmigrate.targets import TARGETS, served_path

Record = Mapping[str, Any]

_LIST_LINKS = "//nav//a[@href][not(*)] | //ul[@class='posts']/li/h2/a[@href] | //main/ul/li/a[@href]"
"""Entries of navigations and of lists, besides the bodies of items."""
_ADDRESS = re.compile(r"""(?:href|src)=["']([^"']+)""")

_MOVE = re.compile(r"the address (\S+) .*; the page stands at (\S+)$", re.DOTALL)
"""What the report says of an item that stands elsewhere."""

_LISTS_OF_POSTS = ("/", "/page/*", "/index-*.html", "/blog/*", "/posts/*")
"""Where the lists of all posts stand."""

FILES = (
    ".jpg",
    ".jpeg",
    ".png",
    ".gif",
    ".webp",
    ".svg",
    ".pdf",
    ".zip",
    ".mp3",
    ".mp4",
    ".mov",
    ".doc",
    ".docx",
    ".xls",
)
"""Ends of names of files, which an export does not hold."""


@dataclass(frozen=True, kw_only=True)
class Export:
    """An export as the target json has it, and the addresses that its redirects serve or that were dead already."""

    records: list[Record]
    home: str
    taxonomies: frozenset[str]
    redirected: frozenset[str]
    dead: frozenset[str]
    #: Addresses that stand in the bodies, which are the authors' own where they lead to no item.
    authored: frozenset[str]

    def as_built(self, site: "Site") -> "Export":
        """The same with the items that moved where they stand now, and without the page that became the list of posts."""
        records: list[Record] = [
            {**record, "permalink": site.moves.get(record["permalink"], record["permalink"])}
            for record in self.records
            if record["id"] not in site.became_lists
        ]
        return replace(self, records=records)

    def paths_of(self, ids: frozenset[str]) -> list[str]:
        """The addresses of these items."""
        return [served_path(record["permalink"]) for record in self.records if record["id"] in ids]

    @property
    def paths(self) -> set[str]:
        """The addresses of the public items."""
        return {served_path(record["permalink"]) for record in self.records}

    @property
    def post_paths(self) -> set[str]:
        """Those of the posts."""
        return {served_path(record["permalink"]) for record in self.records if record["type"] == "post"}


@dataclass(frozen=True, kw_only=True)
class Site:
    """What a generator made of an export, and what the report and the manifest say of items that are not where they were."""

    #: The folder of the built site.
    public: Path
    #: Addresses of items, old to new.
    moves: Mapping[str, str]
    #: Ids of the items at whose addresses lists stand.
    became_lists: frozenset[str]


def read_export(export: Path, folder: Path, types: tuple[str, ...] = ()) -> Export:
    """The public items, by way of the target json; `types` are the types of items beside posts and pages."""
    (result,) = convert(
        [export], folder, ConvertOptions(to="json", selection=_of_types(types), redirects=(("json", ""),))
    )
    document = json.loads((folder / "site.json").read_text("utf-8"))
    parts = urlsplit(document["site"]["url"])
    redirects = json.loads((folder / "redirects.json").read_text("utf-8"))
    return Export(
        records=[item for item in document["items"] if not item["draft"]],
        home=f"{parts.scheme}://{parts.netloc}" if parts.netloc else "https://example.org",
        taxonomies=frozenset(
            {"category", "tag", *(name for item in document["items"] for name in item["terms"])},
        ),
        authored=frozenset(
            unquote(address).lstrip("./") if address[0] == "." else unquote(address)
            for item in document["items"]
            for address in _ADDRESS.findall(unescape(item["content"]["html"]))
        ),
        redirected=frozenset(unquote(urlsplit(row["from"]).path) for row in redirects),
        dead=frozenset(found.message for found in result.diagnostics if found.code in ("WXR601", "WXR605")),
    )


def _of_types(types: tuple[str, ...]) -> Selection:
    """Posts, pages and these types; without any, what comes out when nobody asks for types."""
    return Selection(types=frozenset({"post", "page", *types} if types else ()))


def built(
    generator: Generator,
    export: Path,
    folder: Path,
    lay_out: Callable[[Path, str], None] | None = None,
    types: tuple[str, ...] = (),
) -> Site:
    """What the generator builds; `lay_out` puts media into (site, folder of media)."""
    target = TARGETS[generator.target_name]
    assert target.scaffold is not None
    site = folder / "site"
    (result,) = convert([export], site, ConvertOptions(to=target.name, selection=_of_types(types)))
    assert result.is_scaffolded
    if lay_out is not None:
        lay_out(site, target.media)
    generator.run(site)
    moves = [_MOVE.match(found.message) for found in result.diagnostics if found.code == "WXR810" and found.item]
    rows = json.loads((site / ".wpmigrate" / "manifest.json").read_text("utf-8"))["items"]
    return Site(
        public=site / (generator.public or target.scaffold.public),
        moves={move[1]: move[2] for move in moves if move},
        became_lists=frozenset(row["id"] for row in rows if row.get("skipped") == "posts page"),
    )


@dataclass(frozen=True, kw_only=True)
class Audit:
    """One built site beside its export."""

    site: BuiltSite
    generator: Generator
    export: Export
    #: Further addresses that must be there.
    wanted: frozenset[str] = frozenset()
    #: What pages must link to, by their address.
    listed: Mapping[str, list[str]] = field(default_factory=dict)
    #: The address at which the list of posts stands; empty where it stands at one of the usual ones.
    posts_page: str = ""
    #: Patterns of addresses that may be there.
    allowed: tuple[str, ...] = field(default=())

    def faults(self) -> Iterator[str]:
        """Everything that is wrong."""
        yield from self.address_faults()
        for record in self.export.records:
            yield from self.page_faults(record)
            if self.generator.shows_comments:
                yield from self.comment_faults(record)
        yield from self.byline_faults()
        yield from self.list_faults()
        yield from self.link_faults()
        if self.generator.feed:
            yield from feed_faults(self.site, self.generator, self.export.records)

    def address_faults(self) -> Iterator[str]:
        """Pages that are missing, and pages that nobody expects."""
        pages = self.site.content_pages()
        wanted = self.export.paths | self.wanted | ({self.posts_page} if self.posts_page else set())
        yield from (f"{path} is missing" for path in sorted(wanted) if not self.site.serves(path))
        for path in sorted(pages - wanted - {path + "/" for path in wanted}):
            if not matches(path, (*self.generator.others, *self.allowed)):
                yield f"{path} is not expected"

    def page_faults(self, record: Record) -> Iterator[str]:
        """What the page of an item lacks: title, terms, words of its body."""
        path = served_path(record["permalink"])
        page_path = path if path in self.site.pages else path + "/"
        if page_path not in self.site.pages:
            return
        page = self.site.tree(page_path)
        whole = "".join(page.text_content().split())
        names = [record["title"]]
        if record["type"] == "post" and (record["date"] or self.generator.leads_to_terms):
            names += [term["name"] for term in record["categories"] + record["tags"]]
        yield from (f"{path} does not say {name!r}" for name in names if "".join(name.split()) not in whole)
        found = page.xpath(self.generator.content)
        if len(found) != 1:
            yield f"{path} has {len(found)} places of content"
            return
        source = tree_of(f"<div>{record['content']['html']}</div>".encode("utf-8", "replace"))
        expected = words_of(source, [".//sup[@class='footnote-ref']"])
        words = words_of(found[0], self.generator.added)
        if words != expected and words != markdown_words(record):
            at = next(
                (i for i, (one, two) in enumerate(zip(words, expected, strict=False)) if one != two),
                min(len(words), len(expected)),
            )
            yield f"{path} at {at} reads {words[max(0, at - 30) : at + 50]!r}, not {expected[max(0, at - 30) : at + 50]!r}"

    def comment_faults(self, record: Record) -> Iterator[str]:
        """Comments whose author or words the page of their item does not show."""
        path = served_path(record["permalink"])
        page_path = path if path in self.site.pages else path + "/"
        if page_path not in self.site.pages or not record["comments"]:
            return
        whole = words_of(self.site.tree(page_path))
        for comment in record["comments"]:
            words = words_of(tree_of(f"<div>{comment['content']}</div>".encode("utf-8", "replace")))
            if words not in whole or "".join(comment["author"].split()) not in whole:
                yield f"{path} lacks the comment {comment['id']} of {comment['author']!r}"

    def byline_faults(self) -> Iterator[str]:
        """Lines about authors and days with a sign between nothing, or in which both run together."""
        for path in sorted(self.site.content_pages()):
            for line in self.site.tree(path).xpath("//p[@class='meta']"):
                text = line.text_content()
                if text.strip()[:1] == "·":
                    yield f"{path} has the line {text!r}"
                for day in line.xpath("time"):
                    before = text.partition(day.text_content())[0]
                    if before.strip() and not before[-1].isspace():
                        yield f"{path} has the line {text!r}"

    def list_faults(self) -> Iterator[str]:
        """Lists that lack items, and entries of lists that nobody can see."""
        patterns = (*_LISTS_OF_POSTS, *([f"{self.posts_page}*"] if self.posts_page else []))
        lists = (path for path in self.site.content_pages() if matches(path, patterns))
        led_to = {other.removesuffix("index.html") for path in lists for other in self.site.links_of(path)}
        listed = led_to | {path + "/" for path in led_to}
        shown = self.site.links_of(self.posts_page) if self.posts_page in self.site.content_pages() else None
        if shown is not None and not self.export.post_paths.intersection(shown):
            yield f"{self.posts_page} lists no posts"
        yield from (f"no list of posts leads to {path}" for path in sorted(self.export.post_paths - listed))
        for path, items in self.listed.items():
            if path not in self.site.pages:
                yield f"{path} is missing"
                continue
            yield from (
                f"{path} does not lead to {item}" for item in sorted(set(items) - set(self.site.links_of(path)))
            )
        for path in sorted(self.site.content_pages()):
            for link in self.site.tree(path).xpath(_LIST_LINKS):
                if not link.text_content().strip():
                    yield f"{path} has a link without words to {link.get('href')}"

    def link_faults(self) -> Iterator[str]:
        """Links within the site that lead nowhere, but for files, for what redirects serve, and for what was dead before."""
        for page, address in self.site.dead_links():
            path = unquote(urlsplit(urljoin(self.site.home + page, address)).path)
            is_file = "/wp-content/" in path or path.lower().endswith(FILES)
            is_served = path in self.export.redirected or path + "/" in self.export.redirected
            is_authored = self.is_authored(unquote(address), path) and path.rstrip("/") + "/" not in self.export.paths
            if (
                not is_file
                and not is_served
                and not is_authored
                and not any(address in text for text in self.export.dead)
            ):
                yield f"{page} links to {address}"

    def is_authored(self, address: str, path: str) -> bool:
        """Whether a body has this address; relative ones may have been written in another way."""
        names = path.split("/")
        ends = ("/".join(names[at:]) for at in range(1, len(names)))
        return address in self.export.authored or any(end in self.export.authored for end in ends)
