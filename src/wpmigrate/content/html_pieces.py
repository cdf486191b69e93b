"""Pieces of HTML in the vocabulary of the clean tree (see docs/explanation/clean-html.md)."""

from html import escape

from wpmigrate.model import Attachment


def attribute(name: str, value: str) -> str:
    """` name="value"`, or nothing for an empty value."""
    return f' {name}="{escape(value)}"' if value else ""


def code_block(text: str, language: str = "") -> str:
    """A block of code; `text` is exact."""
    known = attribute("class", f"language-{language}" if language else "")
    # A parser takes one line end after <pre> away.
    return f"<pre><code{known}>{escape(text, quote=False)}</code></pre>"


def code_span(text: str) -> str:
    """Code within a line."""
    return f"<code>{escape(text, quote=False)}</code>"


def embed(url: str, label: str = "") -> str:
    """A lone address that WordPress, or a plugin, turns into a player; it stands for itself where nothing names it."""
    return f'<p class="embed"><a href="{escape(url)}">{escape(label or url, quote=False)}</a></p>'


def figure(inner: str, caption: str = "") -> str:
    """A figure; without a caption just what it holds."""
    return f"<figure>{inner}<figcaption>{caption}</figcaption></figure>" if caption.strip() else inner


def gallery(parts: list[str], caption: str = "") -> str:
    """A gallery of images or figures."""
    end = f"<figcaption>{caption}</figcaption>" if caption.strip() else ""
    return f'<figure class="gallery">{"".join(parts)}{end}</figure>'


def image(attachment: Attachment, *, alt: str = "", title: str = "") -> str:
    """A picture of the media library."""
    return f'<img src="{escape(attachment.url)}" alt="{escape(alt or attachment.alt)}"{attribute("title", title)}>'


def link(url: str, text: str) -> str:
    """A link; `text` is HTML. Without an address just the text."""
    return f'<a href="{escape(url)}">{text}</a>' if url else text


def player(kind: str, *urls: str, title: str = "", poster: str = "") -> str:
    """An `audio`, `video` or `iframe` player; only the first two take several addresses of the same thing."""
    if len(urls) > 1:
        return (
            f"<{kind}{attribute('poster', poster)}>"
            + "".join(f'<source src="{escape(url)}">' for url in urls)
            + f"</{kind}>"
        )
    return f"<{kind}{attribute('src', urls[0])}{attribute('title', title)}{attribute('poster', poster)}></{kind}>"


def footnote_mark(key: str, label: str = "") -> str:
    """The mark of a footnote in the text."""
    return f'<sup class="footnote-ref"><a href="#fn-{escape(key)}">{label or escape(key)}</a></sup>'


def footnote_section(notes: dict[str, str]) -> str:
    """The texts of all footnotes, by key."""
    items = "".join(f'<li id="fn-{escape(key)}">{html}</li>' for key, html in notes.items())
    return f'<section class="footnotes"><ol>{items}</ol></section>'


def math(tex: str, *, is_block: bool = False) -> str:
    """A formula."""
    name = "div" if is_block else "span"
    return f'<{name} class="math">{escape(tex.strip(), quote=False)}</{name}>'
