"""Many findings, packed: a long export has more of them than items."""

from array import array
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter

from wpmigrate.model import MadeSequence
from wpmigrate.model.columns import Column, Numbers, Shared, Texts

from .diagnostic import Diagnostic

_COLUMNS: Mapping[str, Callable[[], Column]] = {
    "code": Shared,
    "message": Texts,
    "severity": Shared,
    "file": Shared,
    "line": Numbers,
    "column": Numbers,
    "item": Texts,
}
_values = attrgetter(*_COLUMNS)

_DIGITS = 20
"""Post ids have fewer: longer names of digits are slugs."""


class Findings(MadeSequence[Diagnostic]):
    """Findings whose places are known, so that `near` is not kept; one is made anew whenever it is asked for."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        """Those of `found`, in their order."""
        self._columns = [make() for make in _COLUMNS.values()]
        self._rows = array("I")
        self.extend(found)

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Add those of `found` at the end."""
        for one in found:
            for column, value in zip(self._columns, _values(one), strict=True):
                column.append(value)
            self._rows.append(len(self._rows))

    def sort(self) -> None:
        """By file, then item, then code and message, whatever the order of items."""
        by_name = dict(zip(_COLUMNS, self._columns, strict=True))
        items = by_name["item"]
        rows = list(self._rows)
        # One part of the key after the other, the last one first: all keys at once would be as large as the findings.
        rows.sort(key=by_name["message"].__getitem__)
        rows.sort(key=by_name["code"].__getitem__)
        rows.sort(key=items.__getitem__)
        rows.sort(key=lambda row: _number(items[row]))
        rows.sort(key=by_name["file"].__getitem__)
        self._rows = array("I", rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _made(self, position: int) -> Diagnostic:
        row = self._rows[position]
        code, message, severity, file, line, column, item = [values[row] for values in self._columns]
        return Diagnostic(code, message, severity, file, line, column, item)


def _number(item: str) -> int:
    """The number that an item is called by, 0 for another name: 9 comes before 10."""
    return int(item) if len(item) < _DIGITS and item.isascii() and item.isdigit() else 0
