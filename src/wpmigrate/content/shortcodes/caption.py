"""`[caption]`: a picture with a caption. Source: `img_caption_shortcode()`."""

import re

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.scene import Scene

from .grammar import Shortcode

#: The picture, with a link round it, and what follows: the caption of the newer form.
_PICTURE = re.compile(r"\s*((?:<a [^>]+>\s*)?<img [^>]+>(?:\s*</a>)?)(.*)", re.DOTALL | re.IGNORECASE)


def caption(code: Shortcode, scene: Scene) -> str | None:
    """A figure; the caption stands in the attribute (to 3.3) or after the picture."""
    content = code.content or ""
    text = code.attributes.get("caption", "")
    if not text:
        found = _PICTURE.match(content)
        if found is not None:
            content, text = found[1], found[2].strip()
    inner = scene.expand(content)
    if not inner.strip():
        return f"<p>{text}</p>" if text else ""
    text = scene.expand(text)
    return pieces.figure(inner, text)
