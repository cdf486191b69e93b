"""Data that templates read: all of it in one JSON file by address, or a YAML list a page."""

import json
from collections.abc import Sequence
from typing import Any

from wpmigrate import frontmatter

from .format import CommentFormat, Files
from .page import CommentSite, Page
from .trees import data_of, threaded


def _json(pages: Sequence[Page], site: CommentSite) -> Files:
    """{address: {title, comments, pings}}: a template looks its own address up."""
    del site
    found = {
        page.path: {
            "title": page.title,
            "comments": threaded(map(data_of, page.talk)),
            "pings": list(map(data_of, page.pings)),
        }
        for page in pages
    }
    text = json.dumps(found, ensure_ascii=False, indent=1)
    return [("comments.json", (text + "\n").encode("utf-8", "backslashreplace"))]


def _yaml(pages: Sequence[Page], site: CommentSite) -> Files:
    """A list a page, where the target's templates look for data."""
    del site
    return [
        (page.file.rpartition(".")[0] + ".yaml", yaml_list(threaded(map(data_of, page.comments)))) for page in pages
    ]


def yaml_list(rows: list[dict[str, Any]]) -> bytes:
    """Mappings as a YAML list: the lines of a front matter with one field, without its fences and its key."""
    lines = frontmatter.render({"rows": rows}, "yaml").splitlines()[2:-1]
    return "".join(f"{line.removeprefix('  ')}\n" for line in lines).encode("utf-8", "backslashreplace")


JSON = CommentFormat(
    name="json",
    summary="`comments.json`: the threads of all pages by address, pingbacks apart",
    render=_json,
    keeps_pings=True,
)
YAML = CommentFormat(
    name="yaml",
    summary="a YAML list a page, where the target’s templates look for data, else beside the page",
    render=_yaml,
    keeps_pings=True,
)
