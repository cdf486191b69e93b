"""What a format of redirects is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .redirect import Redirect


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A file of redirects that some server or service reads."""

    name: str
    #: The name of its file.
    file: str
    summary: str
    render: Callable[[Sequence[Redirect]], str]
    #: Whether the file belongs into the built site, and so into the folder that a generator copies.
    is_published: bool = False
    #: Whether it can tell `/?p=123` from `/`.
    reads_queries: bool = True
    #: How many rules the service takes (0: any number), and what stands in the file once for each.
    limit: int = 0
    rule_mark: str = "\n"
