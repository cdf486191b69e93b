"""6xx: links and media."""

from wpmigrate.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "WXR601",
        "dead-internal-link",
        Severity.INFO,
        "the link {url} points to no item of this export",
        "Its target was deleted or was never public.",
        "Mend or remove the link.",
    ),
    Code(
        "WXR602",
        "missing-media",
        Severity.INFO,
        "{number} {number:file of the site’s own is|files of the site’s own are} used but not in the export, such as {sample}",
        "Their originals may be lost with the site.",
        "Keep a copy of wp-content/uploads.",
    ),
    Code(
        "WXR603",
        "mixed-hosts",
        Severity.INFO,
        "the site uses its own addresses under several hosts: {hosts}",
        "A moved site keeps old addresses in its posts; links under each of them are rewritten.",
        "Nothing.",
    ),
    Code(
        "WXR604",
        "attachment-without-address",
        Severity.INFO,
        "the attachment has no address",
        "Its file cannot be found.",
        "Nothing.",
    ),
    Code(
        "WXR605",
        "link-to-unpublished",
        Severity.INFO,
        "the link {url} points to an item that is left out ({reason})",
        "Readers will not find it.",
        "Mend or remove the link.",
    ),
    Code(
        "WXR606",
        "redirect-left-out",
        Severity.WARNING,
        "{number} old {number:address|addresses} with a query, such as {sample}, cannot be said in {format}",
        "Links of that form will open the home page.",
        "Add them as rules of the service, or write another format as well, such as --redirects csv.",
    ),
    Code(
        "WXR607",
        "too-many-redirects",
        Severity.WARNING,
        "{path} has {number} rules, {format} takes {limit}",
        "The service ignores the rest, or the whole file.",
        "Leave out lists that nobody links to, or use the redirects of a server of your own.",
    ),
)
