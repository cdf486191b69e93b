"""Blocks: a grammar, and tables of what is done with the names that are known."""

from .code import code
from .dynamic import DYNAMIC, dynamic
from .embed import embed
from .footnotes import footnotes, mark_footnotes
from .gallery import gallery
from .grammar import Block, parse
from .handler import Handler
from .reference import reference
from .show import show_blocks
from .static import STATIC, static
from .text_blocks import classic, shortcode
from .unknown import unknown

_EMBEDS = (
    "embed", "core-embed/amazon-kindle", "core-embed/animoto", "core-embed/cloudup", "core-embed/collegehumor",
    "core-embed/crowdsignal", "core-embed/dailymotion", "core-embed/facebook", "core-embed/flickr", "core-embed/funnyordie",
    "core-embed/hulu", "core-embed/imgur", "core-embed/instagram", "core-embed/issuu", "core-embed/kickstarter",
    "core-embed/meetup-com", "core-embed/mixcloud", "core-embed/photobucket", "core-embed/polldaddy", "core-embed/reddit",
    "core-embed/reverbnation", "core-embed/screencast", "core-embed/scribd", "core-embed/slideshare", "core-embed/smugmug",
    "core-embed/soundcloud", "core-embed/speaker", "core-embed/speaker-deck", "core-embed/spotify", "core-embed/ted",
    "core-embed/tiktok", "core-embed/tumblr", "core-embed/twitter", "core-embed/videopress", "core-embed/vimeo",
    "core-embed/wordpress", "core-embed/wordpress-tv", "core-embed/youtube",
)  # fmt: skip

HANDLERS = (
    Handler(("block",), reference, "the content of the reusable block"),
    Handler(_EMBEDS, embed, "an embed with its caption"),
    Handler(("footnotes",), footnotes, "footnotes, from the post meta"),
    Handler(("freeform", "tadv/classic-paragraph", "classic"), classic, "text of the classic editor"),
    Handler(("shortcode",), shortcode, "its shortcodes"),
    Handler(
        ("gallery", "jetpack/tiled-gallery", "jetpack/slideshow", "jetpack/image-compare", "coblocks/gallery-masonry",
         "coblocks/gallery-stacked", "coblocks/gallery-collage", "coblocks/gallery-carousel", "coblocks/gallery-offset",
         "kadence/advancedgallery", "meow-gallery/gallery"),
        gallery,
        "a gallery: pictures with links and captions",
    ),
    Handler(
        ("code", "preformatted-code", "syntaxhighlighter/code", "codemirror-blocks/code-block", "simple-code-block/ace",
         "enlighter/codeblock", "prismatic/blocks", "kevinbatdorf/code-block-pro", "urvanov-syntax-highlighter/code-block",
         "loos-hcb/code-block", "wpdm/code", "advanced-gutenberg-blocks/code", "atomic-blocks/code"),
        code,
        "a code block with its language",
    ),
    Handler(tuple(sorted(DYNAMIC)), dynamic, "named: only WordPress makes its content"),
    Handler(STATIC, static, "its content as it is"),
)  # fmt: skip

BY_NAME = {name: handler for handler in HANDLERS for name in handler.names}
"""The handler of each name; core blocks go without their `core/`."""

OTHER = Handler((), unknown, "its inner content; what stands only in its attributes is named")
"""For all other names."""

__all__ = ["BY_NAME", "HANDLERS", "OTHER", "Block", "Handler", "mark_footnotes", "parse", "show_blocks"]
