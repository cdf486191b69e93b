"""The words of a body as WordPress stored it, read without any of WordPress's rules.

The comparison with what WordPress would show trusts our own reading of blocks, paragraphs and shortcodes. This one does
not: every word that stands in the body outside of tags, comments and shortcodes must be in the output.
"""

import re

from .reading import tokens_of
from .tokens import is_address, is_word

_SHORTCODE = re.compile(r"\[/?([a-zA-Z][\w-]*+)[^\[\]]{0,2000}\]")
_CLOSING = re.compile(r"\[/([a-zA-Z][\w-]*+)\]")
_NAME = re.compile(r"[\w-]+")
_WITHIN_WORD = re.compile(r"\[/?\w{0,40}dropcap\b[^\[\]]{0,200}\]")
"""Stands around the first letter of a word."""
_ENCODED = re.compile(r"\[(vc_raw_html|vc_raw_js|fusion_code)\b[^\[\]]{0,200}\][A-Za-z0-9+/=\r\n]*\[/\1\]")
"""HTML that a page builder keeps in base 64."""
_DATA = re.compile(r"data:[\w/+.-]{0,80};base64,[A-Za-z0-9+/=]*+")
"""A picture in the attribute of a shortcode, longer than any other is."""
_MARK = re.compile(r"\[\^[\w-]{1,40}\]:?")
"""The mark of a footnote that was typed, and what begins its text: every reader numbers them anew."""
_ENTITIES = ("amp", "lt", "gt", "quot", "nbsp", "apos", "hellip", "039", "8217", "8211")
"""What stands in a body that was encoded twice; code blocks decode it once more."""
_PARAGRAPHS = ("p", "br")
"""What an editor put into code before it was encoded; code blocks leave it out."""


def stored_words(content: str, *, shows_hidden: bool = False, is_comment: bool = False) -> tuple[str, ...]:
    """The words of a stored body; those of shortcodes' tags are left out.

    In a comment WordPress runs no shortcodes: there only tags that are closed are left out, which may stand round code.
    """
    if "[" in content and is_comment:
        closed = set(_CLOSING.findall(content))
        content = _SHORTCODE.sub(lambda found: " " if found[1] in closed else found[0], content)
    elif "[" in content:
        if "[/vc_raw" in content or "[/fusion_code" in content:
            content = _ENCODED.sub(" ", content)
        if "base64," in content:
            content = _DATA.sub("", content)
        content = _SHORTCODE.sub(" ", _MARK.sub(" ", _WITHIN_WORD.sub("", content)))
    words = [
        token for token in tokens_of(content, shows_hidden=shows_hidden) if is_word(token) and not is_address(token)
    ]
    keywords = {"latex"} if "$latex" in content else set()
    if "&amp;" in content:
        keywords.update(_ENTITIES)
    if "&lt;/p&gt;" in content:
        keywords.update(_PARAGRAPHS)
    return tuple(word for word in words if word not in keywords)
