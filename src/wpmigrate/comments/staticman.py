"""Files of Staticman: one a comment, in a folder a page."""

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5

from wpmigrate import frontmatter

from .format import CommentFormat, Files
from .page import CommentSite, Page, PageComment, with_own_ids


def _staticman(pages: Sequence[Page], site: CommentSite) -> Files:
    """`<folder of the target's data>/<slug>/comment-<id>.yml`."""
    found: Files = []
    taken: set[str] = set()
    for page in with_own_ids(pages):
        folder = _folder(page, taken)
        found += [(f"{folder}/comment-{comment.id}.yml", _entry(comment, page, site)) for comment in page.talk]
    return found


def _folder(page: Page, taken: set[str]) -> str:
    """The folder of a page; one slug may belong to a post and to a page."""
    first = folder = "/".join([*page.file.split("/")[:-1], page.slug])
    number = 2
    while folder.casefold() in taken:
        folder, number = f"{first}-{number}", number + 1
    taken.add(folder.casefold())
    return folder


def _id(number: int, site: CommentSite) -> str:
    return str(uuid5(NAMESPACE_URL, f"{site.url}#comment-{number}"))


def _entry(comment: PageComment, page: Page, site: CommentSite) -> bytes:
    """The fields of the usual templates: `replying_to` is the comment's parent, `date` Unix time in seconds."""
    fields: dict[str, frontmatter.Value] = {
        "_id": _id(comment.id, site),
        "_parent": site.url + page.address,
        "name": comment.author,
        "email": comment.email or None,
        "url": comment.url or None,
        "replying_to": _id(comment.parent, site) if comment.parent else None,
        "message": comment.markdown.strip(),
        "date": int(comment.date.timestamp()) if comment.date else None,
    }
    text = frontmatter.render(fields, "yaml")
    return text.removeprefix("---\n").removesuffix("---\n").encode("utf-8", "backslashreplace")


STATICMAN = CommentFormat(
    name="staticman",
    summary="a YAML file a comment in a folder a page, as Staticman keeps them",
    render=_staticman,
)
