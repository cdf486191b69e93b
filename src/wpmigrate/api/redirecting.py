"""From a planned site to the files of redirects that were asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from wpmigrate import rules
from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.errors import UsageError
from wpmigrate.links import (
    Kind,
    NewSite,
    OldAddress,
    all_archives,
    item_addresses,
    moved,
    path_key,
    public_entries,
    term_paths,
)
from wpmigrate.model import SiteIndex, Term
from wpmigrate.output import check_path
from wpmigrate.redirects import Format, Redirect, format_named
from wpmigrate.targets import Target, target_named

from .indexing import Reading
from .records import decoded_slug
from .site_view import site_view
from .term_slugs import page_slug

TermKey = tuple[str, str]


@dataclass(slots=True)
class RedirectFiles:
    """The files, how many addresses each leads on, and what they cannot say."""

    files: list[tuple[str, bytes]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def redirect_files(reading: Reading, target: Target, asked: Iterable[tuple[str, str]]) -> RedirectFiles:
    """A file for each (format, path or empty) of `asked`."""
    made = RedirectFiles()
    feed = target.scaffold.feed if target.scaffold else ""
    redirects = [Redirect(old.path, old.to, old.query, old.status) for old in old_addresses(reading, feed)]
    for path, format_ in redirect_paths(asked, target).items():
        usable = [one for one in redirects if format_.reads_queries or not one.query]
        text = format_.render(usable)
        made.files.append((path, text.encode("utf-8", "backslashreplace")))
        made.counts[path] = len(usable)
        made.diagnostics += _limits(format_, path, redirects, text.count(format_.rule_mark))
    return made


def redirect_paths(asked: Iterable[tuple[str, str]], target: Target) -> dict[str, Format]:
    """The format of each file that is asked for; raises UsageError when two would be one file."""
    found: dict[str, Format] = {}
    for name, chosen in asked:
        format_ = format_named(name)
        path = chosen or file_of(format_, target)
        check_path(path)
        if path in found:
            advice = f"Name another file for one of them: --redirects {name}:FILE."
            raise UsageError(f"two formats of redirects would be {path}", advice=advice)
        found[path] = format_
    return found


def refuse_taken(paths: Iterable[str], taken: Iterable[str]) -> None:
    """Raises UsageError when a file of redirects would be one of the files that are `taken`, on any system."""
    wanted = {path.casefold(): path for path in paths}
    clash = next((wanted[key] for path in taken if (key := path.casefold()) in wanted), None)
    if clash is not None:
        advice = "Name another file for the redirects: --redirects FORMAT:FILE."
        raise UsageError(f"{clash} is another file of the output", advice=advice)


def file_of(format_: Format, target: Target) -> str:
    """Where the file goes: into the folder that the generator copies when it belongs into the built site."""
    return f"{target.media}/{format_.file}" if format_.is_published and target.media else format_.file


def _limits(format_: Format, path: str, redirects: list[Redirect], written: int) -> list[Diagnostic]:
    """What the format cannot say, and what its service does not take."""
    found = []
    if left := [one for one in redirects if one.query and not format_.reads_queries]:
        found.append(diagnose("WXR606", number=len(left), sample=left[0].old, format=format_.name))
    if format_.limit and written > format_.limit:
        found.append(diagnose("WXR607", path=path, number=written, format=format_.name, limit=format_.limit))
    return found


def redirects_file(name: str, target_name: str) -> str:
    """Where the file of a format goes unless another one is named."""
    return file_of(format_named(name), target_named(target_name))


def every_old_address(reading: Reading) -> list[tuple[str, str]]:
    """(address from the site's root, what it is of) of all that the old site served to everybody, each once."""
    index = reading.index
    found = {quote(unquote(entry.address)): f"{entry.type}" for entry in public_entries(index)}
    for old in old_addresses(reading, "/feed/", with_served=True):
        found.setdefault(Redirect(old.path, old.to, old.query).old, "ids" if old.kind is Kind.ENTRY else old.kind.value)
    return list(found.items())


def old_addresses(reading: Reading, feed: str, *, with_served: bool = False) -> list[OldAddress]:
    """The old addresses that the new site does not serve, and where each leads; items first, then lists.

    Archives of terms keep their path with every target that makes them. `feed` is the new feed, empty for none;
    `with_served` adds the addresses that are served as they were.
    """
    index = reading.index
    view = site_view(reading)
    new = {(term.taxonomy, term.slug): term.path for term in view.terms}
    terms = index.old_terms or index.terms
    goals = {key: _goal(key, index, new) for key in _old_keys(index, terms, new)}
    served = set() if with_served else {*view.paths, view.list_path, "/", feed, *new.values()}
    site = NewSite(
        served=frozenset({*map(path_key, served), *(() if with_served else index.kept_addresses)}),
        list_path=view.list_path,
        feed=feed,
        terms=goals,
    )
    slugs = {key: decoded_slug(key[1]) for key in goals}
    paths = term_paths(index, slugs, rules.term_parents(SiteIndex(terms=dict(terms))))
    return moved([*item_addresses(index), *all_archives(index, site, terms, paths)], site)


def _old_keys(index: SiteIndex, terms: Mapping[TermKey, Term], new: Mapping[TermKey, str]) -> list[TermKey]:
    """The terms that had an archive: those that the new site has, by their old keys, and those that rules dropped."""
    used = {key for terms in index.entries.values("terms") for key in terms}
    keys = sorted({*terms, *used, *index.term_moves})
    return [key for key in keys if key[0] != "nav_menu" and (key in index.term_moves or _paged(key, index) in new)]


def _goal(key: TermKey, index: SiteIndex, new: Mapping[TermKey, str]) -> str | None:
    """The new path of an old term; None for one that is no more."""
    goal = index.term_moves.get(key, key)
    return None if goal is None else new.get(_paged(goal, index))


def _paged(key: TermKey, index: SiteIndex) -> TermKey:
    """The key of a term as the view of the site has it."""
    return key[0], page_slug(key, index)
