"""The account of a run: every item read is written or left out with a reason; anything else is an error of ours."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.model import Entry, SiteIndex
from wpmigrate.output import FileRow, Manifest, ManifestRow, Written
from wpmigrate.report import Summary
from wpmigrate.targets import Target

from .result import Result
from .writing import Done

if TYPE_CHECKING:
    from wpmigrate.comments import Page


class Account:
    """Counts what comes back from the workers, and closes the books."""

    def __init__(self, index: SiteIndex, target: Target) -> None:
        """The books of one site; the plan is made."""
        self._index = index
        self._target = target
        self._digests: dict[int, str] = {}
        self._converted: set[int] = set()
        self.diagnostics: list[Diagnostic] = []
        #: Pages with comments, for a format of comments, in the order in which items are written.
        self.pages: list[Page] = []
        self.summary = Summary(site=index.site.title or index.site.url, target=target.name, read=len(index.entries))
        self.summary.can_bring_fields = target.has_meta

    def add(self, done: Done) -> None:
        """One batch came back."""
        self._converted.update(done.numbers)
        self._digests.update(done.digests)
        self.diagnostics += done.diagnostics
        self.summary.shortcodes += done.shortcodes
        self.summary.blocks += done.blocks
        self.summary.comments += done.comments
        self.pages += done.pages

    def close(self) -> None:
        """Count items as written or skipped; name those that are neither."""
        lost = 0
        for entry in self._index.entries:
            if entry.number in self._converted:
                self.summary.written += 1
                self.summary.drafts += entry.is_draft
                self.summary.types[entry.type] += 1
            elif entry.skipped is not None:
                self.summary.skipped[entry.skipped] += 1
            else:
                lost += 1
        self.summary.media = len(self._index.attachments)
        if lost:
            self.diagnostics.append(diagnose("WXR805", number=lost))

    def manifest(self, written: Sequence[Written]) -> Manifest:
        """A row for every item read, in an order that does not depend on the file; rows for the files beside them."""
        document = self._target.document
        whole = written[0].sha256 if document else None
        own = {document} if document else {self._index.entries[number].path for number in self._converted}
        rows = (self._row(entry, whole or self._digests.get(entry.number)) for entry in self._index.in_order())
        beside = sorted((file.path, file.sha256) for file in written if file.path not in own and file.sha256)
        return Manifest(rows, [FileRow(path, digest) for path, digest in beside])

    def _row(self, entry: Entry, digest: str | None) -> ManifestRow:
        if entry.number not in self._converted:
            return ManifestRow(id=entry.id, type=entry.type, status=entry.status, skipped=entry.skipped or "lost")
        return ManifestRow(
            id=entry.id, type=entry.type, status=entry.status, url=entry.link, path=entry.path, sha256=digest
        )

    def result(self, out: Path | None, diagnostics: Iterable[Diagnostic]) -> Result:
        """The result, its findings sorted so that the order of items in the file does not matter."""
        found = sorted((*diagnostics, *self.diagnostics), key=finding_order)
        self.summary.codes = Counter(finding.code for finding in found)
        self.summary.out = str(out or "")
        return Result(target=self._target, summary=self.summary, out=out, diagnostics=found)


def finding_order(found: Diagnostic) -> tuple[str, int, str, str, str]:
    """Findings by file, then item, then code: the same whatever the order of items."""
    number = int(found.item) if found.item.isascii() and found.item.isdigit() else 0
    return (found.file, number, found.item, found.code, found.message)
