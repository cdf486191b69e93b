"""Plain Markdown: a file an item with front matter, readable anywhere, links from file to file."""

from wpmigrate import frontmatter

from .fields import FieldOptions, front_matter_fields
from .record import Record
from .target import Target


def _render(record: Record, options: FieldOptions) -> bytes:
    """Front matter, an empty line, the body."""
    head = frontmatter.render(front_matter_fields(record, options), options.form)
    return f"{head}\n{record.markdown}".encode("utf-8", "backslashreplace")


MARKDOWN = Target(
    name="markdown",
    summary="one Markdown file an item, with front matter; links lead from file to file",
    layout="files",
    dialect="portable",
    links="file",
    render=_render,
    paths={
        "post": "posts/{slug}.md",
        "page": "pages/{parents}/{slug}.md",
        "draft": "drafts/{slug}.md",
        "other": "{type}/{slug}.md",
    },
)
