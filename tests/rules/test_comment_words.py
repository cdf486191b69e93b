"""`number_said`: what themes print about comments, in many languages."""

import pytest

from wpmigrate.rules.comment_words import COMMENT_WORDS, OTHER_STEMS, STEMS, number_said


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("3 kommentarer »", 3),
        ("Inga kommentarer »", 0),
        ("No Comments", 0),
        ("One Comment", 1),
        ("1 comment", 1),
        ("1,234 Comments", 1234),
        ("Comments (3)", 3),
        ("Comments: 3", 3),
        ("9 Responses to “A title with 7 numbers”", 9),
        ("9 svar till ”…”", 9),
        ("No comments on “Coffee”", 0),
        ("12 Kommentare", 12),
        ("2 commentaires »", 2),
        ("Aucun commentaire", 0),
        ("5 comentarios", 5),
        ("4 reacties", 4),
        ("2 kommenttia", 2),
        ("7 commenti", 7),
        ("3 comentários", 3),
        ("21 комментарий", 21),
        ("5 条评论", 5),
        ("댓글 3개", 3),
        ("コメント (2)", 2),
        ("Leave a comment", None),
        ("Comments Off", None),
        ("Comments are closed.", None),
        ("I got 3 comments on this", None),
        ("3 comments that changed my life", None),
        ("3 bananas", None),
        ("No comments from me today", None),
        ("99999999999999999999 comments", None),
        ("", None),
    ],
)
def test_phrases(phrase: str, number: int | None) -> None:
    """The whole phrase says a number, or it says none."""
    assert number_said(phrase) == number


def test_every_phrase_has_a_stem() -> None:
    """The guard lets every phrase of the table through."""
    for language, words in COMMENT_WORDS.items():
        for phrase in (*words.none, *words.one, *words.counted):
            assert phrase == phrase.lower(), language
            assert any(stem in phrase for stem in (*STEMS, *OTHER_STEMS)), (language, phrase)
