"""Addresses of pictures and players."""

import pytest

from wpmigrate.content.clean import CleanOptions
from wpmigrate.content.clean.addresses import (
    host_and_path,
    original_address,
    original_names,
    player_address,
    shown_address,
)
from wpmigrate.html import parse_fragment

UPLOADS = "https://example.com/wp-content/uploads/"


@pytest.mark.parametrize(
    ("address", "original"),
    [
        (UPLOADS + "a-300x225.jpg", UPLOADS + "a.jpg"),
        (UPLOADS + "a-scaled-300x225.jpeg", UPLOADS + "a.jpeg"),
        (UPLOADS + "a-scaled.webp", UPLOADS + "a.webp"),
        (UPLOADS + "poster-600x900.jpg", UPLOADS + "poster-600x900.jpg"),
        (UPLOADS + "poster-600x900-200x300.jpg", UPLOADS + "poster-600x900.jpg"),
        (UPLOADS + "poster-600x900-scaled-200x300.jpg", UPLOADS + "poster-600x900.jpg"),
        (UPLOADS + "a.jpg?w=300&h=200", UPLOADS + "a.jpg"),
        (UPLOADS + "a.jpg?resize=300%2C200&v=2", UPLOADS + "a.jpg?v=2"),
        (UPLOADS + "a-300x225", UPLOADS + "a-300x225"),
        (UPLOADS + "-300x225.jpg", UPLOADS + "-300x225.jpg"),
        (UPLOADS + "a%20b (kopia)-1x1.png", UPLOADS + "a%20b (kopia).png"),
        ("/wp-content/uploads/a-10x10.gif", "/wp-content/uploads/a.gif"),
        ("https://other.example/a-300x225.jpg", "https://other.example/a-300x225.jpg"),
        ("https://site.example/files/a-300x225.jpg", "https://site.example/files/a.jpg"),
        ("https://i0.wp.com/example.com/wp-content/uploads/a-2x2.jpg?ssl=1", UPLOADS + "a.jpg"),
        ("https://i0.wp.com/other.example/a.jpg?w=5", "http://other.example/a.jpg"),
        ("https://b.files.wordpress.com/2010/a.png?w=300", "https://b.files.wordpress.com/2010/a.png"),
        ("data:image/png;base64,a-1x1.png", "data:image/png;base64,a-1x1.png"),
        ("http://[broken/a-1x1.jpg", "http://[broken/a-1x1.jpg"),
    ],
)
def test_original(address: str, original: str) -> None:
    """Sizes go from pictures of the site, of uploads and of Photon; other addresses stay."""
    options = CleanOptions(site_hosts=frozenset({"site.example"}), sized_names=frozenset({"poster-600x900.jpg"}))
    assert original_address(address, options) == original
    assert original_address(address, CleanOptions(original_images=False)) == address


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<img class='size-full alignleft' src=/a-6x9.jpg>", {"a-6x9.jpg"}),
        ("<img class='size-full' src=/a%20b-6x9.jpg?v=1>", {"a b-6x9.jpg"}),
        ("<img class='size-full' src=/a.jpg><img class='size-full' src=/a-scaled.jpg>", set()),
        ("<img class='size-large' src=/a-6x9.jpg>", set()),
        ("<figure class='wp-block-image size-full'><img src=/a-6x9.jpg></figure>", {"a-6x9.jpg"}),
        ("<figure class='wp-block-image size-full'><a><img src=/a-6x9.jpg></a></figure>", {"a-6x9.jpg"}),
        ("<figure class='wp-block-image size-large'><img src=/a-6x9.jpg></figure>", set()),
        ("<img src=/a-60x90-20x30.jpg><img src=/b-60x90-scaled-20x30.jpg>", {"a-60x90.jpg", "b-60x90.jpg"}),
        ("<img src=/a-60x90-scaled.jpg><img src=/b-scaled-20x30.jpg><img src=/c-20x30.jpg>", {"a-60x90.jpg"}),
        ("<div class='size-full'><img src=/a-6x9.jpg></div>", set()),
        ("<figure class='wp-block-media-text__media'><img class='size-full' src=/a-6x9.jpg></figure>", set()),
    ],
)
def test_names_of_originals(html: str, names: set[str]) -> None:
    """Before the one size that WordPress writes, or where the class of the editor says so, a size is part of a name."""
    assert original_names(parse_fragment(html)) == names


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ("<img src=/a.jpg data-src=/b.jpg>", "/a.jpg"),
        ("<img src='data:,' data-src=/b.jpg>", "/b.jpg"),
        ("<img data-lazy-src=/b.jpg>", "/b.jpg"),
        ("<img src=/lazy_placeholder.gif data-original=' /b.jpg '>", "/b.jpg"),
        ("<img src=/loading.gif>", "/loading.gif"),
        ("<img srcset='/s.jpg 100w, /l.jpg 900w, /m.jpg 300w'>", "/l.jpg"),
        ("<img srcset='/s.jpg 1x, /l.jpg 2x'>", "/l.jpg"),
        ("<img srcset='/s.jpg huge'>", "/s.jpg"),
        ("<img>", ""),
    ],
)
def test_shown(html: str, address: str) -> None:
    """The address that a script would put in its place counts only where `src` holds none."""
    assert shown_address(parse_fragment(html)[0]) == address


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("http://www.youtube.com/v/abcdefg&hl=en", "https://www.youtube.com/embed/abcdefg"),
        ("//www.youtube-nocookie.com/v/abcdefg?x", "https://www.youtube-nocookie.com/embed/abcdefg"),
        ("https://www.youtube.com/watch?a=b&v=abcdefg", "https://www.youtube.com/embed/abcdefg"),
        ("http://vimeo.com/moogaloop.swf?clip_id=12", "https://player.vimeo.com/video/12"),
        ("http://www.dailymotion.com/swf/x1y2", "https://www.dailymotion.com/embed/video/x1y2"),
        ("https://other.example/v/abcdefg", "https://other.example/v/abcdefg"),
    ],
)
def test_player(address: str, player: str) -> None:
    """Addresses of Flash players become those of their successors."""
    assert player_address(address) == player


def test_host_and_path() -> None:
    """User, port, query and fragment are left out."""
    assert host_and_path("http://u:p@A.example:80/b/c?d#e") == ("a.example", "/b/c")
    assert host_and_path("//a.example?x") == ("a.example", "/")
    assert host_and_path("/a/b") == ("", "")
