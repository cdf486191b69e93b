"""What every check looks at and what it gives."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from .addresses import COMMON_SCHEMES, address_key, player_key, scheme_of
from .facts import Facts, Link
from .named import NOTHING_NAMED, Named
from .tokens import is_word

LinkKey = Callable[[str], str]
"""An address as it stands in a document → what it leads to, in one spelling."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in one respect: `number` of the `of` that the export has, and the first of them as a text.

    A check gives one for every kind that it looks at, with the number 0 where nothing differs.
    """

    kind: str
    number: int
    of: int
    sample: str = ""
    #: False for what the output has besides.
    is_loss: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One item on both sides: as WordPress would show it, and as the output shows it."""

    want: Facts
    have: Facts
    want_link: LinkKey
    have_link: LinkKey
    #: What the conversion said that it left out.
    named: Named = NOTHING_NAMED
    #: The words of the stored body.
    stored: tuple[str, ...] = ()
    #: The words of the public comments as they are stored, and as the output has them; None: it has no place for them.
    want_comments: tuple[str, ...] = ()
    have_comments: tuple[str, ...] | None = None

    @property
    def hidden_elsewhere(self) -> int:
        """Words that were left out by name as hidden, beyond those that this room takes for hidden itself."""
        return max(0, self.named.words - sum(map(is_word, self.want.hidden)))

    def beyond_unsafe(self, lost: list[str]) -> list[str]:
        """The lost addresses without those of strange schemes, as many as were left out by name."""
        spare = self.named.unsafe
        kept = []
        for address in lost:
            if spare and scheme_of(address) not in COMMON_SCHEMES:
                spare -= 1
            else:
                kept.append(address)
        return kept

    def shown_otherwise(self) -> Counter[str]:
        """Addresses that the output has in links and players besides those of the export, by their player's key."""
        return _behind(self.have) - _behind(self.want)


def _behind(facts: Facts) -> Counter[str]:
    """The addresses that a document has without showing them as text."""
    found = Counter(player_key(link.address) for link in facts.links if not says_itself(link))
    found.update(key for played in facts.media for key in {player_key(address) for address in played})
    return found


def says_itself(link: Link) -> bool:
    """Whether the text of a link is its address."""
    return bool(link.text) and address_key(link.text) == address_key(link.address)
