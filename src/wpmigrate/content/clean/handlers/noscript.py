"""What a page showed without scripts: mostly the second copy of a picture that is loaded late."""

from wpmigrate.content.clean.addresses import original_address, shown_address
from wpmigrate.content.clean.state import State, count_below
from wpmigrate.html import HtmlElement, drop


def noscript(element: HtmlElement, state: State) -> int:
    """Drop the second copy of a picture beside it; anything else stays, as the new site has no scripts."""
    inner = _picture_in(element)
    if inner is not None and not (element.text or "").strip():
        address = original_address(shown_address(inner), state.options)
        for beside in (element.getprevious(), element.getnext()):
            other = _picture_in(beside) if beside is not None else None
            if other is not None and original_address(shown_address(other), state.options) == address:
                skipped = count_below(element)
                state.account.leave_out(element, "noscript")
                drop(element)
                return skipped
    state.unwrap_later(element)
    return 0


def _picture_in(element: HtmlElement) -> HtmlElement | None:
    """The picture that an element is, or that stands in it or one level below."""
    if element.tag == "img":
        return element
    found = element.find("img")
    return found if found is not None else element.find("*/img")
