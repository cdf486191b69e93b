"""A joined post → an `Item`, with what is known only in part named."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.model import Comment, Item, TermRef, made_slug
from wpmigrate.reader.dates import with_offset
from wpmigrate.reader.identity import identity_of

from .addresses import date_in, slug_of
from .blog import Blog
from .joining import Joined
from .sighting import CommentSeen, TermSeen
from .told import moment_told

_PROTECTED = re.compile(r"[^:：]{1,29}(?:: |：)")
"""What stands before the title of a protected post: `Protected: `, `密码保护：`."""


def item_of(joined: Joined, blog: Blog) -> tuple[Item, list[Diagnostic]]:
    """The item and the findings about it."""
    seen = joined.seen
    moment, findings = _date(joined, blog)
    slug = slug_of(seen.url) or quote(made_slug(seen.title or "")).lower()
    values = {"guid": seen.guid, "link": seen.url, "slug": slug, "raw_title": seen.title or "", "content": seen.body}
    comments = _comments(seen.comments, blog)
    nicename, name = seen.author
    item = Item(
        post_id=seen.post_id,
        id=identity_of(seen.post_id, values, "publish").id,
        type=seen.type,
        status="inherit" if seen.type == "attachment" else "publish",
        title=_title(joined),
        raw_title=seen.title or "",
        slug=slug,
        link=seen.url,
        guid=seen.guid,
        creator=nicename or name,
        date=moment,
        modified=seen.modified,
        date_text=_written(moment),
        date_gmt_text=_written_gmt(moment),
        modified_text=_written(seen.modified),
        content=seen.body,
        excerpt=seen.excerpt,
        password="?" if seen.is_protected else "",
        is_sticky=seen.is_sticky,
        comment_status={True: "open", False: "closed", None: ""}[seen.comments_open],
        attachment_url=seen.attachment_url,
        terms=tuple(_terms(seen.terms)),
        comments=comments,
        comment_count=seen.comment_count if seen.comment_count is not None else (len(comments) or None),
        absent=frozenset(_absent(joined, has_date=moment is not None)),
        evidence=tuple(sorted(seen.evidence.items())),
        file=seen.file,
        line=seen.line,
    )
    return item, [found.at(item=item.id) for found in (*findings, *_gaps(joined, item))]


def _written(moment: datetime | None) -> str:
    """A moment as WordPress writes it; empty for none."""
    return moment.strftime("%Y-%m-%d %H:%M:%S") if moment else ""


def _written_gmt(moment: datetime | None) -> str:
    return _written(moment.astimezone(UTC)) if moment and moment.tzinfo else ""


def _title(joined: Joined) -> str:
    """The title; of a protected post without the word that WordPress puts before it."""
    title = joined.seen.title or ""
    found = _PROTECTED.match(title) if joined.seen.is_protected else None
    return title[found.end() :] if found else title


def _absent(joined: Joined, *, has_date: bool) -> Iterator[str]:
    """Fields that no view tells."""
    seen = joined.seen
    told = {
        "title": seen.title is not None,
        "post_id": seen.post_id is not None,
        "slug": bool(slug_of(seen.url)),
        "creator": bool(seen.author[1] or seen.author[0]),
        "date": has_date,
        "comment_count": seen.comment_count is not None or bool(seen.comments),
        "content": bool(seen.body),
    }
    return (name for name, is_told in told.items() if not is_told)


def _terms(terms: list[TermSeen]) -> Iterator[TermRef]:
    """The terms; of a feed, which does not tell, they are categories. A slug that is not told is made as WordPress does."""
    for term in terms:
        slug = quote(term.slug, safe="%") or quote(made_slug(term.name)).lower()
        yield TermRef(taxonomy=term.taxonomy or "category", slug=slug, name=term.name or slug)


def _date(joined: Joined, blog: Blog) -> tuple[datetime | None, list[Diagnostic]]:
    """The date by the blog's clock, and what contradicts it."""
    seen, moment, published = joined.seen, joined.moment, joined.feed_moment
    findings: list[Diagnostic] = []
    if moment is not None and moment.tzinfo is None and published is not None:
        moment = _with_feed(moment, published, blog)
    elif moment is None and published is not None:
        moment = published.astimezone(blog.zone) if blog.zone else published
        seen.evidence["date"] = "feed"
    if moment is None and joined.unread is not None:
        line, status = joined.unread
        findings.append(_finding(joined, "WXR465", text=line[:80], status=status))
    others = [(evidence, str(other.date())) for evidence, other in joined.other_dates]
    address = date_in(seen.url)
    if moment is not None and address is not None and seen.type == "post":
        year, month, day = address
        days = [moment + timedelta(days=shift) for shift in (-1, 0, 1)]
        if not any((near.year, near.month) == (year, month) and day in (None, near.day) for near in days):
            others.insert(0, ("the address", f"{year}-{month:02}" + (f"-{day:02}" if day else "")))
    if moment is not None:
        first = seen.evidence.get("date", "the page")
        findings += [
            _finding(joined, "WXR464", first=first, date=str(moment.date()), second=second, other=other)
            for second, other in others
        ]
    return moment, findings


def _with_feed(local: datetime, published: datetime, blog: Blog) -> datetime:
    """A local date of a byline, made exact by the feed's moment in GMT where the two agree."""
    if local.hour or local.minute:
        near = published.astimezone(UTC).replace(tzinfo=None)
        # A byline has no seconds.
        exact = local.replace(second=near.second)
        return with_offset(exact, published)
    by_clock = published.astimezone(blog.zone) if blog.zone else published
    return by_clock if by_clock.date() == local.date() else local


def _comments(comments: list[CommentSeen], blog: Blog) -> tuple[Comment, ...]:
    """Comments as an export has them; those without an id get numbers after the others."""
    highest = max((comment.id for comment in comments), default=0)
    found = []
    for comment in comments:
        moment = _moment(comment, blog)
        if comment.moment is not None and blog.zone and comment.moment.utcoffset() == timedelta(0):
            moment = comment.moment.astimezone(blog.zone)
        number = comment.id
        if not number:
            highest += 1
            number = highest
        found.append(
            Comment(
                id=number,
                author=comment.author,
                url=comment.url,
                date=moment,
                date_text=_written(moment),
                date_gmt_text=_written_gmt(moment),
                content=comment.content,
                kind=comment.kind,
                parent=comment.parent,
            )
        )
    return tuple(found)


def _moment(comment: CommentSeen, blog: Blog) -> datetime | None:
    """When it was written. What readers saw wins where a theme tells machines another day, or GMT without saying so."""
    moment = comment.moment
    told = moment_told(comment.date_text, blog.locale)
    if moment is None or told is None:
        return moment or told
    local = moment.replace(tzinfo=None)
    if abs(told.date() - local.date()) > timedelta(days=1):
        return told
    return told if moment.tzinfo is None and (told.hour or told.minute) else moment


def _gaps(joined: Joined, item: Item) -> Iterator[Diagnostic]:
    """What of the post is not there."""
    seen = joined.seen
    if seen.is_partial:
        yield _finding(joined, "WXR461", where=seen.file)
    if joined.missing_pages:
        missing = ", ".join(map(str, joined.missing_pages))
        yield _finding(joined, "WXR462", total=joined.page_count, missing=missing)
    if item.comment_count is not None and len(item.comments) < item.comment_count:
        yield _finding(joined, "WXR463", known=len(item.comments), total=item.comment_count)
    if any(not term.taxonomy for term in seen.terms):
        yield _finding(joined, "WXR466")


def _finding(joined: Joined, code: str, **values: Any) -> Diagnostic:
    """A finding about a post whose identity is not yet settled."""
    return diagnose(code, file=joined.seen.file, line=joined.seen.line, **values)
