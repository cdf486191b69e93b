"""Forms: a static site cannot receive them. Their text stays, each label on a line of its own."""

from lxml import etree

from wpmigrate.content.clean.state import State, count_below
from wpmigrate.html import HtmlElement, drop, plain_text, replace, words

from .image import image


def form(element: HtmlElement, state: State) -> int:
    """A form is a box from here on."""
    state.account.note("WXR515", element.get("action") or "")
    state.form_until = max(state.form_until, state.position + count_below(element))
    element.tag = "div"
    return 0


def field(element: HtmlElement, state: State) -> int:
    """Keep the box of a task, and the picture of a button; other fields go, named with their form or by themselves."""
    parent = element.getparent()
    kind = (element.get("type") or "").strip().lower()
    if kind == "image" and element.get("src"):
        element.tag = "img"
        return image(element, state)
    if kind == "checkbox" and parent is not None and _starts_item(element, parent):
        element.set("type", "checkbox")
        return 0
    if kind != "hidden" and state.position > state.form_until:
        state.account.note_element(element)
    drop(element)
    return 0


def label(element: HtmlElement, state: State) -> int:
    """The text of a label, button or option stands on a line of its own."""
    before = element.getprevious()
    if before is None or before.tag != "br" or (before.tail or "").strip():
        element.addprevious(etree.Element("br"))
    after = etree.Element("br")
    after.tail, element.tail = element.tail, None
    element.addnext(after)
    state.unwrap_later(element)
    return 0


def text_field(element: HtmlElement, state: State) -> int:  # noqa: ARG001 - all handlers have one signature
    """The text in a text field is exact: visitors were to copy it."""
    skipped = count_below(element)
    text = plain_text(element)
    if not text.strip():
        drop(element)
        return skipped
    new = etree.Element("code")
    if "\n" in text.strip("\n") and words(text):
        block = etree.Element("pre")
        block.append(new)
        new.text = text
        replace(element, block)
    else:
        new.text = text.strip("\n")
        replace(element, new)
    return skipped


def _starts_item(element: HtmlElement, parent: HtmlElement) -> bool:
    """Whether nothing stands before the box in its list item (or in the item's only paragraph or label)."""
    if element.getprevious() is not None or (parent.text or "").strip():
        return False
    above = parent.getparent()
    if parent.tag in {"p", "label", "wpmigrate-line"} and above is not None:
        return above.tag == "li" and parent.getprevious() is None and not (above.text or "").strip()
    return bool(parent.tag == "li")
