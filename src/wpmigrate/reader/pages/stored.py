"""HTML as a page shows it → HTML as WordPress would store it, so that rendering it again changes nothing.

`wpautop` turns line breaks into `<br>` and `do_shortcode` runs shortcodes: in a saved page both were done already.
"""

import re

from lxml import etree

from wpmigrate.html import BLOCK, inner_html, join_url, replace, split_url

from .tree import HtmlElement

_EXACT = frozenset({"pre", "textarea", "script", "style", "xmp", "listing"})
_BREAKS = re.compile(r"[ \t]*[\r\n][\s]*")
_RUN = re.compile(r"\[/?(?:gallery|caption|wp_caption|audio|video|playlist|embed)\b[^\[\]]*\]")
_MORE = re.compile(r"more-\d+")
_ADDRESSES = {"a": ("href",), "img": ("src", "data-src", "data-lazy-src"), "iframe": ("src",), "source": ("src",),
              "audio": ("src",), "video": ("src", "poster"), "embed": ("src",), "area": ("href",)}  # fmt: skip


def stored_html(element: HtmlElement, base: str) -> str:
    """What `element` holds, as WordPress stores it. `base` is the address of the page, for relative links; may be empty.

    Line ends outside of `<pre>` become blanks, shortcodes of WordPress's own that the page shows as text are escaped
    (`[[gallery]]`), the place of `<!--more-->` is put back.
    """
    for node in list(element.iter("*")):
        if node.tag == "span" and _MORE.fullmatch(node.get("id", "")):
            _put_more_back(node)
        elif node.tag in _ADDRESSES:
            _absolute(node, base)
    _tidy_text(element)
    return inner_html(element).strip()


def _put_more_back(span: HtmlElement) -> None:
    """`<span id="more-42">` is what WordPress prints for `<!--more-->`; a paragraph of its own for it goes."""
    more = etree.Comment("more")
    parent = span.getparent()
    if (
        parent is not None
        and parent.tag == "p"
        and len(parent) == 1
        and not (parent.text or "").strip()
        and not (span.tail or "").strip()
    ):
        span = parent
    if span.getparent() is not None:
        replace(span, more)


def _absolute(node: HtmlElement, base: str) -> None:
    """Addresses with host; a picture that a browser saved beside the page gets its own address back where it is told."""
    for name in _ADDRESSES[node.tag]:
        value = node.get(name, "").strip()
        if not value or value.startswith(("#", "data:")) or split_url(value).scheme:
            continue
        if _is_saved_copy(value):
            node.set(name, _original_of(node, value) or value)
        elif base:
            node.set(name, join_url(base, value))


FILE_FOLDERS = ("_files", "_filer", "-Dateien", "-filer", "_fichiers", "_archivos", "_bestanden", "_file", "_tiedostot",
                "_pliki", "_arquivos", "_ficheiros", "_soubory", "_elemei", "_dosyalar", "_datoteke")  # fmt: skip
"""Ends of the names of folders in which browsers keep what belongs to a complete page, by language."""

_SAVED = re.compile(rf"^(?:\./)?[^/?#]*(?:{'|'.join(FILE_FOLDERS)})/")


def _is_saved_copy(value: str) -> bool:
    """Whether an address leads into the folder that a browser made for a complete page."""
    return bool(_SAVED.match(value))


def _original_of(node: HtmlElement, value: str) -> str:
    """The address of which `value` is the saved copy: in `srcset`, in `data-orig-file`, or in the link around it."""
    name = value.rpartition("/")[2].partition("?")[0]
    offered = [part.strip().split(" ")[0] for part in node.get("srcset", "").split(",")]
    parent = node.getparent()
    offered += [
        node.get("data-orig-file", ""),
        parent.get("href", "") if parent is not None and parent.tag == "a" else "",
    ]
    return next((url for url in offered if "://" in url and url.rpartition("/")[2].partition("?")[0] == name), "")


def _tidy_text(root: HtmlElement) -> None:
    """Line ends outside of exact text become blanks, those between blocks of the top a blank line."""
    exact = 0
    for event, node in etree.iterwalk(root, events=("start", "end", "comment")):
        is_exact = node.tag in _EXACT
        if event == "start":
            exact += is_exact
            if not exact and node.text:
                node.text = _plain(node.text)
            continue
        if event == "end":
            exact -= is_exact
        if node is not root and not exact and node.tail:
            node.tail = (
                "\n\n" if node.getparent() is root and not node.tail.strip() and _is_edge(node) else _plain(node.tail)
            )


def _is_edge(node: HtmlElement) -> bool:
    """Whether a block ends before the text after `node` or begins behind it."""
    following = node.getnext()
    return node.tag in BLOCK or (following is not None and following.tag in BLOCK)


def _plain(text: str) -> str:
    if "\n" in text or "\r" in text:
        text = _BREAKS.sub(" ", text)
    return _RUN.sub(lambda found: f"[{found[0]}]", text) if "[" in text else text
