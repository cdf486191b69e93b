"""A verification as the lines that a person reads."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote

from wpmigrate.report import printable

from .pair import Difference
from .verification import KINDS, Verdict, Verification

SHOWN_ITEMS = 20
"""Items that are shown unless more are asked for."""

_WORDS = {
    "order": "{number} of {of} words stand elsewhere",
    "added": "{number} words or signs that the export does not have",
}
_LOST = "{number} of {of} {kind} lost"


def verification_lines(found: Verification, *, limit: int | None = SHOWN_ITEMS) -> list[str]:
    """What differs, item by item (the first `limit`; None: all), and the totals."""
    shown = found.verdicts if limit is None else found.verdicts[:limit]
    lines = [line for verdict in shown for line in _item_lines(verdict)]
    if len(shown) < len(found.verdicts):
        lines.append(f"… and {_items(len(found.verdicts) - len(shown))} more; --all shows them")
    lines.append(_summary(found))
    lines += _totals(found)
    if found.edited:
        lines.append(f"  {found.edited} {_plural('file', found.edited)} edited since the conversion")
    if found.skipped:
        lines.append(f"  left out, as the manifest says: {_reasons(found.skipped)}")
    if found.strangers:
        lines.append(f"  {_items(found.strangers)} of the output come from exports that were not given")
    return lines


def _item_lines(verdict: Verdict) -> Iterable[str]:
    """The item's id, slug and file, then a line for each difference."""
    place = f"({printable(verdict.path)})" if verdict.path else ""
    edited = "was edited since" if verdict.is_edited else ""
    parts = (printable(verdict.item), printable(unquote(verdict.slug)), place, edited)
    yield " ".join(filter(None, parts))
    missing = [difference for difference in verdict.differences if difference.kind == "files"]
    for difference in missing or verdict.differences:
        yield f"  {_sentence(difference)}"


def _sentence(difference: Difference) -> str:
    if difference.kind == "files":
        return printable(difference.sample)
    form = _WORDS.get(difference.kind, _LOST)
    text = form.format(number=difference.number, of=difference.of, kind=difference.kind)
    return f"{text}: {printable(difference.sample)}" if difference.sample else text


def _summary(found: Verification) -> str:
    name = printable(found.site) or "The export"
    if not found.checked:
        return f"{name}: there is nothing to check"
    if not found.with_loss:
        return f"{name}: {_items(found.checked)} checked, nothing is lost"
    return f"{name}: {_items(found.checked)} checked, {found.with_loss} with loss"


def _totals(found: Verification) -> list[str]:
    """A line for each kind that the export has: how much of it is there, in percent, and how many there were."""
    rows = []
    for kind in KINDS:
        share = found.share(kind)
        if share is not None:
            # Rounding must not make a loss look whole.
            rows.append((kind, f"{min(share, 99.99):.2f}" if found.lost[kind] else "100", f"{found.wanted[kind]:,}"))
    names, numbers = (max((len(row[column]) for row in rows), default=0) for column in (0, 2))
    return [f"  {kind:<{names}}  {share:>5} % of {number:>{numbers}}" for kind, share, number in rows]


def _reasons(skipped: Counter[str]) -> str:
    ordered = sorted(skipped.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{number} {printable(reason)}" for reason, number in ordered)


def _items(number: int) -> str:
    return f"{number} {_plural('item', number)}"


def _plural(word: str, number: int) -> str:
    return word if number == 1 else f"{word}s"
