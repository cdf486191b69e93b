"""No payload runs in what is made of the Markdown: not of what was HTML, not of what was text."""

import json
from html import escape
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from nowhere import Nowhere

from wpmigrate.content import Body, ContentOptions, render
from wpmigrate.html import HtmlElement, is_safe_image_url, is_safe_url, parse_fragment, plain_text
from wpmigrate.markdown import DIALECTS, MarkdownOptions, convert

PAYLOADS = [row["html"] for row in json.loads(Path("fixtures/xss/payloads.json").read_text(encoding="utf-8"))]
AS_MARKDOWN = (
    "[a](javascript:alert(1))", "[a](<javascript:alert(1)>)", "![a](javascript:alert(1))", "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]", "[a](java&#115;cript:alert(1))", "[a](data:text/html,<script>alert(1)</script>)",
    '[a](x "onmouseover=alert(1)")', "`<script>`alert(1)`</script>`", "<<b>script>alert(1)<<b>/script>",
    "<b><</b><b>script>alert(1)</b>", "<em><b>&lt;</b><b>script>alert(1)&lt;/script></b></em>",
    "&lt;img src=x onerror=alert(1)>", "&amp;lt;script&amp;gt;alert(1)", "a\\&lt;script>alert(1)&lt;/script>",
    "```\n</code></pre><script>alert(1)</script>\n```", "<pre>```\n&lt;script>alert(1)&lt;/script></pre>",
    '<abbr title="&quot;><script>alert(1)</script>">a</abbr>', '<img src="x" alt="](javascript:alert(1))">',
    '<a href="/x" title="&quot; onclick=&quot;alert(1)">a</a>', '<img src="x" alt="&quot;><script>alert(1)</script>">',
    "<details><summary>&lt;script>alert(1)&lt;/script></summary>a</details>",
    "<table><tr><td>&lt;script>alert(1)|</td></tr></table>", "<pre><script>alert(1)</script></pre>",
    "[code]</code></pre><script>alert(1)</script>[/code]", "[caption]<script>alert(1)</script><img src=x> a[/caption]",
)  # fmt: skip
"""Payloads that only become one by being written, or read, as Markdown."""

RUNS = frozenset(
    "script meta base form object embed applet link svg math frame frameset template noscript xml style".split()  # noqa: SIM905
)
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
READER.validateLink = lambda url: True  # type: ignore[method-assign] # other readers let every address through


def rendered(text: str, dialect: str) -> HtmlElement:
    """What a reader makes of the Markdown of a body, with raw HTML let through."""
    body = render(Body(text=text), Nowhere(), ContentOptions())
    return parse_fragment(READER.render(convert(body.root, MarkdownOptions(dialect=DIALECTS[dialect])).text))


def faults(root: HtmlElement) -> list[str]:
    """All that could run code."""
    found = []
    for element in root.iter():
        tag: object = element.tag
        if not isinstance(tag, str):
            continue
        if tag in RUNS:
            found.append(tag)
        check = is_safe_image_url if tag == "img" else is_safe_url
        for name, value in {str(name): str(value) for name, value in element.attrib.items()}.items():
            is_address = name in ("href", "src", "poster", "action", "formaction", "data")
            if name.startswith("on") or name in ("srcdoc", "style") or (is_address and not check(value)):
                found.append(f"{element.tag} {name}={value!r}")
    return found


@pytest.mark.parametrize("dialect", sorted(DIALECTS))
def test_nothing_runs_that_was_html(dialect: str) -> None:
    """Each payload as the body of a post, in each dialect."""
    bad = {text: found for text in (*PAYLOADS, *AS_MARKDOWN) if (found := faults(rendered(text, dialect)))}
    assert bad == {}


@pytest.mark.parametrize("dialect", sorted(DIALECTS))
def test_nothing_runs_that_was_text(dialect: str) -> None:
    """Each payload as words that somebody wrote about: they are shown, and nothing runs."""
    for text in (*PAYLOADS, *AS_MARKDOWN):
        line = " ".join(text.replace("[", "(").split())
        root = rendered(f"<p>so: {escape(line, quote=False)}</p>", dialect)
        assert faults(root) == [], line
        if "\x00" not in line and "&" not in line:
            assert "".join(plain_text(root).split()).startswith("so:" + "".join(line.split())[:5])
