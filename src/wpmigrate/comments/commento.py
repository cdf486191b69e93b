"""The JSON of Commento's export, version 1, which Commento, Comentario and Remark42 import."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from .format import CommentFormat, Files
from .page import CommentSite, Page, PageComment, key_of_author, with_own_ids

_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
_NOBODY = "anonymous"


def _commento(pages: Sequence[Page], site: CommentSite) -> Files:
    """One file: the comments, and those who wrote them."""
    comments: list[dict[str, Any]] = []
    commenters: dict[str, dict[str, Any]] = {}
    for page in with_own_ids(pages):
        for comment in page.talk:
            comments.append(_comment(comment, page, site))
            if comment.author:
                key = key_of_author(comment, site)
                commenters.setdefault(key, _commenter(comment, key))
    found = {"version": 1, "comments": comments, "commenters": list(commenters.values())}
    text = json.dumps(found, ensure_ascii=False, indent=1)
    return [("comments.commento.json", (text + "\n").encode("utf-8", "backslashreplace"))]


def _hex(number: int, site: CommentSite) -> str:
    """The 64 hexadecimal digits of a comment."""
    return sha256(f"{site.host}#{number}".encode()).hexdigest()


def _date(date: datetime | None) -> str:
    """RFC 3339 in UTC."""
    return (date or _NO_DATE).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _comment(comment: PageComment, page: Page, site: CommentSite) -> dict[str, Any]:
    return {
        "commentHex": _hex(comment.id, site),
        "domain": site.host,
        "url": page.address,
        "commenterHex": key_of_author(comment, site) if comment.author else _NOBODY,
        "markdown": comment.markdown,
        "html": comment.html,
        "parentHex": _hex(comment.parent, site) if comment.parent else "root",
        "score": 0,
        "state": "approved",
        "creationDate": _date(comment.date),
        "direction": 0,
        "deleted": False,
    }


def _commenter(comment: PageComment, key: str) -> dict[str, Any]:
    """An author; without an address, one on a domain that nobody can have (RFC 2606), for it must be unique."""
    return {
        "commenterHex": key,
        "email": comment.email or f"{key[:16]}@commenter.invalid",
        "name": comment.author,
        "link": comment.url or "undefined",
        "photo": "undefined",
        "provider": "commento",
        "joinDate": _date(comment.date),
        "isModerator": False,
    }


COMMENTO = CommentFormat(
    name="commento",
    summary="`comments.commento.json` for the import of Commento and of Comentario",
    render=_commento,
)
