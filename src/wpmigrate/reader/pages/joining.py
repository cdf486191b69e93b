"""Several sightings of one post → one: each field from the view that tells it best, with the evidence kept."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from wpmigrate.html import parse_fragment, plain_text

from .addresses import without_page
from .blog import Blog
from .dates import best_date
from .sighting import CommentSeen, Sighting, TermSeen
from .told import Told, told_by

_ORDER = {"single": 0, "text": 1, "feed": 2, "list": 3}
_NEXT_PAGE = "\n\n<!--nextpage-->\n\n"


@dataclass(slots=True)
class Joined:
    """One post. `seen` holds what won; the rest is what the views say together."""

    seen: Sighting
    #: The line of a date that was not read, and why.
    unread: tuple[str, str] | None = None
    moment: datetime | None = None
    feed_moment: datetime | None = None
    missing_pages: list[int] = field(default_factory=list)
    page_count: int = 1
    #: (evidence, moment) of views that name another day.
    other_dates: list[tuple[str, datetime]] = field(default_factory=list)


def join(sightings: list[Sighting], blog: Blog) -> Joined:
    """The post that all these views show. Best views first: its own page, a text, a feed, a list."""
    ordered = sorted(sightings, key=lambda seen: (_ORDER[seen.role], -len(seen.body), seen.file, seen.line))
    tolds = [told_by(seen, blog.locale) for seen in ordered]
    best = ordered[0]
    seen = replace(best, evidence=dict(best.evidence))
    joined = Joined(seen)
    _join_fields(seen, ordered)
    _join_body(joined, ordered)
    _join_terms(seen, ordered, tolds, blog)
    _join_author(seen, ordered, tolds, blog)
    _join_dates(joined, ordered, tolds)
    _join_count(seen, ordered, tolds)
    seen.comments = _comments(ordered)
    return joined


def _join_fields(seen: Sighting, ordered: list[Sighting]) -> None:
    """The first view that tells each of the plain fields."""
    seen.url = _plain_url(ordered)
    for name in ("post_id", "guid", "modified", "attachment_url"):
        value = next((value for other in ordered if (value := getattr(other, name))), getattr(seen, name))
        setattr(seen, name, value)
    seen.title = next((other.title for other in ordered if other.title is not None), None)
    seen.is_sticky = any(other.is_sticky for other in ordered)
    seen.type = next((other.type for other in ordered if other.type != "post"), seen.type)
    seen.comments_open = next((other.comments_open for other in ordered if other.comments_open is not None), None)


def _plain_url(ordered: list[Sighting]) -> str:
    """The first address; where another differs from it only by the number of a page at the end, the one without it."""
    urls = [other.url for other in ordered if other.url]
    return next((url for url in urls if without_page(urls[0], url)[1] > 1), urls[0]) if urls else ""


def _join_body(joined: Joined, ordered: list[Sighting]) -> None:
    """The fullest text of the best kind of view; pages of one text are put together."""
    seen = joined.seen
    pages: dict[int, Sighting] = {}
    for other in ordered:
        if other.role == "single" and not other.is_partial and other.body:
            pages.setdefault(max(other.page[0], without_page(other.url, seen.url)[1]), other)
    joined.page_count = max([*pages, *(max(other.page) for other in ordered)])
    if pages:
        seen.body = _NEXT_PAGE.join(pages[number].body for number in sorted(pages))
        seen.is_partial = False
        joined.missing_pages = [number for number in range(1, joined.page_count + 1) if number not in pages]
        return
    whole = [other for other in ordered if other.body and not other.is_partial]
    best = whole[0] if whole else max(ordered, key=lambda other: len(other.body))
    seen.body, seen.is_partial = best.body, best.is_partial
    seen.evidence["body"] = best.evidence.get("body", best.role)
    seen.is_protected = not best.body and any(other.is_protected for other in ordered)


def _join_terms(seen: Sighting, ordered: list[Sighting], tolds: list[Told], blog: Blog) -> None:
    """Links first, then classes, then text, then the feed, which mixes categories and tags."""
    linked = [other for other in ordered if any(term.taxonomy and term.name for term in other.terms)]
    classed = [other for other in ordered if any(term.taxonomy for term in other.terms)]
    if linked or classed:
        views = linked or classed
        by_links = {term.taxonomy for term in views[0].terms if term.name}
        seen.terms = [_named(term, blog) for term in _merged_terms(views) if _is_known(term, by_links, blog)]
        seen.evidence["terms"] = views[0].evidence.get("terms", "links")
        return
    for told in [] if any(other.has_all_terms for other in ordered) else tolds:
        if told.categories or told.tags:
            seen.terms = [TermSeen(taxonomy="category", slug="", name=name) for name in told.categories]
            seen.terms += [TermSeen(taxonomy="post_tag", slug="", name=name) for name in told.tags]
            line = told.lines.get("categories") or told.lines.get("tags", "")
            seen.evidence["terms"] = f"byline: {line}"
            return
    feeds = [other for other in ordered if other.terms]
    seen.terms = [replace(term, taxonomy=blog.taxonomy_of(term.name)) for term in feeds[0].terms] if feeds else []


def _merged_terms(views: list[Sighting]) -> list[TermSeen]:
    """The terms of the best view, and of the others those of a taxonomy that it does not show at all."""
    found = [term for term in views[0].terms if term.taxonomy]
    shown = {term.taxonomy for term in found}
    for other in views[1:]:
        more = [term for term in other.terms if term.taxonomy and term.taxonomy not in shown]
        found += more
        shown |= {term.taxonomy for term in more}
    return found


def _is_known(term: TermSeen, by_links: set[str], blog: Blog) -> bool:
    """Whether a term is one. Themes add classes to those of WordPress (`category-3-id`): beside links, names tell.

    `by_links` are the taxonomies of which links show terms.
    """
    return bool(term.name or term.taxonomy not in by_links or blog.term_name(term.taxonomy, term.slug))


def _named(term: TermSeen, blog: Blog) -> TermSeen:
    """A term that only its class names, with the name that other pages print."""
    return term if term.name else replace(term, name=blog.term_name(term.taxonomy, term.slug) or term.slug)


def _join_author(seen: Sighting, ordered: list[Sighting], tolds: list[Told], blog: Blog) -> None:
    """The author with a link, else by name, else by the byline."""
    named = [other for other in ordered if other.author[1]]
    best = max(named, key=lambda other: bool(other.author[0]), default=None)
    if best is not None:
        nicename, name = best.author
        seen.author = (nicename or blog.nicename_of(name), name)
        seen.evidence["author"] = best.evidence.get("author", best.role)
        return
    told = next((told for told in tolds if told.author), None)
    if told is not None:
        seen.author = (blog.nicename_of(told.author), told.author)
        seen.evidence["author"] = f"byline: {told.lines['author']}"


def _join_dates(joined: Joined, ordered: list[Sighting], tolds: list[Told]) -> None:
    """The local moment by machine-readable dates, then by the byline; the feed gives it in GMT."""
    seen = joined.seen
    machine = [(moment, by) for other in ordered if other.role != "feed" for moment, by in other.dates]
    joined.feed_moment = next((other.dates[0][0] for other in ordered if other.role == "feed" and other.dates), None)
    found = best_date(machine)
    told = max((told for told in tolds if told.moment), key=lambda told: told.has_time, default=None)
    if found and told and _is_gmt(found):
        # Plugins tell machines the time in GMT; the day that readers saw is that of the blog's own clock.
        joined.feed_moment, found = found[0], None
    if found:
        joined.moment, seen.evidence["date"] = found
        if told and told.moment and abs((told.moment.date() - joined.moment.date()).days) > 1:
            joined.other_dates.append((f"byline: {told.lines['date']}", told.moment))
    elif told and told.moment:
        joined.moment = told.moment
        seen.evidence["date"] = f"byline: {told.lines['date']}"
    joined.unread = next((told.unread for told in tolds if told.unread), None)


def _is_gmt(found: tuple[datetime, str]) -> bool:
    """Whether a moment is told in GMT by the head of a page, which says nothing of the blog's own clock."""
    moment, evidence = found
    return moment.utcoffset() == timedelta(0) and evidence in ("JSON-LD", "article:published_time")


def _join_count(seen: Sighting, ordered: list[Sighting], tolds: list[Told]) -> None:
    """The number by the page itself, else by its words, else by the feed or a list."""
    for other, told in zip(ordered, tolds, strict=True):
        if other.comment_count is not None:
            seen.comment_count = other.comment_count
            seen.evidence["comment_count"] = other.evidence.get("comment_count", other.role)
            break
        if told.comment_count is not None:
            seen.comment_count = told.comment_count
            seen.evidence["comment_count"] = f"byline: {told.lines['comment_count']}"
            break
    if seen.comment_count is None and any(other.is_bare for other in ordered):
        seen.comment_count, seen.evidence["comment_count"] = 0, "a comment form without comments"
    if seen.comments_open is None:
        seen.comments_open = next((told.comments_open for told in tolds if told.comments_open is not None), None)


def _comments(ordered: list[Sighting]) -> list[CommentSeen]:
    """The comments of all views, each once: by id, those without one by author and words."""
    found: dict[object, CommentSeen] = {}
    for other in ordered:
        for comment in other.comments:
            words = "".join(plain_text(parse_fragment(comment.content)).split())
            key: object = comment.id or (comment.author, comment.url, words)
            known = found.get(key)
            if known is None or (known.moment is None and comment.moment is not None and not known.date_text):
                found[key] = comment if known is None else replace(known, moment=comment.moment)
            if known is not None and not found[key].parent and comment.parent:
                found[key] = replace(found[key], parent=comment.parent)
    return sorted(found.values(), key=lambda comment: (comment.id == 0, comment.id))
