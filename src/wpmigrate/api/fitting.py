"""Items whose old address a site cannot show: another one, which is named."""

from collections.abc import Callable, Iterable

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.links import encoded_path, path_key
from wpmigrate.model import Entry, SiteIndex
from wpmigrate.output import address_stem
from wpmigrate.targets import Fitted, Target, fitted, html_file_of, owned_depth, served_path


class Fitting:
    """What becomes of the addresses of one site: `fit` is asked for each, then `findings` says which are others."""

    def __init__(self, index: SiteIndex, target: Target, *, is_by_place: Callable[[Entry], bool]) -> None:
        """`is_by_place` says whether the path of an entry is made of its address."""
        self._index = index
        self._target = target
        self._is_by_place = is_by_place
        self._moves: dict[int, tuple[str, str]] = {}

    def fit(self, entry: Entry, address: str) -> str:
        """The address, or one like it that a site of the target can show."""
        if not address or self._target.scaffold is None:
            return address
        found = fitted(address, self._target)
        if not found.reason and self._target.has_addresses_of_places and self._is_by_place(entry):
            found = self._as_file(address)
        if found.reason:
            self._moves[entry.number] = (address, found.reason)
            if depth := owned_depth(address, self._target):
                self._index.kept_addresses.add(path_key("/".join(address.split("/")[: depth + 1])))
        return found.address

    def findings(self, entries: Iterable[Entry]) -> list[Diagnostic]:
        """A finding for each public item that stands elsewhere, once `entries` have their new addresses."""
        return [
            diagnose("WXR810", path=old, reason=reason, new=entry.address).at(
                file=entry.file, item=entry.id, first_line=entry.line
            )
            for entry in entries
            if not entry.is_draft and (move := self._moves.get(entry.number))
            for old, reason in [move]
        ]

    def _as_file(self, address: str) -> Fitted:
        """The address of the file that would serve `address`, each name of it one that all systems have."""
        path = served_path(address)
        stem = address_stem(address)
        if stem == html_file_of(path).removesuffix(".html"):
            return Fitted(address)
        new = encoded_path("/" + (stem.removesuffix("index") if stem.endswith("/index") else f"{stem}.html"))
        return Fitted(new, f"is the place of a file with {self._target.generator}, and no file may be called so")
