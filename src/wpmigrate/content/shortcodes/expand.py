"""Shortcodes of a text replaced by what they show, as WordPress's `do_shortcode()` does."""

from collections.abc import Callable, Container

from .grammar import Shortcode, has_shortcode, replace_shortcodes
from .in_elements import hide_brackets, show_brackets


def expand(
    text: str,
    names: Container[str],
    show: Callable[[Shortcode, str], str | None],
    show_in_elements: Callable[[Shortcode], str | None] | None = None,
    unnested: Container[str] = frozenset(),
) -> str:
    """The text with the shortcodes of the given names shown; None from `show` leaves one as it stands.

    `show` gets the shortcode and the text that it stands in. `show_in_elements` serves those in attributes of tags,
    which are left alone without it. `unnested` is as for `shortcodes`.
    """
    if "[" not in text:
        return text
    if not has_shortcode(text, names):
        return show_brackets(text)

    def in_element(source: str) -> str:
        return replace_shortcodes(source, names, show_in_elements) if show_in_elements else source

    hidden = hide_brackets(text, in_element if show_in_elements else None)
    return show_brackets(replace_shortcodes(hidden, names, lambda code: show(code, hidden), unnested))
