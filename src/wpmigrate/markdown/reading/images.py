"""`<img>` and `<br>`."""

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import Image

from .reader import Reader


def image(reader: Reader, element: HtmlElement) -> None:
    """A picture; without an address its description."""
    url = (element.get("src") or "").strip()
    alt = " ".join((element.get("alt") or "").split())
    if not url:
        if alt:
            reader.text(alt)
        return
    size = tuple((name, value) for name in ("width", "height") if (value := element.get(name)))
    reader.nodes.append(Image(url, alt, " ".join((element.get("title") or "").split()), size))
    reader.is_after_space = False


def line_break(reader: Reader, _: HtmlElement) -> None:
    """A line break in a paragraph."""
    reader.line_break()
