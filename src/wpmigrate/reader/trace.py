"""What a session tells of the places that it has read; nobody listens, unless passages are asked for."""

from .entries import Entry
from .mend import Piece
from .names import Scope
from .sniff import Beginning
from .source import Data


class Trace:
    """Is told in order where everything stands that is read, and forgets it: reading alone must not pay for it."""

    #: Whether all elements of all entries are asked for.
    wants_elements = False

    def begin(self, data: Data, beginning: Beginning) -> None:
        """The XML begins; `data` are the bytes of the file."""

    def recode(self, data: Data) -> None:
        """The bytes from here on were decoded anew."""

    def open(self, tag_start: int, scope: Scope) -> None:
        """The channel begins with the tag at `tag_start`; told more than once. `scope` has its namespaces."""

    def open_mended(self, end: int, scope: Scope) -> None:
        """The same for a beginning that strict XML refuses: its tags end at `end`."""

    def leave_out(self) -> None:
        """Text stands here that is no part of the export."""

    def copy(self, found: Entry, *, is_renamed: bool) -> None:
        """An entry is well-formed; `is_renamed`: it is an item by another name."""

    def mend(self, piece: Piece, start: int) -> None:
        """An entry was written anew; the part that it stands in begins at `start`."""

    def skip(self, end: int) -> None:
        """What stands before `end` is left out, or done."""

    def close(self, offset: int, following: int) -> None:
        """A document ended before `offset`; at `following` the next one begins, or the file ends."""

    def finish(self, scope: Scope) -> None:
        """All was read; `scope` knows what was wrong with the names."""
