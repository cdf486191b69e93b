"""Pictures: one a place, its original's address, no counting pixels."""

from wpmigrate.content.clean.addresses import host_and_path, original_address, shown_address
from wpmigrate.content.clean.hosts import is_tracker
from wpmigrate.content.clean.state import State
from wpmigrate.content.clean.style import declarations
from wpmigrate.html import HtmlElement, drop, is_safe_image_url

_ALIGNED = frozenset({"alignleft", "alignright", "aligncenter"})
_SIZES = frozenset({"width", "height", "style"})
_TINY = frozenset({"0", "1", "0px", "1px"})


def image(element: HtmlElement, state: State) -> int:
    """Keep a picture under its own address; drop those that only count readers and those without an address."""
    address = shown_address(element)
    if _counts_readers(element, address):
        state.account.note("WXR514", address)
        state.account.dropped["images", "tracker"] += 1
        parent = element.getparent()
        if parent is not None and parent.tag == "a":
            state.around_trackers.add(parent)
        drop(element)
    elif not address:
        state.account.note_element(element)
        state.account.dropped["images", "address"] += 1
        drop(element)
    elif not is_safe_image_url(address):
        state.account.note("WXR511")
        state.account.dropped["images", "address"] += 1
        drop(element)
    else:
        original = original_address(address, state.options)
        if original != element.get("src"):
            element.set("src", original)
        if element.get("alt") is None:
            element.set("alt", "")
        _see_alignment(element, state)
    return 0


def _see_alignment(element: HtmlElement, state: State) -> None:
    """Remember a picture, with the link around it, that a class of the editor puts beside or between the text."""
    classes = element.get("class")
    if not classes or _ALIGNED.isdisjoint(classes.split()):
        return
    link = element.getparent()
    is_linked = (
        link is not None and link.tag == "a" and len(link) == 1 and not (link.text or element.tail or "").strip()
    )
    state.aligned.add(link if link is not None and is_linked else element)


def _counts_readers(element: HtmlElement, address: str) -> bool:
    host, path = host_and_path(address)
    if not _SIZES.isdisjoint(element.keys()) and _is_tiny(element):
        # WordPress itself writes 1 × 1 where it does not know the size of an upload.
        return "/uploads/" not in (path or address)
    return bool(host) and is_tracker(host, path)


def _is_tiny(element: HtmlElement) -> bool:
    width, height = element.get("width"), element.get("height")
    style = element.get("style")
    if style and (width is None or height is None):
        css = declarations(style)
        width, height = css.get("width", width), css.get("height", height)
    return (width or "").strip() in _TINY and (height or "").strip() in _TINY
