"""What verifying found."""

from collections import Counter
from dataclasses import dataclass, field

from wpmigrate.errors import EXIT_DONE, EXIT_FINDINGS

from .pair import Difference

KINDS = (
    "files", "words", "signs", "order", "links", "images", "alt texts", "media", "headings", "code blocks", "tables",
    "footnotes", "drawings", "stored words", "comments",
)  # fmt: skip
"""What is counted, in the order of reports. `order` counts words that stand elsewhere, `comments` the words of comments."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One item: how its file differs from the export."""

    #: Identity in the manifest, and slug.
    item: str
    slug: str
    #: Path of the file below the output folder; empty when there is none.
    path: str
    differences: tuple[Difference, ...] = ()
    #: The file is not as it was written.
    is_edited: bool = False
    #: How much the item has of each kind.
    wanted: Counter[str] = field(default_factory=Counter)

    @property
    def has_loss(self) -> bool:
        """Whether anything of the export is lost."""
        return any(difference.is_loss for difference in self.differences)


@dataclass(slots=True, kw_only=True)
class Verification:
    """One output against its exports. Only the verdicts that say something are kept."""

    site: str = ""
    out: str = ""
    #: Items that were compared.
    checked: int = 0
    #: Those that differ or were edited, in the order of the export.
    verdicts: list[Verdict] = field(default_factory=list)
    #: How much there was of each kind, and how much of it is lost.
    wanted: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    #: Items of the output that the exports do not hold: they were made of further parts.
    strangers: int = 0
    #: Items that were left out, by the reason that the manifest gives.
    skipped: Counter[str] = field(default_factory=Counter)
    edited: int = 0
    with_loss: int = 0

    def add(self, verdict: Verdict) -> None:
        """Count one item."""
        self.checked += 1
        self.wanted += verdict.wanted
        self.wanted["files"] += 1
        for difference in verdict.differences:
            if difference.is_loss:
                self.lost[difference.kind] += difference.number
        self.edited += verdict.is_edited
        self.with_loss += verdict.has_loss
        if verdict.differences or verdict.is_edited:
            self.verdicts.append(verdict)

    def share(self, kind: str) -> float | None:
        """Percent of a kind that is there; None when the export has none of it."""
        wanted = self.wanted[kind]
        return 100 * (wanted - self.lost[kind]) / wanted if wanted else None

    def exit_status(self) -> int:
        """0 nothing is lost; 1 something is."""
        return EXIT_FINDINGS if self.with_loss else EXIT_DONE
