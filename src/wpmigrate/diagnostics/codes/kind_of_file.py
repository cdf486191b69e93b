"""3xx: kind of file."""

from wpmigrate.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "WXR301",
        "unknown-wxr-version",
        Severity.WARNING,
        "the WXR version is {version}; 1.0, 1.1 and 1.2 are known",
        "Fields may have other meanings.",
        "Check the output; tell us about the exporter.",
    ),
    Code(
        "WXR302",
        "no-items",
        Severity.WARNING,
        "the export holds no item",
        "There is nothing to convert.",
        "Export again with “All content” chosen.",
    ),
    Code(
        "WXR303",
        "plain-feed",
        Severity.WARNING,
        "this is a plain feed, not an export: it holds only the newest posts and neither slugs nor drafts",
        "A feed is a window on a blog, not a copy of it.",
        "Use an export if the site still runs.",
    ),
    Code(
        "WXR304",
        "comment-export",
        Severity.WARNING,
        "this is a comment system’s export ({found}): it holds threads and comments but few posts",
        "Posts without content are expected here.",
        "Give the WordPress export as well.",
    ),
    Code(
        "WXR305",
        "missing-wxr-version",
        Severity.INFO,
        "the export names no WXR version",
        "Old or foreign exporters leave it out.",
        "Nothing.",
    ),
    Code(
        "WXR306",
        "foreign-exporter",
        Severity.INFO,
        "the export was written by {generator}, not by WordPress",
        "Other exporters fill the fields in their own ways.",
        "Check a few posts.",
    ),
    Code(
        "WXR311",
        "saved-pages",
        Severity.INFO,
        "the posts were read from what was saved of a blog ({found}); what no page shows is unknown",
        "Pages hold what readers saw: no drafts, no private posts, no settings.",
        "Use an export if the site still runs.",
    ),
    Code(
        "WXR312",
        "page-without-post",
        Severity.INFO,
        "this page shows no post; it was passed over",
        "Crawled folders hold log-in pages, search pages and error pages too.",
        "Nothing.",
    ),
    Code(
        "WXR313",
        "feed-of-comments",
        Severity.INFO,
        "{number} {number:comment of this feed belongs|comments of this feed belong} to posts that no page and no feed shows",
        "A comment is written only with its post.",
        "Give the pages or the feed of the posts as well.",
    ),
)
