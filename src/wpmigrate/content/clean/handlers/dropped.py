"""Elements that go with all they hold."""

from wpmigrate.content.clean.state import State, count_below
from wpmigrate.html import HtmlElement, drop


def script(element: HtmlElement, state: State) -> int:
    """Scripts run code of the old site."""
    skipped = count_below(element)
    state.account.note("WXR510", element.get("src") or "")
    drop(element)
    return skipped


def style_sheet(element: HtmlElement, state: State) -> int:
    """Style sheets, and links to them, are looks of the old site."""
    skipped = count_below(element)
    state.account.note("WXR513", element.get("href") or "")
    drop(element)
    return skipped


def unseen(element: HtmlElement, state: State) -> int:
    """What no browser shows: counted with its words."""
    skipped = count_below(element)
    if element.tag != "xml":
        state.account.note_element(element)
        state.account.leave_out(element, str(element.tag))
    drop(element)
    return skipped


def wordless(element: HtmlElement, state: State) -> int:
    """A chance to break a word, and others without a meaning here.

    Some are void by the standard, but libxml2 does not know them and puts what follows into them: that stays.
    """
    state.unwrap_later(element)
    return 0
