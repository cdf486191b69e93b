"""45x: an export against an earlier one of the same site."""

from wpmigrate.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "WXR451",
        "vanished-item",
        Severity.ERROR,
        "the public {type} {id}{title} of the earlier export {done}",
        "A backup that loses items is no backup.",
        "Find out who deleted or hid it; when it was meant, compare with a newer export.",
    ),
    Code(
        "WXR452",
        "dropped-count",
        Severity.ERROR,
        "{what}: {before} in the earlier export, {now} in this one",
        "An export that was filtered or cut looks whole by itself.",
        "Export “All content” again; when it was meant, compare with a newer export.",
    ),
)
