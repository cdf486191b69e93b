"""What an export holds, at a glance: what somebody who chooses options wants to see."""

from collections import Counter
from dataclasses import dataclass, field

from wpmigrate.config import ConvertOptions, Selection
from wpmigrate.config.policy import INTERNAL_TYPES
from wpmigrate.model import Entry, SiteIndex
from wpmigrate.reader import Inputs, ReaderOptions
from wpmigrate.targets import Target

from .indexing import read_site
from .pipeline import folder_name
from .planning import path_of
from .sites import only_site, open_sites


@dataclass(slots=True, kw_only=True)
class Survey:
    """One site, read once and not converted."""

    title: str
    #: The folder that `convert` would write to.
    folder: str
    #: Public items by type, without those that are no pages of their own.
    types: Counter[str] = field(default_factory=Counter)
    comments: int = 0
    index: SiteIndex

    def sample(self, post_type: str) -> Entry | None:
        """A public item of a type, to show paths with: the latest one that has a slug and a date."""
        found = [e for e in self.index.entries if e.type == post_type and e.status == "publish" and not e.has_password]
        named = [entry for entry in found if entry.slug and entry.date]
        return max(named or found, key=lambda entry: entry.sort_key, default=None)

    def example(self, target: Target, *, post_type: str = "post", path: str | None = None) -> str:
        """The path that an item of the export would get; the target's document when it writes one."""
        entry = self.sample(post_type) or self.sample("page")
        if target.document or entry is None:
            return target.document or "…"
        return path_of(entry.copy(), self.index, target, ConvertOptions(to=target.name, path=path))


def survey(inputs: Inputs) -> Survey:
    """Read the exports of one site; raises InputError and UsageError as `convert` does."""
    sites, _ = open_sites(inputs, ReaderOptions())
    site = only_site(sites)
    reading = read_site(site.sources, Selection())
    reading.spool.close()
    index = reading.index
    public = [e for e in index.entries if e.status == "publish" and not e.has_password]
    return Survey(
        title=index.site.title or index.site.url,
        folder=folder_name(site),
        types=Counter(e.type for e in public if e.type not in INTERNAL_TYPES),
        comments=sum(e.comment_count for e in public),
        index=index,
    )
