"""Languages, guessed from words."""

import pytest

from wpmigrate.inspection.bodies import words_of
from wpmigrate.inspection.languages import language_of

TEXTS = {
    "en": "The bread is in the oven and it was not easy to make this one with rye.",
    "sv": "Det är inte svårt att baka bröd, men det tar tid och jag har inte alltid tid för det.",
    "de": "Das Brot ist nicht für mich, es ist für die Gäste und den Hund von nebenan.",
    "fr": "Je pense que la vie est belle et que les jours sont longs dans une ville sur la mer.",
    "es": "La vida es bella y los días son largos en una ciudad que no se olvida por el mar.",
    "ja": "今日は雨です。ラーメンを食べました。",
    "zh": "今天下雨我吃了面条很好吃",
    "ko": "오늘은 비가 옵니다 라면을 먹었습니다",
    "ru": "Это не так просто, как я думал, но и не так сложно, что из этого следует.",
    "unknown": "12345 xyzzy plugh",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_languages(language: str, text: str) -> None:
    """A sentence or two are enough."""
    assert language_of(words_of(text, 300)) == language
