"""From an item and what the site knows to the record that targets write."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from math import isfinite
from urllib.parse import unquote

from wpmigrate.model import Author, Comment, Entry, Item, SiteIndex
from wpmigrate.reader.php import unserialize
from wpmigrate.rules import thread
from wpmigrate.targets import Record, RecordValue, public_name, public_website

_SIGNS = frozenset("*?[")
"""What makes a name a pattern (`fnmatch`)."""

OWN_FIELDS = frozenset({"category", "post_tag", "post_format", "author", "nav_menu"})
"""Taxonomies that have fields of their own."""


def record_of(item: Item, entry: Entry, index: SiteIndex, meta_keys: tuple[str, ...]) -> Record:
    """All of the record but its texts: `html`, `markdown`, `text`, `excerpt` and the comments' content come later."""
    terms: dict[str, list[tuple[str, str]]] = {}
    for term in item.terms:
        old = (term.taxonomy, term.slug or term.name)
        key = index.term_moves.get(old, old)
        if key is not None:
            known = index.terms.get(key)
            pairs = terms.setdefault(key[0], [])
            # One term has one name, however the items of an export without a list of terms spell it.
            said = (known.name if known else "") or index.term_names.get(old) or term.name or term.slug
            pair = (index.slugs_apart.get(key, key[1]), index.names_apart.get(key, said))
            if pair not in pairs:
                pairs.append(pair)
    return Record(
        id=entry.id,
        type=item.type,
        status=item.status,
        is_draft=entry.is_draft,
        title=item.title,
        slug=decoded_slug(item.slug),
        url=item.link,
        guid=item.guid,
        permalink=entry.address,
        date=item.date,
        modified=item.modified,
        authors=_authors(item, index.authors),
        categories=terms.get("category", []),
        tags=terms.get("post_tag", []),
        terms={taxonomy: pairs for taxonomy, pairs in terms.items() if taxonomy not in OWN_FIELDS},
        featured_image=_featured_image(entry, index),
        comment_count=item.known_comment_count,
        meta=_meta(item, meta_keys),
        is_sticky=item.is_sticky,
        format=item.post_format,
        parent=str(item.parent) if item.parent else "",
        order=item.menu_order,
    )


def decoded_slug(slug: str) -> str:
    """The slug as readers see it: percent-encoding decoded, a character that WordPress cut in half left out."""
    return unquote(slug, errors="ignore") if "%" in slug else slug


def _authors(item: Item, known: Mapping[str, Author]) -> list[tuple[str, str]]:
    """(login, name) of the author, or of all co-authors (Co-Authors Plus writes them as terms of "author")."""
    return [(public_name(login), public_name(name)) for login, name in _named_authors(item, known)]


def _named_authors(item: Item, known: Mapping[str, Author]) -> list[tuple[str, str]]:
    """The same as the export has them, where a login or a name may be an e-mail address."""
    guests = [(term.slug.removeprefix("cap-"), term.name) for term in item.terms if term.taxonomy == "author"]
    if guests:
        return [(login, known[login].name if login in known else name) for login, name in guests]
    if not item.creator:
        return []
    author = known.get(item.creator)
    return [(item.creator, (author.name if author else "") or item.creator)]


def _featured_image(entry: Entry, index: SiteIndex) -> dict[str, RecordValue] | None:
    """The featured image, when the export holds it."""
    image = index.attachments.get(entry.thumbnail)
    if image is None or not image.url:
        return None
    return {"id": str(image.id), "url": image.url, "alt": image.alt, "caption": image.caption}


def _meta(item: Item, wanted: tuple[str, ...]) -> dict[str, RecordValue]:
    """The post meta that the allow-list lets through, decoded; a key that repeats has a list."""
    found: dict[str, list[RecordValue]] = {}
    names, patterns = _names_and_patterns(wanted)
    for meta in item.meta:
        if meta.key in names or (patterns and any(fnmatchcase(meta.key, pattern) for pattern in patterns)):
            found.setdefault(meta.key, []).append(decoded_meta(meta.value))
    return {key: values[0] if len(values) == 1 else values for key, values in found.items()}


@lru_cache(maxsize=8)
def _names_and_patterns(wanted: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """An allow-list divided into names, which are looked up, and patterns."""
    patterns = tuple(key for key in wanted if not _SIGNS.isdisjoint(key))
    return frozenset(wanted).difference(patterns), patterns


MOST_LEVELS = 30
"""Arrays in arrays deeper than this stay the text that PHP wrote: front matter and readers of JSON have limits."""


def decoded_meta(value: str) -> RecordValue:
    """A meta value as data when it is serialized PHP that JSON and front matter can say, else the text as it stands."""
    if len(value) > 3 and value[1] == ":" and value[0] in "aOsidb" and value[-1] in ";}":
        try:
            return _sayable(unserialize(value)[0], 0)
        except ValueError:
            return value
    return value


def _sayable(value: object, level: int) -> RecordValue:
    """Data with text as keys. Raises ValueError for what is nested too deeply and for numbers that are none."""
    if level > MOST_LEVELS:
        raise ValueError("nested too deeply")
    if isinstance(value, dict):
        return {str(key): _sayable(inner, level + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_sayable(inner, level + 1) for inner in value]
    if isinstance(value, float) and not isfinite(value):
        raise ValueError("not finite")
    assert value is None or isinstance(value, str | int | float)
    return value


def comments_of(item: Item, *, emails: bool) -> list[tuple[Comment, dict[str, RecordValue]]]:
    """The public comments, threads in order, each with its record (its `content` is still empty)."""
    return [(comment, _comment(comment, parent, emails=emails)) for comment, parent in thread(item.approved_comments)]


def _comment(comment: Comment, parent: int, *, emails: bool) -> dict[str, RecordValue]:
    """A comment without private data, unless it was asked for."""
    record: dict[str, RecordValue] = {
        "id": str(comment.id),
        "parent": str(parent) if parent else None,
        "kind": comment.kind,
        "author": public_name(comment.author),
        "url": public_website(comment.url) or None,
        "date": comment.date.isoformat() if comment.date else None,
        "content": "",
    }
    if emails and comment.email:
        record["email"] = comment.email
    return record
