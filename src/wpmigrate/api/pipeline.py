"""From inputs to a written site: read, plan, convert, write, account. The order of the stages stands here, once."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from wpmigrate import rules
from wpmigrate.comments import format_named
from wpmigrate.config import ConvertOptions, options_of
from wpmigrate.diagnostics import CATALOGUE, Diagnostic, diagnose
from wpmigrate.errors import InputError, OutputError, UsageError
from wpmigrate.output import NameBook, OutputFolder, keep_inputs, safe_name
from wpmigrate.reader import Inputs, ReaderOptions, input_names
from wpmigrate.report import Summary, json_pieces
from wpmigrate.targets import META_ALLOWED, Target, site_record, target_named

from .accounting import Account
from .commenting import comment_files
from .conversion import Converter
from .indexing import Reading, read_site, refusal
from .planning import plan
from .plugins import shortcode_functions
from .redirecting import redirect_files, redirect_paths, refuse_taken
from .result import Result
from .site_files import moved_terms, site_files, wants_scaffold
from .site_view import site_view
from .sites import SiteInputs, only_site, open_sites
from .term_moves import apply_term_rules
from .workers import SMALL_EXPORT, Batches, job_count
from .writing import Done, Task

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, total)."""


def convert(
    inputs: Inputs,
    out: str | Path | None = None,
    options: ConvertOptions | None = None,
    *,
    stream: BinaryIO | None = None,
    progress: Progress | None = None,
) -> list[Result]:
    """Convert the exports at `inputs`, one or several, into the folder `out` or onto `stream`.

    Without `out` the folder is named after the site. One Result a site; with `options.each` several, those of inputs
    that cannot be read last. Raises InputError when nothing can be read, UsageError for options that cannot be meant,
    OutputError when the output cannot be written.
    """
    options = options_of(ConvertOptions, options)
    target = _target(options, to_stream=stream is not None)
    redirect_paths(options.redirects, target)
    if options.comments_format:
        format_named(options.comments_format)
    shortcode_functions(options.plugins)
    reader_options = ReaderOptions(fix_mojibake=options.fix_mojibake, kind=options.kind, locale=options.locale)
    names = input_names(inputs)
    sites, refused = open_sites(names, reader_options, needs_all=not options.each)
    if options.each:
        if stream is not None:
            raise UsageError("standard output takes one site", advice="Give a folder, or leave --each out.")
        unread = [_unread(found, target) for found in refused]
        return _convert_each(sites, Path(out or "."), target, options) + unread
    site = only_site(sites, advice=CATALOGUE["WXR008"].advice)
    if out is not None and stream is None:
        keep_inputs(out, names, advice="Give another folder with --out.")
    run = _Run(target, options, progress or _silent)
    return [run.convert(site, None if stream else Path(out or folder_name(site)), stream, refused)]


def _convert_each(sites: list[SiteInputs], folder: Path, target: Target, options: ConvertOptions) -> list[Result]:
    """Each site into FOLDER/HOST, in parallel; a site that cannot be read is an error of its own, not the end."""
    names = NameBook()
    places = [folder / names.claim((), folder_name(site), "")[0] for site in sites]
    single = replace(options, jobs=1)

    def one(batch: Sequence[int]) -> list[Result]:
        return [_one_of_many(sites[number], places[number], target, single) for number in batch]

    jobs = min(job_count(options.jobs, SMALL_EXPORT), len(sites))
    return [result for batch in Batches(one, range(len(sites)), jobs, size=1) for result in batch]


def _one_of_many(site: SiteInputs, place: Path, target: Target, options: ConvertOptions) -> Result:
    """One site of several."""
    try:
        return _Run(target, options, _silent).convert(site, place, None, [])
    except (InputError, OutputError) as error:
        return _unread(refusal(error, site.sources[0].name), target, name=site.key)


def _unread(found: Diagnostic, target: Target, name: str = "") -> Result:
    """The result of an input that gave nothing; it is called by its site, else by its file."""
    summary = Summary(site=name or found.file, target=target.name, codes=Counter([found.code]))
    return Result(target=target, summary=summary, diagnostics=[found])


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def _target(options: ConvertOptions, *, to_stream: bool) -> Target:
    """The target by its name, if it can do what is asked."""
    target = target_named(options.to)
    if to_stream and target.layout == "files":
        raise UsageError("standard output takes one document", advice="Give --to jsonl or --to json, or a folder.")
    if to_stream and (options.redirects or options.comments_format):
        name = "--redirects" if options.redirects else "--comments"
        raise UsageError(f"{name} writes files beside the output", advice="Give a folder with --out.")
    return target


def folder_name(site: SiteInputs) -> str:
    """The name of a site's folder: its host, else the name of its first part."""
    name = site.host.replace(":", "-") or Path(site.sources[0].name).name.partition(".")[0]
    return safe_name(name, fallback="site").stem


class _Run:
    """One site through all stages."""

    def __init__(self, target: Target, options: ConvertOptions, progress: Progress) -> None:
        self._target = target
        self._options = options
        self._progress = progress

    def convert(self, site: SiteInputs, out: Path | None, stream: BinaryIO | None, refused: list[Diagnostic]) -> Result:
        """The site's result; what it says was counted, not assumed. `out` is None when it goes to `stream`."""
        meta = self._options.fields.meta if self._target.has_meta else META_ALLOWED
        reading = read_site(site.sources, self._options.selection, meta=meta)
        with closing(reading.spool):
            reading.diagnostics = [*refused, *reading.diagnostics]
            return self._converted_site(reading, out, stream)

    def _converted_site(self, reading: Reading, out: Path | None, stream: BinaryIO | None) -> Result:
        """What `convert` gives, of the site once it is read."""
        moved = apply_term_rules(reading.index, self._options.terms, reading.term_names)
        reading.diagnostics += moved.diagnostics
        if self._target.knows_terms_by_name:
            reading.index.names_apart = rules.names_apart(reading.index)
        reading.diagnostics += plan(reading.index, self._target, self._options)
        reading.diagnostics += [
            found
            for found in rules.check_index(reading.index)
            if not (found.code == "WXR710" and self._options.include_emails)
        ]
        account = Account(reading.index, self._target)
        account.summary.terms = moved.counts
        left = rules.entries_with_field(reading.index)
        account.summary.fields = Counter({key: len(entries) for key, entries in left.items()})
        if out is None:
            assert stream is not None
            for piece in self._document(reading, account):
                stream.write(piece)
            stream.flush()
            return self._close(account, reading, None)
        return self._into_folder(reading, account, out)

    def _into_folder(self, reading: Reading, account: Account, out: Path) -> Result:
        """Write the folder: the items, what no longer belongs away, manifest and report."""
        options = self._options
        summary = account.summary
        summary.is_dry_run = options.dry_run
        with OutputFolder(out, force=options.force, dry_run=options.dry_run, durable=options.durable) as folder:
            scaffold = wants_scaffold(self._target, options, folder)
            about_site = list(site_files(self._target, reading, scaffold=scaffold))
            if options.redirects:
                items = (entry.path for entry in reading.index.entries if entry.path is not None)
                taken = chain(items, (path for path, _ in about_site))
                refuse_taken(redirect_paths(options.redirects, self._target), taken)
            if self._target.layout == "files":
                for _ in self._converted(reading, account, folder):
                    pass  # written and counted
            else:
                whole = folder.write_stream(self._target.document, self._document(reading, account))
                account.add_document(whole)
            account.add_files(folder.write_batch(about_site))
            account.diagnostics.extend(moved_terms(self._target, reading))
            extra = [*self._redirects(reading, account), *self._comments(reading, account)]
            account.add_files(folder.write_batch(extra))
            swept = folder.sweep(account.paths())
            account.diagnostics.extend(diagnose("WXR802", path=path) for path in swept.kept)
            summary.files += Counter(removed=len(swept.removed))
            result = self._close(account, reading, out)
            result.is_scaffolded = scaffold
            report = json_pieces(result.summary, result.diagnostics)
            folder.finish(account.manifest(), {"report.json": report})
        return result

    def _redirects(self, reading: Reading, account: Account) -> list[tuple[str, bytes]]:
        """The files of redirects that were asked for, counted."""
        if not self._options.redirects:
            return []
        made = redirect_files(reading, self._target, self._options.redirects)
        account.summary.redirects = made.counts
        account.diagnostics.extend(made.diagnostics)
        return made.files

    def _comments(self, reading: Reading, account: Account) -> list[tuple[str, bytes]]:
        """The files of the format of comments that was asked for."""
        made = comment_files(self._options.comments_format, account.pages, reading.index.site)
        account.diagnostics.extend(made.diagnostics)
        return made.files

    def _close(self, account: Account, reading: Reading, out: Path | None) -> Result:
        if account.summary.comments and not self._target.has_comments and not self._options.comments_format:
            number, account.summary.comments = account.summary.comments, 0
            account.diagnostics.extend([diagnose("WXR809", number=number, target=self._target.name)])
        account.close()
        return account.result(out, reading.diagnostics)

    def _document(self, reading: Reading, account: Account) -> Iterator[bytes]:
        """The one file of documents and lines."""
        pieces = (piece for done in self._converted(reading, account, None) for piece in done.pieces)
        assert self._target.frame is not None
        parents = rules.term_parents(reading.index)
        emails = self._options.include_emails
        site = site_record(reading.index, site_view(reading), parents, emails=emails)
        return self._target.frame(site, pieces)

    def _converted(self, reading: Reading, account: Account, folder: OutputFolder | None) -> Iterator[Done]:
        """All batches, in order, counted."""
        index = reading.index
        entries = index.entries if self._target.layout == "lines" else index.in_order()
        numbers = [entry.number for entry in entries if entry.path is not None]
        if self._target.newest_first:
            numbers.reverse()
        site = site_view(reading) if self._target.writes_pages else None
        task = Task(Converter(reading.index, self._target, self._options, site=site), reading.spool, folder)
        # What the index holds will not be garbage: without this each collection would walk it, in every worker.
        gc.collect(1)  # the young: to walk all that is old costs more than is found there
        gc.freeze()
        batches = Batches(task, numbers, job_count(self._options.jobs, reading.spool.size))
        counted = 0
        for done in batches:
            account.add(done)
            counted += len(done.numbers)
            self._progress("Converting", counted, len(numbers))
            yield done
        if batches.deaths:
            account.diagnostics.extend([diagnose("WXR804", reason="it was killed")])
        gc.unfreeze()
