"""Items with the status `inherit`: as public as the item that they belong to."""

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
    heirs: dict[int, list[int]] = {}
    for number, status in enumerate(entries.values("status")):
        if status == "inherit":
            heirs.setdefault(entries[number].parent, []).append(number)
    # The most secret last: it is taken first, and what belongs to it is settled then.
    owing = sorted(owners.items(), key=lambda owner: _secrecy(owner[1]))
    while owing:
        post_id, verdict = owing.pop()
        for number in heirs.pop(post_id, ()):
            entry = entries[number]
            if verdict.fate is Fate.SKIPPED:
                entry.is_of_secret = True
                entry.skipped = entry.skipped or verdict.reason
            else:
                entry.is_draft = True
            if entry.post_id is not None:
                owing.append((entry.post_id, verdict))


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
        if entry.post_id is not None:
            found[entry.post_id] = max(found.get(entry.post_id, verdict), verdict, key=_secrecy)
    return found


def _secrecy(verdict: Verdict) -> tuple[bool, str]:
    """What orders verdicts, the most secret last."""
    return verdict.fate is Fate.SKIPPED, verdict.reason
