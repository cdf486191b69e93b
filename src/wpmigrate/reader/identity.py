"""Which item is it: the id in manifest and reports."""

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

from .keys import SECRET, secrecy_of

_ID_IN_GUID = re.compile(r"[?&](?:p|page_id|attachment_id)=(\d{1,18})(?:&|#|$)")


class Identity(NamedTuple):
    """The id, and the words for where it was taken from when the export names none."""

    id: str
    done: str = ""


def identity_of(post_id: int | None, values: Mapping[str, str], status: str) -> Identity:
    """The post id; else `?p=` of the GUID (or link), a comment system's thread, the slug of what is no secret, or a hash.

    The hash is that of the item's fields: the same on each run.
    """
    if post_id is not None:
        return Identity(str(post_id))
    for name in ("guid", "link"):
        found = _ID_IN_GUID.search(values.get(name, ""))
        if found:
            return Identity(found[1].lstrip("0") or "0", f"{found[1]} was taken from its {name}")
    thread = values.get("thread", "").split(" ")[0]
    if thread.isdecimal():
        return Identity(thread, f"{thread} was taken from its thread identifier")
    slug = values.get("slug", "")
    if slug and secrecy_of(status) < SECRET and not values.get("password"):
        return Identity(slug, "its slug stands for it")
    parts = "\0".join(
        values.get(name, "") for name in ("guid", "link", "raw_title", "date_text", "pub_date", "content")
    )
    digest = blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return Identity(f"x{digest}", "a hash of its fields stands for it")
