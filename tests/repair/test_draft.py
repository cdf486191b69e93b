"""The draft: entries on disk, in parts."""

from wpmigrate.repair.draft import Draft


def test_entries_come_back_in_parts() -> None:
    """Items are divided by size and number; one that is too large gets a part of its own; order is kept."""
    with Draft() as draft:
        draft.add(b"head", is_item=False)
        for size in (3, 3, 9, 2, 2):
            draft.add(b"x" * size, is_item=True)
        assert draft.items == 5
        assert list(draft.parts(room=6, items=None)) == [[1, 2], [3], [4, 5]]
        assert list(draft.parts(room=None, items=2)) == [[1, 2], [3, 4], [5]]
        assert b"".join(draft.bytes_of(draft.all())) == b"head" + b"x" * 19
        draft.drop(3)
        assert b"".join(draft.bytes_of(draft.all())) == b"head" + b"x" * 10
        assert list(draft.numbers(is_item=False)) == [0]


def test_an_export_without_items_is_one_part() -> None:
    """The only part is empty."""
    with Draft() as draft:
        assert list(draft.parts(room=10, items=1)) == [[]]
