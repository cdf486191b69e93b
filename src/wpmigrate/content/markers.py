"""The marks `<!--more-->` and `<!--nextpage-->`: between blocks, whatever the paragraphs made of them."""

import re

from lxml import etree

from wpmigrate.html import HtmlElement, drop

_MARK = re.compile(r"\s*(more\b.*|nextpage)\s*", re.DOTALL)


def lift_markers(root: HtmlElement) -> None:
    """Move the marks up until they are children of the root; paragraphs are divided there."""
    for comment in list(root.iter(etree.Comment)):
        found = _MARK.fullmatch(comment.text or "")
        if found is None:
            continue
        comment.text = " ".join(found[1].split())
        while (parent := comment.getparent()) is not None and parent is not root:
            _lift(comment, parent)


def _lift(comment: HtmlElement, parent: HtmlElement) -> None:
    """One level up: a paragraph is divided at the mark, any other element stays whole before it."""
    grand = parent.getparent()
    assert grand is not None
    rest = etree.Element(parent.tag)
    if parent.tag == "p":
        rest.text, comment.tail = comment.tail, None
        rest.extend(list(comment.itersiblings()))
    else:
        drop_tail(comment)
    parent.remove(comment)
    rest.tail, parent.tail = parent.tail, None
    after = grand.index(parent) + 1
    if len(rest) or (rest.text or "").strip():
        rest.attrib.update(dict(parent.attrib))
        grand.insert(after, rest)
    else:
        comment.tail = rest.tail
    grand.insert(after, comment)
    if not len(parent) and not (parent.text or "").strip() and parent.tag == "p":
        drop(parent)


def drop_tail(comment: HtmlElement) -> None:
    """Leave the text after the mark with what stands before it."""
    tail, comment.tail = comment.tail, None
    before = comment.getprevious()
    parent = comment.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (tail or "")
    elif parent is not None:
        parent.text = (parent.text or "") + (tail or "")
