"""`convert --verify`: what was written is compared with the export at once."""

from pathlib import Path
from typing import TYPE_CHECKING

from wpmigrate.errors import UsageError

from .console import progress, say

if TYPE_CHECKING:
    from wpmigrate.config import ConvertOptions

SHOWN = 20
"""How many items that differ are shown."""


def check_can_verify(out: str | None, options: "ConvertOptions") -> None:
    """Raise UsageError where there will be nothing to compare."""
    reasons = {
        "standard output is not kept": out == "-",
        "--dry-run writes nothing": options.dry_run,
        "--each writes several sites": options.each,
        "wxr keeps each body as it is stored": options.to == "wxr",
    }
    for reason, holds in reasons.items():
        if holds:
            raise UsageError(f"--verify compares a folder with its export; {reason}", advice="Leave --verify out.")


def verify_written(inputs: tuple[str, ...], out: Path, options: "ConvertOptions", *, quiet: bool) -> int:
    """Compare and print what differs; gives the exit status of `verify`."""
    from wpmigrate.api import ShortcodeRules, shortcode_functions  # noqa: PLC0415 - keep --help quick
    from wpmigrate.verify import VerifyOptions, verification_lines, verify  # noqa: PLC0415

    rules: ShortcodeRules = (*shortcode_functions(options.plugins), *options.shortcodes)
    wanted = VerifyOptions(shortcodes=rules, fix_mojibake=options.fix_mojibake, jobs=options.jobs)
    with progress(quiet=quiet) as line:
        found = verify(list(inputs), str(out), wanted, progress=line)
    if not quiet:
        for text in verification_lines(found, limit=SHOWN):
            say(text)
    return found.exit_status()
