"""No payload of the public lists of cross-site scripting survives, in our own words."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from wpmigrate.content.clean import CleanOptions, clean
from wpmigrate.html import HtmlElement, inner_html, is_safe_image_url, is_safe_url, parse_fragment

PAYLOADS = [row["html"] for row in json.loads(Path("fixtures/xss/payloads.json").read_text(encoding="utf-8"))]
PROGRAMS = frozenset({
    "script", "meta", "base", "form", "object", "embed", "applet", "link", "svg", "math", "frame", "frameset",
    "template", "noscript", "xml", "style",
})  # fmt: skip
ADDRESSES = frozenset({
    "href", "src", "cite", "poster", "background", "data", "action", "formaction", "xlink:href", "lowsrc", "dynsrc",
})  # fmt: skip


def faults(root: HtmlElement, *, keeps: bool) -> Iterator[str]:
    """All that could run code in a tree."""
    for element in root.iter():
        tag: object = element.tag
        if not isinstance(tag, str):
            if not keeps and "more" not in (element.text or ""):
                yield f"comment {element.text}"
            continue
        if tag in PROGRAMS and not (keeps and tag == "style"):
            yield tag
        for name in map(str, element.keys()):
            value = element.get(name) or ""
            check = is_safe_image_url if tag == "img" else is_safe_url
            if name.startswith("on") or name == "srcdoc" or (name in ADDRESSES and not check(value)):
                yield f"{tag} {name}={value}"


def test_there_are_enough_payloads() -> None:
    """The list is long, and no payload stands in it twice."""
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 150


@pytest.mark.parametrize("mode", ["safe", "keep"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_runs_survives(payload: str, mode: str) -> None:
    """Neither in the tree nor after writing and reading it again, in either mode."""
    root = parse_fragment(payload)
    clean(root, CleanOptions(html="keep" if mode == "keep" else "safe"))
    assert not list(faults(root, keeps=mode == "keep"))
    assert not list(faults(parse_fragment(inner_html(root)), keeps=mode == "keep"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_safe_trees_hold_only_the_vocabulary(payload: str) -> None:
    """No class, style or handler, and no element outside of the table."""
    root = parse_fragment(payload)
    clean(root, CleanOptions())
    for element in root.iterdescendants():
        assert element.tag != "input" or element.get("type") == "checkbox"
        assert not {"style", "name", "target", "action"} & set(element.keys())


def test_keep_mode_keeps_what_runs_nothing() -> None:
    """Classes, styles, unknown hosts and comments stay."""
    text = (
        '<div class="a" style="color:red"><!-- note --><iframe src="https://any.example/"></iframe><font>x</font></div>'
    )
    root = parse_fragment(text)
    result = clean(root, CleanOptions(html="keep"))
    assert inner_html(root) == text
    assert not result.diagnostics
