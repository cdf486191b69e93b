"""What a validation found, as every format of the findings sees it."""

from collections import Counter
from dataclasses import dataclass, field

from wpmigrate.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The findings about some exports, chosen and in order, with the exit status that they give."""

    #: The inputs that were judged, by the names that findings bear.
    files: tuple[str, ...] = ()
    items: int = 0
    findings: list[Diagnostic] = field(default_factory=list)
    exit_status: int = 0
    #: Whether warnings fail as errors do.
    strict: bool = False
    #: How many warnings are allowed; None: any number.
    max_warnings: int | None = None
    #: Findings that the baseline knows, which are left out.
    known: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings are of that severity."""
        return sum(found.severity is severity for found in self.findings)

    def fails(self, found: Diagnostic) -> bool:
        """Whether this finding alone makes the validation fail."""
        return found.severity is Severity.ERROR or (self.strict and found.severity is Severity.WARNING)

    def by_code(self) -> list[tuple[str, list[Diagnostic]]]:
        """The findings by code: errors first, then warnings, then infos; within these in code order."""
        groups: dict[str, list[Diagnostic]] = {}
        for found in self.findings:
            groups.setdefault(found.code, []).append(found)
        rank = list(Severity)
        return sorted(groups.items(), key=lambda group: (rank.index(group[1][0].severity), group[0]))

    def counts(self) -> dict[str, int]:
        """How many findings there are of each severity."""
        found = Counter(str(one.severity) for one in self.findings)
        return {str(severity): found[str(severity)] for severity in Severity}
