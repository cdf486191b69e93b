"""Audio and video: one address each."""

from wpmigrate.content.clean.state import State, count_below
from wpmigrate.html import HtmlElement, is_safe_url


def player(element: HtmlElement, state: State) -> int:
    """Keep a player with its first address, not what it shows where it cannot play; without an address, that stays."""
    address = (element.get("src") or "").strip()
    if not address:
        sources = (one.get("src") for one in element.iterchildren("source"))
        address = next((one.strip() for one in sources if one and one.strip()), "")
    if not address:
        state.unwrap_later(element)
        return 0
    if not is_safe_url(address):
        state.account.note("WXR511")
        state.unwrap_later(element)
        return 0
    skipped = count_below(element)
    state.account.leave_out(element, "fallback")
    for child in list(element):
        element.remove(child)
    element.text = None
    element.set("src", address)
    return skipped
