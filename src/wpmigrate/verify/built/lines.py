"""The check of a built site as the lines that a person reads, and as JSON."""

from urllib.parse import unquote

from wpmigrate.report import printable

from .checking import BuiltCheck

VERSION = 1


def built_lines(check: BuiltCheck, *, limit: int | None) -> list[str]:
    """The addresses that are lost (the first `limit`; None: all), and the totals by kind."""
    shown = check.lost if limit is None else check.lost[:limit]
    lines = [f"{printable(unquote(lost.address))} ({lost.kind}): {lost.reason}" for lost in shown]
    if len(shown) < len(check.lost):
        lines.append(f"… and {len(check.lost) - len(shown)} more; --all shows them")
    total = check.wanted.total()
    said = f"{len(check.lost)} do not work" if check.lost else "each of them works"
    lines.append(f"{printable(check.site)}: {total} old addresses looked up in {printable(check.built)}, {said}")
    width = max(map(len, check.wanted), default=0)
    for kind, number in check.wanted.items():
        works = check.pages[kind] + check.redirects[kind]
        lines.append(
            f"  {kind:<{width}}  {works} of {number}: {check.pages[kind]} pages, {check.redirects[kind]} led on"
        )
    if check.foreign:
        lines.append(f"  {check.foreign} of the list are not of this site")
    files = ", ".join(map(printable, check.rule_files)) or "none"
    lines.append(f"  files of redirects: {files}")
    return lines


def built_document(check: BuiltCheck) -> dict[str, object]:
    """The same, ready for `json.dumps`."""
    return {
        "version": VERSION,
        "site": check.site,
        "built": check.built,
        "redirect_files": list(check.rule_files),
        "checked": check.wanted.total(),
        "foreign": check.foreign,
        "counts": {
            kind: {"of": number, "pages": check.pages[kind], "redirects": check.redirects[kind]}
            for kind, number in check.wanted.items()
        },
        "lost": [lost._asdict() for lost in check.lost],
    }
