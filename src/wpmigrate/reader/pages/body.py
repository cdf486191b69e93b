"""The text of a post within its box: found by name, else what is left when title, bylines and the rest are gone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from wpmigrate.html import HEADINGS, block_text, drop, plain_text

from .addresses import is_same_post, without_page
from .bylines import is_day, says_byline
from .classes import BODY, EXCERPT, IS_BYLINE, NOT_BODY, NOT_BODY_IDS, NOT_BODY_PREFIX, SURE_BODY, UNSEEN
from .sharing import take_share_links
from .tree import HtmlElement, Tree, holds, is_element, outermost, text_of, tokens_of

_CUT = re.compile(r"(?:\[(?:…|\.\.\.)\]|…|\.\.\.)\s*$")
_FILMS = ("img", "video", "audio", "iframe", "embed", "object")
_EDGE = 6
"""So many blocks at the end of a text may be bylines of the theme, and half as many at its beginning."""

_LONGEST_BYLINE = 600
_LONGEST_LABEL = 80
_LONGEST_BESIDE = 200
"""Characters that a byline has beside its links to terms."""


@dataclass(slots=True)
class Found:
    """The element that holds a body, and whether it holds only an excerpt; `is_named` when its class says so."""

    element: HtmlElement
    is_excerpt: bool = False
    is_named: bool = False


@dataclass(slots=True)
class Cleaned:
    """What was taken out of a body: lines that may be bylines, and whether a link led to the rest."""

    lines: list[str] = field(default_factory=list)
    has_more: bool = False


def find_body(tree: Tree, scope: HtmlElement, others: Iterable[HtmlElement]) -> Found | None:
    """The body in the box `scope`, by name; `others` are elements (boxes of other posts, comments) to keep out of."""
    kept_out = list(others)
    for element in tree.tagged(("div", "section", "article", "span"), scope):
        if "articleBody" in element.get("itemprop", "") and element is not scope:
            named = _longest(_named(tree, SURE_BODY, element, kept_out))
            return Found(element if named is None else named, is_named=True)
    title = next((node for node in tree.classed(("entry-title",), scope) if node.tag in HEADINGS), None)
    around: Found | None = None  # a box around title and text: the text where nothing in it is called so
    for found in _called(tree, scope, kept_out):
        if around is None or tree.inside(found.element, around.element):
            if title is None or not tree.inside(title, found.element):
                return found
            around = around or found
    return around


def _called(tree: Tree, scope: HtmlElement, kept_out: list[HtmlElement]) -> Iterator[Found]:
    """For each name of a body, the surest first, the longest element within `scope` that bears it.

    One that is empty where the box is not is passed over: themes print quotes, pictures and videos before such a box.
    """
    for name in (*BODY, *EXCERPT):
        element = _longest(_named(tree, (name,), scope, kept_out))
        if element is not None and (_matter(element) or not _matter(scope)):
            yield Found(element, is_excerpt=name in EXCERPT, is_named=True)


def _matter(box: HtmlElement) -> bool:
    """Whether a box holds text in paragraphs or quotes, pictures or films; small lines round it are none."""
    if box.get("class") and tokens_of(box) & {*BODY, *EXCERPT} and plain_text(box).strip():
        return True
    return any(
        "avatar" not in tokens_of(node) and (node.tag in _FILMS or bool(plain_text(node).strip()))
        for node in box.iter("blockquote", *_FILMS)
    )


def _named(tree: Tree, names: tuple[str, ...], scope: HtmlElement, kept_out: list[HtmlElement]) -> list[HtmlElement]:
    """Outermost elements of these classes within `scope`."""
    found = [
        element
        for element in tree.classed(names, scope)
        if element is not scope
        and element.tag not in HEADINGS
        and element.tag not in ("a", "span", "body")
        and not any(tree.inside(element, other) for other in kept_out)
    ]
    return outermost(tree, found)


def _longest(elements: list[HtmlElement]) -> HtmlElement | None:
    return max(elements, key=lambda element: len(plain_text(element)), default=None)


def clean_body(body: HtmlElement, url: str, *, is_named: bool = True, lang: str = "") -> Cleaned:
    """Take out of `body`, in place, what the author did not write; `url` is the post's address.

    `is_named` is False for what is left of a box whose theme says nowhere where the text is; `lang` is that of the page.
    """
    cleaned = Cleaned()
    for node in tuple(body.iter("span")) if not is_named else ():
        if tokens_of(node) & UNSEEN:
            drop(node)
    _take_page_links(body, url)
    _take_more_link(body, cleaned)
    for node in list(body.iterdescendants("*")):
        if _is_foreign(node) and holds(body, node):
            _note_lines(node, cleaned)
            drop(node)
    _take_neighbours(body)
    _take_last_link(body, url, cleaned)
    take_share_links(body)
    _take_edges(body, cleaned)
    if not is_named:
        _take_days(body, lang, cleaned)
    return cleaned


def _is_foreign(node: HtmlElement) -> bool:
    """Whether class or id say that a theme or a plugin put it there."""
    classes = node.get("class")
    identity = node.get("id")
    if identity and (identity in NOT_BODY_IDS or identity.startswith("atatags")):
        return True
    if not classes:
        return False
    tokens = classes.split()
    return any(token in NOT_BODY or NOT_BODY_PREFIX.match(token) for token in tokens)


def _note_lines(node: HtmlElement, cleaned: Cleaned) -> None:
    """Text that is taken out of a body may be a byline."""
    text = text_of(node)
    if text and len(text) <= _LONGEST_BYLINE and tokens_of(node) & IS_BYLINE:
        cleaned.lines.append(text)


def _take_more_link(body: HtmlElement, cleaned: Cleaned) -> None:
    """The link to the rest of the text; the paragraph that held only it goes too."""
    links = list(body.iter("a"))
    rest = [node for node in links if "more-link" in tokens_of(node) or "#more-" in node.get("href", "")]
    _take_links(rest, body, cleaned)


def _take_neighbours(body: HtmlElement) -> None:
    """Links to the posts before and after, which WordPress marks, with the boxes that hold nothing else."""
    for link in list(body.iterdescendants("a")):
        if not {"prev", "next"} & set(link.get("rel", "").split()) or not holds(body, link):
            continue
        victim, parent = link, link.getparent()
        if parent is not None and parent.tag == "p" and len(plain_text(parent)) > _LONGEST_LABEL:
            continue  # a sentence with a link in it
        while parent is not None and parent is not body and plain_text(parent).strip() == plain_text(link).strip():
            victim, parent = parent, parent.getparent()
        drop(victim)


def _take_last_link(body: HtmlElement, url: str, cleaned: Cleaned) -> None:
    """The link at the end that leads to the post itself, where no class tells."""
    last = next(reversed(list(body.iter("a"))), None)
    if last is not None and not cleaned.has_more and _ends_with(body, last) and is_same_post(last.get("href", ""), url):
        _take_links([last], body, cleaned)


def _take_links(links: list[HtmlElement], body: HtmlElement, cleaned: Cleaned) -> None:
    """Links to the rest of a text, each with the element that holds nothing else."""
    for link in links:
        cleaned.has_more = True
        parent = link.getparent()
        drop(link)
        if parent is not None and parent is not body and not plain_text(parent).strip() and not len(parent):
            drop(parent)


def _ends_with(body: HtmlElement, link: HtmlElement) -> bool:
    """Whether a short link stands behind a text; one that holds the whole text is none to the rest of it."""
    text, label = plain_text(body).strip(), plain_text(link).strip()
    return 0 < len(label) <= _LONGEST_LABEL and text.endswith(label) and text != label


def pages_linked(scope: HtmlElement, url: str) -> int:
    """How many pages of the text the links in `scope` name: `wp_link_pages` leads to `url` and a number; 1 for none."""
    return max((without_page(link.get("href", ""), url)[1] for link in scope.iter("a")), default=1) if url else 1


def _take_page_links(body: HtmlElement, url: str) -> None:
    """The block of links between the pages of a text."""
    for link in list(body.iterdescendants("a")):
        if not url or without_page(link.get("href", ""), url)[1] < 2 or not holds(body, link):
            continue
        block = next((up for up in link.iterancestors() if up.tag in ("p", "div", "nav", "ul")), None)
        if block is not None and block is not body and all(_is_page_link(other, url) for other in block.iter("a")):
            drop(block)


def _is_page_link(link: HtmlElement, url: str) -> bool:
    """Whether it leads to a page of the text, the first included."""
    href = link.get("href", "")
    return without_page(href, url)[1] > 1 or href.rstrip("/") == url.rstrip("/")


def bylines_in(body: HtmlElement) -> list[HtmlElement]:
    """Bylines that stand in the box of the text, at its edges: they hold links to terms, or are named so."""
    children = list(_innermost(body).iterchildren("*"))
    found = []
    for node in [*children[: _EDGE // 2], *children[_EDGE // 2 :][-_EDGE:]]:
        if len(plain_text(node)) > _LONGEST_BYLINE or node.tag in ("pre", "blockquote", "table", "figure"):
            continue
        if tokens_of(node) & IS_BYLINE or _leads_to_terms(node) or says_byline(node):
            found.append(node)
    return found


def _innermost(body: HtmlElement) -> HtmlElement:
    """The element within a body that holds all of it: themes wrap texts in boxes."""
    while len(body) == 1 and is_element(body[0]) and body[0].tag in ("div", "section") and not _own_text(body):
        body = body[0]
    return body


def _own_text(box: HtmlElement) -> str:
    """The text that stands in a box of one element beside that element."""
    return f"{box.text or ''}{box[0].tail or ''}".strip()


def _take_edges(body: HtmlElement, cleaned: Cleaned) -> None:
    """Take the bylines at the edges out."""
    for node in bylines_in(body):
        text = " ".join(block_text(node).split())
        if text:
            cleaned.lines.append(text)
        drop(node)


def _take_days(body: HtmlElement, lang: str, cleaned: Cleaned) -> None:
    """Lines at the edges that are a date and nothing else: bylines of Kubrick's lists, too short to be known as such."""
    for node in [*list(body)[:1], *list(body)[1:][-1:]]:
        text = text_of(node) if is_element(node) else ""
        if text and len(text) <= _LONGEST_LABEL and is_day(text, lang):
            cleaned.lines.append(text)
            drop(node)


def _leads_to_terms(node: HtmlElement) -> bool:
    """Whether it holds links that WordPress prints for terms, and little text beside them."""
    links = [link for link in node.iter("a") if "tag" in link.get("rel", "").split()]
    beside = len(plain_text(node)) - sum(len(plain_text(link)) for link in links)
    if not links or beside > _LONGEST_BESIDE or len(list(node.iter("p"))) > 1:
        return False
    hosts = {link.get("href", "").partition("://")[2].partition("/")[0] for link in links}
    return not any("technorati" in host for host in hosts)


def is_cut(text: str) -> bool:
    """Whether a text ends like an automatic excerpt."""
    return bool(_CUT.search(text.rstrip()))
