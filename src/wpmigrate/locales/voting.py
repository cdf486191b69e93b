"""Which locale a text is in, told by the words of bylines: over one line, or voted over all lines of a blog."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from .folding import fold, folded, joins, words_of
from .tables import ENGLISH, available, known_locale, table


@cache
def _index() -> tuple[dict[str, frozenset[str]], tuple[tuple[str, frozenset[str]], ...]]:
    """Word → the locales that use it in bylines; and, for scripts without blanks, phrase → locales."""
    words: dict[str, set[str]] = {}
    phrases: dict[str, set[str]] = {}
    for locale in available():
        own = table(locale)
        texts = [name for row in own.months for name in row]
        texts += [phrase for group in (*own.labels.values(), *own.comments.values()) for phrase in group]
        texts += [*own.templates, *own.relative]
        for text in {re.sub(r"\{\w*\}", " ", text) for text in texts}:
            for word in words_of(folded(text)):
                target = phrases if joins(word[0]) else words
                target.setdefault(word, set()).add(locale)
    return (
        {word: frozenset(locales) for word, locales in words.items()},
        tuple((phrase, frozenset(locales)) for phrase, locales in phrases.items() if len(phrase) > 1),
    )


def score_locales(text: str) -> Counter[str]:
    """How strongly the words of a folded text speak for each locale; a word that few locales use speaks louder."""
    words, phrases = _index()
    scores: Counter[str] = Counter()
    for word in set(words_of(text)):
        for locale in words.get(word, ()):
            scores[locale] += 100 * len(word) // len(words[word])
    if any(map(joins, text)):
        for phrase, locales in phrases:
            if phrase in text:
                for locale in locales:
                    scores[locale] += 300 * len(phrase) // len(locales)
    return scores


def likely_locales(text: str, most: int = 3) -> list[str]:
    """The locales that the words of a folded text speak for, the likeliest first: one a language, at most `most`."""
    found: dict[str, str] = {}
    for locale, _ in sorted(score_locales(text).items(), key=lambda one: (-one[1], one[0])):
        found.setdefault(locale.partition("_")[0], known_locale(locale.partition("_")[0]) or locale)
        if len(found) == most:
            break
    return list(found.values())


def vote_locale(lines: Iterable[str], hints: Iterable[str] = ()) -> str | None:
    """The locale of a blog, voted over the bylines of all its pages; None when no word speaks for any.

    `hints` are language tags that pages name themselves (`<html lang>`, `og:locale`, the `<language>` of an export): each
    counts as much as a few lines, so that a page of a foreign theme does not decide, and an untouched `en-US` neither.
    English words are not counted where all pages name another language: themes without a translation print them.
    Where two are equal, the lines decide, then the locale that its language stands for.
    """
    scores: Counter[str] = Counter()
    texts = [fold(line[:1500]).text for line in lines]
    hints = list(hints)
    is_untranslated = _only_words_are_english(texts, hints)
    for text in texts:
        best = score_locales(_without_english(text) if is_untranslated else text)
        highest = max(best.values(), default=0)
        for locale, score in best.items():
            scores[locale] += 10 * score // highest if highest else 0
    said = Counter(scores)
    for hint in hints:
        tag = known_locale(hint)
        if tag:
            scores[tag] += 5 if tag == ENGLISH else 20
    return min(scores, key=lambda tag: (-scores[tag], -said[tag], not _is_main(tag), tag), default=None)


def _is_main(locale: str) -> bool:
    """Whether it is what its language stands for without a country."""
    return known_locale(locale.partition("_")[0]) == locale


def _without_english(text: str) -> str:
    """The words of a folded text that English does not use in bylines."""
    words, _ = _index()
    return " ".join(word for word in words_of(text) if ENGLISH not in words.get(word, ()))


def _only_words_are_english(texts: Sequence[str], hints: Iterable[str]) -> bool:
    """Whether pages name other languages than English and no more dates in the texts have English months than theirs.

    WordPress names the months in the language of the blog whatever the theme prints beside them.
    """
    named = {tag for hint in hints if (tag := known_locale(hint))}
    if not named or any(tag.startswith("en_") for tag in named):
        return False
    english, own = _months(ENGLISH), frozenset[str]().union(*map(_months, named))
    words = [set(words_of(text)) for text in texts]
    return sum(bool(found & (english - own)) for found in words) <= sum(
        bool(found & (own - english)) for found in words
    )


@cache
def _months(locale: str) -> frozenset[str]:
    """The words of the names of months in a locale."""
    return frozenset(word for row in table(locale).months for name in row for word in words_of(folded(name)))
