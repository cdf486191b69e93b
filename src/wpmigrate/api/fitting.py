"""Items whose old address a site cannot show: another one, which is named."""

from collections.abc import Callable, Iterable
from urllib.parse import unquote

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.errors import OutputError
from wpmigrate.links import encoded_path, former_paths, path_key
from wpmigrate.model import Entry, SiteIndex
from wpmigrate.output import address_stem, check_path
from wpmigrate.targets import Fitted, Target, file_of, fitted, html_file_of, numbered, owned_depth, served_path


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
        if not address or not self._target.own_addresses:
            return address
        found = fitted(address, self._target)
        if not found.reason and self._target.has_addresses_of_places and self._is_by_place(entry):
            found = self._as_file(address)
        if found.reason:
            self._moves[entry.number] = (address, found.reason)
            self._keep(address)
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

    def former(self, entries: Iterable[Entry]) -> list[Diagnostic]:
        """Set `index.former`: the former addresses from which pages can lead on; a finding for each other one."""
        diagnostics = []
        for number, paths in former_paths(entries).items():
            entry = self._index.entries[number]
            for path in paths:
                if reason := self._unservable(path):
                    found = diagnose("WXR810", path=path, reason=reason, new=entry.address)
                    diagnostics.append(found.at(file=entry.file, item=entry.id, first_line=entry.line))
                    self._keep(path)
                else:
                    self._index.former.setdefault(number, []).append(path)
        return diagnostics

    def _keep(self, address: str) -> None:
        """Note what the generator shows at the address, or above it, if it does: nothing may lead on from there."""
        if depth := owned_depth(address, self._target.own_addresses):
            self._index.kept_addresses.add(path_key("/".join(address.split("/")[: depth + 1])))

    def _unservable(self, path: str) -> str:
        """Why no page can stand at a path; empty when one can."""
        if self._target.scaffold is None:
            return ""
        if self._index.list_path and served_path(path) == self._index.list_path:
            return "is that of the list of posts"
        try:
            check_path(file_of(served_path(path)))
        except OutputError:
            return "holds what no file may be called"
        return fitted(encoded_path(unquote(path, errors="ignore")), self._target).reason

    def _as_file(self, address: str) -> Fitted:
        """The address of the file that would serve `address`, each name of it one that all systems have."""
        if depth := owned_depth(address, self._target.own_places):
            return Fitted(
                numbered(address, depth), f"is in a folder that {self._target.generator} reads in another way"
            )
        path = served_path(address)
        stem = address_stem(address)
        if stem == html_file_of(path).removesuffix(".html"):
            return Fitted(address)
        new = encoded_path("/" + (stem.removesuffix("index") if stem.endswith("/index") else f"{stem}.html"))
        return Fitted(new, f"is the place of a file with {self._target.generator}, and no file may be called so")
