"""The comments of a page of the new site, as every format sees them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from urllib.parse import quote


@dataclass(frozen=True, slots=True, kw_only=True)
class PageComment:
    """A public comment. Texts are plain but for `html` (clean) and `markdown`."""

    id: int
    #: Id of the comment that this one answers, 0 at the top level.
    parent: int = 0
    #: comment, pingback, trackback or a plugin's.
    kind: str = "comment"
    author: str = ""
    url: str = ""
    #: In UTC; None when the export tells no date.
    date: datetime | None = None
    html: str = ""
    markdown: str = ""
    #: Empty unless they were asked for.
    email: str = ""
    ip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page with its comments, parents before answers."""

    #: The new address: a path from the site's root, decoded, as a static server answers it.
    path: str
    title: str
    #: Date of the item, in UTC.
    date: datetime | None = None
    slug: str = ""
    #: Where the target's own data file of these comments would be.
    file: str = ""
    comments: tuple[PageComment, ...] = ()

    @property
    def address(self) -> str:
        """The path percent-encoded in the spelling of browsers, which comment systems know a page by."""
        return quote(self.path, safe="/-._~!$&'()*+,;=:@")

    @property
    def talk(self) -> tuple[PageComment, ...]:
        """What people wrote; an answer to a pingback stands at the top level."""
        ids = {comment.id for comment in self.comments if not is_ping(comment)}
        return tuple(
            replace(comment, parent=comment.parent if comment.parent in ids else 0)
            for comment in self.comments
            if not is_ping(comment)
        )

    @property
    def pings(self) -> tuple[PageComment, ...]:
        """What other sites sent."""
        return tuple(comment for comment in self.comments if is_ping(comment))


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentSite:
    """What formats ask of the site."""

    #: Scheme and host without a slash at the end.
    url: str
    title: str = ""

    @property
    def host(self) -> str:
        """The host, with its port."""
        return self.url.partition("//")[2]


def is_ping(comment: PageComment) -> bool:
    """Whether no person wrote it (`get_comment_type`)."""
    return comment.kind in ("pingback", "trackback")


def with_own_ids(pages: Sequence[Page]) -> list[Page]:
    """The pages with ids that are unique in the whole site: systems refuse or merge what shares an id.

    Ids stay where they can; one that is used twice, or is none, gets a free number.
    """
    free = max((comment.id for page in pages for comment in page.comments), default=0) + 1
    used: set[int] = set()
    found = []
    for page in pages:
        new: dict[int, int] = {}
        comments = []
        for comment in page.comments:
            number = comment.id
            if number <= 0 or number in used:
                number, free = free, free + 1
            used.add(number)
            new.setdefault(comment.id, number)
            comments.append(replace(comment, id=number, parent=new.get(comment.parent, 0) if comment.parent else 0))
        found.append(replace(page, comments=tuple(comments)))
    return found


def key_of_author(comment: PageComment, site: CommentSite) -> str:
    """64 hexadecimal digits that stand for the author on this site: the same name is the same person.

    No e-mail address goes into it: whoever guesses an address could check the guess.
    """
    return sha256(f"{site.host}\0{comment.author}".encode("utf-8", "surrogatepass")).hexdigest()
