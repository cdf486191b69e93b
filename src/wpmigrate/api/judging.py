"""One site judged: read, planned, its bodies taken through content and links; nothing is written."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from wpmigrate import rules
from wpmigrate.config import ConvertOptions, Selection
from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.model import SiteIndex
from wpmigrate.targets import TARGETS

from .conversion import Converter
from .indexing import Reading, read_site
from .places import with_columns
from .planning import plan
from .plugins import shortcode_functions
from .sites import SiteInputs
from .spool import Spool
from .workers import Batches, job_count

TARGET = TARGETS["markdown"]
"""What `convert` writes unless it is told otherwise: its paths are those that are judged."""


@dataclass(slots=True, kw_only=True)
class Judged:
    """The findings about one site, unsorted, and its index."""

    index: SiteIndex
    files: list[str]
    findings: list[Diagnostic] = field(default_factory=list)


def judge_site(site: SiteInputs, options: ConvertOptions, progress: Callable[[str, int, int], None]) -> Judged:
    """Everything that `convert` would find in the site with these options.

    Raises InputError when none of its parts can be read, UsageError for what is no plug-in.
    """
    shortcode_functions(options.plugins)
    reading = read_site(site.sources, Selection())
    found = [*reading.diagnostics, *plan(reading.index, TARGET, options), *rules.check_index(reading.index)]
    found += _bodies(reading, options, progress)
    reading.spool.close()
    sources = {source.name: source.origin for source in site.sources if source.origin is not None}
    entries = reading.index.entries
    offsets = {(entry.file, entry.id): entry.offset for entry in entries if entry.offset is not None}
    names = [source.name for source in site.sources]
    return Judged(index=reading.index, files=names, findings=with_columns(found, sources, offsets))


def _bodies(reading: Reading, options: ConvertOptions, progress: Callable[[str, int, int], None]) -> list[Diagnostic]:
    """The findings about the bodies of all items that `convert` would write."""
    numbers = [entry.number for entry in reading.index.entries if entry.path is not None]
    check = BodyCheck(Converter(reading.index, TARGET, options), reading.spool)
    # What the index holds will not be garbage: without this each collection would walk it, in every worker.
    gc.collect(1)  # the young: to walk all that is old costs more than is found there
    gc.freeze()
    batches = Batches(check, numbers, job_count(options.jobs, reading.spool.size))
    found: list[Diagnostic] = []
    for done, findings in enumerate(batches, start=1):
        found += findings
        progress("Checking", min(done * batches.size, len(numbers)), len(numbers))
    if batches.deaths:
        found.append(diagnose("WXR804", reason="it was killed"))
    gc.unfreeze()
    return found


class BodyCheck:
    """Checks a batch of bodies by the numbers of their items. Runs in workers."""

    def __init__(self, converter: Converter, spool: Spool) -> None:
        """`converter` knows the planned index."""
        self._converter = converter
        self._spool = spool

    def __call__(self, numbers: Sequence[int]) -> list[Diagnostic]:
        """The findings of the batch, in its order."""
        entries = self._converter.index.entries
        return [
            found for number in numbers for found in self._converter.check(self._spool.item(number), entries[number])
        ]
