"""Programs that tests run and the project does not bring: skipped where they are absent, asked for where all must be."""

import os
from pathlib import Path

import pytest


def require(name: str, program: Path, *, by_name_only: bool = False) -> None:
    """Skip the test, saying how to get the program, or fail where all of them must be there.

    `WPMIGRATE_GENERATORS` is `all`, or the names that are wanted, with commas.
    """
    names = set(os.environ.get("WPMIGRATE_GENERATORS", "").split(",")) - {""}
    if names and name not in names and names != {"all"}:
        pytest.skip(f"{name}: WPMIGRATE_GENERATORS does not name it")
    if by_name_only and name not in names:
        pytest.skip(f"{name} runs only by its name: WPMIGRATE_GENERATORS={name}")
    if not program.exists():
        missing = f"{name} is not installed: make generators NAMES={name}"
        pytest.fail(missing) if names else pytest.skip(missing)
