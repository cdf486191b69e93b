"""WXR603: a site that has been at home under several hosts."""

from collections import Counter
from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.links import homes_of, host_of
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_site

_SHOWN = 5


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Hosts that the channel and the links of items name, and those at which items were made (their GUIDs).

    The host of the uploads of a WordPress.com site is no home of its own.
    """
    homes = homes_of(index)
    counts = Counter(dict.fromkeys(homes.hosts, 0))
    counts.update(map(host_of, index.entries.values("link")))
    counts.update(host_of(guid) for guid in index.entries.values("guid") if guid.startswith("http"))
    known = {host: number for host, number in counts.items() if host and not homes.is_file_host(host)}
    if len(known) < 2:
        return ()
    names = sorted(known, key=lambda host: (-known[host], host))
    shown = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
    return (of_site("WXR603", index, hosts=shown),)


RULE = IndexRule(("WXR603",), check)
