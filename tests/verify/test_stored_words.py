"""Words of a body as it is stored."""

import pytest

from wpmigrate.verify.stored_words import stored_words


@pytest.mark.parametrize("tag", ["dropcap", 'su_dropcap size="2"'])
def test_a_letter_in_a_shortcode_belongs_to_its_word(tag: str) -> None:
    """The first letter of a word is no word of its own; what other shortcodes part stays parted."""
    name = tag.partition(" ")[0]
    content = f"<p>[{tag}]G[/{name}]reen [box]tea[/box]pot</p>"
    assert stored_words(content) == ("Green", "tea", "pot")


def test_the_paragraphs_of_encoded_code_are_no_words() -> None:
    """An editor put them into the code before it was encoded."""
    assert stored_words("[java]&lt;/p&gt; &lt;p&gt;int a;&lt;br /&gt;[/java]") == ("int", "a")


@pytest.mark.parametrize("name", ["vc_raw_html", "vc_raw_js", "fusion_code"])
def test_html_that_a_builder_keeps_in_base_64_is_no_word(name: str) -> None:
    """What it says stands in the body that WordPress would show; words that only look like it stay."""
    content = f"[{name} a='1']JTNDcCUzRVJhdw\n==[/{name}] [{name}]two words[/{name}] JTNDcCUzRVJhdw"
    assert stored_words(content) == ("two", "words", "JTNDcCUzRVJhdw")


def test_a_picture_in_a_shortcode_is_no_word() -> None:
    """It is longer than any other attribute."""
    icon = "data:image/svg+xml;base64," + "PHN2Zz4x" * 500 + "=="
    assert stored_words(f'[tab title="Rye" icon="{icon}"]Dark.[/tab]') == ("Dark",)


def test_brackets_in_comments_are_words() -> None:
    """But for those that may stand round code."""
    assert stored_words("Try [gallery a] [b]x[/b] [code php]y[/code]", is_comment=True) == (
        "Try",
        "gallery",
        "a",
        "x",
        "y",
    )
    assert stored_words("Try [gallery a] [b]x[/b]") == ("Try", "x")
