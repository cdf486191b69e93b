"""`thread`: comments in the order of a page."""

from hypothesis import given
from hypothesis import strategies as st

from wpmigrate.model import Comment
from wpmigrate.rules import thread


def comment(number: int, parent: int = 0, date: str = "") -> Comment:
    """A comment with an id."""
    return Comment(id=number, parent=parent, date_gmt_text=date)


def shape(comments: list[Comment]) -> list[tuple[int, int]]:
    """Ids with the ids that they answer, in order."""
    return [(one.id, parent) for one, parent in thread(comments)]


def test_answers_stand_below_what_they_answer() -> None:
    """Threads are whole, siblings by date, then id."""
    comments = [comment(5, 1, "2010-02"), comment(4, 2), comment(3, 1, "2010-03"), comment(2), comment(1)]
    assert shape(comments) == [(1, 0), (5, 1), (3, 1), (2, 0), (4, 2)]


def test_lost_parents_and_circles_are_top_level() -> None:
    """What answers nothing that is there stands at the top, with its own answers below."""
    assert shape([comment(1, 2), comment(2, 1), comment(3, 1), comment(4, 99), comment(5, 5)]) == [
        (1, 0), (3, 1), (2, 0), (4, 0), (5, 0),
    ]  # fmt: skip


def test_thousand_levels() -> None:
    """A chain of a thousand answers needs no recursion."""
    chain = [comment(number, number - 1) for number in range(1, 1001)]
    assert shape(chain[::-1]) == [(number, number - 1) for number in range(1, 1001)]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12), st.randoms())
def test_every_comment_once_parents_first_whatever_the_order(pairs: list[tuple[int, int]], random: object) -> None:
    """Nothing is lost or doubled; whoever is answered came before; the order in the file does not matter."""
    comments = [comment(number, parent, f"2010-{position:02}") for position, (number, parent) in enumerate(pairs)]
    found = thread(comments)
    assert sorted(map(id, (one for one, _ in found))) == sorted(map(id, comments))
    seen = {0}
    for one, parent in found:
        assert parent in seen
        seen.add(one.id)
    shuffled = list(comments)
    random.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis gives a random.Random
    assert thread(shuffled) == found
