"""The export as verifying needs it: read once, its bodies on disk, its addresses known."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import unquote

from wpmigrate.api.indexing import Reading, read_site
from wpmigrate.api.planning import plan
from wpmigrate.api.sites import only_site, open_sites
from wpmigrate.api.surroundings import IndexSurroundings
from wpmigrate.config import ConvertOptions, Selection
from wpmigrate.content import Body, ContentOptions, to_html
from wpmigrate.content.markdown_body import markdown_of
from wpmigrate.links import UPLOADS, Addresses, path_key
from wpmigrate.links.places import place_of
from wpmigrate.links.relative import joined_path
from wpmigrate.model import Entry, Item
from wpmigrate.output import ManifestRow
from wpmigrate.reader import ReaderOptions
from wpmigrate.targets import TARGETS

from .addresses import address_key
from .options import VerifyOptions


def selection_of(rows: Iterable[ManifestRow]) -> Selection:
    """The selection that reads the bodies of all items that the manifest says were written."""
    written = [row for row in rows if row.path is not None]
    return Selection(
        types=frozenset(row.type for row in written),
        statuses=frozenset(row.status for row in written),
        include=frozenset({"private", "protected"}) if written else frozenset(),
    )


def read_export(exports: Sequence[str], selection: Selection, options: VerifyOptions) -> Reading:
    """The site, planned: identities and addresses are set as `convert` sets them.

    Raises InputError for what is no export, UsageError for the exports of several sites.
    """
    sites, _ = open_sites(exports, ReaderOptions(fix_mojibake=options.fix_mojibake))
    reading = read_site(only_site(sites).sources, selection)
    plan(reading.index, TARGETS["json"], ConvertOptions())
    return reading


class Shown:
    """What WordPress would show of each item, and where its addresses lead."""

    def __init__(self, reading: Reading, files: Mapping[str, Entry | str], options: VerifyOptions) -> None:
        """`files` are those of the output, each with its entry, or with its old address where the exports lack it."""
        self._around = IndexSurroundings(reading.index)
        self._addresses = Addresses(reading.index)
        self._content = ContentOptions(shortcodes=options.shortcodes, site_hosts=self._addresses.hosts)
        self._files = files
        self._own_hosts = self._addresses.hosts | {""}
        self._new = {
            path_key(entry.address): entry for entry in reading.index.entries if entry.address and not entry.skipped
        }

    def html(self, item: Item) -> str:
        """The item's content before any cleaning."""
        return to_html(_body(item), self._around, self._content)

    def old_key(self, entry: Entry) -> Callable[[str], str]:
        """For links in the export: what they lead to."""
        return lambda url: self._key(url, entry)

    def new_key(self, entry: Entry, path: str) -> Callable[[str], str]:
        """For links in the file of `entry` at `path`: what they lead to."""

        def key(url: str) -> str:
            return self._file_key(url, path, entry) or self._key(url, entry)

        return key

    def _file_key(self, url: str, path: str, source: Entry) -> str:
        """What a link from file to file leads to; empty when it leads to no file of the output."""
        rest, hash_, fragment = url.partition("#")
        rest, mark, query = rest.partition("?")
        if not rest or ":" in rest or rest.startswith("/"):
            return ""
        joined = joined_path(unquote(rest), path)
        if f"/{UPLOADS}/" in f"/{joined}":
            return _upload_key(joined)
        found = self._files.get(joined)
        suffix = mark + query + hash_ + fragment
        if isinstance(found, str):
            return self._key(found + suffix, source)
        return _entry_key(found, suffix) if found is not None else ""

    def _key(self, url: str, entry: Entry) -> str:
        """What an address of the old or the new site leads to: the item, the file, or the address itself."""
        found = self._addresses.resolve(url, base=entry.link)
        if found is not None and found.entry is not None:
            if found.entry.type == "attachment" and found.entry.skipped is not None:
                file = self._addresses.file_of(found.entry)
                return self._plain_key(file) if file else _entry_key(found.entry, found.suffix)
            return _entry_key(found.entry, found.suffix)
        if url.startswith("/") and not url.startswith("//"):
            rest, hash_, fragment = url.partition("#")
            rest, mark, query = rest.partition("?")
            new = self._new.get(path_key(rest))
            if new is not None:
                return _entry_key(new, mark + query + hash_ + fragment)
        return self._plain_key(url)

    def _plain_key(self, url: str) -> str:
        """An address that leads to no item, in one spelling: one of the site itself without its host."""
        file = self._addresses.own_file(url)
        if file:
            return _upload_key(file)
        place = place_of(url)
        if place is not None and place.path[:1] == "/" and place.host in self._own_hosts:
            return address_key(place.path + place.suffix).rstrip("/")
        return address_key(url)


def markdown_of_item(item: Item) -> str | None:
    """The content of an item that was typed as Markdown; None for any other."""
    return markdown_of(_body(item))


def _body(item: Item) -> Body:
    return Body(text=item.content, post_id=item.post_id, meta={meta.key: meta.value for meta in item.meta})


def _upload_key(path: str) -> str:
    """An upload of the site's own, by its path below the site: copies stand in whatever folder the generator serves."""
    return address_key(path[path.index(f"{UPLOADS}/") :])


def _entry_key(entry: Entry, suffix: str) -> str:
    return f"item {entry.number}{suffix}"
