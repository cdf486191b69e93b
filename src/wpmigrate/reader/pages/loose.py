"""Pages of themes without any class that tells: posts by their bylines alone."""

from wpmigrate.html import plain_text
from wpmigrate.locales import parse_byline

from .addresses import without_comment_page
from .authors import author_of
from .body import clean_body, is_cut
from .boxes import Layout, main_of
from .bylines import is_day
from .comments import comments_of
from .counts import count_in_list, count_on_page
from .dates import dates_of, head_dates
from .document import Document
from .head import Head
from .kinds import PageKind
from .lines import lines_above
from .regions import Apart
from .segments import Segment, segments_in
from .sighting import Sighting
from .stored import stored_html
from .terms import terms_of
from .titles import permalink_in, title_text
from .tree import HtmlElement, text_of


def read_loose(document: Document, layout: Layout) -> list[Sighting]:
    """The posts in the main part of a page; several are a list, one is the post of its own page."""
    tree, head = document.tree, document.head
    comments, held = comments_of(tree) if layout.kind is not PageKind.LIST else ([], [])
    apart = Apart(tree, [*layout.regions.outermost, *held])
    segments = segments_in(tree, main_of(tree), apart.holds)
    days = [_day_above(segment, segments) for segment in segments]
    found = [_sighting(document, segment, day) for segment, day in zip(segments, days, strict=True)]
    if len(found) != 1 or layout.kind is PageKind.LIST:
        return found
    sighting = found[0]
    sighting.role, sighting.post_id, sighting.is_partial = "single", layout.post_id, False
    told = head.canonical or head.meta.get("og:url", "") or document.url or sighting.url
    sighting.url = without_comment_page(told)
    sighting.dates += head_dates(head)
    count = count_on_page(tree, comments, sighting.title or "", sighting.url)
    sighting.comments = comments
    sighting.lines += [count.words] if count.words else []
    if count.number is not None:
        sighting.comment_count, sighting.evidence["comment_count"] = count.number, count.evidence
    sighting.comments_open = count.is_open
    return found


def _day_above(segment: Segment, segments: list[Segment]) -> list[str]:
    """The line above the heading, for bylines without a date; never the byline that closes the post before."""
    if any((found := parse_byline(text_of(line))) and found.date_status != "absent" for line in segment.bylines):
        return []
    closing = {text_of(line) for other in segments for line in other.bylines}
    return [line for line in lines_above(segment.heading) if line not in closing and is_day(line)]


def _sighting(document: Document, segment: Segment, day: list[str]) -> Sighting:
    """What a heading, a text and its bylines say; `day` is a line above that may have the date."""
    tree, bylines = document.tree, segment.bylines
    apart = Apart(tree, [])
    url = permalink_in(segment.heading, None) or _permalink_in(bylines)
    count = next((found for line in bylines if (found := count_in_list(tree, line, url)).number is not None), None)
    nicename, name, by = author_of(tree, bylines, apart, Head())
    sighting = Sighting(
        file=document.name,
        role="list",
        url=without_comment_page(url),
        title=title_text(segment.heading),
        dates=dates_of(tree, bylines, apart),
        author=(nicename, name),
        terms=terms_of(tree, bylines, frozenset(), apart, in_byline=True),
        lines=[*(text_of(line) for line in bylines), *day],
        lang=document.head.lang,
        evidence={"title": "heading", "body": "text beside a byline"},
    )
    if by:
        sighting.evidence["author"] = by
    if count is not None:
        sighting.comment_count, sighting.evidence["comment_count"] = count.number, count.evidence
    if sighting.terms:
        sighting.evidence["terms"] = "links"
    cleaned = clean_body(segment.body, sighting.url)
    sighting.is_partial = bool(url) and (cleaned.has_more or is_cut(plain_text(segment.body)))
    sighting.body = stored_html(segment.body, document.root_address)
    return sighting


def _permalink_in(bylines: list[HtmlElement]) -> str:
    """The address of the post in the link to its comments."""
    for line in bylines:
        for link in line.iter("a"):
            address, mark, fragment = link.get("href", "").partition("#")
            if mark and address and fragment in ("comments", "respond"):
                return address
    return ""
