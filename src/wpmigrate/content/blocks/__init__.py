"""Blocks: a grammar, and tables of what is done with the names that are known."""

from .code import code
from .cover import cover
from .dynamic import DYNAMIC, LINKS, dynamic, link
from .embed import embed
from .file import file
from .footnotes import mark_footnotes
from .formula import formula
from .gallery import gallery
from .grammar import Block, parse
from .handler import Handler
from .markdown import markdown
from .reference import reference
from .show import show_blocks
from .static import STATIC
from .text_blocks import classic, shortcode
from .unknown import unknown

_EMBEDS = (
    "embed", "core-embed/amazon-kindle", "core-embed/animoto", "core-embed/cloudup", "core-embed/collegehumor",
    "core-embed/crowdsignal", "core-embed/dailymotion", "core-embed/facebook", "core-embed/flickr",
    "core-embed/funnyordie", "core-embed/hulu", "core-embed/imgur", "core-embed/instagram", "core-embed/issuu",
    "core-embed/kickstarter", "core-embed/meetup-com", "core-embed/mixcloud", "core-embed/photobucket",
    "core-embed/polldaddy", "core-embed/reddit", "core-embed/reverbnation", "core-embed/screencast",
    "core-embed/scribd", "core-embed/slideshare", "core-embed/smugmug", "core-embed/soundcloud",
    "core-embed/speaker", "core-embed/speaker-deck", "core-embed/spotify", "core-embed/ted", "core-embed/tiktok",
    "core-embed/tumblr", "core-embed/twitter", "core-embed/videopress", "core-embed/vimeo", "core-embed/wordpress",
    "core-embed/wordpress-tv", "core-embed/youtube",
)  # fmt: skip

_GALLERIES = (
    "gallery", "jetpack/tiled-gallery", "jetpack/slideshow", "jetpack/image-compare", "coblocks/gallery-carousel",
    "coblocks/gallery-collage", "coblocks/gallery-masonry", "coblocks/gallery-offset", "coblocks/gallery-stacked",
    "kadence/advancedgallery", "meow-gallery/gallery",
)  # fmt: skip
_CODE = (
    "code", "advanced-gutenberg-blocks/code", "atomic-blocks/code", "codemirror-blocks/code-block",
    "enlighter/codeblock", "kevinbatdorf/code-block-pro", "loos-hcb/code-block", "prismatic/blocks",
    "simple-code-block/ace", "syntaxhighlighter/code", "urvanov-syntax-highlighter/code-block", "wpdm/code",
)  # fmt: skip

HANDLERS = (
    Handler(("block",), "the content of the reusable block", reference),
    Handler(_EMBEDS, "an embed with its caption", embed),
    Handler(("footnotes",), "footnotes, from the post meta"),
    Handler(("freeform", "classic", "tadv/classic-paragraph"), "text of the classic editor", classic),
    Handler(("shortcode",), "its shortcodes", shortcode),
    Handler(_GALLERIES, "a gallery: pictures with links and captions", gallery),
    Handler(_CODE, "a code block with its language", code),
    Handler(("math", "latex"), "a formula", formula),
    Handler(("cover", "cover-image"), "its content, and its picture where that is a background", cover),
    Handler(("file",), "a link to the file; the preview goes", file),
    Handler(("jetpack/markdown",), "its HTML, or its Markdown where it has none", note=markdown),
    Handler(LINKS, "a link with its label", link),
    Handler(tuple(sorted(DYNAMIC)), "named: only WordPress makes its content", note=dynamic),
    Handler(STATIC, "its content as it is"),
)

BY_NAME = {name: handler for handler in HANDLERS for name in handler.names}
"""The handler of each name; core blocks go without their `core/`."""

UNTOUCHED = frozenset(name for name, handler in BY_NAME.items() if handler.show is None and handler.note is None)
"""The names for which nothing is done."""

OTHER = Handler((), "its inner content; what stands only in its attributes is named", note=unknown)
"""For all other names."""

__all__ = ["BY_NAME", "HANDLERS", "OTHER", "UNTOUCHED", "Block", "Handler", "mark_footnotes", "parse", "show_blocks"]
