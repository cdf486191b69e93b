"""Items with the status `inherit`: as public as the item that they belong to."""

from collections.abc import Collection, Mapping

from wpmigrate.config import Selection
from wpmigrate.config.policy import Fate, Verdict, judge_standing
from wpmigrate.model import SiteIndex
from wpmigrate.model.entry import PUBLIC_STATUSES


def inherit(index: SiteIndex, selection: Selection) -> None:
    """Settle `skipped`, `is_draft` and `is_of_secret` of attachments and revisions, once all items were read.

    Source: `get_post_status()` gives an attachment the status of its parent, and `publish` where there is none.
    """
    owners = _not_public(index, selection)
    if not owners:
        return
    entries = index.entries
    heirs = [number for number, status in enumerate(entries.values("status")) if status == "inherit"]
    parents = {entry.post_id: entry.parent for entry in (entries[number] for number in heirs)}
    for number in heirs:
        entry = entries[number]
        verdict = owners.get(_owner(entry.parent, parents, owners))
        if verdict is None:
            continue
        if verdict.fate is Fate.SKIPPED:
            entry.is_of_secret = True
            entry.skipped = entry.skipped or verdict.reason
        else:
            entry.is_draft = True


def _not_public(index: SiteIndex, selection: Selection) -> dict[int, Verdict]:
    """What becomes of the items that were not public, by post id; of several with one id the most secret counts."""
    entries = index.entries
    found: dict[int, Verdict] = {}
    for number, (status, has_password) in enumerate(
        zip(entries.values("status"), entries.values("has_password"), strict=True)
    ):
        if status in PUBLIC_STATUSES and not has_password:
            continue
        entry = entries[number]
        verdict = judge_standing(entry, statuses=selection.statuses, include=selection.include)
        if entry.post_id is not None and (entry.post_id not in found or verdict.fate is Fate.SKIPPED):
            found[entry.post_id] = verdict
    return found


def _owner(parent: int, parents: Mapping[int | None, int], owners: Collection[int]) -> int:
    """The post id of the owner at the end of a chain of items with the status `inherit`; in a circle any of it."""
    seen: set[int] = set()
    while parent in parents and parent not in owners and parent not in seen:
        seen.add(parent)
        parent = parents[parent]
    return parent
