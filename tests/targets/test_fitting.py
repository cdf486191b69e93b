"""`fitted`: addresses that a site of a target cannot show."""

import pytest

from wpmigrate.targets import TARGETS, fitted


@pytest.mark.parametrize(
    ("target", "address", "new"),
    [
        ("hugo", "/2012/01/kaffe/", "/2012/01/kaffe/"),
        ("hugo", "/%e5%8c%97%e4%ba%ac/", "/%e5%8c%97%e4%ba%ac/"),
        # Signs that end an address, or begin a code.
        ("hugo", "/100%25-ull/", "/100-ull/"),
        ("hugo", "/c%23/", "/c/"),
        ("hugo", "/vad%3f-jo/", "/vad-jo/"),
        ("hugo", "/a%25%23%3fb/%23/", "/a-b/page/"),
        ("hugo", "/a=b/", "/a=b/"),
        ("nikola", "/a=b/c:d/", "/a-b/c-d/"),
        ("docusaurus", "/a:b/(c)/*/", "/a-b/c/page/"),
        # What the generator writes itself.
        ("hugo", "/page/2/", "/page/2-2/"),
        ("hugo", "/Page/10", "/Page/10-2"),
        ("hugo", "/page/two/", "/page/two/"),
        ("hugo", "/page/2/more/", "/page/2/more/"),
        ("hugo", "/style.css", "/style-2.css"),
        ("hugo", "/style.css/more/", "/style-2.css/more/"),
        ("hugo", "/style.css-and/", "/style.css-and/"),
        ("hugo", "/my/style.css", "/my/style.css"),
        ("jekyll", "/page/2/", "/page/2/"),
        ("mkdocs", "/page/2.html", "/page/2-2.html"),
        ("mkdocs", "/sitemap.xml.gz", "/sitemap-2.xml.gz"),
        ("hugo", "", ""),
        ("hugo", "/", "/"),
    ],
)
def test_an_address_like_it(target: str, address: str, new: str) -> None:
    """Free addresses stay; the others get the next one like it, with the reason, and that one can be shown."""
    found = fitted(address, TARGETS[target])
    assert found.address == new
    assert bool(found.reason) is (address != new)
    assert fitted(new, TARGETS[target]) == (new, "")
