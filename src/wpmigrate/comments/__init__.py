"""Comments for other systems: the pages of the new site with their comments in, files out. Pure; one table."""

from collections.abc import Mapping

from wpmigrate.errors import UsageError

from .commento import COMMENTO
from .data_files import JSON, YAML
from .format import CommentFormat
from .imports import DISQUS, ISSO, REMARK42
from .page import CommentSite, Page, PageComment
from .staticman import STATICMAN
from .trees import threaded, threads_json

COMMENT_FORMATS: Mapping[str, CommentFormat] = {
    row.name: row for row in (JSON, YAML, ISSO, REMARK42, DISQUS, COMMENTO, STATICMAN)
}
"""Every format by its name, in the order of the docs."""


def format_named(name: str) -> CommentFormat:
    """The format of that name; raises UsageError for one that does not exist."""
    if name not in COMMENT_FORMATS:
        raise UsageError(f"--comments does not know {name!r}", advice=f"It knows: {', '.join(COMMENT_FORMATS)}.")
    return COMMENT_FORMATS[name]


__all__ = [
    "COMMENT_FORMATS",
    "CommentFormat",
    "CommentSite",
    "Page",
    "PageComment",
    "format_named",
    "threaded",
    "threads_json",
]
