"""Plain Markdown: a file an item with front matter, readable anywhere, links from file to file."""

from .front_matter import render_page
from .target import Target

MARKDOWN = Target(
    name="markdown",
    summary="one Markdown file an item, with front matter; links lead from file to file",
    layout="files",
    dialect="portable",
    links="file",
    render=render_page,
    paths={
        "post": "posts/{slug}.md",
        "page": "pages/{parents}/{slug}.md",
        "draft": "drafts/{slug}.md",
        "other": "{type}/{slug}.md",
    },
    drafts="a draft stands in `drafts/` and says `draft: true`",
)
