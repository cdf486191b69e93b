"""Addresses as static servers have them."""

import pytest

from wpmigrate.targets import decoded, file_of, served_path


@pytest.mark.parametrize(
    ("address", "path", "file"),
    [
        ("/2010/12/x/", "/2010/12/x/", "2010/12/x/index.html"),
        ("/archives/123", "/archives/123/", "archives/123/index.html"),
        ("/old/Page.html", "/old/Page.html", "old/Page.html"),
        ("/old/page.php", "/old/page.php/", "old/page.php/index.html"),
        ("/2011/%e5%8c%97%e4%ba%ac/", "/2011/北京/", "2011/北京/index.html"),
        ("/", "/", "index.html"),
        ("/index.html", "/", "index.html"),
        ("/old/Index.html", "/old/", "old/index.html"),
        ("", "", "index.html"),
    ],
)
def test_a_folder_serves_what_names_no_html_file(address: str, path: str, file: str) -> None:
    """The path is decoded and ends in a slash unless an HTML file stands there."""
    assert served_path(address) == path
    assert file_of(path) == file


def test_what_would_mean_something_else_stays_encoded() -> None:
    """A slash, a question mark, a number sign or a percent sign in a name."""
    assert decoded("/a%2fb/100%25/%3f/%c3%a5") == "/a%2fb/100%25/%3f/å"
