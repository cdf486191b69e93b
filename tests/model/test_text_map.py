"""A packed dictionary answers as a dictionary does."""

from random import Random

from wpmigrate.model import TextMap


def test_it_answers_as_a_dictionary_does() -> None:
    """After each of many changes, for texts that are in it and texts that are not."""
    rng = Random(5)
    texts = ["", "\0", "å", "翻訳", "\ud800", "x" * 5_000, *(str(number) for number in range(300))]
    expected: dict[str, int] = {}
    packed = TextMap()
    for number in range(-1, 3_000):
        text = rng.choice(texts)
        if rng.random() < 0.5:
            assert packed.setdefault(text, number) == expected.setdefault(text, number)
        else:
            packed[text] = expected[text] = number
        other = rng.choice(texts)
        assert (packed.get(other), other in packed) == (expected.get(other), other in expected)
    assert len(packed) == len(expected)
    assert {text: packed.get(text) for text in expected} == expected
