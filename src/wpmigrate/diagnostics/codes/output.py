"""8xx: output."""

from wpmigrate.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "WXR801",
        "edited-file-kept",
        Severity.WARNING,
        "{path} was edited since the last run and was kept",
        "Your work comes before ours.",
        "Give --force to overwrite it.",
    ),
    Code(
        "WXR802",
        "edited-file-orphaned",
        Severity.WARNING,
        "{path} belongs to no item any more but was edited, so it was kept",
        "Its item is now private, renamed or gone.",
        "Delete it by hand.",
    ),
    Code(
        "WXR803",
        "foreign-file-kept",
        Severity.WARNING,
        "{path} stands where a file should go and was not written by wpmigrate; it was kept",
        "It may be yours.",
        "Move it away, or give --force.",
    ),
    Code(
        "WXR804",
        "worker-died",
        Severity.WARNING,
        "a worker process died ({reason}); its items were converted again",
        "Memory may be short.",
        "Use --jobs 1.",
    ),
    Code(
        "WXR805",
        "items-unaccounted",
        Severity.ERROR,
        "{number} {number:item was read but is|items were read but are} neither written nor skipped",
        "This is a defect of wpmigrate.",
        "Please report it.",
    ),
    Code(
        "WXR806",
        "cannot-write",
        Severity.ERROR,
        "{path} cannot be written: {reason}",
        "The output is not complete.",
        "Check the disk and its permissions, then run again.",
    ),
    Code(
        "WXR807",
        "unmatched-filter",
        Severity.WARNING,
        "{option} {value} matches no item of this export",
        "What was asked for is not there, or is called otherwise.",
        "Compare it with the names in the export; JSON Lines show them all.",
    ),
    Code(
        "WXR808",
        "pings-left-out",
        Severity.INFO,
        "{number} {number:pingback or trackback is|pingbacks and trackbacks are} left out: {format} has no place for them",
        "They name pages that link to yours.",
        "Write --comments json as well, which keeps them apart.",
    ),
    Code(
        "WXR809",
        "comments-left-out",
        Severity.INFO,
        "{number} {number:comment is|comments are} left out: {target} has no place for them",
        "Readers wrote them, and they are nowhere else once the site is gone.",
        "Write them for a system of comments as well, with --comments json, disqus or isso.",
    ),
)
