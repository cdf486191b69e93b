"""Pages that need no generator: plain HTML that opens from a disk, every link a relative path from file to file."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import quote

from .places import file_of
from .site_view import ItemView, SiteView, TermView
from .term_pages import free_path

STYLE, HOME = "style.css", "index.html"


class Page:
    """A page below the output folder, which knows how others are reached from it."""

    def __init__(self, site: SiteView, file: str) -> None:
        """`file` is the page's own path."""
        self.site = site
        self._up = "../" * file.count("/")

    def to(self, file: str) -> str:
        """The address of another file, escaped for an attribute."""
        return escape(self._up + quote(file))

    def link(self, file: str, text: str, attributes: str = "") -> str:
        """A link to another file."""
        return f'<a{attributes} href="{self.to(file)}">{escape(text)}</a>'

    def document(self, title: str, main: str, description: str = "") -> bytes:
        """The whole page around its main part, which is HTML already; `title` is empty on the home page."""
        site = self.site
        name = escape(site.title or "Blog")
        head = f"{escape(title)} – {name}" if title else name
        about = f'<meta name="description" content="{escape(description)}">\n' if description else ""
        tagline = f'<p class="tagline">{escape(site.description)}</p>\n' if site.description else ""
        text = (
            f'<!DOCTYPE html>\n<html lang="{escape(site.language)}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{head}</title>\n{about}'
            f'<link rel="stylesheet" href="{self.to(STYLE)}">\n</head>\n<body>\n<header class="site">\n'
            f'<p class="title">{self.link(HOME, site.title or "Blog")}</p>\n{tagline}{self._navigation()}</header>\n'
            f'<main>\n{main}</main>\n<footer class="site">\n{self._years()}</footer>\n</body>\n</html>\n'
        )
        return text.encode("utf-8", "backslashreplace")

    def _navigation(self) -> str:
        """The pages that stand below no other."""
        return navigation(self.link(page.file, page.title) for page in self.site.top_pages[:12])

    def _years(self) -> str:
        """The years of the blog, latest first."""
        return navigation(self.link(file, year) for year, file in reversed(self.site.year_files.items()))

    def items(self, items: Iterable[ItemView]) -> str:
        """A list of items with their days."""
        rows = [f"<li>{day_of(item.date)}{self.link(item.file, title_of(item))}</li>\n" for item in items]
        return f'<ul class="index">\n{"".join(rows)}</ul>\n' if rows else ""

    def term(self, term: TermView) -> str:
        """A link to the page of a term, with the number of its items."""
        return f"{self.link(term_file(term, self.site), term.name)} ({term.count})"


def title_of(item: ItemView) -> str:
    """What a list calls an item: its title, else its day, else its id."""
    return item.title or (item.date.date().isoformat() if item.date else item.id)


def day_of(moment: datetime | None) -> str:
    """The day of a moment, as the blog had it."""
    return f'<time datetime="{moment.isoformat()}">{moment.date().isoformat()}</time> ' if moment else ""


def term_file(term: TermView, site: SiteView) -> str:
    """The file of a term's page: where its archive was."""
    return file_of(free_path(term, site))


def in_lines(pieces: Iterable[str]) -> str:
    """Pieces of HTML, a line each."""
    return "".join(f"{piece}\n" for piece in pieces)


def navigation(links: Iterable[str]) -> str:
    """A `nav` of links; nothing without any."""
    inner = in_lines(links)
    return f"<nav>\n{inner}</nav>\n" if inner else ""


def comments_html(comments: Iterable[Mapping[str, Any]], word: str) -> str:
    """A section of flat comments under the heading `word`; nothing without comments."""
    inner = comment_list(comments)
    return f'<section class="comments">\n<h2>{escape(word)}</h2>\n{inner}</section>\n' if inner else ""


def comment_list(comments: Iterable[Mapping[str, Any]]) -> str:
    """A list of flat comments, parents first, each one below what it answers; nothing without comments."""
    children: dict[Any, list[Mapping[str, Any]]] = {}
    known = set()
    for comment in comments:
        known.add(comment["id"])
        children.setdefault(comment["parent"] if comment["parent"] in known else None, []).append(comment)
    if not children:
        return ""
    pieces: list[str] = []
    # A stack and no recursion: threads may be of any depth.
    waiting: list[str | Mapping[str, Any]] = ["</ol>\n", *reversed(children[None])]
    pieces.append("<ol>\n")
    while waiting:
        top = waiting.pop()
        if isinstance(top, str):
            pieces.append(top)
            continue
        pieces.append(_comment(top))
        waiting.append("</li>\n")
        if replies := children.get(top["id"]):
            pieces.append("<ol>\n")
            waiting += ["</ol>\n", *reversed(replies)]
    return "".join(pieces)


def _comment(comment: Mapping[str, Any]) -> str:
    """One comment, its list item still open."""
    name = escape(comment["author"] or "–")
    author = f'<span class="author">{name}</span>'
    if comment["url"]:
        author = f'<a class="author" rel="nofollow ugc" href="{escape(comment["url"])}">{name}</a>'
    date = comment["date"]
    when = f' <time datetime="{escape(date)}">{escape(date[:10])}</time>' if date else ""
    return (
        f'<li class="comment" id="comment-{escape(comment["id"])}">\n<p class="meta">{author}{when}</p>\n'
        f"{comment['content']}\n"
    )
