"""Post meta that a reader of the page may have seen."""

from typing import Any

import pytest

from wpmigrate.api.custom_fields import custom_fields, has_no_text
from wpmigrate.model import Item, Meta

QUOTE = "We are what we repeatedly do."
KOREAN = "우리는우리가반복적으로하는일의결과이다"


@pytest.mark.parametrize(
    ("content", "meta", "expected"),
    [
        ("", {"_theme_quote": QUOTE}, {"_theme_quote"}),
        (" \n", {"_theme_quote": f'[{{"text":"{QUOTE}"}}]'}, {"_theme_quote"}),
        ("", {"_theme_quote": KOREAN}, {"_theme_quote"}),
        ("<!-- wp:paragraph --><p>&nbsp;</p><!-- /wp:paragraph -->", {"_theme_quote": QUOTE}, {"_theme_quote"}),
        ("Text.", {"_theme_quote": QUOTE}, set()),
        ("", {"_wp_page_template": "templates/full width.php", "_edit_last": "1", "_empty": ""}, set()),
        ("", {"_looks": 'a:1:{s:5:"color";s:4:"blue";}'}, set()),
        ("Text.", {"roast": "light", "footnotes": "[]", "": "x"}, {"roast"}),
    ],
)
def test_custom_fields(content: str, meta: dict[str, str], expected: set[str]) -> None:
    """Hidden ones count where the item has no text and they hold some."""
    item = Item(
        id="1", post_id=1, content=content, meta=tuple(Meta(key=key, value=value) for key, value in meta.items())
    )
    assert custom_fields(item) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"content": " \n<p></p>"}, True),
        ({"content": "[recent-posts]"}, False),
        ({"content": "<p></p>" * 100}, False),
        ({"excerpt": "Words."}, False),
        ({"meta": (Meta(key="_builder", value=QUOTE),)}, False),
        ({"meta": (Meta(key="_yoast_wpseo_metadesc", value=QUOTE), Meta(key="subtitle", value=QUOTE))}, True),
    ],
)
def test_has_no_text(fields: dict[str, Any], *, expected: bool) -> None:
    """Body, excerpt and what builders keep; not what themes and search engines show beside it."""
    assert has_no_text(Item(id="1", post_id=1, **fields)) is expected


def test_long_values_take_linear_time() -> None:
    """Letters and words without end."""
    for value in ("a" * 1_000_000, "ab " * 300_000 + "1", "ab cd ef 1 " * 90_000):
        custom_fields(Item(id="1", post_id=1, meta=(Meta(key="_x", value=value),)))
