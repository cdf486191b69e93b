"""What the JSON forms say about the site besides its items: authors, terms, media, menus."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wpmigrate.model import Attachment, Author, ById, Entry, MenuItem, Site, SiteIndex, Term

from .record import RecordValue, public_name
from .site_view import SiteView

Document = dict[str, RecordValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRecord:
    """What a document says of the site beside its items: the JSON forms' documents, and the view of scaffolds."""

    site: Document
    authors: list[Document]
    terms: list[Document]
    #: Made one by one, once: there may be many.
    media: Iterator[Document]
    menus: list[Document]
    view: SiteView


def site_record(
    index: SiteIndex, view: SiteView, parents: Mapping[tuple[str, str], str], *, emails: bool
) -> SiteRecord:
    """All of it for a planned site; `parents` as `term_documents` takes them."""
    return SiteRecord(
        site=site_document(index.site),
        authors=author_documents(index, emails=emails),
        terms=term_documents(index, parents),
        media=media_documents(index),
        menus=menu_documents(index),
        view=view,
    )


def site_document(site: Site) -> Document:
    """The site."""
    return {
        "title": site.title,
        "description": site.description,
        "url": site.url,
        "language": site.language,
        "wxr_version": site.wxr_version,
        "generator": site.generator,
    }


def author_documents(index: SiteIndex, *, emails: bool) -> list[Document]:
    """The authors by login; e-mail addresses only when they were asked for."""
    return [_author(author, emails=emails) for _, author in sorted(index.authors.items())]


def _author(author: Author, *, emails: bool) -> Document:
    document: Document = {
        "login": public_name(author.login),
        "name": public_name(author.name),
        "first_name": author.first_name,
        "last_name": author.last_name,
    }
    if emails and author.email:
        document["email"] = author.email
    return document


def term_documents(index: SiteIndex, parents: Mapping[tuple[str, str], str]) -> list[Document]:
    """The terms by taxonomy and slug; `parents` gives the slug of the parent of each that has one."""
    return [_term(term, parents.get(key, "")) for key, term in sorted(index.terms.items())]


def _term(term: Term, parent: str) -> Document:
    meta: Document = dict(term.meta)
    return {
        "taxonomy": term.taxonomy,
        "slug": term.slug,
        "name": term.name,
        "parent": parent or None,
        "description": term.description,
        "meta": meta,
    }


def media_documents(index: SiteIndex) -> Iterator[Document]:
    """The media library by id; see `listed_media`."""
    return map(_media, listed_media(index))


def listed_media(index: SiteIndex) -> Iterator[Attachment]:
    """The media library by id, without the files of posts that are left out because they are not public."""
    entries = index.by_post_id()
    return (
        attachment
        for attachment in index.attachments.values()
        if not _is_hidden(entries.get(attachment.id)) and not _is_hidden(entries.get(attachment.parent))
    )


def _is_hidden(entry: Entry | None) -> bool:
    return entry is not None and entry.is_hidden


def _media(attachment: Attachment) -> Document:
    return {
        "id": str(attachment.id),
        "url": attachment.url,
        "title": attachment.title,
        "alt": attachment.alt,
        "caption": attachment.caption,
        "description": attachment.description,
        "parent": str(attachment.parent) if attachment.parent else None,
        "file": attachment.file or None,
        "width": attachment.width or None,
        "height": attachment.height or None,
        "sizes": [
            {"name": name, "file": file, "width": width, "height": height}
            for name, file, width, height in attachment.sizes
        ],
    }


def menu_documents(index: SiteIndex) -> list[Document]:
    """The menus by slug, each with its items in order; items that lead to something not public are left out."""
    entries = index.by_post_id()
    menus: dict[str, list[MenuItem]] = {}
    for item in sorted(index.menu_items, key=lambda item: (item.menu, item.order, item.id)):
        if item.kind != "post_type" or not _is_hidden(entries.get(item.object_id)):
            menus.setdefault(item.menu, []).append(item)
    return [_menu(slug, items, index, entries) for slug, items in menus.items()]


def _menu(slug: str, items: list[MenuItem], index: SiteIndex, entries: ById[Entry]) -> Document:
    term = index.terms.get(("nav_menu", slug))
    return {
        "slug": slug,
        "name": term.name if term else slug,
        "items": [_menu_item(item, index, entries) for item in items],
    }


def _menu_item(item: MenuItem, index: SiteIndex, entries: ById[Entry]) -> Document:
    """A menu item; without a title or address of its own it has those of what it leads to."""
    goal = entries.get(item.object_id) if item.kind == "post_type" else None
    term = None
    if item.kind == "taxonomy":
        term = next((term for term in index.terms.values() if term.id == item.object_id), None)
    return {
        "id": str(item.id),
        "title": item.title or (goal.title if goal else "") or (term.name if term else ""),
        "url": item.url or (goal.link if goal else "") or None,
        "kind": item.kind,
        "object": item.object,
        "object_id": str(item.object_id) if item.object_id else None,
        "parent": str(item.parent) if item.parent else None,
        "order": item.order,
    }
