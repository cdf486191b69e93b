"""What a run over one site gives back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wpmigrate.diagnostics import Diagnostic, Severity
from wpmigrate.errors import EXIT_DONE, EXIT_FINDINGS
from wpmigrate.report import Summary, summary_lines
from wpmigrate.targets import Scaffold, Target


@dataclass(slots=True, kw_only=True)
class Result:
    """One converted site: where it went, the counts and the findings in report order."""

    target: Target = field(repr=False)
    summary: Summary
    #: None when it went to a stream.
    out: Path | None = None
    diagnostics: Sequence[Diagnostic] = field(default=(), repr=False)
    #: Whether the folder was made a site of its generator.
    is_scaffolded: bool = False

    def __str__(self) -> str:
        """What the command prints."""
        return "\n".join(self.lines())

    def losses(self, *, strict: bool = False) -> list[Diagnostic]:
        """The findings that make the exit status 1: errors, with `strict` warnings too."""
        loud = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return [found for found in self.diagnostics if found.severity in loud]

    def exit_status(self, *, strict: bool = False) -> int:
        """0 done; 1 with an error among the findings, or with `strict` a warning."""
        return EXIT_FINDINGS if self.losses(strict=strict) else EXIT_DONE

    def lines(self) -> list[str]:
        """The summary that a person reads."""
        return summary_lines(self.summary, self.diagnostics, how_to_look=self._how_to_look())

    def _how_to_look(self) -> str:
        """What the folder is and how to look at it."""
        if self.out is None:
            return ""
        if self.summary.is_dry_run:
            return "Nothing was written (--dry-run)."
        if not self.summary.written:
            return f"No item was written; {self.out}/.wpmigrate/report.json says what was noticed."
        if self.target.scaffold is not None:
            return _how_to_build(self.out, self.target.scaffold, is_scaffolded=self.is_scaffolded)
        if self.target.document:
            return (
                f"{self.out / self.target.document} holds the whole site; .wpmigrate/report.json says what was noticed."
            )
        return (
            f"{self.out}/ {self.target.look}. "
            f".wpmigrate/report.json says what was noticed, .wpmigrate/manifest.json which item went where."
        )


def _how_to_build(out: Path, scaffold: Scaffold, *, is_scaffolded: bool) -> str:
    """The commands of the generator; what the config of a site that stood there needs."""
    if is_scaffolded:
        commands = f"`{scaffold.build}` builds it, `{scaffold.serve}` shows it"
        return f"{out}/ is a site for {scaffold.generator}: {commands} (see README.md there)."
    hints = "".join(f"\n  {hint}" for hint in scaffold.hints)
    return (
        f"The content was put into {out}/. The site that stands there needs in its config ({scaffold.config}):{hints}"
    )
