"""`[gallery]`: images of the media library. Source: `gallery_shortcode()`."""

import re
from collections.abc import Mapping
from html import escape

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.scene import Scene
from wpmigrate.html import unescape
from wpmigrate.model import Attachment

from .grammar import Shortcode

_NUMBER = re.compile(r"\d+")
#: Ids whose second quotation mark is missing: WordPress then takes all that are attached.
_CUT = re.compile(r"\b(?:ids|include)\s*=\s*[\"'“”]?([\d, ]+)\Z")
_ORDER = {
    "title": lambda image: image.title.lower(),
    "id": lambda image: image.id,
    "menu_order": lambda image: (image.menu_order, image.id),
}


def gallery(code: Shortcode, scene: Scene) -> str | None:
    """A gallery of the named images, else of those attached to the post; missing ones are named."""
    attributes = code.attributes
    named = attributes.get("ids") or attributes.get("include") or ""
    if not named and (cut := _CUT.search(code.attribute_text)) is not None:
        named = cut[1]
    if named:
        images = found_files(numbers(named), scene, near="[gallery")
    else:
        post = numbers(attributes.get("id", "")) or ([scene.body.post_id] if scene.body.post_id else [])
        excluded = set(numbers(attributes.get("exclude", "")))
        ids = [number for number in (scene.around.attached(post[0], "image") if post else ()) if number not in excluded]
        images = _ordered(found_files(ids, scene, near="[gallery"), attributes)
        if not images:
            scene.count("WXR502", "[gallery]")
    if attributes.get("order", "").upper() == "DESC" and not attributes.get("ids"):
        images.reverse()
    shown = pieces.gallery([_item(image, attributes.get("link", "")) for image in images]) if images else ""
    return shown + scene.expand(code.content or "")


def numbers(text: str) -> list[int]:
    """The ids in an attribute; absurdly long runs of digits are none."""
    return [int(number) for number in _NUMBER.findall(unescape(text)) if len(number) < 19]


def found_files(ids: list[int], scene: Scene, *, near: str) -> list[Attachment]:
    """The attachments of these ids that have an address, in order; the others are named (WXR506) at `near`."""
    found = [(number, scene.around.attachment(number)) for number in ids]
    for number, image in found:
        if image is None or not image.url:
            scene.gather("WXR506", str(number), near=near)
    return [image for _, image in found if image is not None and image.url]


def _ordered(images: list[Attachment], attributes: Mapping[str, str]) -> list[Attachment]:
    key = _ORDER.get(attributes.get("orderby", "").lower().partition(" ")[0])
    return sorted(images, key=key) if key else images


def _item(image: Attachment, link: str) -> str:
    picture = pieces.image(image)
    if link == "file":
        picture = pieces.link(image.url, picture)
    text = image.caption.strip()
    return pieces.figure(picture, text if "<" in text or "&" in text else escape(text, quote=False))
