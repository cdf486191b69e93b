"""Attachments and revisions are as public as what they belong to."""

import pytest

from wpmigrate.api.inheritance import inherit
from wpmigrate.config import Selection
from wpmigrate.config.policy import Fate, judge
from wpmigrate.model import Entry, SiteIndex


def settled(rows: list[tuple[int, str, str, int, bool]], **chosen: frozenset[str]) -> dict[int, str]:
    """What becomes of items (post id, type, status, parent, has a password) that are all asked for."""
    selection = Selection(types=frozenset({"post", "page", "attachment", "revision"}), **chosen)  # type: ignore[arg-type]
    index = SiteIndex()
    for number, (post_id, kind, status, parent, has_password) in enumerate(rows):
        entry = Entry(
            number=number,
            id=str(post_id),
            post_id=post_id,
            type=kind,
            status=status,
            parent=parent,
            has_password=has_password,
        )
        verdict = judge(entry, types=selection.types, statuses=selection.statuses, include=selection.include)
        entry.skipped = verdict.reason or None
        entry.is_draft = verdict.fate is Fate.DRAFT
        index.entries.take(entry)
    inherit(index, selection)
    return {
        entry.post_id or 0: (entry.skipped or ("draft" if entry.is_draft else "written")) + "!" * entry.is_hidden
        for entry in index.entries
    }


@pytest.mark.parametrize(
    ("status", "has_password", "file", "revision"),
    [
        ("publish", False, "written", "draft"),
        ("draft", False, "draft", "draft"),
        ("pending", False, "draft", "draft"),
        ("future", False, "draft", "draft"),
        ("of-a-plugin", False, "draft", "draft"),
        ("private", False, "private!", "private!"),
        ("trash", False, "trash!", "trash!"),
        ("auto-draft", False, "auto-draft!", "auto-draft!"),
        ("publish", True, "protected!", "protected!"),
    ],
)
def test_a_file_has_the_status_of_its_post(status: str, file: str, revision: str, *, has_password: bool) -> None:
    """Wherever the post stands; what is left out for it may not be quoted."""
    rows = [
        (1, "attachment", "inherit", 2, False),
        (2, "post", status, 0, has_password),
        (3, "revision", "inherit", 2, False),
        (4, "attachment", "inherit", 99, False),
        (5, "attachment", "inherit", 0, False),
    ]
    found = settled(rows)
    assert (found[1], found[3], found[4], found[5]) == (file, revision, "written", "written")
    assert settled(rows[::-1]) == found


def test_what_is_asked_for_brings_its_files() -> None:
    """As drafts, like itself."""
    rows = [(1, "post", "private", 0, False), (2, "attachment", "inherit", 1, False)]
    assert settled(rows, include=frozenset({"private"})) == {1: "draft", 2: "draft"}


def test_a_file_with_a_password_is_protected() -> None:
    """And so is what belongs to it."""
    rows = [
        (1, "post", "publish", 0, False),
        (2, "attachment", "inherit", 1, True),
        (3, "attachment", "inherit", 2, False),
    ]
    assert settled(rows) == {1: "written", 2: "protected!", 3: "protected!"}


def test_chains_and_circles_end() -> None:
    """A file of a file of a private post is private; files that belong to each other belong to nobody."""
    rows = [
        (1, "page", "private", 0, False),
        (2, "attachment", "inherit", 1, False),
        (3, "attachment", "inherit", 2, False),
        (4, "attachment", "inherit", 5, False),
        (5, "attachment", "inherit", 4, False),
        (6, "attachment", "inherit", 6, False),
    ]
    assert settled(rows) == {1: "private!", 2: "private!", 3: "private!", 4: "written", 5: "written", 6: "written"}


def test_long_chains_are_followed_once() -> None:
    """Each file belongs to the one before it; to climb from each of them would take hours."""
    rows = [(number, "attachment", "inherit", number - 1, False) for number in range(2, 30_000)]
    found = settled([(1, "post", "private", 0, False), *rows])
    assert set(found.values()) == {"private!"}


def test_a_file_of_two_with_one_id_is_as_secret_as_either() -> None:
    """In whatever order they come."""
    rows = [
        (1, "post", "private", 0, False),
        (2, "revision", "inherit", 1, False),
        (2, "revision", "inherit", 99, False),
        (3, "attachment", "inherit", 2, False),
    ]
    assert settled(rows)[3] == settled(rows[::-1])[3] == "private!"


def test_of_several_with_one_id_the_most_secret_counts() -> None:
    """An earlier state may have been a draft."""
    rows = [(1, "post", "draft", 0, False), (1, "post", "private", 0, False), (2, "attachment", "inherit", 1, False)]
    assert settled(rows)[2] == "private!"
    assert settled(rows[::-1])[2] == "private!"


def test_why_does_not_hang_on_the_order() -> None:
    """Of two secrets with one id."""
    rows = [(1, "post", "trash", 0, False), (1, "post", "private", 0, False), (2, "attachment", "inherit", 1, False)]
    assert settled(rows)[2] == settled(rows[::-1])[2]
