"""A verification as JSON."""

from .pair import Difference
from .verification import KINDS, Verdict, Verification

VERIFICATION_VERSION = 1


def verification_document(found: Verification) -> dict[str, object]:
    """The counts and every verdict that says something, ready for `json.dumps`."""
    return {
        "version": VERIFICATION_VERSION,
        "site": found.site,
        "out": found.out,
        "checked": found.checked,
        "with_loss": found.with_loss,
        "edited": found.edited,
        "other_items": found.strangers,
        "skipped": dict(sorted(found.skipped.items())),
        "counts": {kind: {"of": found.wanted[kind], "lost": found.lost[kind]} for kind in KINDS if found.wanted[kind]},
        "items": [_verdict(verdict) for verdict in found.verdicts],
    }


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {
        "id": verdict.item,
        "slug": verdict.slug,
        "path": verdict.path or None,
        "edited": verdict.is_edited,
        "differences": [_difference(difference) for difference in verdict.differences],
    }


def _difference(difference: Difference) -> dict[str, object]:
    return {
        "kind": difference.kind,
        "loss": difference.is_loss,
        "number": difference.number,
        "of": difference.of,
        "sample": difference.sample,
    }
