"""The addresses of pictures and players: those of which one must be found again."""

import re

from wpmigrate.html import HtmlElement

from .addresses import leads_somewhere, scheme_of, told_addresses

PLAYERS = ("iframe", "frame", "audio", "video", "object", "embed", "applet")

_LATE = (
    "data-src", "data-lazy-src", "data-orig-file", "data-original", "data-lazy", "data-echo", "data-cfsrc",
    "data-actualsrc", "data-real-src", "data-litespeed-src", "data-src-fg",
)  # fmt: skip
"""Attributes in which plugins keep an address until a script puts it into `src`."""
_LATE_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_STAND_IN = re.compile(
    r"(?:^|[/_.-])(?:blank|placeholder|spacer|lazy|loading|transparent|trans|gr[ae]y|pixel|1x1|clear|dummy)"
    r"[\w.-]*\.(?:gif|png|svg|jpe?g|webp)(?:$|\?)",
    re.IGNORECASE,
)


_IS_EMBEDDED_POST = "wp-embedded-content"
"""The class of a frame in which WordPress shows a post of another site, beside a quote that links to it."""
_END_OF_EMBEDDED = re.compile(r"(?:embed/|[?&]embed=true)?#\?secret=")


def addresses_of_picture(image: HtmlElement) -> tuple[str, ...]:
    """The address that is shown, or those that take its place late; empty when there is nothing to show."""
    source = (image.get("src") or "").strip()
    late = [value.strip() for name in _LATE if (value := image.get(name)) and value.strip()]
    for name in _LATE_SETS:
        late += [part.split()[0] for part in (image.get(name) or "").split(", ") if part.strip()]
    late = [address for address in late if scheme_of(address) != "data"]
    if source and (not late or (scheme_of(source) != "data" and not _STAND_IN.search(source))):
        return (source,) if scheme_of(source) in ("", "http", "https", "data", "ftp", "file") else ()
    return tuple(late)


def is_tiny(image: HtmlElement) -> bool:
    """Whether a picture is a point that only counts readers; 1 × 1 of an upload is an unknown size of WordPress's."""
    sizes = [(image.get(name) or "").strip().removesuffix("px") for name in ("width", "height")]
    return all(size in ("0", "1") for size in sizes) and "/uploads/" not in (image.get("src") or "")


def addresses_of_player(element: HtmlElement) -> tuple[str, ...]:
    """What a player plays: its own address, those of its sources, and what a Flash player is told to play."""
    found: list[str] = []
    for part in element.iter("iframe", "frame", "audio", "video", "source", "object", "embed", "applet", "param"):
        if part.tag == "param":
            value = part.get("value") or ""
            if (part.get("name") or "").lower() in ("movie", "src", "url", "filename"):
                found.append(value)
            found += told_addresses(value)
            continue
        own = [part.get(name) or "" for name in ("src", "data", *_LATE)]
        if _IS_EMBEDDED_POST in (part.get("class") or "").split():
            own += [address[: end.start()] for address in own if (end := _END_OF_EMBEDDED.search(address))]
        found += own
        found += [told for address in [*own, part.get("flashvars") or ""] for told in told_addresses(address)]
    return tuple(
        dict.fromkeys(
            address.strip() for address in found if leads_somewhere(address) and scheme_of(address) != "about"
        )
    )
