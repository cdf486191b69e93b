"""Hostile bodies: twice the input takes about twice the time."""

from collections.abc import Callable

import pytest
from nowhere import Nowhere
from pace import seconds

from wpmigrate.content import Body, ContentOptions, to_html

HOSTILE: dict[str, Callable[[int], str]] = {
    "unclosed-caption": lambda n: "[caption " * n,
    "caption-without-end": lambda n: "[caption ] " * n,
    "caption-quote": lambda n: '[caption x="' * n + "]",
    "comments": lambda n: "<!--" * n,
    "unclosed-blocks": lambda n: "<!-- wp:x -->" * n,
    "unclosed-static-blocks": lambda n: "<!-- wp:group -->" * n,
    "unclosed-galleries": lambda n: "<!-- wp:gallery -->" * n,
    "unclosed-json": lambda n: '<!-- wp:x {"a":' * n,
    "json-arrow-last": lambda n: '<!-- wp:x {"a":' * n + " -->",
    "nested-blocks": lambda n: "<!-- wp:group -->" * n + "<!-- /wp:group -->" * n,
    "mismatched-blocks": lambda n: "<!-- wp:a --><!-- wp:b -->" * n + "<!-- /wp:a -->" * n,
    "missing-references": lambda n: "".join(f'<!-- wp:block {{"ref":{number}}} /-->' for number in range(n)),
    "one-line": lambda n: "word " * (n * 10),
    "blanks": lambda n: " " * (n * 20) + "x",
    "blank-runs": lambda n: ("a" + " " * 20) * n,
    "line-ends": lambda n: "\n" * (n * 10) + "x",
    "tag-starts": lambda n: "<" * (n * 5),
    "unclosed-tags": lambda n: "<div " * n,
    "unclosed-tags-end": lambda n: "<div " * n + ">",
    "indented-ends": lambda n: "<div>\n\t" * n + "</div>\n\t" * n,
    "elements": lambda n: "<li>a" * n + "</li>" * n,
    "links": lambda n: '<p><a href="' + "x" * n + '">' * n,
    "comments-with-line-ends": lambda n: "<!-- a\n" * n + "<b>",
    "held-code": lambda n: '<p><pre data-held="0"></pre></p>' * n + "[code]a[/code]",
    "static-blocks": lambda n: "<!-- wp:group -->a<!-- /wp:group -->" * n,
    "paragraphs": lambda n: "<p>" * n,
    "pre": lambda n: "<pre>" * n,
    "pre-closed": lambda n: "<pre>a</pre>" * n,
    "pre-in-pre": lambda n: "<pre>" * n + "a</pre>" * n,
    "lines-in-pre": lambda n: "<pre>" + "<pre>a</pre> " * n,
    "rules": lambda n: "<hr " * n,
    "svg": lambda n: "a\n<svg></math>" * n,
    "unclosed-code": lambda n: "[code]" * n,
    "code": lambda n: "[code]a[/code]" * n,
    "code-block": lambda n: "<!-- wp:code -->" + "<pre><code>" * n + "<!-- /wp:code -->",
    "embed-block": lambda n: "<!-- wp:embed -->" + "\n http://x " * n + "<!-- /wp:embed -->",
    "parentheses": lambda n: "((a b c" * n + "))",
    "parentheses-inside": lambda n: "((a(b)" * n + "))",
    "brackets-note": lambda n: "[^a" * n + "]:",
    "tex-round": lambda n: "\\(a_" * n,
    "tex-square": lambda n: "\\[a_ " * n,
    "tex-dollar": lambda n: "$latex a " * n,
    "layout": lambda n: '[vc_row a="b"]' * n,
    "layout-unclosed": lambda n: "[vc_row " * n,
    "layout-long-word": lambda n: '[vc_custom_heading note="' + "a" * (n * 10) + ' 1"]',
    "layout-raw": lambda n: "[vc_raw_html]" * n,
    "services": lambda n: "[youtube abcdefghijk]" * n + "[/youtube]",
    "services-words": lambda n: "[youtube " + "a" * (n * 10) + "=" * n + "]",
    "brackets": lambda n: "[" * (n * 5),
    "unknown": lambda n: '[foo_bar x="' * n,
    "bracket-in-tag": lambda n: '<a x="[gallery]"' * n + ">",
    "attribute-names": lambda n: "[gallery " + "a" * (n * 10) + "=]",
    "addresses-of-mail": lambda n: '<!-- wp:social-link {"url":"a@' + "a." * n * 4 + '@"} /-->',
    "addresses": lambda n: "\nhttp://youtube.com/a " * n,
}


def spent(text: str) -> float:
    """The seconds that one body takes."""
    body, options = Body(text=text), ContentOptions()
    return seconds(lambda: to_html(body, Nowhere(), options))


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_input(name: str) -> None:
    """Four times the input takes less than eight times as long; what takes no time at all may be noise."""
    make = HOSTILE[name]
    small, large = spent(make(5_000)), spent(make(20_000))
    assert large < 0.06 or large / small < 8
    assert large < 3


def test_time_grows_with_kept_embeds() -> None:
    """Nor is each address sought in each of the embeds that WordPress kept."""

    def spent_on(number: int) -> float:
        meta = {
            f"_oembed_{one}": f'<blockquote><a href="https://a.example/{one}">a</a></blockquote>'
            for one in range(number)
        }
        body = Body(text="\n".join(f"https://b.example/{one}" for one in range(number)), meta=meta)
        return seconds(lambda: to_html(body, Nowhere(), ContentOptions()))

    small, large = spent_on(500), spent_on(2_000)
    assert large / small < 8
