"""Programs: Flash players, applets and the like run nowhere now; their addresses are kept."""

from pathlib import PurePosixPath
from urllib.parse import parse_qs

from lxml import etree

from wpmigrate.content.clean.state import State, count_below
from wpmigrate.html import HtmlElement, is_safe_url, replace, split_url, with_attributes_of

from .frame import put_player

_KINDS = {
    ".mp3": "audio", ".ogg": "audio", ".oga": "audio", ".wav": "audio", ".m4a": "audio", ".flac": "audio",
    ".mp4": "video", ".m4v": "video", ".webm": "video", ".ogv": "video", ".mov": "video",
}  # fmt: skip
#: Names under which Flash players were told what to play.
_VARIABLES = ("file", "soundfile", "src", "url", "flv", "mp3", "movie", "docid")


def embedded(element: HtmlElement, state: State) -> int:
    """An `<embed>` is void (HTML Living Standard, 4.8.6), but libxml2 puts what follows into it: that stays, behind it."""
    own = with_attributes_of(element, "embed")
    element.addprevious(own)
    state.unwrap_later(element)
    program(own, state)
    return 0


def program(element: HtmlElement, state: State) -> int:
    """Put a player or a link in the place of an object, embed or applet; without an address, what it holds stays."""
    address = _address(element)
    if not address and (len(element) or (element.text or "").strip()):
        if not any(child.tag == "object" for child in element):
            state.account.note_element(element)
        state.unwrap_later(element)
        return 0
    skipped = count_below(element)
    state.account.leave_out(element, "fallback")
    kind = _KINDS.get(PurePosixPath(split_url(address).path).suffix.lower())
    if kind is not None and is_safe_url(address):
        replace(element, etree.Element(kind, src=address))
    else:
        put_player(element, address, state, title=element.get("title") or "")
    return skipped


def parameter(element: HtmlElement, state: State) -> int:
    """A `<param>` whose object had no address says nothing."""
    state.unwrap_later(element)
    return 0


def _address(element: HtmlElement) -> str:
    """What an object plays: the file its player is told, else its own address, else that of the embed in it."""
    values = {(one.get("name") or "").lower(): one.get("value") or "" for one in element.iterchildren("param")}
    embed = element.find("embed")
    told = values.get("flashvars") or element.get("flashvars")
    if not told and embed is not None:
        told = embed.get("flashvars")
    own = element.get("data") or element.get("src") or values.get("movie") or values.get("src") or values.get("url")
    if not own and embed is not None:
        own = embed.get("src")
    address = (own or "").strip()
    return _told(told or "") or _told(split_url(address).query) or address


def _told(variables: str) -> str:
    """The file that a Flash player is told to play, when it is a whole address."""
    if "://" not in variables and "%3A" not in variables and "%3a" not in variables:
        return ""
    try:
        found = parse_qs(variables, max_num_fields=50)
    except ValueError:
        return ""
    lower = {name.lower(): values[0] for name, values in found.items()}
    for name in _VARIABLES:
        if lower.get(name, "").startswith(("http://", "https://")):
            return lower[name].strip()
    return ""
