"""7xx: file names, and private or unsafe data."""

from wpmigrate.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "WXR701",
        "unsafe-name",
        Severity.WARNING,
        "the slug {slug} cannot be a file name; the file is {path}",
        "It could leave the output folder or break on some system.",
        "Nothing.",
    ),
    Code(
        "WXR702",
        "shortened-name",
        Severity.WARNING,
        "the slug {slug} is longer than file systems allow; the file is {path}",
        "Names are limited to 255 bytes.",
        "Nothing.",
    ),
    Code(
        "WXR703",
        "reserved-name",
        Severity.INFO,
        "the name {slug} means something else on some system; the file is {path}",
        "Windows devices and index files cannot be posts.",
        "Nothing.",
    ),
    Code(
        "WXR710",
        "private-data-left-out",
        Severity.INFO,
        "{number} e-mail or IP {number:address was|addresses were} left out",
        "They are other people’s data.",
        "Use --include-emails if you may.",
    ),
    Code(
        "WXR711",
        "unpublished-items",
        Severity.INFO,
        "the export holds items that the site did not show: {statuses}",
        "Whoever gets the export can read them.",
        "Export published items alone, or scrub the file, before you pass it on.",
    ),
    Code(
        "WXR712",
        "passwords-in-export",
        Severity.INFO,
        "{number} {number:item bears its|items bear their} password in plain text",
        "Whoever gets the export can read the password and the item.",
        "Scrub the file before you pass it on; change passwords that are used elsewhere too.",
    ),
    Code(
        "WXR713",
        "credentials-in-export",
        Severity.INFO,
        "post meta look like keys or passwords of a service: {keys}",
        "Plugins store them beside the post; whoever gets the export can use them.",
        "Scrub the file before you pass it on; if it was public, make new keys.",
    ),
)
