"""`wpmigrate.read`: the items of an export, one at a time."""

from collections.abc import Iterator

from wpmigrate import reader
from wpmigrate.model import Item
from wpmigrate.reader import Inputs, ReaderOptions, input_names


def read(*paths: Inputs) -> Iterator[Item]:
    """The items of the exports at `paths` (files, folders, archives, "-"), in file order, normalized but not converted.

    Streams: no more than one item is held. Raises InputError for what cannot be opened, and on the way for what is no
    export. What was mended is told by `wpmigrate validate`; a damaged item says so itself (`is_damaged`).

    >>> import wpmigrate
    >>> [item.title for item in wpmigrate.read("fixtures/demo/export.xml")][0]  # doctest: +SKIP
    """
    sources, _ = reader.open_sources([name for path in paths for name in input_names(path)])
    return (event for source in sources for event in reader.read(source, ReaderOptions()) if isinstance(event, Item))
