"""Blocks of plugins that no table names."""

from collections.abc import Iterator
from html import escape
from typing import Any

from wpmigrate.content.scene import Scene

from .grammar import Block

#: Families of blocks that save all they show as HTML.
_FAMILIES = frozenset(
    """
    atomic-blocks coblocks core-embed generateblocks genesis-blocks getwid kadence kb otter-blocks stackable
    themeisle-blocks uagb ugb ub yoast yoast-seo rank-math jetpack crowdsignal-forms spectra essential-blocks
    premium qubely editorskit advgb ultimate-post nk-awb ghostkit wpzoom-recipe-card woocommerce tadv luckywp
    """.split()  # noqa: SIM905 - a list of names reads better as a text
)


def unknown(block: Block, is_filled: bool, scene: Scene) -> str:
    """The content stays; a block without any is dynamic, or its texts stand in its attributes, and is named."""
    name = str(block.name)
    if is_filled:
        if name.partition("/")[0] not in _FAMILIES:
            scene.count("WXR503", name)
        return ""
    texts = list(dict.fromkeys(_texts(block.attributes)))
    if not texts:
        scene.count("WXR502", name)
        return ""
    for text in texts:
        scene.gather("WXR504", " ".join(text.split()), name=name, near=f"wp:{name}")
    if scene.options.block_data == "keep":
        return "".join(text if "<p" in text else f"<p>{escape(text, quote=False)}</p>" for text in texts)
    return ""


def _texts(attributes: dict[str, Any]) -> Iterator[str]:
    """Strings that read like text, with a blank between words, and whole addresses; no style."""
    waiting: list[Any] = [attributes]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [part for key, part in reversed(value.items()) if not str(key).startswith("_")]
        elif isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, str) and (_is_text(value) or value.strip().startswith(("http://", "https://"))):
            yield value.strip()


def _is_text(value: str) -> bool:
    bare = value.strip()
    return (
        " " in bare
        and any(char.isalpha() for char in bare)
        and "{" not in bare
        and not bare.startswith(("http", "/", "#"))
    )
