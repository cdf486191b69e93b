"""A built site, looked at from outside: its addresses, its words, its links."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from markdown_it import MarkdownIt

Tree: TypeAlias = Any
"""An element of `lxml.html`, whose methods the stubs do not know."""

_REFRESH = re.compile(r"""<meta[^>]+http-equiv=["']?refresh["']?[^>]*url=([^"'>\s]+)""", re.IGNORECASE)
_LINKS = (("a", "href"), ("img", "src"), ("link", "href"), ("script", "src"), ("source", "src"), ("area", "href"))


@dataclass(frozen=True)
class BuiltSite:
    """The folder that a generator made; `home` is the scheme and host of the site, without a slash."""

    folder: Path
    home: str

    @cached_property
    def pages(self) -> dict[str, Path]:
        """The HTML files by the paths at which a static server shows them, decoded."""
        found = {}
        for file in filter(Path.is_file, self.folder.rglob("*.htm*")):
            path = "/" + file.relative_to(self.folder).as_posix()
            found[path.removesuffix("index.html") if path.endswith("/index.html") else path] = file
        return found

    @cached_property
    def redirects(self) -> dict[str, str]:
        """What leads on: pages that refresh to another address at once."""
        found = {}
        for path, file in self.pages.items():
            text = file.read_text(encoding="utf-8", errors="replace")
            if len(text) < 5000 and (match := _REFRESH.search(text)):
                found[path] = unquote(urlsplit(urljoin(self.home + path, match[1])).path)
        return found

    def content_pages(self) -> set[str]:
        """The paths that show something of their own."""
        return set(self.pages) - set(self.redirects)

    def tree(self, path: str) -> Tree:
        """The page as a tree."""
        return tree_of(self.pages[path].read_bytes())

    def serves(self, path: str) -> bool:
        """Whether a static server has something at a decoded path."""
        if path in self.pages or path + "/" in self.pages:
            return True
        file = self.folder / path.lstrip("/")
        return file.is_file()

    def dead_links(self) -> Iterator[tuple[str, str]]:
        """(page, address) of links within the site that lead to nothing."""
        host = urlsplit(self.home).netloc
        for path in sorted(self.content_pages()):
            for element in self.tree(path).iter(*{tag for tag, _ in _LINKS}):
                for tag, attribute in _LINKS:
                    address = element.get(attribute) if element.tag == tag else None
                    if address is None or address.startswith(("mailto:", "data:", "javascript:", "#")):
                        continue
                    try:
                        parts = urlsplit(urljoin(self.home + path, address))
                    except ValueError:
                        continue
                    if parts.netloc == host and not parts.query and not self.serves(unquote(parts.path) or "/"):
                        yield path, address

    def links_of(self, path: str) -> list[str]:
        """The paths within the site to which a page links, decoded, in their order."""
        links = (urlsplit(urljoin(self.home + path, link.get("href"))) for link in self.tree(path).xpath("//a[@href]"))
        return [unquote(parts.path) for parts in links if parts.netloc == urlsplit(self.home).netloc]

    def files_with(self, text: bytes) -> list[str]:
        """The files of the site that hold these bytes."""
        return [
            str(file.relative_to(self.folder))
            for file in self.folder.rglob("*")
            if file.is_file() and text in file.read_bytes()
        ]


def tree_of(document: bytes) -> Tree:
    """A document or a piece of one in UTF-8 as a tree."""
    return html.document_fromstring(document, parser=html.HTMLParser(encoding="utf-8"))


def words_of(element: Tree, without: Sequence[str] = ()) -> str:
    """The text of an element without white space, and without what `without` finds (XPath)."""
    for path in without:
        for found in element.xpath(path):
            found.drop_tree()
    return "".join(element.text_content().split())


def matches(path: str, patterns: Sequence[str]) -> bool:
    """Whether a path is one of those, `*` standing for anything."""
    return any(fnmatchcase(path, pattern) for pattern in patterns)


def markdown_words(record: Mapping[str, Any]) -> str:
    """The words of a body that was Markdown already, as a reader of Markdown shows them; empty for other bodies."""
    if not _MARKDOWN.search(record["content"]["text"]):
        return ""
    return words_of(tree_of(f"<div>{_READER.render(record['content']['markdown'])}</div>".encode("utf-8", "replace")))


_READER = MarkdownIt("commonmark").enable("table")
_MARKDOWN = re.compile(r"\]\(|```|^#+ ", re.MULTILINE)
"""What plain text holds only where the body was Markdown."""
