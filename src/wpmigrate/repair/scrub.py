"""An export that may be shown to others: without addresses, passwords and whatever was not public."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from wpmigrate.config.policy import PERSONAL_TYPES
from wpmigrate.model import Comment, Item
from wpmigrate.model.entry import PUBLIC_STATUSES
from wpmigrate.reader import Element, number_of_meta
from wpmigrate.wxr import Span

from .entry import EntryText
from .masking import Masks

EMPTIED = frozenset(
    {
        "wp:author_email",
        "wp:comment_author_email",
        "wp:comment_author_IP",
        "wp:post_password",
        "managingEditor",
        "webMaster",
    }
)
"""Fields that hold nothing else than what must go."""

_SECRET = re.compile(r"(?i)passw(?:or)?d|secret|token|api_?key|licen[cs]e|credential|private_?key")
_NAMES = {
    "wp:author_display_name": "Author",
    "wp:author_login": "author",
    "dc:creator": "author",
    "wp:comment_author": "Commenter",
}
"""Fields with names, and the word that comes in their place, with a number."""

_NAMES_EMPTIED = frozenset({"wp:author_first_name", "wp:author_last_name", "wp:comment_author_url"})
_ADDRESSES = "texts with e-mail or IP addresses"


@dataclass(slots=True)
class Scrubber:
    """Takes out what others may not see; counts what it did. `names`: the names of authors and commenters too."""

    names: bool = False
    #: How many fields were emptied or masked, and items left out, by what they are.
    counts: Counter[str] = field(default_factory=Counter)
    _hidden: set[int] = field(default_factory=set)
    #: Items by the id of the one that they are as public as: their numbers in the draft, and their own ids.
    _owned: dict[int, list[tuple[int, int | None]]] = field(default_factory=dict)
    _masks: Masks = field(default_factory=Masks)
    _numbers: dict[str, dict[str, int]] = field(default_factory=dict)

    def is_private(self, item: Item) -> bool:
        """Whether an item was not public; what belongs to it is not either."""
        is_private = item.status not in PUBLIC_STATUSES or bool(item.password) or item.type in PERSONAL_TYPES
        if is_private and item.post_id is not None:
            self._hidden.add(item.post_id)
        return is_private

    def keep(self, item: Item, number: int) -> None:
        """An item stands in the draft under `number`, unless what it belongs to turns out to be private."""
        owner = _owner(item)
        if owner:
            self._owned.setdefault(owner, []).append((number, item.post_id))

    def owned_by_private(self) -> Iterator[int]:
        """The numbers of the items that are to be left out as well, now that all were seen; they are counted."""
        owing = list(self._hidden)
        while owing:
            for number, post_id in self._owned.pop(owing.pop(), ()):
                self.counts["private items"] += 1
                yield number
                if post_id is not None:
                    owing.append(post_id)

    def masked(self, xml: bytes) -> bytes:
        """What is written of an entry or round it without the addresses in its attributes and comments."""
        masked = self._masks.masked_xml(xml)
        if masked != xml:
            self.counts[_ADDRESSES] += 1
        return masked

    def scrub(self, entry: EntryText) -> None:
        """Decide on the changes to one entry."""
        secrets = _secret_values(entry.element)
        for element, span in entry.elements():
            if element.key == "wp:comment" and not _is_public(element):
                self._remove(entry, span, "comments that were not public")
            elif self.names and element.key == "category" and element.attributes.get("domain") == "author":
                self._remove(entry, span, "names")
            elif element.text and not element.children:
                self._scrub_leaf(entry, element, span, is_secret=id(element) in secrets)

    def _remove(self, entry: EntryText, span: Span, what: str) -> None:
        entry.remove(span)
        self.counts[what] += 1

    def _scrub_leaf(self, entry: EntryText, element: Element, span: Span, *, is_secret: bool) -> None:
        text, what = self._scrubbed(element, is_secret=is_secret)
        if text != element.text:
            entry.put(span, text)
            self.counts[what] += 1

    def _scrubbed(self, element: Element, *, is_secret: bool) -> tuple[str, str]:
        """The text that a leaf may have, and the words for what was taken out."""
        key, text = element.key, element.text
        if key in EMPTIED:
            return "", "e-mail addresses, IP addresses and passwords in fields"
        if is_secret:
            return "", "values of secret settings"
        if self.names and key in _NAMES and text.strip():
            return self._pseudonym(key, text.strip()), "names"
        if self.names and key in _NAMES_EMPTIED:
            return "", "names"
        return self._masks.masked(text), _ADDRESSES

    def _pseudonym(self, key: str, name: str) -> str:
        """The same for the same name. Exporters up to 3.0 put the display name where later ones put the login."""
        word = _NAMES[key]
        names = self._numbers.setdefault(word, {})
        if key == "dc:creator" and name not in names and name in self._numbers.get("Author", {}):
            word, names = "Author", self._numbers["Author"]
        number = names.setdefault(name, len(names) + 1)
        return f"{word} {number}" if word[0].isupper() else f"{word}{number}"


def _is_public(comment: Element) -> bool:
    """Whether WordPress shows a `wp:comment`."""
    approved, kind = (comment.value_of(f"wp:comment_{name}").strip() for name in ("approved", "type"))
    return Comment(id=0, approved=approved, kind=kind).is_public


def _owner(item: Item) -> int:
    """The id of the item that this one is as public as; 0 for none. A menu shows nothing that leads to a private item."""
    if item.status == "inherit":
        return item.parent
    if item.type == "nav_menu_item" and item.meta_value("_menu_item_type") == "post_type":
        return number_of_meta(item.meta_value("_menu_item_object_id") or "")
    return 0


def _secret_values(entry: Element) -> set[int]:
    """The values (by `id`) of metadata whose key says that they are secret."""
    return {
        id(child)
        for meta in entry.children or ()
        if meta.key in ("wp:postmeta", "wp:termmeta") and _SECRET.search(meta.value_of("wp:meta_key"))
        for child in meta.children or ()
        if child.key == "wp:meta_value"
    }
