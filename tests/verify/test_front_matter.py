"""Front matter of all tools is told from the text below it."""

import pytest

from wpmigrate.verify.front_matter import slug_of, split

BODY = "Text\n\n---\n\nmer: text\n"


@pytest.mark.parametrize(
    ("head", "slug"),
    [
        ("---\ntitle: Hej\nslug: surdeg\n---\n", "surdeg"),
        ("---\r\ntitle: \"a: b\"\r\nslug: 'sur-deg'\r\n---\r\n\r\n", "sur-deg"),
        ('+++\ntitle = "Hej"\nslug = "surdeg"\n+++\n\n', "surdeg"),
        ('{\n "title": "Hej {} \\"",\n "slug": "surdeg",\n "tags": []\n}\n\n', "surdeg"),
        ("Title: Hej\nDate: 2010-12-15\nSlug: surdeg\nSummary: En\n    rad till\n\n", "surdeg"),
        ("---\ntitle: Hej\n...\n", ""),
        ("\ufeff---\ntitle: Hej\n---\n", ""),
    ],
    ids=["yaml", "yaml with CR LF", "toml", "json", "pelican", "yaml with dots", "byte order mark"],
)
def test_front_matter_is_left_out(head: str, slug: str) -> None:
    """The body comes out whole, and the slug is read."""
    found, body = split(head + BODY)
    assert body == BODY
    assert slug_of(found) == slug


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "---\n\nBara en linje, inget huvud.\n",
        "Obs: detta är text.\n\nMer text.\n",
        "Title: ett ord\noch en rad utan kolon\n\nMer.\n",
        "{ inte JSON }\n\nMer.\n",
        "{% raw %}x{% endraw %}\n",
        "{}\n",
        "",
    ],
)
def test_text_without_front_matter_stays_whole(text: str) -> None:
    """Rules, colons and braces alone are no front matter."""
    assert split(text) == ("", text)
