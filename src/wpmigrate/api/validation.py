"""From inputs to a verdict: the stages of `convert` up to the links, in the same order, without writing anything."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch

from wpmigrate.config import ConvertOptions, ValidateOptions, options_of
from wpmigrate.diagnostics import Diagnostic, Severity
from wpmigrate.errors import EXIT_DONE, EXIT_FINDINGS, EXIT_REFUSED, InputError
from wpmigrate.model import SiteIndex
from wpmigrate.reader import Inputs, ReaderOptions, input_names
from wpmigrate.report import Verdict

from .baseline import read_baseline, without_known
from .comparison import compare
from .indexing import refusal
from .judging import Judged, judge_site
from .sites import SiteInputs, open_sites

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, total)."""

REFUSED = "WXR0"
"""The codes of inputs that were not read: they cannot be ignored."""


def validate(inputs: Inputs, options: ValidateOptions | None = None, *, progress: Progress | None = None) -> Verdict:
    """What is wrong with the exports at `inputs`; those of one site are judged together.

    Inputs that cannot be read are findings (WXR0xx); the exit status is 2 when nothing could be. Raises UsageError for
    a baseline or a plug-in that is none, and for an earlier export that cannot be read.
    """
    options = options_of(ValidateOptions, options)
    known = read_baseline(options.baseline) if options.baseline else frozenset()
    earlier = _sites(options.against) if options.against else []
    run = _Run(options, progress or _silent)
    names = input_names(inputs)
    try:
        sites, refused = open_sites(
            names,
            ReaderOptions(fix_mojibake=options.fix_mojibake, kind=options.kind, locale=options.locale),
            needs_all=False,
        )
    except InputError as error:
        sites, refused = [], [refusal(error, error.file or names[0])]
    run.findings += refused
    run.files += [found.file for found in refused if found.file]
    for site in sites:
        run.judge(site)
    run.compare_with(earlier)
    findings = sorted(chosen(run.findings, options), key=_reading_order(run.files))
    fresh = without_known(findings, known)
    return Verdict(
        files=tuple(dict.fromkeys(run.files)),
        items=run.items,
        findings=fresh,
        exit_status=EXIT_REFUSED if not run.is_any_read else exit_status(fresh, options),
        strict=options.strict,
        max_warnings=options.max_warnings,
        known=len(findings) - len(fresh),
    )


def _as_converted(options: ValidateOptions) -> ConvertOptions:
    """The options of the conversion that is judged."""
    same = ("shortcodes", "plugins", "fix_mojibake", "kind", "locale", "jobs")
    return ConvertOptions(**{name: getattr(options, name) for name in same})


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def _sites(paths: Sequence[str]) -> list[SiteInputs]:
    """The earlier exports by site; raises InputError when one cannot be read: there is nothing to compare with."""
    sites, refused = open_sites(list(paths), ReaderOptions())
    if refused:
        found = refused[0]
        raise InputError(found.message, code=found.code, file=found.file, line=found.line)
    return sites


@dataclass(slots=True)
class _Run:
    """What has been found so far, over all sites."""

    options: ValidateOptions
    progress: Progress
    findings: list[Diagnostic] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    items: int = 0
    is_any_read: bool = False
    #: What was judged, by the key of its site; only for the comparison with earlier exports.
    indexes: dict[str, SiteIndex] = field(default_factory=dict)

    def judge(self, site: SiteInputs) -> None:
        """One site; one that cannot be read is a finding of its own, not the end."""
        try:
            judged = judge_site(site, _as_converted(self.options), self.progress)
        except InputError as error:
            self.findings.append(refusal(error, site.sources[0].name))
            self.files += [source.name for source in site.sources]
            return
        self.is_any_read = True
        self._take(judged)
        if self.options.against:
            self.indexes[site.key] = judged.index

    def compare_with(self, earlier: list[SiteInputs]) -> None:
        """Each earlier site with the same one of now; the only one with the only one, since a blog may have moved.

        All of a site that is not there any more has vanished.
        """
        is_one = len(earlier) == len(self.indexes) == 1
        for old in earlier:
            now = next(iter(self.indexes.values())) if is_one else self.indexes.get(old.key, SiteIndex())
            self.findings += compare(old, now)

    def _take(self, judged: Judged) -> None:
        self.findings += judged.findings
        self.files += judged.files
        self.items += len(judged.index.entries)


def chosen(findings: Sequence[Diagnostic], options: ValidateOptions) -> list[Diagnostic]:
    """The findings that the options let through, with the severities that they give."""
    severities = dict(options.severities)
    return [
        found.of(severities.get(found.code, found.severity))
        for found in findings
        if found.code.startswith(REFUSED) or _is_chosen(found, options)
    ]


def _is_chosen(found: Diagnostic, options: ValidateOptions) -> bool:
    if options.select and found.code not in options.select:
        return False
    if found.code in options.ignore:
        return False
    name = found.file.replace("\\", "/")
    return not any(
        found.code in codes and (fnmatch(name, pattern) or fnmatch(name.rpartition("/")[2], pattern))
        for pattern, codes in options.per_file_ignores
    )


def exit_status(findings: Sequence[Diagnostic], options: ValidateOptions) -> int:
    """0 nothing that fails; 1 an error, with `strict` a warning, or more warnings than are allowed."""
    warnings = sum(found.severity is Severity.WARNING for found in findings)
    is_over = options.max_warnings is not None and warnings > options.max_warnings
    is_error = any(found.severity is Severity.ERROR for found in findings)
    return EXIT_FINDINGS if is_error or is_over or (options.strict and warnings) else EXIT_DONE


def _reading_order(files: list[str]) -> Callable[[Diagnostic], tuple[int, str, int, int, str, str]]:
    """Findings by input, then as one meets them in the file; those about a whole site come first."""
    rank = {name: number for number, name in enumerate(files)}

    def key(found: Diagnostic) -> tuple[int, str, int, int, str, str]:
        at = rank.get(found.file, -1)
        return (at, found.file, found.line or 0, found.column or 0, found.code, found.message)

    return key
