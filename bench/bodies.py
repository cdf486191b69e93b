"""Bodies of posts as the two editors write them: a section has a form for the classic editor and one for blocks."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from bench.words import Language, phrase, sentences

SITE = "https://blogg.example.org"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a body may point at: other posts by number (address and id), and pictures (address and id)."""

    language: Language
    address: Callable[[int], str]
    post_id: Callable[[int], int]
    picture: Callable[[int], tuple[str, int]]
    posts: int


Section = Callable[[Random, Surroundings], str]


def _block(name: str, html: str, attributes: str = "") -> str:
    """`html` as a block of the editor."""
    return f"<!-- wp:{name} {attributes}{' ' if attributes else ''}-->\n{html}\n<!-- /wp:{name} -->"


def _paragraph(rng: Random, around: Surroundings) -> str:
    """A paragraph; one in eight leads to another post."""
    text = sentences(rng, around.language, rng.randrange(25, 110))
    if rng.random() < 1 / 8:
        other = rng.randrange(around.posts)
        forms = (around.address(other), f"{SITE}/?p={around.post_id(other)}", around.address(other).removeprefix(SITE))
        text += f' <a href="{rng.choice(forms)}">{phrase(rng, around.language, 3)}</a>.'
    return text


def _paragraph_block(rng: Random, around: Surroundings) -> str:
    return _block("paragraph", f"<p>{_paragraph(rng, around)}</p>")


def _broken_lines(rng: Random, around: Surroundings) -> str:
    """Verse or an address: single line ends, which become <br>."""
    return "\n".join(phrase(rng, around.language, 5) for _ in range(4))


def _broken_lines_block(rng: Random, around: Surroundings) -> str:
    return _block("verse", f'<pre class="wp-block-verse">{_broken_lines(rng, around)}</pre>')


def _heading(rng: Random, around: Surroundings) -> str:
    return f"<h2>{phrase(rng, around.language, 4)}</h2>"


def _heading_block(rng: Random, around: Surroundings) -> str:
    return _block("heading", f'<h2 class="wp-block-heading">{phrase(rng, around.language, 4)}</h2>')


def _list(rng: Random, around: Surroundings) -> str:
    rows = "".join(f" \t<li>{sentences(rng, around.language, 9)}</li>\n" for _ in range(rng.randrange(3, 8)))
    tag = rng.choice(("ul", "ol"))
    return f"<{tag}>\n{rows}</{tag}>"


def _list_block(rng: Random, around: Surroundings) -> str:
    rows = "\n\n".join(
        _block("list-item", f"<li>{sentences(rng, around.language, 9)}</li>") for _ in range(rng.randrange(3, 8))
    )
    return _block("list", f'<ul class="wp-block-list">{rows}</ul>')


def _quote(rng: Random, around: Surroundings) -> str:
    return f"<blockquote>{sentences(rng, around.language, 30)}</blockquote>"


def _quote_block(rng: Random, around: Surroundings) -> str:
    inner = _block("paragraph", f"<p>{sentences(rng, around.language, 30)}</p>")
    return _block(
        "quote",
        f'<blockquote class="wp-block-quote">{inner}<cite>{phrase(rng, around.language, 2)}</cite></blockquote>',
    )


def _code_text(rng: Random) -> str:
    """Lines of a program, escaped as the editors store them."""
    lines = [f"def step_{rng.randrange(100)}(value, limit={rng.randrange(9)}):"]
    for at in range(rng.randrange(3, 12)):
        lines.append(f"    if value &lt; {at} and limit &gt; {rng.randrange(50)}:  # *not* [a](link)")
        lines.append(f"        value += {rng.randrange(1000)} * limit")
    return "\n".join([*lines, "    return value"])


def _code(rng: Random, around: Surroundings) -> str:
    del around
    return f'<pre><code class="language-python">{_code_text(rng)}</code></pre>'


def _sourcecode(rng: Random, around: Surroundings) -> str:
    del around
    return f'[sourcecode language="python"]\n{_code_text(rng)}\n[/sourcecode]'


def _code_block(rng: Random, around: Surroundings) -> str:
    del around
    return _block("code", f'<pre class="wp-block-code"><code>{_code_text(rng)}</code></pre>')


def _table_rows(rng: Random, around: Surroundings) -> str:
    head = "".join(f"<th>{phrase(rng, around.language, 1)}</th>" for _ in range(4))
    rows = "".join(
        "<tr>" + "".join(f"<td>{phrase(rng, around.language, 2)}</td>" for _ in range(4)) + "</tr>\n"
        for _ in range(rng.randrange(3, 10))
    )
    return f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>"


def _table(rng: Random, around: Surroundings) -> str:
    return f'<table border="1">\n{_table_rows(rng, around)}\n</table>'


def _table_block(rng: Random, around: Surroundings) -> str:
    rows = _table_rows(rng, around).replace("\n", "")
    return _block("table", f'<figure class="wp-block-table"><table class="has-fixed-layout">{rows}</table></figure>')


def _caption(rng: Random, around: Surroundings) -> str:
    address, number = around.picture(rng.randrange(around.posts))
    small = address.replace(".jpg", "-300x225.jpg")
    return (
        f'[caption id="attachment_{number}" align="aligncenter" width="300"]<a href="{address}"><img class="size-medium'
        f' wp-image-{number}" src="{small}" alt="{phrase(rng, around.language, 3)}" width="300" height="225" /></a> '
        f"{phrase(rng, around.language, 5)}[/caption]"
    )


def _image_block(rng: Random, around: Surroundings) -> str:
    address, number = around.picture(rng.randrange(around.posts))
    large = address.replace(".jpg", "-1024x768.jpg")
    return _block(
        "image",
        f'<figure class="wp-block-image size-large"><img src="{large}" alt="{phrase(rng, around.language, 3)}" '
        f'class="wp-image-{number}"/><figcaption class="wp-element-caption">{phrase(rng, around.language, 5)}'
        "</figcaption></figure>",
        f'{{"id":{number},"sizeSlug":"large","linkDestination":"none"}}',
    )


def _gallery(rng: Random, around: Surroundings) -> str:
    numbers = [around.picture(rng.randrange(around.posts))[1] for _ in range(rng.randrange(2, 7))]
    return f'[gallery columns="3" ids="{",".join(map(str, numbers))}"]'


def _gallery_block(rng: Random, around: Surroundings) -> str:
    images = "\n\n".join(_image_block(rng, around) for _ in range(rng.randrange(2, 5)))
    return _block(
        "gallery",
        f'<figure class="wp-block-gallery has-nested-images columns-3 is-cropped">{images}</figure>',
        '{"columns":3,"linkTo":"none"}',
    )


def _embed(rng: Random, around: Surroundings) -> str:
    del around
    return f"https://www.youtube.com/watch?v=example{rng.randrange(10_000):04}"


def _embed_block(rng: Random, around: Surroundings) -> str:
    url = _embed(rng, around)
    return _block(
        "embed",
        f'<figure class="wp-block-embed is-type-video is-provider-youtube"><div class="wp-block-embed__wrapper">'
        f"\n{url}\n</div></figure>",
        f'{{"url":"{url}","type":"video","providerNameSlug":"youtube","responsive":true}}',
    )


SECTIONS: tuple[tuple[int, tuple[Section, Section]], ...] = (
    (60, (_paragraph, _paragraph_block)),
    (9, (_heading, _heading_block)),
    (7, (_caption, _image_block)),
    (7, (_list, _list_block)),
    (4, (_quote, _quote_block)),
    (3, (_code, _code_block)),
    (1, (_sourcecode, _code_block)),
    (2, (_table, _table_block)),
    (2, (_broken_lines, _broken_lines_block)),
    (2, (_gallery, _gallery_block)),
    (1, (_embed, _embed_block)),
)
"""How often; in the classic editor and as blocks."""

WEIGHTS = [weight for weight, _ in SECTIONS]


def body(rng: Random, around: Surroundings, *, size: int, is_blocks: bool) -> str:
    """A body of about `size` bytes; it starts with a paragraph and, when it is long, has a more marker after it."""
    parts = [(_paragraph, _paragraph_block)[is_blocks](rng, around)]
    length = len(parts[0].encode())
    if size > 3_000:
        parts.append(_block("more", "<!--more-->") if is_blocks else "<!--more-->")
    while length < size:
        ((_, forms),) = rng.choices(SECTIONS, WEIGHTS)
        parts.append(forms[is_blocks](rng, around))
        length += len(parts[-1].encode())
    return "\n\n".join(parts)
