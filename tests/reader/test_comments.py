"""Comments: every field as the export has it, and what stands for one that is missing or no number."""

from datetime import UTC, datetime
from pathlib import Path

import wpmigrate
from wpmigrate.model import Comment

EXPORT = """<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title>T</title><wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<wp:comment>{fields}</wp:comment></item></channel></rss>"""


def read(fields: str, folder: Path) -> Comment:
    """The only comment of an export."""
    path = folder / "export.xml"
    path.write_text(EXPORT.format(fields=fields), encoding="utf-8")
    [item] = wpmigrate.read(path)
    [comment] = item.comments
    return comment


def test_every_field(tmp_path: Path) -> None:
    """With the lines of what the report may name."""
    fields = """<wp:comment_id>7</wp:comment_id><wp:comment_author>Ann</wp:comment_author>
<wp:comment_author_email>ann@example.org</wp:comment_author_email><wp:comment_author_url>https://ann.example.org</wp:comment_author_url>
<wp:comment_author_IP>192.0.2.1</wp:comment_author_IP><wp:comment_date>2010-12-15 10:00:00</wp:comment_date>
<wp:comment_date_gmt>2010-12-15 10:00:00</wp:comment_date_gmt><wp:comment_content>Fine.</wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_type>pingback</wp:comment_type><wp:comment_parent>5</wp:comment_parent>
<wp:comment_user_id>3</wp:comment_user_id><wp:commentmeta><wp:meta_key> rating </wp:meta_key>
<wp:meta_value> 4 </wp:meta_value></wp:commentmeta>"""
    assert read(fields, tmp_path) == Comment(
        id=7,
        author="Ann",
        email="ann@example.org",
        url="https://ann.example.org",
        ip="192.0.2.1",
        date_text="2010-12-15 10:00:00",
        date_gmt_text="2010-12-15 10:00:00",
        date=datetime(2010, 12, 15, 10, tzinfo=UTC),
        content="Fine.",
        approved="1",
        kind="pingback",
        parent=5,
        user_id=3,
        meta=(("rating", " 4 "),),
        line=3,
        author_line=3,
        content_line=6,
    )


def test_what_stands_for_nothing(tmp_path: Path) -> None:
    """Ids that are missing or no numbers are 0, which is nobody's; the type is that of a plain comment."""
    fields = """<wp:comment_id>x</wp:comment_id><wp:comment_content>Fine.</wp:comment_content>
<wp:comment_type></wp:comment_type><wp:comment_parent></wp:comment_parent>"""
    comment = read(fields, tmp_path)
    assert (comment.id, comment.parent, comment.user_id, comment.kind, comment.approved) == (0, 0, 0, "comment", "")
    assert (comment.date, comment.content, comment.meta) == (None, "Fine.", ())
