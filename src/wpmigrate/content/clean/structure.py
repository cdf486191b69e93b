"""The second pass: blocks. From the leaves up, so that each element knows what is left in it."""

from lxml import etree

from wpmigrate.html import BLOCK, HEADINGS, HtmlElement, drop, unwrap, wrap_inside

from .state import IN_LINE, State
from .vocabulary import AS_BLOCKS, BOXES, EMPTY_BLOCKS, HOLDERS, MARKS

_BLOCKS = BLOCK | {AS_BLOCKS}
_PLAYERS = ("video", "audio", "iframe")
_VERBATIM = frozenset({"pre", "code"})
#: How many levels a break at the end of marks is followed up.
_LOOK_UP = 24
#: Blocks of one line or paragraph.
_LINES = HEADINGS | {"p"}
_SETTLED = BOXES | _LINES | EMPTY_BLOCKS
#: Blocks that stay as they are: items, cells and the like.
_PARTS = BLOCK - _SETTLED - MARKS - {"br"}


class Structure:
    """One run over the tree: what holds blocks, and which marks do."""

    def __init__(self, state: State) -> None:
        self.root = state.root
        self.aligned = state.aligned
        self.around_trackers = state.around_trackers
        #: Links on nothing that went.
        self.lost_links = 0
        #: Links on nothing that stay, the last first.
        self.silent_links: list[HtmlElement] = []
        #: Elements that have a block below them.
        self.holders: set[HtmlElement] = set()
        #: Marks around blocks: `spread` deals with them.
        self.wide_marks: list[HtmlElement] = []
        self.goes = False
        self.has_breaks = False

    def run(self) -> None:
        """Visit every element after all that lie in it."""
        for element in reversed(list(self.root.iterdescendants())):
            tag: object = element.tag
            if tag in _PARTS or not isinstance(tag, str):
                self._holds_block(element)
            elif tag in MARKS:
                if element in self.holders or is_blank(element):
                    self._mark(element, tag)
            elif tag in _SETTLED:
                self._block(element, tag)
            elif tag == "br":
                if ends_line(element, self.root):
                    drop(element)
                else:
                    self.has_breaks = True
            elif element in self.holders:
                self._holds_block(element)

    def _holds_block(self, element: HtmlElement) -> None:
        parent = element.getparent()
        if parent is not None:
            self.holders.add(parent)

    def _mark(self, element: HtmlElement, tag: str) -> None:
        """A mark on nothing goes; a mark around blocks is remembered. It is one of both."""
        if element in self.holders:
            self._holds_block(element)
            if "id" not in element.attrib or "href" in element.attrib:
                self.wide_marks.append(element)
        elif self._says_nothing(element) and not (tag == "code" and _is_in_pre(element)):
            if element.text:
                element.text = element.text.replace("\u00a0", " ")
            unwrap(element)
        elif "href" in element.attrib:
            self.silent_links.append(element)

    def _says_nothing(self, element: HtmlElement) -> bool:
        """Whether a mark on nothing goes: any but a link to another page, and that too where it held a tracker."""
        if not element.keys():
            return True
        if element.get("id") is not None:
            return False
        goes = element in self.around_trackers or (element.get("href") or "").startswith("#")
        if goes:
            self.lost_links += 1
            element.attrib.clear()
        return goes

    def _block(self, element: HtmlElement, tag: str) -> None:
        """An empty block goes; a box becomes a paragraph, or goes while its blocks stay."""
        if is_blank(element) and not element.get("id"):
            self.has_breaks = drop_block(element) or self.has_breaks
            return
        if tag == "pre":
            _settle_code(element)
        if tag in BOXES and not self._is_vocabulary(element, tag):
            self._box(element)
            return
        if tag in _LINES and element in self.holders:
            self._crowded(element, tag)
        elif tag == "p" and self.aligned:
            self._set_apart(element)
        self._holds_block(element)

    def _is_vocabulary(self, element: HtmlElement, tag: str) -> bool:
        return bool(tag in {"div", "section"} and element.get("class"))

    def _box(self, element: HtmlElement) -> None:
        """What a `<div>` and its like are."""
        parent = element.getparent()
        if element in self.holders:
            keep_target(element)
            wrap_loose(element, self.holders)
            element.tag = AS_BLOCKS
            self.goes = True
            self._holds_block(element)
        elif parent is not None and (_is_all_of(element, parent) or parent.tag == "figure"):
            keep_target(element)
            element.tag = IN_LINE
            self.goes = True
        else:
            element.tag = "p"
            self._set_apart(element)
            self._holds_block(element)

    def _set_apart(self, paragraph: HtmlElement) -> None:
        """Pictures beside the text or above it, which begin a paragraph, get one of their own."""
        pictures = self._leading_pictures(paragraph)
        if not pictures:
            return
        behind, after = pictures[-1].tail or "", pictures[-1].getnext()
        while after is not None and after.tag == "br" and not behind.strip():
            behind, broken = after.tail or "", after
            after = after.getnext()
            paragraph.remove(broken)
        if after is None and not behind.strip():
            return
        above = etree.Element("p")
        above.extend(pictures)
        pictures[-1].tail = None
        paragraph.text = behind.lstrip()
        paragraph.addprevious(above)

    def _leading_pictures(self, paragraph: HtmlElement) -> list[HtmlElement]:
        if (paragraph.text or "").strip():
            return []
        found: list[HtmlElement] = []
        for child in paragraph:
            if child not in self.aligned:
                break
            found.append(child)
            if (child.tail or "").strip():
                break
        return found

    def _crowded(self, element: HtmlElement, tag: str) -> None:
        """A paragraph or heading with blocks in it: no parser builds one, but handlers may."""
        keep_target(element)
        if tag in HEADINGS:
            for box in element.iterchildren("p"):
                if next(box.iter(*_PLAYERS), None) is None:  # they stand below headings, never in them
                    box.tag = tag
        wrap_loose(element, self.holders, tag)
        element.tag = AS_BLOCKS
        self.goes = True


def is_blank(element: HtmlElement) -> bool:
    """Whether an element holds nothing but blanks."""
    return not len(element) and not (element.text or "").strip()


def is_block(node: HtmlElement) -> bool:
    """Whether what stands before and after a node stands on other lines: blocks, and the marks between blocks."""
    tag: object = node.tag
    return tag in _BLOCKS or not isinstance(tag, str)


def ends_line(element: HtmlElement, root: HtmlElement) -> bool:
    """Whether a break stands last in its block, or right before another block: it shows nothing."""
    holder = element.getparent()
    if holder is not None and holder.tag in _VERBATIM:
        return False
    node = element
    for _ in range(_LOOK_UP):
        if node.tail and node.tail.strip():
            return False
        after = node.getnext()
        if after is not None:
            return is_block(after)
        parent = node.getparent()
        if parent is None or parent is root or parent.tag in _BLOCKS:
            return True
        node = parent
    return False


def drop_block(element: HtmlElement) -> bool:
    """Take an empty block out; where it parted two pieces of one line, a break does so from now on: gives whether."""
    parent = element.getparent()
    if parent is None:
        return False
    if _is_line_before(element, parent) and _is_line_after(element):
        element.attrib.clear()
        element.tag = "br"
        element.text = None
        return True
    drop(element)
    return False


def _is_line_before(element: HtmlElement, parent: HtmlElement) -> bool:
    before = element.getprevious()
    if before is None:
        return bool((parent.text or "").strip())
    if before.tail and before.tail.strip():
        return True
    return not is_block(before) and before.tag != "br"


def _is_line_after(element: HtmlElement) -> bool:
    if element.tail and element.tail.strip():
        return True
    after = element.getnext()
    return after is not None and not is_block(after) and after.tag != "br"


def _is_all_of(element: HtmlElement, parent: HtmlElement) -> bool:
    """Whether a box is all that an item or cell holds."""
    if parent.tag not in HOLDERS or (parent.text or "").strip() or (element.tail or "").strip():
        return False
    return element.getprevious() is None and element.getnext() is None


def _settle_code(pre: HtmlElement) -> None:
    """A block of code without other elements is `<pre><code>`; the language stands on the code."""
    language = pre.attrib.pop("class", "")
    inner = pre[0] if len(pre) == 1 and pre[0].tag == "code" and not pre.text and not pre[0].tail else None
    if inner is None and not len(pre):
        pre.text = (pre.text or "").removeprefix("\n")  # no reader of HTML shows it (Living Standard, "in body")
        inner = wrap_inside(pre, "code")
    if inner is not None and language:
        inner.set("class", language)


def _is_in_pre(element: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "pre"


def keep_target(element: HtmlElement) -> None:
    """What links lead to stays: an anchor takes the id of a block that goes."""
    name = element.get("id")
    element.attrib.clear()
    if not name:
        return
    anchor = etree.Element("a", id=name)
    anchor.tail, element.text = element.text, None
    first = next((child for child in element if child.tag in _BLOCKS), None)
    if first is not None and first is element[0] and not (anchor.tail or "").strip() and first.get("id") is None:
        element.text = anchor.tail
        first.set("id", name)
        return
    element.insert(0, anchor)


def wrap_loose(element: HtmlElement, holders: set[HtmlElement], tag: str = "p") -> None:
    """Put each run of text and marks between the blocks of an element into a paragraph of its own.

    `holders` are the elements that have blocks below them: no paragraph is put around those.
    """
    children = list(element)
    run: HtmlElement | None = None
    if element.text and element.text.strip():
        run = etree.Element(tag)
        run.text, element.text = element.text, None
        element.insert(0, run)
    for child in children:
        if is_block(child) or child in holders:
            run = None
            if child.tail and child.tail.strip():
                run = etree.Element(tag)
                run.text, child.tail = child.tail, None
                child.addnext(run)
        else:
            if run is None:
                if child.tag == "br" and not (child.tail or "").strip():
                    drop(child)
                    continue
                run = etree.Element(tag)
                child.addprevious(run)
            run.append(child)
    _drop_blank(element, tag)


def _drop_blank(element: HtmlElement, tag: str) -> None:
    """Runs of nothing but breaks and empty marks are no paragraphs."""
    for child in list(element.iterchildren(tag)):
        if not len(child) and not (child.text or "").strip():
            drop(child)
