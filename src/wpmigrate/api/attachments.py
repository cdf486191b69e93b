"""From an attachment item to what the media library knows of its file."""

from collections.abc import Mapping

from wpmigrate.model import Attachment, Item
from wpmigrate.reader import number_of_meta, unserialize


def attachment_of(item: Item, post_id: int) -> Attachment:
    """The file's address, texts, pixels and smaller copies (`_wp_attachment_metadata`, serialized PHP)."""
    metadata = _decoded(item.meta_value("_wp_attachment_metadata") or "")
    return Attachment(
        id=post_id,
        url=item.attachment_url or item.guid,
        link=item.link,
        title=item.title,
        alt=item.meta_value("_wp_attachment_image_alt") or "",
        caption=item.excerpt,
        description=item.content,
        parent=item.parent,
        menu_order=item.menu_order,
        width=_whole(metadata.get("width")),
        height=_whole(metadata.get("height")),
        file=item.meta_value("_wp_attached_file") or "",
        sizes=_sizes(metadata.get("sizes")),
    )


def _decoded(value: str) -> Mapping[object, object]:
    """The metadata as a mapping; empty when it is none. Broken lengths are named by the rules, not here."""
    if not value.startswith("a:"):
        return {}
    try:
        decoded = unserialize(value)[0]
    except ValueError:
        return {}
    return decoded if isinstance(decoded, dict) else {}


def _sizes(value: object) -> tuple[tuple[str, str, int, int], ...]:
    """(name, file name, width, height) of each smaller copy."""
    if not isinstance(value, dict):
        return ()
    return tuple(
        (str(name), str(size.get("file", "")), _whole(size.get("width")), _whole(size.get("height")))
        for name, size in value.items()
        if isinstance(size, dict)
    )


def _whole(value: object) -> int:
    """A number of pixels, which plugins store as text too; 0 when it is none."""
    if isinstance(value, str):
        return number_of_meta(value)
    return value if isinstance(value, int) else 0
