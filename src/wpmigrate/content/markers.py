"""The marks `<!--more-->` and `<!--nextpage-->`: between blocks, whatever the paragraphs made of them."""

import re

from lxml import etree

from wpmigrate.html import HtmlElement, add_text_before, drop, with_attributes_of

_MARK = re.compile(r"\s*(more\b.*|nextpage)\s*", re.DOTALL)


def lift_markers(root: HtmlElement) -> None:
    """Move the marks up until they are children of the root; paragraphs are divided there."""
    for comment in reversed(list(root.iter(etree.Comment))):  # so that marks out of one element keep their order
        found = _MARK.fullmatch(comment.text or "")
        if found is None:
            continue
        comment.text = " ".join(found[1].split())
        while (parent := comment.getparent()) is not None and parent is not root:
            _lift(comment, parent)


def _lift(comment: HtmlElement, parent: HtmlElement) -> None:
    """One level up: a paragraph is divided at the mark, any other element stays whole before it."""
    rest = _rest_of_paragraph(comment, parent) if parent.tag == "p" else None
    _keep_tail(comment)
    parent.remove(comment)
    tail, parent.tail = parent.tail, None
    parent.addnext(comment)
    if rest is None:
        comment.tail = tail
    else:
        comment.addnext(rest)
        rest.tail = tail
    if parent.tag == "p" and not _holds(parent):
        drop(parent)


def _rest_of_paragraph(comment: HtmlElement, paragraph: HtmlElement) -> HtmlElement | None:
    """A new paragraph with what stands after the mark; None where there is nothing."""
    rest = with_attributes_of(paragraph, "p")
    rest.text, comment.tail = comment.tail, None
    rest.extend(list(comment.itersiblings()))
    return rest if _holds(rest) else None


def _holds(paragraph: HtmlElement) -> bool:
    """Whether there is anything in it; its length would count all that it holds."""
    return bool((paragraph.text or "").strip()) or next(paragraph.iterchildren(), None) is not None


def _keep_tail(comment: HtmlElement) -> None:
    """Leave the text after the mark with what stands before it."""
    tail, comment.tail = comment.tail, None
    add_text_before(comment, tail)
