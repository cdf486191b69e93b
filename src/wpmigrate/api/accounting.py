"""The account of a run: every item read is written or left out with a reason; anything else is an error of ours."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from wpmigrate.diagnostics import Diagnostic, Findings, diagnose
from wpmigrate.model import Entry, SiteIndex, Texts
from wpmigrate.output import DIGEST_BYTES, FileRow, Manifest, ManifestRow, Outcome, Written
from wpmigrate.report import Summary
from wpmigrate.targets import Target, listed_media

from .result import Result
from .writing import Done

if TYPE_CHECKING:
    from wpmigrate.comments import Page


_KEPT = {Outcome.KEPT_EDITED: "WXR801", Outcome.KEPT_FOREIGN: "WXR803"}
"""What to say about files that were not written."""


class Account:
    """Counts what comes back from the workers, and closes the books."""

    def __init__(self, index: SiteIndex, target: Target) -> None:
        """The books of one site; the plan is made."""
        self._index = index
        self._target = target
        #: For each entry whether it was converted, and the SHA-256 of its own file, zeros without one.
        self._converted = bytearray(len(index.entries))
        self._digests = bytearray(len(index.entries) * DIGEST_BYTES)
        #: The one file of a document.
        self._document: Written | None = None
        #: Paths and digests of the files that belong to no single item, zeros for what is not ours.
        self._beside = Texts()
        self._digests_beside = bytearray()
        self.diagnostics = Findings()
        #: Pages with comments, for a format of comments, in the order in which items are written.
        self.pages: list[Page] = []
        self.summary = Summary(site=index.site.title or index.site.url, target=target.name, read=len(index.entries))
        self.summary.can_bring_fields = target.has_meta

    def add(self, done: Done) -> None:
        """One batch came back."""
        for number in done.numbers:
            self._converted[number] = True
        for number, file in done.own.items():
            self._note(file)
            digest = bytes.fromhex(file.sha256)
            start = number * DIGEST_BYTES
            self._digests[start : start + len(digest)] = digest
        self.add_files(done.beside)
        self.diagnostics.extend(done.diagnostics)
        self.summary.shortcodes += done.shortcodes
        self.summary.blocks += done.blocks
        self.summary.comments += done.comments
        self.pages += done.pages

    def add_document(self, file: Written) -> None:
        """The one file that holds all items."""
        self._note(file)
        self._document = file

    def add_files(self, written: Iterable[Written]) -> None:
        """Files that belong to no single item."""
        for file in written:
            self._note(file)
            self._beside.append(file.path)
            self._digests_beside += bytes.fromhex(file.sha256) or bytes(DIGEST_BYTES)

    def _note(self, file: Written) -> None:
        """Count a file; say it when somebody's own work stood there."""
        self.summary.files[file.outcome.value] += 1
        if file.outcome in _KEPT:
            self.diagnostics.extend([diagnose(_KEPT[file.outcome], path=file.path)])

    def paths(self) -> Iterator[str]:
        """Every file of this run, whatever became of it."""
        yield from (entry.path for entry in self._index.entries if entry.path is not None)
        yield from map(self._beside.__getitem__, range(len(self._beside)))

    def close(self) -> None:
        """Count items as written or skipped; name those that are neither."""
        lost = 0
        for entry in self._index.entries:
            if self._converted[entry.number]:
                self.summary.written += 1
                self.summary.drafts += entry.is_draft
                self.summary.types[entry.type] += 1
            elif entry.skipped is not None:
                self.summary.skipped[entry.skipped] += 1
            else:
                lost += 1
        self.summary.media = sum(1 for _ in listed_media(self._index))
        if lost:
            self.diagnostics.extend([diagnose("WXR805", number=lost)])

    def manifest(self) -> Manifest:
        """A row for every item read, in an order that does not depend on the file; rows for the files beside them."""
        rows = map(self._row, self._index.in_order())
        order = sorted(range(len(self._beside)), key=self._beside.__getitem__)
        digests = ((row, _digest_at(self._digests_beside, row)) for row in order)
        return Manifest(rows, (FileRow(self._beside[row], digest) for row, digest in digests if digest))

    def _row(self, entry: Entry) -> ManifestRow:
        if not self._converted[entry.number]:
            return ManifestRow(id=entry.id, type=entry.type, status=entry.status, skipped=entry.skipped or "lost")
        return ManifestRow(
            id=entry.id,
            type=entry.type,
            status=entry.status,
            url=entry.link,
            path=entry.path,
            sha256=self._document.sha256 if self._document else _digest_at(self._digests, entry.number),
        )

    def result(self, out: Path | None, diagnostics: Iterable[Diagnostic]) -> Result:
        """The result, its findings sorted so that the order of items in the file does not matter."""
        found = self.diagnostics
        found.extend(diagnostics)
        found.sort()
        self.summary.codes = Counter(finding.code for finding in found)
        self.summary.out = str(out or "")
        return Result(target=self._target, summary=self.summary, out=out, diagnostics=found)


def _digest_at(digests: bytearray, row: int) -> str | None:
    """One of many digests in hex; None when it is zeros."""
    digest = digests[row * DIGEST_BYTES : (row + 1) * DIGEST_BYTES]
    return digest.hex() if any(digest) else None
