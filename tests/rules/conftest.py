"""What the tests of the rules share: an export run through reading, rules and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wpmigrate import reader, rules
from wpmigrate.api.indexing import OpenSource, read_site
from wpmigrate.config import Selection
from wpmigrate.diagnostics import Diagnostic
from wpmigrate.reader import ReaderOptions

Judge = Callable[[Path], list[Diagnostic]]


@pytest.fixture(scope="session")
def judge() -> Judge:
    """What reader and rules say about the export in a file, in the order in which `convert` asks them."""

    def run(path: Path) -> list[Diagnostic]:
        sources, found = reader.open_sources([str(path)])
        opened = [OpenSource(source.name, reader.read(source, ReaderOptions())) for source in sources]
        reading = read_site(opened, Selection())
        reading.spool.close()
        entries = sorted(reading.index.entries, key=lambda entry: entry.sort_key)
        found += reading.diagnostics
        found += rules.supersede(entries)
        found += rules.assign_identities(entries)
        return found + rules.check_index(reading.index)

    return run
