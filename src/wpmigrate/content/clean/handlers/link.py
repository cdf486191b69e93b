"""Links and anchors."""

from urllib.parse import unquote

from lxml import etree

from wpmigrate.content.clean.silent_links import say_label
from wpmigrate.content.clean.state import State
from wpmigrate.html import HtmlElement, bare_url, is_safe_url


def link(element: HtmlElement, state: State) -> int:
    """Keep a safe address; a link without one is an anchor when it has a name, else its text only."""
    href = element.get("href")
    if href is not None:
        stripped = bare_url(href)
        if not is_safe_url(stripped):
            state.account.note("WXR511")
            state.account.dropped["links", "address"] += 1
            del element.attrib["href"]
        elif stripped:
            if stripped != href:
                element.set("href", stripped)
            state.addresses.add(stripped)
            if "#" in stripped:
                _remember_fragment(stripped, state)
            if stripped[0] != "#" and not (element.text or "").strip():
                say_label(element)
            return 0
        else:
            del element.attrib["href"]
    name = element.get("id") or element.get("name")
    if name:
        element.set("id", name)
    else:
        state.unwrap_later(element)
    return 0


def area(element: HtmlElement, state: State) -> int:
    """A part of a picture that leads somewhere is a link on a line below it, called by the part's own words."""
    href = bare_url(element.get("href"))
    if not is_safe_url(href):
        return link(element, state)
    if not href:
        state.unwrap_later(element)
        return 0
    element.tag = "a"
    words = element.get("alt") or element.get("title") or href
    element.attrib.pop("title", "")
    element.text = " ".join(words.split())
    element.addprevious(etree.Element("br"))
    return link(element, state)


def _remember_fragment(href: str, state: State) -> None:
    """Whatever page a fragment is of, a target of that name in this body may be meant."""
    fragment = href.partition("#")[2]
    if fragment:
        state.fragments.update((fragment, unquote(fragment)))
