"""Spellings of one address are equal, different addresses are not."""

from collections.abc import Callable

import pytest

from wpmigrate.verify.addresses import address_key, leads_somewhere, picture_key, player_key, scheme_of, told_addresses

SAME = [
    (address_key, "http://A.example/r%C3%A5g/", "https://a.example/råg"),
    (address_key, "//a.example/x", "https://a.example/x"),
    (address_key, "/a%20b", "/a b"),
    (address_key, "https://a.example/x\ny", "https://a.example/xy"),
    (picture_key, "http://a.example/k-300x200.jpg?w=300", "https://a.example/k.jpg"),
    (picture_key, "https://i2.wp.com/a.example/k-scaled.jpg?ssl=1", "http://a.example/k.jpg"),
    (picture_key, "/k-scaled-300x200.PNG", "/k.PNG"),
    (player_key, "http://www.youtube.com/v/abcdefg&hl=sv", "https://youtu.be/abcdefg"),
    (player_key, "https://www.youtube-nocookie.com/embed/abcdefg?rel=0", "https://www.youtube.com/watch?x=1&v=abcdefg"),
    (player_key, "http://vimeo.com/moogaloop.swf?clip_id=123&x=1", "https://player.vimeo.com/video/123"),
    (player_key, "http://www.dailymotion.com/swf/abc", "https://dai.ly/abc"),
]
DIFFERENT = [
    (address_key, "https://a.example/x", "https://a.example/X"),
    (address_key, "https://a.example/x?a", "https://a.example/x?b"),
    (address_key, "https://a.example/x#a", "https://a.example/x"),
    (address_key, "/x", "x"),
    (address_key, "mailto:a@b.example", "a@b.example"),
    (picture_key, "/k-1.jpg", "/k.jpg"),
    (picture_key, "/a/k.jpg", "/b/k.jpg"),
    (picture_key, "/k.php?id=1", "/k.php?id=2"),
    (player_key, "https://youtu.be/abcdefg", "https://youtu.be/abcdefh"),
    (player_key, "https://a.example/v/abcdefg", "https://youtu.be/abcdefg"),
]


@pytest.mark.parametrize(("key", "one", "other"), SAME)
def test_same(key: Callable[[str], str], one: str, other: str) -> None:
    """Encoding, scheme, sizes and players do not count."""
    assert key(one) == key(other)


@pytest.mark.parametrize(("key", "one", "other"), DIFFERENT)
def test_different(key: Callable[[str], str], one: str, other: str) -> None:
    """Everything else does."""
    assert key(one) != key(other)


def test_schemes() -> None:
    """Schemes are read as browsers read them; what runs code or leads nowhere is no link."""
    assert scheme_of(" java\tscript:x") == "javascript"
    assert scheme_of("/a:b") == scheme_of("") == ""
    assert not any(map(leads_somewhere, ("", " ", "#", "JavaScript:x", "data:text/html,x", "\x01vbscript:x")))
    assert all(map(leads_somewhere, ("x", "#a", "mailto:a", "webkit-fake-url://x", "https://a.example")))


def test_told_addresses() -> None:
    """What a Flash player is told to play."""
    assert told_addresses("width=1&file=https%3A%2F%2Fa.example%2Fs.mp3") == ["https://a.example/s.mp3"]
    assert told_addresses("https://a.example/p.swf?soundFile=http://b.example/s.mp3&amp;x=1") == [
        "http://b.example/s.mp3"
    ]
    assert told_addresses("x=1") == told_addresses("http://[bad") == []
