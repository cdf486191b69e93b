"""The policy table: nothing that was not public is published by accident."""

import pytest

from wpmigrate.config.policy import INTERNAL_TYPES, NEVER_SHOWN, PERSONAL_TYPES, STATUSES, Fate, judge
from wpmigrate.model import Entry

NONE: frozenset[str] = frozenset()


def entry(post_type: str = "post", status: str = "publish", *, has_password: bool = False) -> Entry:
    """An entry with what the policy looks at."""
    return Entry(number=0, id="1", post_id=1, type=post_type, status=status, has_password=has_password)


@pytest.mark.parametrize(
    ("status", "fate", "reason"),
    [
        ("publish", Fate.WRITTEN, ""),
        ("future", Fate.DRAFT, ""),
        ("draft", Fate.DRAFT, ""),
        ("pending", Fate.DRAFT, ""),
        ("private", Fate.SKIPPED, "private"),
        ("trash", Fate.SKIPPED, "trash"),
        ("spam", Fate.SKIPPED, "spam"),
        ("auto-draft", Fate.SKIPPED, "auto-draft"),
        ("a-plugin-s-status", Fate.DRAFT, ""),
        ("", Fate.DRAFT, ""),
    ],
)
def test_the_status_decides(status: str, fate: Fate, reason: str) -> None:
    """Each status has the fate that the specification names."""
    verdict = judge(entry(status=status), types=NONE, statuses=NONE, include=NONE)
    assert (verdict.fate, verdict.reason) == (fate, reason)


@pytest.mark.parametrize("status", [*STATUSES, "a-plugin-s-status"])
def test_a_password_hides_an_item_whatever_its_status(status: str) -> None:
    """Protected posts are stored as published; they must not come out."""
    verdict = judge(entry(status=status, has_password=True), types=NONE, statuses=NONE, include=NONE)
    assert verdict.fate is Fate.SKIPPED


@pytest.mark.parametrize(("word", "given"), [("private", {"status": "private"}), ("protected", {"has_password": True})])
def test_what_is_included_by_name_comes_as_a_draft(word: str, given: dict[str, object]) -> None:
    """`--include` brings it, but no generator publishes it."""
    verdict = judge(entry(**given), types=NONE, statuses=NONE, include=frozenset({word}))  # type: ignore[arg-type]
    assert verdict.fate is Fate.DRAFT


@pytest.mark.parametrize("post_type", sorted(INTERNAL_TYPES))
def test_internal_types_get_no_page(post_type: str) -> None:
    """Menus, templates, forms and the like are left out under their own name."""
    verdict = judge(entry(post_type), types=NONE, statuses=NONE, include=NONE)
    assert (verdict.fate, verdict.reason) == (Fate.SKIPPED, post_type)


@pytest.mark.parametrize(
    ("post_type", "is_personal"),
    [("feedback", True), ("edd_payment", True), ("revision", True), ("wp_block", False), ("attachment", False)],
)
def test_what_people_wrote_and_bought_is_personal(post_type: str, *, is_personal: bool) -> None:
    """A status of `publish` says nothing of those; templates and files are as public as their status."""
    assert (post_type in PERSONAL_TYPES) is is_personal


def test_every_reason_is_one_of_the_table() -> None:
    """A sentence that is put otherwise in the table of types would let its types out."""
    assert {INTERNAL_TYPES[name] for name in PERSONAL_TYPES} == NEVER_SHOWN


def test_a_custom_type_is_named_and_can_be_asked_for() -> None:
    """The reason tells the word for --type, and --type is the exact set."""
    listing = entry("listing")
    assert judge(listing, types=NONE, statuses=NONE, include=NONE).reason == "type listing"
    assert judge(listing, types=frozenset({"listing"}), statuses=NONE, include=NONE).fate is Fate.WRITTEN
    assert judge(entry(), types=frozenset({"listing"}), statuses=NONE, include=NONE).fate is Fate.SKIPPED


def test_no_asking_publishes_what_was_private() -> None:
    """Even named by status, a private item is a draft."""
    verdict = judge(entry(status="private"), types=NONE, statuses=frozenset({"private"}), include=NONE)
    assert verdict.fate is Fate.DRAFT


@pytest.mark.parametrize("status", [*STATUSES, "a-plugin-s-status"])
def test_a_file_with_a_status_of_its_own_is_judged_by_it(status: str) -> None:
    """Only `inherit` makes an attachment public; plugins make files private, the media library has a trash."""
    chosen = frozenset({"attachment"})
    verdict = judge(entry("attachment", status), types=chosen, statuses=NONE, include=NONE)
    wanted = STATUSES[status].fate if status in STATUSES else Fate.DRAFT
    assert verdict.fate is (Fate.WRITTEN if status == "inherit" else wanted)
