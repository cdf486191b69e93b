"""What the handlers of one cleaning share."""

from dataclasses import dataclass, field

from wpmigrate.html import HtmlElement

from .account import Account
from .options import CleanOptions


@dataclass(slots=True)
class State:
    """One body while it is cleaned. Handlers are called in document order."""

    root: HtmlElement
    options: CleanOptions
    account: Account = field(default_factory=Account)
    #: All nodes as they stood before the first pass: while they are kept, the passes after it need not make them anew.
    nodes: list[HtmlElement] = field(default_factory=list)
    #: Position of the element that is handled, and the last one inside of code: code takes no marks.
    position: int = 0
    code_until: int = -1
    #: The last element inside of a block of code: no other block of code stands in it.
    block_until: int = -1
    #: The last element inside of a form: its fields are named with it.
    form_until: int = -1
    #: Names of the marks that other elements may stand in.
    marks_around: set[str] = field(default_factory=set)
    #: What later passes have to do.
    has_lines_to_unwrap: bool = False
    #: Fragments that are linked to, and elements with an id.
    fragments: set[str] = field(default_factory=set)
    #: Where the links so far lead.
    addresses: set[str] = field(default_factory=set)
    with_id: list[HtmlElement] = field(default_factory=list)
    #: The last block that came out of each heading and stands behind it.
    last_behind: dict[HtmlElement, HtmlElement] = field(default_factory=dict)
    #: Pictures that stood beside the text or between two pieces of it.
    aligned: set[HtmlElement] = field(default_factory=set)
    #: Links in which a picture that counts readers stood.
    around_trackers: set[HtmlElement] = field(default_factory=set)

    def unwrap_later(self, element: HtmlElement) -> None:
        """Let the element go while what it holds stays in the line."""
        self.account.note_handlers(element.keys())
        element.attrib.clear()
        element.tag = IN_LINE
        self.has_lines_to_unwrap = True


def count_below(element: HtmlElement) -> int:
    """How many nodes lie below an element: so many does the walk skip when it goes."""
    return sum(1 for _ in element.iterdescendants()) if len(element) else 0


#: The name of elements that go while what they hold stays in the line.
IN_LINE = "wpmigrate-line"
