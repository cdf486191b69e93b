"""Formulas: WordPress keeps the TeX in an attribute, and MathML made from it as HTML."""

import re

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.scene import Scene
from wpmigrate.html import unescape

from .grammar import Block

_ANNOTATION = re.compile(r"<annotation\b[^<>]*>([^<>]*)</annotation>")


def formula(block: Block, inner: str, scene: Scene) -> str:
    """The TeX as a block; without it what the block holds."""
    attributes = block.attributes
    found = _ANNOTATION.search(inner)
    tex = attributes.get("latex") or attributes.get("tex") or (unescape(found[1]) if found else "")
    return (
        f"\n{scene.hold(pieces.math(tex, is_block=True), is_block=True)}\n" if isinstance(tex, str) and tex else inner
    )
