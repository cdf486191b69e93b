"""Comments for other systems: the pages of the new site with their comments in, files out. Pure; one table."""

from collections.abc import Mapping

from .commento import COMMENTO
from .data_files import JSON, YAML
from .format import CommentFormat
from .imports import DISQUS, ISSO, REMARK42
from .page import CommentSite, Page, PageComment
from .staticman import STATICMAN
from .trees import threaded

COMMENT_FORMATS: Mapping[str, CommentFormat] = {
    row.name: row for row in (JSON, YAML, ISSO, REMARK42, DISQUS, COMMENTO, STATICMAN)
}
"""Every format by its name, in the order of the docs."""

__all__ = ["COMMENT_FORMATS", "CommentFormat", "CommentSite", "Page", "PageComment", "threaded"]
