"""46x: what pages, feeds and texts tell of a post in part or in contradiction."""

from wpmigrate.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "WXR461",
        "excerpt-only",
        Severity.WARNING,
        "only an excerpt of this post was found",
        "Home pages, archives and some feeds show the beginning of a post alone.",
        "Give the page of the post itself if you have it.",
    ),
    Code(
        "WXR462",
        "missing-page",
        Severity.WARNING,
        "this post has {total} pages; not found: {missing}",
        "A post with page breaks is saved one page at a time.",
        "Give the other pages if you have them.",
    ),
    Code(
        "WXR463",
        "missing-comments",
        Severity.WARNING,
        "{known} of {total} comments were found",
        "Long threads are shown on several pages; lists of posts show the number alone.",
        "Give the page of the post, or the other pages of its comments.",
    ),
    Code(
        "WXR464",
        "conflicting-dates",
        Severity.WARNING,
        "{first} says {date}, {second} says {other}; the first was taken",
        "One of them is wrong, or the post was moved.",
        "Check the date of the post.",
    ),
    Code(
        "WXR465",
        "unread-date",
        Severity.WARNING,
        "the date in “{text}” is {status}; it was left out",
        "A guessed date would be wrong without anybody seeing it.",
        "Add the date by hand, or say which language the blog has with --locale.",
    ),
    Code(
        "WXR466",
        "unsorted-terms",
        Severity.INFO,
        "the feed does not tell categories from tags; they are all written as categories",
        "RSS and Atom of WordPress give both one form.",
        "Give a page of the blog as well.",
    ),
)
