"""What was read is not written over: an export may be the only copy of a blog."""

import os.path
from collections.abc import Iterable
from pathlib import Path

from wpmigrate.errors import UsageError


def keep_inputs(
    out: str | Path | None, inputs: Iterable[str | Path], *, advice: str = "Give the name of another file."
) -> None:
    """Raise UsageError with `advice` when `out` is the same file as one of `inputs`, by whatever name.

    Names of inputs that are no files (`-`, a member of an archive) and an `out` that is not there are no concern.
    """
    # Not Path.exists: the name of a member may be too long for a file, which is an error there.
    exists = os.path.exists
    if out is None or not exists(out):
        return
    if any(exists(one) and Path(one).samefile(out) for one in inputs):
        raise UsageError(f"{out} is an input", advice=advice)
