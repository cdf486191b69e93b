"""What a byline says, as frozen data."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where one field of a byline came from.

    `field` is the name of the field. `source` is how it was read: `anchor` (a link said so), `template` (a whole sentence
    of a theme), `label` (a word beside the value), `date` (the form of a date), `phrase` (a phrase about comments),
    `place` (its place in the line alone). `text` is what stood there.
    """

    field: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link inside a byline: its `text`, and the `field` that its markup tells (`categories`, `tags`, `author`)."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Byline:
    """What a theme printed beside a post.

    `date` is None unless `date_status` is `ok`; the other statuses say why: `absent` (there is none), `ambiguous`
    (03/04/2010 without a known order), `relative` (yesterday), `incomplete` (no year, or no day), `invalid` (31 February).
    `time` is the local time of the blog. `comment_count` is None when nothing tells it: unknown is not zero, and neither is
    "comments off", which is `comments_open` False. `locale` is the table that read it (`sv_SE`), None when no word was read.
    """

    date: dt.date | None = None
    date_status: str = "absent"
    time: dt.time | None = None
    author: str | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    comment_count: int | None = None
    comments_open: bool | None = None
    locale: str | None = None
    evidence: tuple[Evidence, ...] = ()
