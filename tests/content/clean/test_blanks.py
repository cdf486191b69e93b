"""Characters that show nothing or only part words."""

import pytest

from wpmigrate.content.clean.blanks import settle_blanks
from wpmigrate.html import inner_html, parse_fragment

N = "\u00a0"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"a{N}{N} b", "a b"),
        (f"a {N}\nb", "a\nb"),
        (f"one{N}word", "one word"),
        (f"10{N}km and 10{N}000", f"10{N}km and 10{N}000"),
        (f"§{N}4", f"§{N}4"),
        (f"Quoi{N}? Oui{N}! « non{N}»", f"Quoi{N}? Oui{N}! « non{N}»"),
        (f"v{N}domu, Dr.{N}No, hello.{N}World", f"v{N}domu, Dr.{N}No, hello. World"),
        (f"<b>x{N}</b>{N}y", "<b>x </b> y"),
        (f"10{N}<p>a</p>10{N}<p></p>", "10 <p>a</p>10 <p></p>"),
        ("a\u00adb\u200bc\ufeffd\u2060e", "abcde"),
        ("👩\u200d💻 ❤\ufe0f\u200d🔥", "👩\u200d💻 ❤\ufe0f\u200d🔥"),
        ("a\u200db \u200c", "ab "),
        ("می\u200cخواهم क्\u200dष", "می\u200cخواهم क्\u200dष"),
        (f"<code>a{N}{N}b\u200b</code>{N}c", f"<code>a{N}{N}b\u200b</code> c"),
        (f"<pre>{N}x <b>\u200b</b>y</pre>z\u200b", f"<pre>{N}x <b>\u200b</b>y</pre>z"),
        (f'<span class="math">a{N}</span>', f'<span class="math">a{N}</span>'),
    ],
)
def test_blanks(text: str, expected: str) -> None:
    """Each rule, and code untouched."""
    root = parse_fragment(text)
    settle_blanks(root)
    assert inner_html(root).replace("&nbsp;", N) == expected
