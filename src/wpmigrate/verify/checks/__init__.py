"""The checks: each is one function over a pair, in a file of its own; the table gives their order."""

from collections.abc import Callable, Iterator

from wpmigrate.verify.pair import Difference, Pair

from .code_blocks import code_blocks
from .comments import comments
from .headings import headings
from .links import links
from .numbers import numbers
from .pictures import pictures
from .stored import stored
from .tables import tables
from .text import text

Check = Callable[[Pair], Iterator[Difference]]

CHECKS: tuple[Check, ...] = (text, links, pictures, headings, code_blocks, tables, numbers, stored, comments)
"""Every check, in the order of reports."""
