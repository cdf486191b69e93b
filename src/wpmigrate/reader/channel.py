"""The entries of a channel that are no items → the site, its authors and its terms."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wpmigrate.model import Author, Site, Term

from .element import Element
from .numbers import whole_number
from .terms import TAXONOMIES
from .titles import plain_name

_SITE_FIELDS = {
    "title": "title",
    "link": "link",
    "description": "description",
    "language": "language",
    "pubDate": "pub_date",
    "generator": "generator",
    "wp:wxr_version": "wxr_version",
    "wp:base_site_url": "base_site_url",
    "wp:base_blog_url": "base_blog_url",
}
_GENERATOR_COMMENT = 'generator="'


@dataclass(slots=True)
class Head:
    """What was read of the channel before its first item."""

    values: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def take(self, element: Element) -> None:
        """Keep a leaf of the channel, or the address of its image; the first of several counts."""
        if element.key == "image":
            self.values.setdefault("image_url", element.value_of("url").strip())
        name = _SITE_FIELDS.get(element.key)
        if name is not None and name not in self.values:
            self.values[name] = element.text.strip()
            self.lines[name] = element.line

    def site(self, comments: Iterable[str]) -> Site:
        """The site; without `<generator>` the leading comment names it."""
        values = dict(self.values)
        if not values.get("generator"):
            values["generator"] = _generator_of(comments)
        values["title"] = plain_name(values.get("title", ""))
        values["description"] = plain_name(values.get("description", ""))
        return Site(**values)


def _generator_of(comments: Iterable[str]) -> str:
    """The `generator="…"` of a leading comment, empty without one."""
    for comment in comments:
        _, found, rest = comment.partition(_GENERATOR_COMMENT)
        if found:
            return rest.partition('"')[0]
    return ""


def read_author(element: Element) -> Author | None:
    """The author of a `wp:author`; None for one without a login, which nothing can refer to."""
    login = element.value_of("wp:author_login").strip()
    if not login:
        return None
    return Author(
        login=login,
        name=plain_name(element.value_of("wp:author_display_name")),
        first_name=plain_name(element.value_of("wp:author_first_name")),
        last_name=plain_name(element.value_of("wp:author_last_name")),
        email=element.value_of("wp:author_email").strip(),
        id=whole_number(element.value_of("wp:author_id")),
        line=element.line,
    )


TERM_FIELDS = {
    "wp:category": ("wp:category_nicename", "wp:cat_name", "wp:category_parent", "wp:category_description"),
    "wp:tag": ("wp:tag_slug", "wp:tag_name", "", "wp:tag_description"),
    "wp:term": ("wp:term_slug", "wp:term_name", "wp:term_parent", "wp:term_description"),
}
"""Element → its elements for slug, name, parent (a slug) and description."""

_TAXONOMY_OF = {"wp:category": "category", "wp:tag": "post_tag"}


def read_term(element: Element) -> Term | None:
    """The term of a `wp:category`, `wp:tag` or `wp:term`; None for one without slug and name."""
    slug_key, name_key, parent_key, description_key = TERM_FIELDS[element.key]
    slug = element.value_of(slug_key).strip()
    name = plain_name(element.value_of(name_key))
    if not slug and not name:
        return None
    domain = element.value_of("wp:term_taxonomy").strip()
    return Term(
        taxonomy=_TAXONOMY_OF.get(element.key) or TAXONOMIES.get(domain, domain),
        slug=slug or name,
        name=name or slug,
        parent=element.value_of(parent_key).strip(),
        description=element.value_of(description_key),
        id=whole_number(element.value_of("wp:term_id")),
        meta=tuple(
            (meta.value_of("wp:meta_key").strip(), meta.value_of("wp:meta_value"))
            for meta in element.children or ()
            if meta.key == "wp:termmeta"
        ),
        line=element.line,
    )
