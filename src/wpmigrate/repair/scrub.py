"""An export that may be shown to others: without addresses, passwords and whatever was not public."""

import re
from collections import Counter
from dataclasses import dataclass, field

from wpmigrate.model import Item
from wpmigrate.model.entry import PUBLIC_STATUSES
from wpmigrate.reader import Element
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

PERSONAL_TYPES = frozenset(
    {
        "revision",
        "feedback",
        "flamingo_contact",
        "flamingo_inbound",
        "flamingo_outbound",
        "nf_sub",
        "shop_order",
        "shop_order_refund",
        "user_request",
        "customize_changeset",
        "oembed_cache",
        "scheduled-action",
        "wp-rest-api-log",
    }
)
"""Post types that were never public, whatever their status says: earlier states, answers to forms, orders, logs."""

_SECRET = re.compile(r"(?i)passw(?:or)?d|secret|token|api_?key|licen[cs]e|credential|private_?key")
_NAMES = {
    "wp:author_display_name": "Author",
    "wp:author_login": "author",
    "dc:creator": "author",
    "wp:comment_author": "Commenter",
}
"""Fields with names, and the word that comes in their place, with a number."""

_NAMES_EMPTIED = frozenset({"wp:author_first_name", "wp:author_last_name", "wp:comment_author_url"})


@dataclass(slots=True)
class Scrubber:
    """Takes out what others may not see; counts what it did. `names`: the names of authors and commenters too."""

    names: bool = False
    #: How many fields were emptied or masked, and items left out, by what they are.
    counts: Counter[str] = field(default_factory=Counter)
    #: Ids of items that were not public: what has their status goes as well.
    hidden: set[int] = field(default_factory=set)
    _masks: Masks = field(default_factory=Masks)
    _numbers: dict[str, dict[str, int]] = field(default_factory=dict)

    def is_private(self, item: Item) -> bool:
        """Whether an item was not public; what belongs to it is not either."""
        is_private = item.status not in PUBLIC_STATUSES or bool(item.password) or item.type in PERSONAL_TYPES
        if is_private and item.post_id is not None:
            self.hidden.add(item.post_id)
        return is_private

    def scrub(self, entry: EntryText) -> None:
        """Decide on the changes to one entry."""
        secrets = _secret_values(entry.element)
        for element, span in entry.elements():
            if element.key == "wp:comment" and element.value_of("wp:comment_approved").strip() != "1":
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
        return self._masks.masked(text), "texts with e-mail or IP addresses"

    def _pseudonym(self, key: str, name: str) -> str:
        """The same for the same name. Exporters up to 3.0 put the display name where later ones put the login."""
        word = _NAMES[key]
        names = self._numbers.setdefault(word, {})
        if key == "dc:creator" and name not in names and name in self._numbers.get("Author", {}):
            word, names = "Author", self._numbers["Author"]
        number = names.setdefault(name, len(names) + 1)
        return f"{word} {number}" if word[0].isupper() else f"{word}{number}"


def _secret_values(entry: Element) -> set[int]:
    """The values (by `id`) of metadata whose key says that they are secret."""
    return {
        id(child)
        for meta in entry.children or ()
        if meta.key in ("wp:postmeta", "wp:termmeta") and _SECRET.search(meta.value_of("wp:meta_key"))
        for child in meta.children or ()
        if child.key == "wp:meta_value"
    }
