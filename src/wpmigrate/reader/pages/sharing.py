"""Buttons for sharing in the box of a text, told by their addresses where no class tells them."""

import re

from wpmigrate.html import drop, plain_text

from .tree import HtmlElement

_SHARE = re.compile(
    r"""(?:facebook\.com/(?:sharer|share\.php|dialog/share)|(?:twitter|x)\.com/(?:share|intent/|home\?status)
    |plus\.google\.com/share|linkedin\.com/(?:shareArticle|sharing)|pinterest\.[a-z.]+/pin/create|reddit\.com/submit
    |(?:delicious\.com|del\.icio\.us)/(?:post|save)|digg\.com/submit|stumbleupon\.com/submit|tumblr\.com/share
    |vk\.com/share|wa\.me/\?text|whatsapp(?:\.com|:/)/send|t\.me/share|bsky\.app/intent|threads\.net/intent)""",
    re.VERBOSE | re.IGNORECASE,
)
_LABEL = 30
"""Characters of the words on a button; a longer link is a sentence of the author's to be shared."""

_BESIDE = 60
"""Characters of words beside the buttons (`Share this:`)."""

_BLOCKS = frozenset({"p", "div", "ul", "ol", "section", "aside", "footer", "table", "span"})


def take_share_links(body: HtmlElement) -> None:
    """Take out of `body`, in place, each block that holds buttons for sharing and nothing else."""
    for link in list(body.iter("a")):
        if not _is_button(link):
            continue
        block = None
        for parent in link.iterancestors():
            if parent is body or not _holds_buttons_only(parent):
                break
            block = parent if parent.tag in _BLOCKS else block
        if block is not None:
            drop(block)


def _is_button(link: HtmlElement) -> bool:
    return bool(_SHARE.search(link.get("href", ""))) and len(plain_text(link).strip()) <= _LABEL


def _holds_buttons_only(block: HtmlElement) -> bool:
    """Whether its links are all buttons, and hardly a word stands beside them; two buttons, or no word at all."""
    links = list(block.iter("a"))
    if any(not any(up.tag == "a" for up in image.iterancestors()) for image in block.iter("img", "iframe", "video")):
        return False
    beside = len(plain_text(block).strip()) - sum(len(plain_text(link).strip()) for link in links)
    return all(map(_is_button, links)) and beside <= (_BESIDE if len(links) > 1 else 0)
