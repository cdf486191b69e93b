"""Where a site is at home: hosts, and the folder below each in which the blog lives."""

from collections import Counter
from collections.abc import Iterable

from wpmigrate.model import Site, SiteIndex

from .places import host_of, path_key, place_of

WORDPRESS_COM = ".wordpress.com"
WORDPRESS_COM_FILES = ".files.wordpress.com"


class Homes:
    """The own hosts of a site, each with the folders of the blog; decides whether an address is the site's.

    `wp:base_blog_url` and `<link>` are the blog's own. `wp:base_site_url` is the network (`wxr_site_url` gives
    `network_home_url` on a multisite), which other blogs share: it counts only when nothing else is named.
    """

    def __init__(self, site: Site, aliases: Iterable[str] = ()) -> None:
        """`aliases` are further hosts or addresses that the blog had ("old.example.org", "example.org/blog")."""
        self._folders: dict[str, tuple[str, ...]] = {}
        self._add(site.base_blog_url)
        self._add(site.link)
        if not self._folders:
            self._add(site.base_site_url)
        for alias in aliases:
            self._add(alias if "//" in alias else f"//{alias}")
        self.hosts = frozenset(self._folders)
        """The hosts in their one spelling (see `host_key`)."""
        if not self._folders:  # an export without addresses: its root-relative links are its own all the same
            self._folders[""] = ("",)
        self._file_hosts = frozenset(
            host.removesuffix(WORDPRESS_COM) + WORDPRESS_COM_FILES
            for host in self._folders
            if host.endswith(WORDPRESS_COM)
        )

    def _add(self, url: str) -> None:
        """Take one home in; the deepest folder of a host comes first."""
        place = place_of(url)
        if place is None or not place.host:
            return
        folders = {path_key(place.path), *self._folders.get(place.host, ())}
        self._folders[place.host] = tuple(sorted(folders, key=lambda folder: (-len(folder), folder)))

    @property
    def main(self) -> tuple[str, str]:
        """Host and folder of the blog; two empty texts when the export names none."""
        for host, folders in self._folders.items():
            return host, folders[0]
        return "", ""

    def is_file_host(self, host: str) -> bool:
        """Whether the host serves the uploads of this WordPress.com site."""
        return host in self._file_hosts

    def below(self, host: str, key: str) -> str | None:
        """The path key relative to the blog's folder; None when it is outside of the blog."""
        for folder in self._folders.get(host, ()):
            if not folder:
                return _without_index(key)
            if key == folder:
                return ""
            if key.startswith(f"{folder}/"):
                return _without_index(key[len(folder) + 1 :])
        return None


def _without_index(key: str) -> str:
    """The key without the `index.php` of servers that cannot rewrite addresses (`WP_Rewrite::$index`)."""
    return key.removeprefix("index.php").removeprefix("/") if key.startswith("index.php") else key


def homes_of(index: SiteIndex, aliases: Iterable[str] = ()) -> Homes:
    """The homes of a site; the host that most items' links bear is one of them, whatever the channel says.

    WordPress writes `<link>` of every item itself (`get_permalink`); single foreign ones come from plugins.
    """
    homes = Homes(index.site, aliases)
    counts = Counter(filter(None, map(host_of, index.entries.values("link"))))
    host, number = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    if host in homes.hosts or number * 2 <= counts.total():
        return homes
    return Homes(index.site, [*aliases, host])
