"""Errors: "cannot go on", each with its exit status. What can go on is a diagnostic (see `wpmigrate.diagnostics`)."""

EXIT_DONE = 0
"""All done."""
EXIT_FINDINGS = 1
"""Done, with loss or findings."""
EXIT_REFUSED = 2
"""Refused: usage, unreadable input, unwritable output."""
EXIT_INTERRUPTED = 130
"""Interrupted by the user (128 + SIGINT)."""


class WpmigrateError(Exception):
    """Base of all errors that wpmigrate raises on purpose.

    `message` is one clear sentence; `code` is a `WXR###` code or empty; `file` and `line` say where;
    `advice` says what to do.
    """

    exit_status = EXIT_REFUSED

    def __init__(
        self, message: str, *, code: str = "", file: str = "", line: int | None = None, advice: str = ""
    ) -> None:
        """Keep the parts; `str()` composes them."""
        super().__init__(message)
        self.message = message
        self.code = code
        self.file = file
        self.line = line
        self.advice = advice

    def __str__(self) -> str:
        """`file:line: CODE message. advice`, each part only where it is known."""
        place = self.file + (f":{self.line}" if self.line else "")
        message = self.message
        if self.advice and not message.endswith((".", "!", "?", "…", ":")):
            message += "."
        parts = (f"{place}:" if place else "", self.code, message, self.advice)
        return " ".join(part for part in parts if part)


class UsageError(WpmigrateError):
    """An option, a key or a value that cannot be meant."""


class InputError(WpmigrateError):
    """An input that cannot be read as an export."""


class OutputError(WpmigrateError):
    """An output that cannot be written."""
