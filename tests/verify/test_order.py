"""Lost, added and moved tokens add up, and the order is judged as a reader would."""

import random
from collections import Counter
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pace import seconds

from wpmigrate.verify.order import compare

TOKENS = st.lists(st.sampled_from("abcdefgh"), max_size=30)


@given(want=TOKENS, have=TOKENS)
def test_what_is_lost_and_added_adds_up(want: list[str], have: list[str]) -> None:
    """Numbers are exact, whatever the order: want - lost + added = have."""
    found = compare(want, have)
    assert Counter(found.lost) == Counter(want) - Counter(have)
    assert Counter(found.added) == Counter(have) - Counter(want)
    assert not Counter(found.moved) - (Counter(want) & Counter(have))


@given(tokens=TOKENS)
def test_a_sequence_equals_itself(tokens: list[str]) -> None:
    """Nothing is lost, added or moved."""
    found = compare(tokens, tokens)
    assert (found.lost, found.added, found.moved) == ([], [], [])


@given(tokens=st.lists(st.integers(0, 999).map(str), min_size=2, unique=True), data=st.data())
def test_any_other_order_is_noticed(tokens: list[str], data: st.DataObject) -> None:
    """A permutation of different words that is not the identity has moved words."""
    other = data.draw(st.permutations(tokens))
    assert bool(compare(tokens, other).moved) == (tokens != other)


@given(tokens=TOKENS, data=st.data())
def test_dropping_words_moves_none(tokens: list[str], data: st.DataObject) -> None:
    """What is left after some words were dropped, at any places, is in order when words do not repeat."""
    numbered = [f"{token}{number}" for number, token in enumerate(tokens)]
    kept = [token for token in numbered if data.draw(st.booleans())]
    assert compare(numbered, kept).moved == []


@pytest.mark.parametrize(
    ("want", "have", "moved"),
    [
        ("the cat and the dog and the cow", "the cat and the cow and the dog", ["dog", "cow"]),
        ("one two three four five six", "six one two three four five", ["six"]),
        ("one two three four", "two three one four", ["one"]),
        ("one two three four", "two three four", []),
        ("one two one three one", "one two three one", []),
        ("one two one three one", "one two one one three one", []),
    ],
)
def test_moved_words(want: str, have: str, moved: list[str]) -> None:
    """The longest part that is in order holds; what stands elsewhere is told from what is lost or new."""
    assert sorted(compare(want.split(), have.split()).moved) == sorted(moved)


@pytest.mark.parametrize(("want", "have"), [("abacad", "adacab"), ("xxxy", "yxxx"), ("abab", "baba"), ("aab", "aba")])
def test_another_order_of_the_same_words_is_noticed(want: str, have: str) -> None:
    """Also where words repeat and nothing is lost."""
    assert compare(want, have).moved


def test_time_grows_with_the_text() -> None:
    """Four times the tokens take about four times the time, also in the worst order (sixteen times would be quadratic)."""
    times = []
    for size in (10_000, 40_000):
        tokens = [str(number) for number in range(size)] + list("abcd" * (size // 4))
        other = random.Random(1).sample(tokens, len(tokens))
        times.append(seconds(partial(compare, tokens, other)))
    assert times[1] < 8 * times[0] + 0.05
