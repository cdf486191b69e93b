"""From inputs to the document: the export is read once, counted on the way, judged as `validate` judges it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from wpmigrate.api.judging import judge_site
from wpmigrate.api.sites import only_site, open_sites
from wpmigrate.reader import ReaderOptions

from .counting import counted
from .document import Document, document_of
from .tally import Tally

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, total)."""


def inspect(inputs: Sequence[str | Path], *, jobs: int | None = None, progress: Progress | None = None) -> Document:
    """What is in the exports at `inputs`, the parts of one site (shape: `INSPECTION_SCHEMA`).

    Memory is bounded by the index of the site. Raises InputError when nothing can be read, UsageError for several sites.
    """
    sites, refused = open_sites([str(path) for path in inputs], ReaderOptions())
    site = only_site(sites)
    tally = Tally()
    for source in site.sources:
        source.events = counted(source.events, tally)
    judged = judge_site(site, jobs=jobs, progress=progress or _silent)
    judged.findings += refused
    return document_of(tally, judged)


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""
