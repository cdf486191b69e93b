"""Bylines in stored bodies: named always, and taken out where the fields of the item say the same."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.html import parse_fragment, plain_text
from wpmigrate.locales import Byline, find_leaks
from wpmigrate.model import Item, SiteIndex, TermRef

_TYPES = frozenset({"post", "page"})
_SAMPLE = 80


def settle_bylines(item: Item, index: SiteIndex) -> tuple[Item, list[Diagnostic]]:
    """The item with what its bylines say, and a finding for each byline in its body.

    Where a byline agrees with the fields, those that the item has not (author, categories, tags) are filled from it, and
    its place is kept in `byline_spans`, so that conversion leaves it out. Where it does not, the item stays as it is.
    """
    if item.type not in _TYPES or not item.content:
        return item, []
    leaks = find_leaks(item.content, index.site.language or None)
    found = []
    for leak in leaks:
        start = item.lines.get("content", item.line)
        line = start + item.content.count("\n", 0, leak.start) if start else None
        found.append(diagnose("WXR540", file=item.file, line=line, item=item.id, sample=_sample(leak.text)))
        if leak.whole is not None and agrees(leak.byline, item, index):
            item = replace(_filled(item, leak.byline), byline_spans=(*item.byline_spans, leak.whole))
    return item, found


def moved_bylines(item: Item) -> Iterator[Diagnostic]:
    """What to say of the lines that are left out of the text."""
    for start, end in item.byline_spans:
        text = _plain(item.content[start:end])
        yield diagnose(
            "WXR541", line=item.content.count("\n", 0, start) + 1, words=len(text.split()), sample=_sample(text)
        )


def agrees(byline: Byline, item: Item, index: SiteIndex) -> bool:
    """Whether a byline contradicts no field of the item, and at least its day, its terms or its author say the same."""
    confirmed = 0
    for said in (_same_day(byline, item), _same_terms(byline, item), _same_author(byline, item, index)):
        if said is False:
            return False
        confirmed += said is True
    held = len(item.approved_comments)
    return confirmed > 0 and (byline.comment_count is None or byline.comment_count <= held)


def _same_day(byline: Byline, item: Item) -> bool | None:
    """Whether the day is the item's own; None when one of them has none."""
    if byline.date_status == "absent" or item.date is None:
        return None
    return byline.date == item.date.date() and byline.date_status == "ok"


def _same_terms(byline: Byline, item: Item) -> bool | None:
    """Whether the item has all terms of the byline; None when one of them has none."""
    verdicts = []
    for taxonomy, names in (("category", byline.categories), ("post_tag", byline.tags)):
        own = {_key(term.name) for term in item.terms if term.taxonomy == taxonomy}
        if names and own:
            verdicts.append({_key(name) for name in names} <= own)
    return all(verdicts) if verdicts else None


def _same_author(byline: Byline, item: Item, index: SiteIndex) -> bool | None:
    """Whether the author is the item's own, by login or by name; None when one of them has none."""
    if not byline.author or not item.creator:
        return None
    author = index.authors.get(item.creator)
    names = {item.creator, *((author.name, f"{author.first_name} {author.last_name}") if author else ())}
    return _key(byline.author) in {_key(name) for name in names}


def _filled(item: Item, byline: Byline) -> Item:
    """The item with the author and the terms of the byline where it has none."""
    terms = item.terms
    for taxonomy, names in (("category", byline.categories), ("post_tag", byline.tags)):
        if names and not any(term.taxonomy == taxonomy for term in item.terms):
            terms += tuple(TermRef(taxonomy=taxonomy, slug="", name=name) for name in names)
    date = item.date
    if date is None and byline.date is not None and byline.date_status == "ok":
        date = datetime.combine(byline.date, byline.time or time.min)
    return replace(item, creator=item.creator or byline.author or "", terms=terms, date=date)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _plain(html: str) -> str:
    """The text of a few lines of HTML, on one line."""
    return " ".join(plain_text(parse_fragment(html)).split())


def _sample(text: str) -> str:
    return text if len(text) <= _SAMPLE else text[: _SAMPLE - 1] + "…"
