"""The files about a site as a whole: pages of terms, and the scaffold where there is no site yet."""

from collections.abc import Iterator

from wpmigrate.config import ConvertOptions
from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.output import OutputFolder
from wpmigrate.targets import Target, free_path, scaffold_files

from .indexing import Reading
from .site_view import site_view


def wants_scaffold(target: Target, options: ConvertOptions, folder: OutputFolder) -> bool:
    """Whether the scaffold belongs to this run: asked for, or nothing else stands in the folder.

    To be asked before anything is written.
    """
    if target.scaffold is None:
        return False
    return options.scaffold if options.scaffold is not None else folder.is_fresh(target.scaffold.config)


def site_files(target: Target, reading: Reading, *, scaffold: bool) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of each such file; the index of `reading` is planned."""
    if target.site_files is None and not scaffold:
        return
    view = site_view(reading)
    if target.site_files is not None:
        yield from target.site_files(view)
    if scaffold:
        yield from scaffold_files(target, view)


def moved_terms(target: Target, reading: Reading) -> Iterator[Diagnostic]:
    """A finding for each term whose page stands elsewhere because an item stands at its old address."""
    if not target.has_term_pages:
        return
    view = site_view(reading)
    for term in view.terms:
        new = free_path(term, view)
        if new != term.path:
            yield diagnose("WXR810", path=term.path, reason="is taken", new=new)
