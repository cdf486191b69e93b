"""453 and on: fields of items, beside their values."""

from wpmigrate.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "WXR453",
        "repeated-field",
        Severity.WARNING,
        "the item has {field} again with another text; {which} counts, the other was left out",
        "WordPress’s own importer takes the first; what one of them hides stays hidden. Two items may have become one; "
        "text, a status or a password is an error.",
        "Look at the named line; keep one of both, or part the items.",
    ),
    Code(
        "WXR454",
        "custom-field",
        Severity.INFO,
        "{number} {number:item has|items have} the custom field {key}, which was left out",
        "Most custom fields are notes of plugins; some hold what a theme showed to readers.",
        "Give convert --meta NAME to bring one along, to a target that has a place for it.",
    ),
    Code(
        "WXR455",
        "unapproved-comments",
        Severity.INFO,
        "{number} {number:comment|comments} of this item that the site did not show {number:was|were} left out: {states}",
        "Only a comment whose wp:comment_approved is 1 is public, and none whose wp:comment_type is that of notes which editors "
        "or shops keep for themselves.",
        "Approve in WordPress what is wanted, and export again.",
    ),
    Code(
        "WXR456",
        "foreign-elements",
        Severity.INFO,
        "elements that no item of an export has were left out: {names}",
        "Other programs and plugins add elements of their own; a name may also be misspelt, in capitals say.",
        "Look at the first one: rename it if it holds what WordPress calls otherwise.",
    ),
    Code(
        "WXR457",
        "comments-of-attachments",
        Severity.INFO,
        "{number} {number:comment|comments} of {attachments} {attachments:attachment is|attachments are} left out with the "
        "{attachments:page that it|pages that they} had in WordPress",
        "Readers commented on a picture, not on the post that shows it.",
        "Give convert --type post,page,attachment: each attachment gets a page, with its comments.",
    ),
)
