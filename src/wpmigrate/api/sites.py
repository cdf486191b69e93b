"""Which inputs belong to which site: parts of one are read together, two in one run are refused unless asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from wpmigrate import reader
from wpmigrate.diagnostics import CATALOGUE, Diagnostic
from wpmigrate.errors import InputError, UsageError
from wpmigrate.html import split_url
from wpmigrate.model import Item, Site
from wpmigrate.reader import Inputs, ReaderOptions

from .indexing import Event, OpenSource, refusal


@dataclass(slots=True)
class SiteInputs:
    """The parts of one site, their heads read."""

    key: str
    host: str
    sources: list[OpenSource] = field(default_factory=list)


def open_sites(
    inputs: Inputs, options: ReaderOptions, *, needs_all: bool = True
) -> tuple[list[SiteInputs], list[Diagnostic]]:
    """The inputs grouped by site, in the order of their first part; findings about inputs that cannot be opened.

    Raises InputError when nothing can be opened, and with `needs_all` when one is not there.
    """
    sources, diagnostics = reader.open_sources(inputs, options, needs_all=needs_all)
    sites: dict[str, SiteInputs] = {}
    refused: list[InputError] = []
    for source in sources:
        try:
            site, events = _head(reader.read(source, options))
        except InputError as error:
            refused.append(error)
            diagnostics.append(refusal(error, source.name))
            continue
        key = site_key(site.url)
        group = sites.setdefault(key, SiteInputs(key, _host(site.url)))
        group.sources.append(OpenSource(source.name, events, source))
    if not sites and refused:
        raise refused[0]
    return _homeless_joined(list(sites.values())), diagnostics


def _head(events: Iterator[Event]) -> tuple[Site, Iterator[Event]]:
    """What the channel says, and all events from the first. Reads no further than the first item."""
    seen: list[Event] = []
    for event in events:
        seen.append(event)
        if isinstance(event, Site):
            return event, chain(seen, events)
        if isinstance(event, Item):
            break
    return Site(), chain(seen, events)


def _homeless_joined(sites: list[SiteInputs]) -> list[SiteInputs]:
    """Parts that name no address belong to the only site that does."""
    named = [site for site in sites if site.key]
    if len(named) != 1:
        return sites
    for site in sites:
        if not site.key:
            named[0].sources += site.sources
    return named


def site_key(url: str) -> str:
    """The normalized `base_blog_url`: without scheme, `www.`, default port and trailing slash; lower-case host."""
    parts = split_url(url if "//" in url else f"//{url}")
    return _host(url) + parts.path.rstrip("/")


def _host(url: str) -> str:
    """The host without `www.`, with its port unless it is the default one; empty when there is none."""
    parts = split_url(url if "//" in url else f"//{url}")
    try:
        port = parts.port
    except ValueError:
        port = None
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}:{port}" if host and port not in (None, 80, 443) else host


def only_site(sites: Iterable[SiteInputs], *, advice: str = "Name the files of one site.") -> SiteInputs:
    """The one site of a run; raises UsageError that names the sites when there are several.

    `advice` is for commands that can do with several.
    """
    found = list(sites)
    if len(found) > 1:
        row = CATALOGUE["WXR008"]
        named = ", ".join(
            f"{site.key or 'no address'} ({', '.join(part.name for part in site.sources)})" for site in found
        )
        raise UsageError(row.sentence.format(number=len(found), sites=named), code=row.code, advice=advice)
    return found[0]
