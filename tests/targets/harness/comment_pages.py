"""The fixture's pages with comments, for the tests of this folder."""

import json
from datetime import datetime
from pathlib import Path

from wpmigrate.comments import CommentSite, Page, PageComment

FIXTURES = Path(__file__).parents[3] / "fixtures" / "comments"
SITE = CommentSite(url="https://example.org", title="Blogg & bröd")


def pages() -> list[Page]:
    """Threads, a pingback that is answered, ids that repeat or lack, texts with everything."""
    rows = json.loads((FIXTURES / "pages.json").read_text("utf-8"))
    return [
        Page(
            **{**row, "date": moment(row["date"])}
            | {"comments": tuple(PageComment(**{**c, "date": moment(c["date"])}) for c in row["comments"])}
        )
        for row in rows
    ]


def moment(text: str | None) -> datetime | None:
    """A moment of the fixture."""
    return datetime.fromisoformat(text) if text else None
