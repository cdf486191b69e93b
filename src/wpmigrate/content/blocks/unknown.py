"""Blocks of plugins that no table names."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.scene import Scene
from wpmigrate.html import is_safe_url

from .grammar import Block

#: Families of blocks that save all they show as HTML.
_FAMILIES = frozenset(
    """
    atomic-blocks coblocks core-embed generateblocks genesis-blocks getwid kadence kb otter-blocks stackable
    themeisle-blocks uagb ugb ub yoast yoast-seo rank-math jetpack crowdsignal-forms spectra essential-blocks
    premium qubely editorskit advgb ultimate-post nk-awb ghostkit wpzoom-recipe-card woocommerce tadv luckywp
    """.split()  # noqa: SIM905 - a list of names reads better as a text
)

_BUTTON = re.compile(r"(?:btn|button)$")
#: Attributes that hold words, even where it is a single one.
_WORDS = re.compile(
    r"(?:text|title|subtitle|content|label|heading|headline|name|occupation|company|caption|description|quote|author"
    r"|question|answer)$|[a-z](?:Text|Title|Label|Heading)$"
)
#: Attributes that hold looks, or words for the editor alone.
_LOOKS = frozenset({"style", "elements", "typography", "metadata", "className", "fontFamily"})
#: Settings that stand under such names too, as editors write them; an author's answer may be "None".
_SETTINGS = frozenset({"default", "none", "auto", "true", "false", "left", "right", "center", "horizontal", "vertical"})


def unknown(block: Block, is_filled: bool, scene: Scene) -> str:
    """The content stays; a block without any is dynamic, or its texts stand in its attributes, and is named."""
    name = str(block.name)
    if is_filled:
        if name.partition("/")[0] not in _FAMILIES:
            scene.count("WXR503", name)
        return ""
    if button := _button(block):
        return button
    texts = list(dict.fromkeys(_texts(block.attributes)))
    if not texts:
        scene.count("WXR502", name)
        return ""
    for text in texts:
        scene.gather("WXR504", " ".join(text.split()), name=name, near=f"wp:{name}")
    if scene.options.block_data == "keep":
        return "".join(text if "<p" in text else f"<p>{escape(text, quote=False)}</p>" for text in texts)
    return ""


def _button(block: Block) -> str:
    """The link of a button that has its words and its address in its attributes; empty for any other block.

    Kadence stores `<!-- wp:kadence/singlebtn {"text":"…","link":"…"} /-->`.
    """
    text = block.attributes.get("text")
    if not isinstance(text, str) or not text.strip() or _BUTTON.search(str(block.name)) is None:
        return ""
    link = block.attributes.get("link") or block.attributes.get("url")
    shown = text if "<" in text else escape(text, quote=False)
    return f"<p>{pieces.link(link, shown) if isinstance(link, str) and is_safe_url(link) else shown}</p>"


def _texts(attributes: dict[str, Any]) -> Iterator[str]:
    """Strings that read like text, with a blank between words, or whose key says so, and whole addresses; no style."""
    waiting: list[tuple[str, Any]] = [("", attributes)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [
                (str(name), part)
                for name, part in reversed(value.items())
                if not str(name).startswith("_") and name not in _LOOKS
            ]
        elif isinstance(value, list):
            waiting += [(key, part) for part in reversed(value)]
        elif isinstance(value, str) and (
            _is_text(value) or _is_address(value) or (_WORDS.search(key) and _is_word(value))
        ):
            yield value.strip()


def _is_text(value: str) -> bool:
    bare = value.strip()
    return (
        " " in bare
        and any(char.isalpha() for char in bare)
        and "{" not in bare
        and not bare.startswith(("http", "/", "#"))
    )


def _is_word(value: str) -> bool:
    """Whether a value without blanks is a word, and not a setting or the name of a colour, a block or a field."""
    bare = value.strip()
    if bare in _SETTINGS:
        return False
    return any(char.isalpha() for char in bare) and not any(char in bare for char in "{:|/#(_")


def _is_address(value: str) -> bool:
    return value.strip().startswith(("http://", "https://"))
