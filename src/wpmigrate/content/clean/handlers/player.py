"""Audio and video: the addresses that they play, and nothing else."""

from lxml import etree

from wpmigrate.content.clean.state import State, count_below
from wpmigrate.html import HtmlElement, bare_url, is_safe_url

from .frame import stand_out_of_heading


def player(element: HtmlElement, state: State) -> int:
    """Keep a player with its addresses and subtitles, not what it shows where it cannot play; without an address, that stays.

    One address is its `src`, several are `<source>` elements: a browser takes the first that it can play.
    """
    # libxml2 knows no <source>: it puts each into the one before.
    told = [one.get("src") or "" for one in element.iter(str(element.tag), "source")]
    addresses = list(dict.fromkeys(stripped for one in told if (stripped := bare_url(one))))
    safe = [one for one in addresses if is_safe_url(one)]
    if len(safe) < len(addresses):
        state.account.note("WXR511")
    if not safe:
        state.unwrap_later(element)
        return 0
    skipped = count_below(element)
    state.account.leave_out(element, "fallback")
    tracks = [track for one in element.iter("track") if (track := _track(one)) is not None]
    for child in list(element):
        element.remove(child)
    element.text = None
    if len(safe) == 1:
        element.set("src", safe[0])
    else:
        element.attrib.pop("src", "")
        element.extend(etree.Element("source", src=one) for one in safe)
    element.extend(tracks)
    stand_out_of_heading(element, state)
    return skipped


def _track(element: HtmlElement) -> HtmlElement | None:
    """Subtitles and their like; None without a safe address."""
    address = bare_url(element.get("src"))
    if not address or not is_safe_url(address):
        return None
    track = etree.Element("track", src=address)
    for name in ("kind", "srclang", "label"):
        if value := element.get(name):
            track.set(name, value)
    return track
