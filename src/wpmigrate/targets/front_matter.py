"""Front matter of a target: its own keys where it has any, else the fields under their names."""

import re
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import unquote

from wpmigrate import frontmatter

from .fields import FIELDS, Field, FieldOptions, front_matter_fields
from .places import file_of, html_file_of
from .record import Record, RecordValue, TermPair
from .target import Key, Target

_NO_SLUG = re.compile(r"[^\w-]+")


def term_slug(pair: TermPair) -> str:
    """The slug of a term as one plain word: exports without nicenames give the name."""
    slug = unquote(pair[0], errors="ignore") if "%" in pair[0] else pair[0]
    return _NO_SLUG.sub("-", slug.lower()).strip("-") or _NO_SLUG.sub("-", pair[1].lower()).strip("-") or "term"


def _slugs(pairs: list[TermPair]) -> RecordValue:
    """The slugs of terms, each once; None when there are none."""
    return list(dict.fromkeys(map(term_slug, pairs))) or None


def names(pairs: list[TermPair]) -> RecordValue:
    """The names of terms, each once."""
    return list(dict.fromkeys(name or slug for slug, name in pairs))


def _all_names(record: Record) -> list[RecordValue]:
    """The names of all terms of a record, each once."""
    pairs = [*record.categories, *record.tags, *(pair for group in record.terms.values() for pair in group)]
    return list(dict.fromkeys(name or slug for slug, name in pairs))


def _path_slug(record: Record) -> RecordValue:
    """The address as a slug; one that ends in the name that generators give the home page has its file behind it."""
    slug = record.path.strip("/").removesuffix(".html")
    if record.path.endswith("/index/"):
        slug += "/index"
    return slug or ("index" if record.path else None)


def _file_slug(record: Record) -> RecordValue:
    """The file that serves the address, without `.html`."""
    return html_file_of(record.path).removesuffix(".html") if record.path else None


def text_date(value: RecordValue) -> RecordValue:
    """A local time without an offset as text, for readers of YAML that would take it for UTC."""
    return value.isoformat(" ") if isinstance(value, datetime) and value.tzinfo is None else value


FORMS: Mapping[str, Field] = {
    **FIELDS,
    "permalink.path": lambda record: record.path or None,
    # For generators that publish a draft unless it has no address.
    "permalink.public": lambda record: False if record.is_draft else record.path or None,
    "permalink.file": lambda record: file_of(record.path) if record.path else None,
    "permalink.relative": lambda record: record.path.lstrip("/") or ("index.html" if record.path else None),
    # For generators that put the slug behind the folder of the source as it is, slashes and all.
    "permalink.slug": _path_slug,
    # The same where a generator adds `.html` to all slugs, because some address of the site has it.
    "permalink.slug_or_file": lambda record: _file_slug(record) if record.is_among_files else _path_slug(record),
    "permalink.folder": lambda record: False if record.path.endswith((".html", "/index/")) else None,
    # For generators that refuse an item without a title.
    "title.never_empty": lambda record: record.title or (f"{record.date:%Y-%m-%d}" if record.date else record.id),
    "excerpt.line": lambda record: " ".join(record.excerpt.split()) or None,
    # For generators that know one kind of terms.
    "terms.all": lambda record: _all_names(record) or None,
    "categories.further": lambda record: names(record.categories) if len(record.categories) > 1 else None,
    # The day as readers of the blog had it: some generators know moments in UTC only.
    "date.day": lambda record: record.date.date().isoformat() if record.date else None,
    "excerpt.plain": lambda record: record.description or None,
    "parent": lambda record: record.parent or None,
    "type.layout": lambda record: "page" if record.type == "page" else "post",
    "type.no_page": lambda record: record.type if record.type != "page" else None,
    "order": lambda record: record.order if record.type == "page" and record.order > 0 else None,
    "weight": lambda record: 1 if record.is_sticky else FORMS["order"](record),
    "more": lambda record: "<!--more-->" if "<!--more-->" in record.markdown else None,
    # Jekyll closes blocks of Liquid in what stands before the marker, even where Liquid is switched off: no excerpt then.
    "more.outside_liquid": lambda record: "" if "{%" in record.markdown else FORMS["more"](record),
    "terms.named": lambda record: {taxonomy: names(pairs) for taxonomy, pairs in record.terms.items()} or None,
    "guid": lambda record: record.guid or None,
    "aliases": lambda record: list(record.aliases) or None,
    "categories.slugs": lambda record: _slugs(record.categories),
    "tags.slugs": lambda record: _slugs(record.tags),
    "terms.slugs": lambda record: {taxonomy: _slugs(pairs) for taxonomy, pairs in record.terms.items()} or None,
}
"""What a key can hold: the fields, and after a dot another form of one."""


def render_page(target: Target, record: Record, options: FieldOptions) -> bytes:
    """The bytes of an item: front matter, an empty line, the Markdown."""
    head = frontmatter.render(target_fields(target, record, options), options.form)
    return f"{head}\n{record.markdown}".encode("utf-8", "backslashreplace")


def target_fields(target: Target, record: Record, options: FieldOptions) -> dict[str, RecordValue]:
    """What stands in the front matter of `record`: the user's choice and renames hold, then the target's keys."""
    if not target.keys:
        return front_matter_fields(record, options)
    renamed = dict(options.renamed)
    found: dict[str, RecordValue] = {}
    for key in target.keys:
        field = key.field.partition(".")[0]
        if options.chosen and field not in options.chosen:
            continue
        value = FORMS[key.field](record)
        if value is not None and key.form is not None:
            value = key.form(value)
        if value is not None:
            _put(found, renamed.get(field, key.name), key, value)
    found.update(options.constants)
    if target.plain_switch is not None and record.has_template_marks:
        found[target.plain_switch[0]] = target.plain_switch[1]
    return found


def _put(found: dict[str, RecordValue], name: str, key: Key, value: RecordValue) -> None:
    """Set a value at its name: spread when the target wants that, nested at a dot, nowhere when the user emptied it."""
    if not name:
        if not key.name and isinstance(value, dict):
            found.update({inner: part for inner, part in value.items() if inner not in found})
        return
    outer, dot, inner = name.partition(".")
    if not dot:
        section = found.get(name)
        found[name] = section | value if isinstance(section, dict) and isinstance(value, dict) else value
        return
    section = found.setdefault(outer, {})
    if isinstance(section, dict):
        section[inner] = value


def as_list(value: RecordValue) -> RecordValue:
    """A lone value as a list of one."""
    return value if isinstance(value, list) else [value]


def first(value: RecordValue) -> RecordValue:
    """The first of a list."""
    return value[0] if isinstance(value, list) and value else value
