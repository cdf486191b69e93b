"""All that was saved of one blog → its site, authors, terms and items: read everything, join what shows one post."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.locales import vote_locale
from wpmigrate.model import Author, Site, Term
from wpmigrate.reader.export import read_export
from wpmigrate.reader.foreign import name_of
from wpmigrate.reader.options import ReaderOptions
from wpmigrate.reader.sniff import refused
from wpmigrate.reader.source import Source

from .addresses import address_of
from .atom import read_atom
from .blog import Blog
from .document import Document, open_document
from .feeds import Feed
from .items import item_of
from .joining import join
from .mht import page_in
from .page import read_page
from .rss import read_rss
from .sighting import CommentSeen, Sighting
from .store import Store, grouped
from .terms import archive_term, listed_terms
from .text import read_text
from .tree import text_of

if TYPE_CHECKING:
    from wpmigrate.reader.reading import Event

_VOTES = 400
"""Lines that vote for the language; more would say the same."""

_WORDS = {"page": ("saved page", "saved pages"), "feed": ("feed", "feeds"), "text": ("text", "texts")}
_COUNTED = {"page": "page", "mht": "page", "rss": "feed", "atom": "feed", "text": "text"}


def read_saved(source: Source, options: ReaderOptions) -> Iterator["Event"]:
    """The events of a blog. Memory holds a key for each sighting; the sightings wait on disk.

    Raises InputError (WXR002) when nothing in it shows a post.
    """
    reading = _Reading(options)
    try:
        for member in source.members:
            reading.take(member)
        reading.close()
        if not reading.store.keys:
            raise _refusal(source)
        yield reading.site()
        yield diagnose("WXR311", file=source.name, found=reading.counted())
        yield from reading.said()
        yield from (Author(login=nicename, name=name) for nicename, name in reading.blog.authors)
        yield from reading.items()
    finally:
        reading.store.close()


def _refusal(source: Source) -> Exception:
    """Why nothing could be read: the first member says it."""
    first = source.members[0]
    if first.kind in ("rss", "atom"):
        return refused("WXR003", found="a feed without posts")
    return refused("WXR002", found=f"{name_of(bytes(first.data()[:4096]))} that shows no post")


class _Reading:
    """One pass over the members, then one over the posts."""

    def __init__(self, options: ReaderOptions) -> None:
        self.options = options
        self.store = Store()
        self.blog = Blog()
        self.findings: list[Diagnostic] = []
        self._counts: Counter[str] = Counter()
        self._votes: list[str] = []
        self._comments: dict[str, list[CommentSeen]] = {}
        self._terms: dict[tuple[str, str], Term] = {}

    def take(self, member: Source) -> None:
        """Read one member."""
        self._counts[_COUNTED[member.kind]] += 1
        found = list(_READERS[member.kind](self, member))
        if not found and member.kind in ("page", "mht"):
            self.findings.append(diagnose("WXR312", file=member.name))
        for sighting in found:
            self.blog.note(sighting)
            if len(self._votes) < _VOTES:
                self._votes += sighting.lines
            self.store.add(sighting)

    def page(self, member: Source) -> list[Sighting]:
        """The posts of a saved page."""
        return self._document(open_document(bytes(member.data()), member.name))

    def mht(self, member: Source) -> list[Sighting]:
        """The posts of a page in MHT."""
        found = page_in(bytes(member.data()))
        if found is None:
            return []
        return self._document(open_document(found.data, member.name, url=found.url, charset=found.charset))

    def _document(self, document: Document) -> list[Sighting]:
        head = document.head
        for votes, value in (
            (self.blog.addresses, head.blog),
            (self.blog.titles, head.site_name or _site_title(document)),
            (self.blog.generators, head.generator),
            (self.blog.languages, head.meta.get("og:locale", "") or head.lang),
        ):
            if value:
                votes[value] += 1
        own = archive_term(document)
        self.blog.note_listed([*listed_terms(document.tree), *([own] if own else [])])
        return read_page(document)

    def rss(self, member: Source) -> list[Sighting]:
        """The posts of an RSS feed."""
        feed, findings = read_rss(read_export(member, self.options), member.name)
        self.findings += findings
        return self._feed(feed)

    def atom(self, member: Source) -> list[Sighting]:
        """The posts of an Atom feed."""
        return self._feed(read_atom(bytes(member.data()), member.name))

    def _feed(self, feed: Feed) -> list[Sighting]:
        for votes, value in (
            (self.blog.addresses, feed.blog.rstrip("/") if feed.posts else ""),
            (self.blog.titles, feed.title if feed.posts else ""),
            (self.blog.languages, feed.lang),
        ):
            if value:
                votes[value] += 1
        for address, comment in feed.comments:
            self._comments.setdefault(address_of(address).key, []).append(comment)
        return feed.posts

    def text(self, member: Source) -> list[Sighting]:
        """The post of a plain text."""
        found = read_text(bytes(member.data()), member.name, self.options.locale)
        return [found] if found else []

    def close(self) -> None:
        """All members are read: settle the language."""
        self.store.seal()
        voted = self.options.locale or vote_locale(self._votes, self.blog.languages) or ""
        self.blog.languages = Counter({voted: 1}) if voted else self.blog.languages

    def said(self) -> list[Diagnostic]:
        """The findings; that a feed is no export is said where nothing but feeds is there."""
        is_window = not (self._counts["page"] or self._counts["text"])
        return [found for found in self.findings if is_window or found.code != "WXR303"]

    def counted(self) -> str:
        """How many of each kind were read."""
        return ", ".join(f"{number} {_WORDS[kind][number > 1]}" for kind, number in sorted(self._counts.items()))

    def site(self) -> Site:
        """The site, as most pages have it."""
        blog = self.blog
        address = blog.first(blog.addresses)
        return Site(
            title=blog.first(blog.titles),
            link=address,
            base_blog_url=address,
            base_site_url=address,
            language=blog.locale.replace("_", "-"),
            generator=blog.first(blog.generators),
        )

    def items(self) -> Iterator["Event"]:
        """The items in the order in which their first sighting was met, each after the terms that it is the first to use."""
        for keys in grouped(self.store.keys):
            sightings = [self.store.load(key) for key in keys]
            comments = [comment for key in {key.path for key in keys} for comment in self._comments.pop(key, ())]
            if comments:
                sightings[0].comments += comments
            item, findings = item_of(join(sightings, self.blog), self.blog)
            for term in item.terms:
                if term.slug and (term.taxonomy, term.slug) not in self._terms:
                    self._terms[term.taxonomy, term.slug] = Term(taxonomy=term.taxonomy, slug=term.slug, name=term.name)
                    yield self._terms[term.taxonomy, term.slug]
            yield item
            yield from findings
        left = sum(map(len, self._comments.values()))
        if left:
            yield diagnose("WXR313", number=left)


def _site_title(document: Document) -> str:
    """The name of the blog, by the link that themes mark as its home."""
    for link in document.tree.by_tag.get("a", ()):
        if "home" in link.get("rel", "").split():
            return text_of(link)
    blog = document.head.blog
    for link in document.tree.by_tag.get("a", ()):
        if blog and link.get("href", "").rstrip("/") == blog and text_of(link):
            return text_of(link)
    return ""


_READERS = {
    "page": _Reading.page,
    "mht": _Reading.mht,
    "rss": _Reading.rss,
    "atom": _Reading.atom,
    "text": _Reading.text,
}
"""How each kind of member is read."""
