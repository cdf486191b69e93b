"""Pages of terms for generators that make none themselves, and the map from a term's name to its page."""

import json
import re
from collections.abc import Mapping
from urllib.parse import quote

from wpmigrate import frontmatter
from wpmigrate.frontmatter import escape_unprintable
from wpmigrate.markdown import DIALECTS, MarkdownOptions, escape

from .front_matter import term_slug
from .record import RecordValue
from .site_view import ItemView, SiteView, TermView
from .target import Form

_NO_WORD = re.compile(r"[^\w-]+")
_PLURALS = {"category": "categories", "post_tag": "tags"}


def front_matter_name(taxonomy: str) -> str:
    """The name under which front matter has the terms of a taxonomy."""
    return _PLURALS.get(taxonomy, taxonomy)


def free_name(taxonomy: str, reserved: frozenset[str]) -> str:
    """The same as one plain word, with "wp-" before it where it would be one of the generator's own names."""
    name = _NO_WORD.sub("-", front_matter_name(taxonomy)).strip("-") or "terms"
    return f"wp-{name}" if name.lower() in reserved and taxonomy not in _PLURALS else name


def under_free_names(reserved: frozenset[str]) -> Form:
    """The form of a key that spreads custom taxonomies: each under its own name, or a free one."""

    def spread(value: RecordValue) -> RecordValue:
        if not isinstance(value, dict):
            return None
        return {free_name(taxonomy, reserved): names for taxonomy, names in value.items()}

    return spread


def free_path(term: TermView, site: SiteView) -> str:
    """The old address of a term's archive; another where a page of the site stands there, or something of the generator's."""
    return (
        term.path
        if term.path not in site.paths and term.path not in site.kept_paths
        else f"/terms/{term_slug((term.taxonomy, ''))}/{term.slug}/"
    )


def _below(term: TermView, site: SiteView) -> list[RecordValue]:
    """The terms below a term, with their addresses: WordPress shows their items with it, a list of links leads there."""
    return [
        {"name": other.name, "path": free_path(other, site)}
        for other in site.terms_below.get((term.taxonomy, term.slug), ())
    ]


def term_page(term: TermView, site: SiteView, name: str, layout: str) -> bytes:
    """The page of a term: front matter alone, from which the layout `layout` makes the list."""
    fields = {
        "layout": layout,
        "title": term.name,
        "description": term.description or None,
        "permalink": free_path(term, site),
        "taxonomy": name,
        "term": term.name,
        "below": _below(term, site) or None,
    }
    return frontmatter.render(fields, "yaml").encode("utf-8", "backslashreplace")


def listing(
    term: TermView, site: SiteView, items: list[ItemView], dialect: str, fields: Mapping[str, RecordValue]
) -> bytes:
    """The page of a term as Markdown: its description, the terms below it, a list of `items`; `fields` join the title."""
    options = MarkdownOptions(dialect=DIALECTS[dialect])
    parts = [frontmatter.render({"title": term.name, **fields}, "yaml")]
    if term.description:
        parts.append(escape(term.description, options) + "\n")
    entries = [
        f"-   [{escape(other.name, options)}]({quote(free_path(other, site))})\n"
        for other in site.terms_below.get((term.taxonomy, term.slug), ())
    ]
    for item in items:
        day = f" ({item.date.date().isoformat()})" if item.date else ""
        entries.append(f"-   [{escape(item.title, options) or item.path}]({quote(item.path)}){day}\n")
    return "\n".join([*parts, "".join(entries)]).encode("utf-8", "backslashreplace")


def data_json(found: object) -> bytes:
    """JSON that readers of YAML take too."""
    return (escape_unprintable(json.dumps(found, ensure_ascii=False, indent=1)) + "\n").encode()


def term_list(site: SiteView, reserved: frozenset[str]) -> bytes:
    """JSON: every term with its name, front-matter name, address and description, for templates that make pages of them."""
    found = [
        {
            "name": term.name,
            "taxonomy": free_name(term.taxonomy, reserved),
            "path": free_path(term, site),
            "description": term.description,
            "below": _below(term, site),
        }
        for term in site.terms
    ]
    return data_json(found)


def term_map(site: SiteView, reserved: frozenset[str]) -> bytes:
    """JSON: by front-matter name, the address of each term by its name; of two with one name, that of the fuller one."""
    found: dict[str, dict[str, str]] = {name: {} for name in _PLURALS.values()}
    for term in sorted(site.terms, key=lambda term: (term.count, term.slug)):
        found.setdefault(free_name(term.taxonomy, reserved), {})[term.name] = free_path(term, site)
    return data_json(found)
