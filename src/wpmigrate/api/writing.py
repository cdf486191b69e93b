"""Where converted items go: a file each, or the pieces of one document."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from wpmigrate.comments import Page
from wpmigrate.diagnostics import Diagnostic
from wpmigrate.output import OutputFolder, Written

from .conversion import Converted, Converter
from .spool import Spool


@dataclass(slots=True)
class Done:
    """What one batch gave, small enough to travel between processes."""

    #: Numbers of the items that were converted.
    numbers: list[int] = field(default_factory=list)
    #: Each item's own file, by number; empty for documents.
    own: dict[int, Written] = field(default_factory=dict)
    #: The files beside them.
    beside: list[Written] = field(default_factory=list)
    #: The items' bytes, in order, for documents and lines.
    pieces: list[bytes] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    shortcodes: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    comments: int = 0
    #: Pages with comments, for a format of comments.
    pages: list[Page] = field(default_factory=list)


class Task:
    """Converts a batch of items by their numbers; with a folder, writes their files too. Runs in workers."""

    def __init__(self, converter: Converter, spool: Spool, folder: OutputFolder | None) -> None:
        """`folder` is None when the pieces go back to the parent."""
        self._converter = converter
        self._spool = spool
        self._folder = folder

    def __call__(self, numbers: Sequence[int]) -> Done:
        """Convert, then write the batch at once."""
        done = Done()
        files: list[tuple[str, bytes]] = []
        own: dict[str, int] = {}
        for number in numbers:
            converted = self._converter.convert(self._spool.item(number), self._converter.index.entries[number])
            _add(done, converted)
            if self._folder is None:
                done.pieces.extend(data for _, data in converted.files)
            else:
                own[converted.files[0][0]] = number
                files += converted.files
        if self._folder is not None:
            for file in self._folder.write_batch(files):
                if file.path in own:
                    done.own[own[file.path]] = file
                else:
                    done.beside.append(file)
        return done


def _add(done: Done, converted: Converted) -> None:
    """Add one item's findings and counts to the batch's."""
    done.numbers.append(converted.number)
    done.diagnostics += converted.diagnostics
    if converted.shortcodes:
        done.shortcodes += converted.shortcodes
    if converted.blocks:
        done.blocks += converted.blocks
    done.comments += converted.comments
    if converted.page is not None:
        done.pages.append(converted.page)
