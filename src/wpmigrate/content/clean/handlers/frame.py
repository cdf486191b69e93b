"""Frames: players of known hosts stay, other pages become links."""

import re

from lxml import etree

from wpmigrate.content.clean.addresses import host_and_path, player_address
from wpmigrate.content.clean.hosts import is_host_in, is_tracker
from wpmigrate.content.clean.state import State, count_below
from wpmigrate.html import HEADINGS, HtmlElement, add_text_before, bare_url, drop, is_safe_url, replace, scheme_of

#: What leads from the address of a post to its frame.
_END_OF_EMBEDDED = re.compile(r"(?:embed/|[?&]embed=true)?#\?secret=.*", re.DOTALL)
#: Marks between a heading and what stands in it.
_LOOK_UP = 4
_LAZY = ("data-src", "data-lazy-src", "data-litespeed-src", "data-src-fg")


def frame(element: HtmlElement, state: State) -> int:
    """Keep a player of a known host as `<iframe src title>`; make a link of any other address.

    A post of another site stands beside a quote that links to it (`get_post_embed_html`): that is enough.
    """
    skipped = count_below(element)
    if skipped or element.text:
        state.account.leave_out(element, "fallback")
    address = bare_url(element.get("src"))
    if not address or address.startswith("about:"):
        address = next((bare_url(value) for name in _LAZY if (value := element.get(name))), "")
    if is_embedded_post(element):
        address = _END_OF_EMBEDDED.sub("", address)
        if address in state.addresses:
            drop(element)
            return skipped
    put_player(element, address, state, title=element.get("title") or "")
    return skipped


def is_embedded_post(element: HtmlElement) -> bool:
    """Whether a frame shows a post of another site: WordPress hides it until a script of that site answers."""
    return element.tag == "iframe" and "wp-embedded-content" in (element.get("class") or "").split()


def put_player(element: HtmlElement, address: str, state: State, title: str = "") -> None:
    """Put a player or a link in the place of an element, or name it where there is no address."""
    if not is_safe_url(address):
        state.account.note("WXR511")
        address = ""
    if not address:
        state.account.note_element(element)
        drop(element)
        return
    host, path = host_and_path(address)
    if is_tracker(host, path):
        state.account.note("WXR514", address)
        drop(element)
        return
    if is_host_in(host, state.options.embed_hosts) and scheme_of(address) in {"", "http", "https"}:
        new = etree.Element("iframe", src=player_address(address))
        if title.strip():
            new.set("title", title.strip())
    else:
        state.account.note("WXR517", address)
        new = etree.Element("a", href=address)
        new.text = title.strip() or address
    replace(element, new)
    stand_out_of_heading(new, state)


def stand_out_of_heading(player: HtmlElement, state: State) -> None:
    """Put a player that stands in a heading behind it, after those that stood there before."""
    up = player.getparent()
    for _ in range(_LOOK_UP):
        if up is None:
            return
        if up.tag in HEADINGS:
            box = etree.Element("p")
            state.last_behind.get(up, up).addnext(box)
            state.last_behind[up] = box
            add_text_before(player, player.tail)
            player.tail = None
            box.append(player)
            return
        up = up.getparent()
