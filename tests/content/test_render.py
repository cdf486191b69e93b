"""Rendering as a whole: the tree, the lines of findings, depth, markers."""

from nowhere import Nowhere

from wpmigrate.content import Body, ContentOptions, render
from wpmigrate.html import inner_html, plain_text


def rendered(text: str, **options: str) -> tuple[str, list[tuple[str, int | None]]]:
    """The clean HTML and the (code, line) of the findings."""
    found = render(Body(text=text), Nowhere(), ContentOptions(**options))  # type: ignore[arg-type]
    return inner_html(found.root), [(row.code, row.line) for row in found.diagnostics]


def test_the_vocabulary_survives_cleaning() -> None:
    """Code, galleries, embeds, footnotes, formulas and marks come out of the cleaner as they went in."""
    html, _ = rendered(
        "a[ref]n[/ref] $latex x^2$\n\n[code lang=php]\n$a;\n[/code]\n\nhttps://vimeo.com/12345\n\nb<!--more-->c"
    )
    for piece in (
        '<sup class="footnote-ref"><a href="#fn-1">1</a></sup>',
        '<span class="math">x^2</span>',
        '<pre><code class="language-php">$a;</code></pre>',
        '<p class="embed"><a href="https://vimeo.com/12345">https://vimeo.com/12345</a></p>',
        "<p>b</p><!--more--><p>c</p>",
        '<section class="footnotes"><ol><li id="fn-1">n</li></ol></section>',
    ):
        assert piece in html


def test_an_address_that_nobody_can_read_is_no_player() -> None:
    """It stays a link, also where players are asked for."""
    for text in ("[embed]http://[vimeo.com/1[/embed]", '<!-- wp:embed {"url":"https://[youtube.com/x"} /-->'):
        html, _ = rendered(text, embeds="iframe")
        assert '<p class="embed"><a href="http' in html


def test_lines() -> None:
    """A finding tells the line of the first place; one row a name."""
    _, found = rendered('one\n\n[foo_bar a="1"]\n[foo_bar a="2"]\n')
    assert found == [("WXR501", 3)]
    _, found = rendered("<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->\n<!-- wp:rss /-->\n<!-- wp:rss /-->")
    assert found == [("WXR502", 4)]


def test_deep_markup() -> None:
    """Text below thousands of levels is kept."""
    text = "<div>" * 3_000 + "deep" + "</div>" * 3_000
    assert "deep" in plain_text(render(Body(text=text), Nowhere(), ContentOptions()).root)


def test_markers_stand_between_blocks() -> None:
    """Marks inside of paragraphs, lists and boxes are lifted to the top; no text goes with them."""
    html, _ = rendered("<div><ul><li>a<!--more-->b</li></ul>c</div>\n\nd<!--nextpage--><em>e</em>")
    tree = render(Body(text=html), Nowhere(), ContentOptions()).root
    assert "".join(plain_text(tree).split()) == "abcde"
    assert "<!--more-->" in html
    assert html.index("<!--more-->") > html.index("</ul>")
    assert "<p>d</p><!--nextpage--><p><em>e</em></p>" in html


def test_embeds_as_players() -> None:
    """Lone addresses become players where that is asked for."""
    html, _ = rendered("https://youtu.be/abcdefghijk", embeds="iframe")
    assert '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>' in html


def test_an_index_is_no_builder() -> None:
    """Brackets with an underscore in running text stay."""
    html, _ = rendered("The sum of a[x_i] over [x_axis] and [cs_101].")
    assert html.strip() == "<p>The sum of a[x_i] over [x_axis] and [cs_101].</p>"


def test_markers_in_elements_without_a_valid_name() -> None:
    """An address in angle brackets is an element to a parser; the mark inside of it is lifted all the same."""
    html, _ = rendered("See <https://x.example/a> and <!--more--> more")
    assert "<!--more-->" in html
    assert "more" in html.replace("<!--more-->", "")


def test_markers_keep_their_order() -> None:
    """Two marks in one list stand after it in the same order."""
    html, _ = rendered("<ul><li>a<!--more-->b<!--nextpage-->c</li></ul>")
    assert html.index("</ul>") < html.index("<!--more-->") < html.index("<!--nextpage-->")


def test_a_mark_in_a_paragraph_with_odd_attributes() -> None:
    """The parser takes attribute names that no element can be given; the paragraph is divided all the same."""
    html, _ = rendered('<p [x_< class="a">one<!--more-->two</p>')
    assert "<!--more-->" in html
    assert html.index("one") < html.index("<!--more-->") < html.index("two")
