"""Which addresses may stay."""

import pytest

from wpmigrate.html import is_safe_image_url, is_safe_url, join_url, scheme_of, split_url

SAFE = [
    "", "#a", "/a", "a/b:c", "?a=b:c", "//cdn.example.com/x", "http://a.example/", "HTTPS://A.example",
    "mailto:a@example.com",
    "tel:+4612", "ftp://a", "www.example.com:8080/x", "localhost:4000/", "htttp://a.example", "ttps://a.example",
    "hptt://a", "hhttp://a", "a b/c",
    "foo.html#x:y", "/javascript:x", "magnet:?xt=1", "chrome://extensions",
    "%22http://a.example%22", "\u201dhttp://a.example\u201d", "(http://a.example)", "1:1", "thttp://a.example", "sip:a@b.example",
]  # fmt: skip
UNSAFE = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "java\tscript:x", "java\nscript:x",
    "\x01javascript:x",
    "javascript\u200b:x", "\u00a0javascript:x", "&#106;avascript:x", "javascript&colon;x", "jav&Tab;ascript:x",
    "vbscript:x", "data:text/html,x", "data:text/html;base64,xx", "data:image/png;base64,xx", "livescript:x",
    "mocha:x",
    "javascript://example.com/%0aalert(1)", "file:///etc/passwd", "blob:x", "view-source:x", "ms-its:x", "about:blank",
]  # fmt: skip


@pytest.mark.parametrize("url", SAFE)
def test_addresses_that_lead_somewhere_are_safe(url: str) -> None:
    """Web, mail, telephone, relative and mistyped web addresses stay."""
    assert is_safe_url(url)
    assert is_safe_image_url(url)


@pytest.mark.parametrize("url", UNSAFE)
def test_addresses_that_may_run_something_are_not_safe(url: str) -> None:
    """However the scheme is disguised, it is read as a browser reads it."""
    assert not is_safe_url(url)


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("data:image/png;base64,iVBORw0KGgo=", True),
        (" DATA:image/JPEG;base64,x", True),
        ("data:image/svg+xml;base64,x", False),
        ("data:text/html,x", False),
        ("javascript:x", False),
    ],
)
def test_only_raster_images_may_stand_in_the_address_of_a_picture(url: str, safe: bool) -> None:
    """SVG can hold scripts, so only raster formats pass."""
    assert is_safe_image_url(url) is safe


def test_scheme_is_lower_case_and_empty_for_relative_addresses() -> None:
    """The scheme is what a browser reads."""
    assert scheme_of("HTTP://a") == "http"
    assert scheme_of("a/b") == ""


def test_an_address_that_nobody_can_read_has_no_parts() -> None:
    """No exception: such addresses stand in links of old blogs."""
    for url in ("http://[coffee]/", "http://[::1", "//a\u2100b.example.org/"):
        assert set(split_url(url)) == {""}
        assert join_url("https://example.org/", url) == url
        assert join_url(url, "/a") == "/a"
    assert split_url("https://example.org/a?b#c").path == "/a"
