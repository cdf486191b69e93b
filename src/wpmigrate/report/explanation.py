"""The catalogue for people: one code explained, and all codes in a list."""

import re
from collections.abc import Sequence

from wpmigrate.diagnostics import CATALOGUE, EXAMPLES, Severity

HUNDREDS = (
    "Refused",
    "Bytes and encoding",
    "XML and truncation",
    "Kind of file",
    "Values and references",
    "Content",
    "Links and media",
    "Names and security",
    "Output",
)
"""What the first digit of a code says."""

_EXIT = {
    Severity.ERROR: "it makes convert and validate exit 1 (2 when nothing could be read)",
    Severity.WARNING: "it makes convert and validate exit 1 with --strict",
    Severity.INFO: "it never changes the exit status",
}
_SLOT = re.compile(r"\{(\w+)\}")
_WORDS = re.compile(r"\{\w+:[^{}|]*\|([^{}]*)\}")


def message_of(code: str) -> str:
    """The sentence of a code with its slots in angle quotes: what stands there differs from finding to finding."""
    return _SLOT.sub(r"‹\1›", _WORDS.sub(r"\1", CATALOGUE[code].sentence))


def sentence(text: str) -> str:
    """`text` with a capital and a full stop."""
    return text[:1].upper() + text[1:].rstrip(".") + "."


def explanation(code: str) -> list[str]:
    """The lines that explain a code."""
    row = CATALOGUE[code]
    lines = [f"{code} {row.name} ({row.severity}: {_EXIT[row.severity]})", "", f"  {sentence(message_of(code))}"]
    lines += ["", "Why it matters", f"  {row.why}"]
    if code in EXAMPLES:
        lines += ["", "For example", *(f"  {line}" for line in EXAMPLES[code].splitlines())]
    lines += ["", "What to do", f"  {row.advice}"]
    if not code.startswith("WXR0"):
        lines += ["", "To leave it out", f"  wpmigrate validate EXPORT --ignore {row.name}"]
    return lines


def explanation_page(code: str) -> str:
    """The page of the documentation about a code."""
    row = CATALOGUE[code]
    parts = [
        f"# {code} {row.name}",
        f"*{row.severity}*: {_EXIT[row.severity]}.",
        f"> {sentence(message_of(code))}",
        f"## Why it matters\n\n{row.why}",
        *_example(code),
        f"## What to do\n\n{row.advice}",
    ]
    if not code.startswith("WXR0"):
        ways = f"`wpmigrate validate EXPORT --ignore {row.name}`, or in `wpmigrate.toml`:"
        parts.append(f'## To leave it out\n\n{ways}\n\n```toml\n[validate]\nignore = "{row.name}"\n```')
    parts.append("[All codes](../diagnostics.md)")
    return "\n\n".join(parts) + "\n"


def _example(code: str) -> list[str]:
    """The section that shows what the code is about."""
    example = EXAMPLES.get(code, "")
    kind = "sh" if example.startswith("$ ") else "xml"
    return [f"## For example\n\n```{kind}\n{example.removeprefix('$ ')}\n```"] if example else []


def rule_lines(codes: Sequence[str]) -> list[str]:
    """The codes in a list, by hundreds."""
    width = max((len(CATALOGUE[code].name) for code in codes), default=0)
    lines: list[str] = []
    hundred = ""
    for code in codes:
        if code[3] != hundred:
            hundred = code[3]
            lines += [*([""] if lines else []), f"{hundred}xx: {HUNDREDS[int(hundred)]}"]
        row = CATALOGUE[code]
        lines.append(f"  {code} {row.name:<{width}}  {row.severity:<7}  {message_of(code)}")
    return lines


def rule_document(code: str) -> dict[str, str]:
    """A code as JSON has it."""
    row = CATALOGUE[code]
    return {
        "code": code,
        "name": row.name,
        "severity": str(row.severity),
        "message": message_of(code),
        "why": row.why,
        "advice": row.advice,
        "example": EXAMPLES.get(code, ""),
    }
