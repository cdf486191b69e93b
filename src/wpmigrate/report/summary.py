"""What a run did, in counts, and as the text that ends it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wpmigrate.diagnostics import CATALOGUE, Diagnostic, Severity

from .printable import cut, printable


@dataclass(slots=True, kw_only=True)
class Summary:
    """Counts of one run over one site. Every item read is written, merged into another or skipped with a reason."""

    site: str = ""
    out: str = ""
    target: str = "markdown"
    read: int = 0
    written: int = 0
    drafts: int = 0
    #: Items left out, by reason.
    skipped: Counter[str] = field(default_factory=Counter)
    #: Items written, by type.
    types: Counter[str] = field(default_factory=Counter)
    comments: int = 0
    media: int = 0
    shortcodes: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    #: Items with each custom field that is not brought along.
    fields: Counter[str] = field(default_factory=Counter)
    #: Whether the target would have a place for them.
    can_bring_fields: bool = True
    #: Terms that rules of the user changed, by what was done: dropped, merged, moved, renamed.
    terms: Counter[str] = field(default_factory=Counter)
    #: Files, by what happened to them: written, unchanged, kept, removed.
    files: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    #: Old addresses that each file of redirects leads on.
    redirects: dict[str, int] = field(default_factory=dict)
    is_dry_run: bool = False

    def document(self) -> dict[str, object]:
        """The counts as report.json has them; nothing in it depends on earlier runs."""
        return {
            "read": self.read,
            "written": self.written,
            "drafts": self.drafts,
            "skipped": dict(sorted(self.skipped.items())),
            "types": dict(sorted(self.types.items())),
            "comments": self.comments,
            "media": self.media,
            "shortcodes": dict(sorted(self.shortcodes.items())),
            "blocks": dict(sorted(self.blocks.items())),
            "fields": dict(sorted(self.fields.items())),
            "redirects": dict(sorted(self.redirects.items())),
            "terms": dict(sorted(self.terms.items())),
            "codes": dict(sorted(self.codes.items())),
        }

    def count(self, severity: Severity) -> int:
        """How many findings of that severity there are."""
        return sum(number for code, number in self.codes.items() if CATALOGUE[code].severity is severity)


SHOWN_NAMES = 6
"""How many shortcodes or blocks a line of the summary names."""


def summary_lines(summary: Summary, diagnostics: Sequence[Diagnostic], *, how_to_look: str) -> list[str]:
    """The lines that end a run: what was written, what was left out and why, what to look at, what to do next."""
    verb = "would be written" if summary.is_dry_run else "written"
    kinds = ", ".join(f"{number} {_plural(kind, number)}" for kind, number in summary.types.most_common())
    lines = [
        f"{printable(summary.site) or 'The export'}: {_items(summary.read)} read, {summary.written} {verb}"
        + (f" ({kinds})" if kinds else "")
        + (f" with {summary.comments} {_plural('comment', summary.comments)}" if summary.comments else "")
    ]
    if summary.drafts:
        lines.append(f"  {summary.drafts} of them as {_drafts(summary.drafts)}, which no generator publishes")
    if summary.skipped:
        lines.append("Left out:")
        width = len(str(max(summary.skipped.values())))
        lines += [f"  {number:>{width}} {explained(reason, number)}" for reason, number in _by_number(summary.skipped)]
    lines += _left_over("Shortcodes kept as text", summary.shortcodes)
    lines += _left_over("Blocks without content in an export", summary.blocks)
    hint = " (bring them with --meta NAME)" if summary.can_bring_fields else ""
    lines += [line + hint for line in _left_over("Custom fields left out", summary.fields)]
    if summary.terms:
        lines.append("Terms: " + ", ".join(f"{number} {what}" for what, number in _by_number(summary.terms)))
    if summary.redirects:
        named = ", ".join(f"{number} in {printable(file)}" for file, number in summary.redirects.items())
        lines.append(f"Old addresses led on: {named}")
    lines += _findings(summary, diagnostics)
    lines += _files(summary)
    return [*lines, how_to_look] if how_to_look else lines


def table_lines(summaries: list[Summary]) -> list[str]:
    """Several sites in one table: what was read, written and left out, errors and warnings, and the folder."""
    head = ("site", "read", "written", "left out", "errors", "warnings", "folder")
    rows = [head, *(_table_row(summary) for summary in summaries)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return [
        "  ".join(
            value.ljust(width) if column in (0, len(head) - 1) else value.rjust(width)
            for column, (value, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _table_row(summary: Summary) -> tuple[str, ...]:
    numbers = (summary.read, summary.written, summary.skipped.total(), summary.count(Severity.ERROR))
    warnings = summary.count(Severity.WARNING)
    return (printable(summary.site), *map(str, numbers), str(warnings), printable(summary.out))


def explained(reason: str, number: int) -> str:
    """A reason of the manifest as the summary says it of `number` items."""
    if reason.startswith("type "):
        name = printable(reason.removeprefix("type "))
        return f"{name} (bring them with --type post,page,{name})"
    phrase = _REASONS.get(reason)
    return phrase.format(s="" if number == 1 else "s") if phrase else printable(reason)


_REASONS = {
    "attachment": "attachment{s} (pictures and other files: an export holds their addresses only)",
    "nav_menu_item": "menu item{s}",
    "private": "private (bring them with --include private)",
    "protected": "password-protected (bring them with --include protected)",
    "draft": "draft{s} (all that this target writes counts as published)",
    "trash": "in the trash",
    "revision": "revision{s}",
    "wp_block": "reusable block{s} (put in where they are used)",
    "post": "post{s} (not of the chosen types)",
    "page": "page{s} (not of the chosen types)",
    "posts page": "page{s} at whose address the list of posts stands",
    "not chosen": "not chosen by the filters",
    "duplicate": "there twice, written once",
    "superseded": "earlier state{s} of items that are written",
}


def _items(number: int) -> str:
    return f"{number} {_plural('item', number)}"


def _drafts(number: int) -> str:
    return "a draft" if number == 1 else "drafts"


def _plural(word: str, number: int) -> str:
    return word if number == 1 or word.endswith("s") else f"{word}s"


def _by_number(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _left_over(what: str, counts: Counter[str]) -> list[str]:
    """One line for shortcodes or blocks by name."""
    if not counts:
        return []
    named = ", ".join(f"{printable(name)} {number}×" for name, number in _by_number(counts)[:SHOWN_NAMES])
    more = len(counts) - SHOWN_NAMES
    return [f"{what}: {named}" + (f" and {more} more" if more > 0 else "")]


def _findings(summary: Summary, diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Errors and warnings by code, each with its first example; infos as one number."""
    lines = []
    for severity, heading in ((Severity.ERROR, "Errors"), (Severity.WARNING, "Warnings")):
        found = [finding for finding in diagnostics if finding.severity is severity]
        lines += [f"{heading}:", *(f"  {line}" for line in finding_lines(found))] if found else []
    notes = summary.count(Severity.INFO)
    if notes:
        lines.append(f"{notes} more {_plural('note', notes)} in the report")
    return lines


_EXAMPLE = 160
"""Characters of an example's message; the report has all of it."""


def finding_lines(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """A line for each code: how often it was found, the first example and its place."""
    examples: dict[str, Diagnostic] = {}
    numbers: Counter[str] = Counter()
    for found in diagnostics:
        examples.setdefault(found.code, found)
        numbers[found.code] += 1
    return [
        f"{code} {CATALOGUE[code].name} {numbers[code]}×: "
        f"{cut(printable(examples[code].message), _EXAMPLE)}{_place(examples[code])}"
        for code in sorted(examples)
    ]


def _place(found: Diagnostic) -> str:
    """The file and the line in brackets; nothing where the finding is about the whole site."""
    place = ":".join(str(part) for part in (printable(found.file), found.line) if part)
    return f" ({place})" if place else ""


def _files(summary: Summary) -> list[str]:
    """What happened to files, when it was more than writing them all."""
    if set(summary.files) <= {"written"}:
        return []
    named = (f"{number} {_OUTCOMES.get(what, what)}" for what, number in _by_number(summary.files))
    return ["Files: " + ", ".join(named)]


_OUTCOMES = {
    "would-write": "would be written",
    "kept-edited": "kept (you edited them)",
    "kept-foreign": "kept (not ours)",
}
"""What became of files, where the word alone does not say it."""
