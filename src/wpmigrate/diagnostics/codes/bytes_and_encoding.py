"""1xx: bytes and encoding."""

from wpmigrate.diagnostics.diagnostic import Code, Severity

CODES = (
    Code(
        "WXR101",
        "junk-before-xml",
        Severity.WARNING,
        "{size} {size:byte|bytes} before the XML {size:was|were} left out: {sample}",
        "WordPress plugins that print text break the export for strict readers.",
        "If anything is missing, export again with plugins switched off. Mend an export with: wpmigrate repair EXPORT -o FIXED.",
    ),
    Code(
        "WXR102",
        "junk-after-xml",
        Severity.WARNING,
        "{size} {size:byte|bytes} after the end of the export {size:was|were} left out: {sample}",
        "They are no part of the export.",
        "If anything is missing, export again with plugins switched off. Mend an export with: wpmigrate repair EXPORT -o FIXED.",
    ),
    Code(
        "WXR121",
        "wrong-encoding",
        Severity.WARNING,
        "the file says {declared} but its bytes are {actual}; it was read as {actual}",
        "Read as declared, every accented letter would be wrong.",
        "Check a few accented letters in the output. Mend an export with: wpmigrate repair EXPORT -o FIXED.",
    ),
    Code(
        "WXR122",
        "stray-bytes",
        Severity.WARNING,
        "{number} {number:byte is|bytes are} not valid {declared}; single ones were read as Windows-1252, cut characters as U+FFFD",
        "Text was pasted or cut in the middle of a character.",
        "Look at the named lines. Mend an export with: wpmigrate repair EXPORT -o FIXED.",
    ),
    Code(
        "WXR123",
        "unknown-encoding",
        Severity.WARNING,
        "the declared encoding {declared} is unknown; the file was read as {actual}",
        "The declaration is wrong.",
        "Check a few accented letters in the output. Mend an export with: wpmigrate repair EXPORT -o FIXED.",
    ),
    Code(
        "WXR124",
        "double-encoded-text",
        Severity.WARNING,
        "{number} {number:place looks|places look} like UTF-8 that was encoded twice, such as {sample}",
        "Such text is unreadable, but a repair could damage right text.",
        "Give --fix-mojibake to mend those that read back right.",
    ),
    Code(
        "WXR125",
        "surrogate-bytes",
        Severity.WARNING,
        "{number} {number:character|characters} written as surrogate halves {number:was|were} joined",
        "Old databases store emoji this way; strict readers refuse them.",
        "Mend an export with: wpmigrate repair EXPORT -o FIXED.",
    ),
)
