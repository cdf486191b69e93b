"""What a run over one site gives back."""

from dataclasses import dataclass, field
from pathlib import Path

from wpmigrate.diagnostics import Diagnostic, Severity
from wpmigrate.errors import EXIT_DONE, EXIT_FINDINGS
from wpmigrate.report import Summary, summary_lines
from wpmigrate.targets import Target


@dataclass(slots=True, kw_only=True)
class Result:
    """One converted site: where it went, the counts and the findings in report order."""

    target: Target
    summary: Summary
    #: None when it went to a stream.
    out: Path | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, found: list[Diagnostic]) -> None:
        """Findings that are not about the site's own content, such as an input that could not be read."""
        self.diagnostics = [*found, *self.diagnostics]
        self.summary.codes.update(finding.code for finding in found)

    def exit_status(self, *, strict: bool = False) -> int:
        """0 done; 1 with an error among the findings, or with `strict` a warning."""
        loud = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return EXIT_FINDINGS if any(found.severity in loud for found in self.diagnostics) else EXIT_DONE

    def lines(self) -> list[str]:
        """The summary that a person reads."""
        return summary_lines(self.summary, self.diagnostics, how_to_look=self._how_to_look())

    def _how_to_look(self) -> str:
        """What the folder is and how to look at it."""
        if self.out is None:
            return ""
        if self.summary.is_dry_run:
            return "Nothing was written (--dry-run)."
        if self.target.document:
            return (
                f"{self.out / self.target.document} holds the whole site; .wpmigrate/report.json says what was noticed."
            )
        return (
            f"{self.out}/ holds the Markdown: open it in any editor. "
            f".wpmigrate/report.json says what was noticed, .wpmigrate/manifest.json which item went where."
        )
