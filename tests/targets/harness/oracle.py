"""Programs that judge an output without building it: where they were installed, or why the test is skipped."""

import os
from pathlib import Path

import pytest
from generator import INSTALLED


def installed(name: str) -> Path:
    """The folder of an oracle of `oracles/`; skips the test, or fails it where all must be there."""
    folder = INSTALLED / name
    if not (folder / ".installed").exists():
        missing = f"{name} is not installed: make generators NAMES={name}"
        pytest.fail(missing) if os.environ.get("WPMIGRATE_GENERATORS") else pytest.skip(missing)
    return folder
