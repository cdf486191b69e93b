"""From inputs to the document: the export is read once, counted on the way, judged as `validate` judges it."""

from collections.abc import Callable

from wpmigrate.api.judging import judge_site
from wpmigrate.api.plugins import shortcode_functions
from wpmigrate.api.sites import only_site, open_sites
from wpmigrate.config import ConvertOptions
from wpmigrate.reader import Inputs, ReaderOptions

from .counting import counted
from .document import Document, document_of
from .tally import Tally

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, total)."""


def inspect(
    inputs: Inputs,
    *,
    jobs: int | None = None,
    shortcodes: tuple[tuple[str, str], ...] = (),
    plugins: tuple[str, ...] = (),
    progress: Progress | None = None,
) -> Document:
    """What is in the exports at `inputs`, the parts of one site (shape: `INSPECTION_SCHEMA`).

    `shortcodes` and `plugins` are what it is going to be converted with (see `ConvertOptions`). Memory is bounded by the
    index of the site. Raises InputError when nothing can be read, UsageError for several sites and for no plug-in.
    """
    sites, refused = open_sites(inputs, ReaderOptions())
    site = only_site(sites)
    tally = Tally()
    for source in site.sources:
        source.events = counted(source.events, tally)
    options = ConvertOptions(shortcodes=shortcodes, plugins=plugins, jobs=jobs)
    judged = judge_site(site, options, progress or _silent)
    judged.findings += refused
    return document_of(tally, judged, dict((*shortcode_functions(plugins), *shortcodes)))


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""
