"""What earlier runs wrote: path and SHA-256, from the manifest and from the journal of a run that was killed."""

import json
from collections.abc import Iterable, Iterator

from .limits import fold

DIGEST_BYTES = 32
"""Of a SHA-256."""


class Ledger:
    """Every path that we wrote, with the digests that its content may have: few bytes a file."""

    def __init__(self) -> None:
        self._digests: dict[str, bytes] = {}
        self._spellings: dict[str, str] | None = None

    def __iter__(self) -> Iterator[str]:
        """The paths."""
        return iter(self._digests)

    def __len__(self) -> int:
        return len(self._digests)

    def __contains__(self, path: str) -> bool:
        return path in self._digests

    def add(self, path: str, digest: bytes) -> None:
        """`path` was, or was about to be, written with this content."""
        if len(digest) != DIGEST_BYTES:
            raise ValueError("no SHA-256")
        if not self.has(path, digest):
            self._digests[path] = self._digests.get(path, b"") + digest
            self._spellings = None

    def has(self, path: str, digest: bytes) -> bool:
        """Whether content with this digest at `path` is ours."""
        known = self._digests.get(path, b"")
        return any(known[start : start + DIGEST_BYTES] == digest for start in range(0, len(known), DIGEST_BYTES))

    def latest(self, path: str) -> bytes:
        """The digest that was added last."""
        return self._digests[path][-DIGEST_BYTES:]

    def other_spelling(self, path: str) -> str | None:
        """Another path of ours that a system which folds case or accents takes for this one."""
        if self._spellings is None:
            self._spellings = {fold(known): known for known in self._digests}
        return self._spellings.get(fold(path))


def journal_lines(files: Iterable[tuple[str, bytes]]) -> bytes:
    """(path, SHA-256) as lines to append. They begin with a line end: a line torn by a kill harms none after it."""
    return b"\n" + b"".join(
        json.dumps({"path": path, "sha256": digest.hex()}).encode() + b"\n" for path, digest in files
    )


def read_journal(lines: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    """(path, SHA-256) of all whole lines; a torn line is passed over, for its file was not touched yet."""
    for line in lines:
        try:
            row = json.loads(line)
            digest = bytes.fromhex(row["sha256"])
        except (ValueError, KeyError, TypeError):
            continue
        if isinstance(row["path"], str) and len(digest) == DIGEST_BYTES:
            yield row["path"], digest
