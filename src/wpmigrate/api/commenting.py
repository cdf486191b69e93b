"""From items to the files that comment systems and templates read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache

from wpmigrate.comments import CommentSite, Page, PageComment, format_named
from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.model import Comment, Entry, Item, Site
from wpmigrate.output import PathTemplate, safe_name
from wpmigrate.targets import TARGETS, public_name, public_website, served_path

from .site_view import root_url


@dataclass(slots=True)
class CommentFiles:
    """The files, and what they do not hold."""

    files: list[tuple[str, bytes]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def path_of_comments(entry: Entry, place: str) -> str:
    """Where the comments of an item go: `place`, a path template at which the target's templates look, or beside its file."""
    if not place:
        return (entry.path or "").rpartition(".")[0] + ".comments.json"
    folder, name, extension = _template(place).place(entry, stem=_stem(entry))
    return "/".join([*folder, name + extension])


@lru_cache(maxsize=len(TARGETS))
def _template(place: str) -> PathTemplate:
    return PathTemplate(place, is_data=True)


def _stem(entry: Entry) -> str:
    return safe_name(entry.slug, fallback=entry.title or entry.id).stem


def page_comment(comment: Comment, parent: int, texts: tuple[str, str], *, private: bool) -> PageComment:
    """A comment as the formats see it; `texts` are its HTML and its Markdown, `private` says whether to tell who."""
    html, markdown = texts
    return PageComment(
        id=comment.id,
        parent=parent,
        kind=comment.kind,
        author=comment.author if private else public_name(comment.author),
        url=comment.url if private else public_website(comment.url),
        date=_in_utc(comment.date),
        html=html,
        markdown=markdown,
        email=comment.email if private else "",
        ip=comment.ip if private else "",
    )


def page_of(item: Item, entry: Entry, file: str, comments: Sequence[PageComment]) -> Page:
    """The page of an item with its comments; `file` is where the target's own data file of them would be."""
    return Page(
        path=served_path(entry.address),
        title=item.title,
        date=_in_utc(item.date),
        slug=_stem(entry),
        file=file,
        comments=tuple(comments),
    )


def _in_utc(date: datetime | None) -> datetime | None:
    """The moment in UTC; wall time whose zone nobody knows is taken for UTC."""
    if date is None:
        return None
    return date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)


def comment_files(format_name: str, pages: Sequence[Page], site: Site) -> CommentFiles:
    """The files of a format; pingbacks for which it has no place are counted."""
    if not format_name:
        return CommentFiles()
    row = format_named(format_name)
    found = CommentFiles(row.render(pages, CommentSite(url=root_url(site.url).rstrip("/"), title=site.title)))
    pings = sum(len(page.pings) for page in pages)
    if pings and not row.keeps_pings:
        found.diagnostics.append(diagnose("WXR808", number=pings, format=format_name))
    return found
