"""Files: a link with the name, mostly a button to download it, and for a PDF a preview."""

import re

from wpmigrate.content.scene import Scene

from .grammar import Block

_PREVIEW = re.compile(r"<object\b[^<>]*\bwp-block-file__embed\b[^<>]*>\s*</object>")


def file(block: Block, inner: str, scene: Scene) -> str:
    """The links; the preview shows the same file."""
    return _PREVIEW.sub("", inner) if "<object" in inner and "<a " in inner else inner
