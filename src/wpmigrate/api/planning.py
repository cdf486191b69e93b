"""The plan: for every item its path, its new address and its identity, before any body is converted."""

from itertools import islice

from wpmigrate import rules
from wpmigrate.config import ConvertOptions
from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.errors import UsageError
from wpmigrate.links import former_paths, permalink_paths
from wpmigrate.model import Entry, SiteIndex
from wpmigrate.output import NameBook, PathTemplate, SafeName, safe_name
from wpmigrate.targets import Target, served_path

from .fitting import Fitting
from .posts_page import POSTS_PAGE, posts_page
from .records import decoded_slug
from .term_slugs import slugs_apart


def plan(index: SiteIndex, target: Target, options: ConvertOptions) -> list[Diagnostic]:
    """Set `id`, `skipped`, `address` and `path` of all entries; return what was noticed.

    The outcome does not depend on the order of items in the file. Raises UsageError for a path template that cannot be
    meant.
    """
    entries = index.in_order()
    diagnostics = rules.supersede(entries)
    diagnostics += rules.assign_identities(entries)
    if target.leaves_out_drafts:
        for entry in entries:
            if entry.skipped is None and entry.is_draft:
                entry.skipped = "draft"
    _limit(index, options.selection.limit)
    wanted = [entry for entry in entries if entry.skipped is None]
    if target.has_term_pages:
        index.slugs_apart = slugs_apart(index, wanted)
        index.own_addresses = target.own_addresses + target.own_places
    top_level = rules.top_level_entries(index)
    if target.layout == "files":
        paths = _Paths(index, target, options, top_level)
        fitting = Fitting(index, target, is_by_place=paths.is_by_place)
        _give_addresses(wanted, permalink_paths(wanted, index, fitting.fit))
        diagnostics += fitting.findings(wanted)
        wanted = _without_posts_page(wanted, index, target)
        diagnostics += paths.claim_all(wanted)
        diagnostics += fitting.former(wanted)
    else:
        _give_addresses(wanted, permalink_paths(wanted, index))
        index.former = dict(former_paths(wanted))
        if options.path is not None or options.paths:
            raise UsageError(f"--path has no meaning for {target.name}, which writes one file", advice="Leave it out.")
        for entry in wanted:
            entry.path = target.document
    return diagnostics


def _give_addresses(entries: list[Entry], addresses: list[str]) -> None:
    for entry, address in zip(entries, addresses, strict=True):
        entry.address = address


def _without_posts_page(entries: list[Entry], index: SiteIndex, target: Target) -> list[Entry]:
    """The entries but the page at whose address the list of posts stands, where the scaffold of the target makes one."""
    if target.scaffold is None:
        return entries
    page = posts_page(entries)
    if target.lists_posts_at_home:
        index.list_path = "/"
    elif page is not None:
        index.list_path = served_path(page.address)
    if page is None:
        return entries
    page.skipped = POSTS_PAGE
    index.posts_page = page.number
    return [entry for entry in entries if entry.number != page.number]


def path_of(entry: Entry, index: SiteIndex, target: Target, options: ConvertOptions) -> str:
    """The path that one entry would get if it were the only one; for examples. Sets it too."""
    _Paths(index, target, options, rules.top_level_entries(index)).claim_all([entry])
    return entry.path or ""


def _limit(index: SiteIndex, limit: int | None) -> None:
    """`--limit`: only the first items in reading order."""
    if limit is None:
        return
    wanted = (entry for entry in index.entries if entry.skipped is None)
    for entry in islice(wanted, limit, None):
        entry.skipped = "over the limit"


class _Paths:
    """Claims a path for each entry in turn; the order of the entries decides who gets the name without a number."""

    def __init__(self, index: SiteIndex, target: Target, options: ConvertOptions, top_level: frozenset[int]) -> None:
        self._index = index
        self._book = NameBook()
        self._top_level = top_level
        self._by_id = index.by_post_id()
        templates = dict(target.paths) | dict(options.paths)
        if options.path is not None:
            templates = dict.fromkeys(templates, options.path)
            if "draft" in target.paths:
                templates["draft"] = f"drafts/{options.path}"
        self._templates = {kind: PathTemplate(template) for kind, template in templates.items()}

    def is_by_place(self, entry: Entry) -> bool:
        """Whether the path of the entry is made of its address."""
        return self._templates[self._kind(entry)].is_address

    def claim_all(self, entries: list[Entry]) -> list[Diagnostic]:
        """Paths for all entries; findings about names that had to change."""
        diagnostics: list[Diagnostic] = []
        for entry in entries:
            diagnostics += self._claim(entry)
        return diagnostics

    def _claim(self, entry: Entry) -> list[Diagnostic]:
        """The path of one entry."""
        name = safe_name(entry.slug, fallback=entry.title or f"{entry.type}-{entry.id}")
        template = self._templates[self._kind(entry)]
        folder, stem, extension = template.place(entry, stem=name.stem, parents=self._parents(entry))
        entry.path, clashed = self._book.claim(folder, stem, extension)
        return _findings(entry, name, clashed=clashed)

    def _kind(self, entry: Entry) -> str:
        if entry.is_draft and "draft" in self._templates:
            return "draft"
        if entry.date is None and "undated" in self._templates:
            return "undated"
        return entry.type if entry.type in self._templates else "other"

    def _parents(self, entry: Entry) -> tuple[str, ...]:
        """File names of the ancestors of a page, outermost first; cycles were broken by the rules."""
        names: list[str] = []
        seen = {entry.number}
        while entry.parent and entry.number not in self._top_level:
            parent = self._by_id.get(entry.parent)
            if parent is None or parent.number in seen or parent.type != entry.type:
                break
            seen.add(parent.number)
            names.append(safe_name(parent.slug, fallback=parent.title or f"{parent.type}-{parent.id}").stem)
            entry = parent
        return tuple(reversed(names))


_FAULTS = {"unsafe": "WXR701", "shortened": "WXR702", "reserved": "WXR703", "cut": "WXR422"}
"""What the name checker says, as codes."""


def _findings(entry: Entry, name: SafeName, *, clashed: bool) -> list[Diagnostic]:
    """What to say about the path that an entry got."""
    found = []
    slug = decoded_slug(entry.slug)
    if name.fault:
        found.append(diagnose(_FAULTS[name.fault], slug=slug, path=entry.path))
    if clashed:
        found.append(diagnose("WXR430", slug=slug or name.stem, type=entry.type, path=entry.path))
    return [finding.at(file=entry.file, item=entry.id, first_line=entry.line) for finding in found]
