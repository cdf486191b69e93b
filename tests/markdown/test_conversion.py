"""What `convert` gives beside the text, what the options change, and the tables that must be whole."""

import html
from typing import get_args

import pytest

from wpmigrate.html import BLOCK, INLINE, inner_html, outer_html, parse_fragment
from wpmigrate.markdown import DIALECTS, MarkdownOptions, ast, convert, escape, plain_text, read, reading, writing
from wpmigrate.markdown.plain import plain_text as plain_text_of


def written(source: str, **options: object) -> str:
    """The Markdown of a piece of HTML."""
    return convert(parse_fragment(source), MarkdownOptions(**options)).text  # type: ignore[arg-type]


def test_elements_that_stay_html_are_named_once_each() -> None:
    """WXR522 says how many elements of each name stay HTML, and nothing is said of plain Markdown."""
    source = "<p>x<sup>1</sup><sup>2</sup> <kbd>k</kbd></p><iframe src=u></iframe><p><b>'a'</b>b</p>"
    found = convert(parse_fragment(source), MarkdownOptions()).diagnostics
    assert [each.code for each in found] == ["WXR522"] * 4
    assert [each.message.partition(" element")[0] for each in found] == [
        "1 <iframe>",
        "1 <kbd>",
        "1 <strong>",
        "2 <sup>",
    ]
    assert convert(parse_fragment("<p><b>a</b> <em>b</em></p><ul><li>c</li></ul>"), MarkdownOptions()).diagnostics == []


def test_the_tree_is_left_alone() -> None:
    """Writing changes nothing in the tree, so that another stage may read it."""
    root = parse_fragment("<p>a <b> b </b><br>c</p><ul><li>x</ul><table><tr><td colspan=2><pre>y\n\nz</pre></table>")
    before = outer_html(root)
    convert(root, MarkdownOptions())
    assert outer_html(root) == before


def test_text_ends_with_one_line_end() -> None:
    """A body ends with a line end; an empty one is empty."""
    assert written("<p>a</p>\n\n") == "a\n"
    assert written(" <p> </p><!-- c -->") == ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Plain words, 2 * 3 and snake_case", "Plain words, 2 * 3 and snake_case"),
        ("# 1. <b> & *c*", r"\# 1. &lt;b> & \*c\*"),
        ("  1. two\n lines ", r"1\. two lines"),
        ("", ""),
    ],
)
def test_plain_text_as_markdown(text: str, wanted: str) -> None:
    """`escape` writes text so that Markdown shows it."""
    assert escape(text, MarkdownOptions()) == wanted


def test_wrap_breaks_at_blanks_only_where_no_block_begins() -> None:
    """Lines are broken at the column; a word that would begin a block never begins a line."""
    text = written("<p>one two three - four 1. five # six > seven</p>", wrap=11)
    assert text == "one two\nthree -\nfour 1.\nfive # six >\nseven\n"
    assert max(map(len, written(f"<p>{'word ' * 50}</p>", wrap=40).split("\n"))) <= 40
    assert written("<p>a\\ b<br>c d</p>", wrap=1) == "a\\ b  \nc\nd\n"


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ('<p>a <abbr title="b c">d</abbr> e</p>', 'a <abbr title="b c">d</abbr>\ne\n'),
        ("<p><code>a``b c</code></p>", "```a``b\nc```\n"),
        ("<p><code>``a` b</code></p>", "``` ``a`\nb ```\n"),
        ("<p>a ___ b</p>", "a ___\nb\n"),
        ("<p>a<br>= 1.<br>b</p>", "a  \n= 1.  \nb\n"),
        ("<ul><li>[x] a</li></ul>", "-   \\[x]\n    a\n"),
    ],
)
def test_wrap_keeps_what_is_read(html: str, wanted: str) -> None:
    """No line ends inside of a tag, no line is a fence, a rule or a task by being broken there."""
    assert written(html, wrap=1) == wanted


def test_embeds_as_links() -> None:
    """With embeds="link" a player is the address of what it plays."""
    source = '<iframe src="https://v.example/1"></iframe><video><source src="a b.mp4"></video><audio></audio><p>x</p>'
    assert written(source, embeds="link") == "<https://v.example/1>\n\n[a b.mp4](a%20b.mp4)\n\nx\n"


def test_figures_as_markdown() -> None:
    """With figures="markdown" a caption stands in italics below its picture."""
    source = "<figure><img src=a.png alt=A><figcaption>Cap</figcaption></figure>"
    assert written(source, figures="markdown") == "![A](a.png)\n\n*Cap*\n"


def test_more_marker() -> None:
    """The marker is the dialect's, or what the options say."""
    assert written("<p>a</p><!--more-->") == "a\n\n<!--more-->\n"
    assert written("<p>a</p><!--more-->", more="<!-- more -->") == "a\n\n<!-- more -->\n"


def test_plain_text_has_lines_and_no_marks() -> None:
    """The plain text has a line for each block and line break, an empty line between blocks, and no marks."""
    source = (
        "<h2>T</h2><p>a <b>b</b><br>c<img src=x alt=y></p><ul><li>d<ul><li>e</li></ul></li></ul><table><tr><td>f</td>"
        "<td>g</td></tr></table>"
        "<pre>h\n i</pre><dl><dt>j</dt><dd>k</dd></dl><address>l<br>m</address><details><summary>n</summary>o</details>"
        '<p><span class="math">p</span></p><figure><img src=q><figcaption>r</figcaption></figure><div class="math">s</div>'
    )
    wanted = "T\n\na b\nc\n\nd\ne\n\nf\tg\n\nh\n i\n\nj\nk\n\nl\nm\n\nn\no\n\np\n\nr\n\ns"
    document = read(parse_fragment(source))
    assert plain_text(document) == wanted
    assert plain_text_of is plain_text


def test_footnotes_nobody_refers_to_are_kept() -> None:
    """Readers drop footnotes without a mark: such a text becomes an item of a list."""
    source = (
        '<p>a<sup class="footnote-ref"><a href="#fn-x">1</a></sup></p>'
        '<section class="footnotes"><ol><li id="fn-x">one</li><li id="fn-y">two</li><li id="fn-z"><pre>c</pre></li></ol></section>'
    )
    assert written(source) == ('a[^1]\n\n[^1]: one\n\n1.  <a id="fn-y"></a>two\n\n2.  <a id="fn-z"></a>\n\n        c\n')


def test_every_element_has_a_handler() -> None:
    """Blocks of HTML are blocks here; what stands in a line is in the other table or stays HTML on purpose."""
    kept = {"abbr", "acronym", "bdo", "cite", "dfn", "ins", "kbd", "mark", "q", "rb", "rp", "rt", "rtc", "ruby", "samp"}
    kept |= {"small", "sub", "u", "var"}
    assert BLOCK - set(reading.BLOCKS) == {"col", "colgroup"}
    assert INLINE - set(reading.INLINES) == kept


def test_every_node_has_its_writers() -> None:
    """Each kind of node is written as Markdown and as HTML."""
    blocks, inlines = set(get_args(ast.Block)), set(get_args(ast.Inline))
    assert set(writing.BLOCKS) == blocks
    assert set(writing.INLINES) == inlines
    assert set(writing.html.BLOCKS) == blocks
    assert set(writing.html.INLINES) == inlines


def test_names_of_dialects() -> None:
    """A dialect is found by its own name."""
    assert {name: dialect.name for name, dialect in DIALECTS.items()} == {name: name for name in DIALECTS}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_shows_hostile_text_as_text(dialect: str) -> None:
    """Text that looks like HTML never becomes HTML."""
    attack = "<img src=x onerror=alert(1)> <script>a</script> [x](javascript:b) ![y](z) <https://e> </div> &lt;b&gt;"
    markdown = written(f"<p>{html.escape(attack)}</p><h2>{html.escape(attack)}</h2>", dialect=DIALECTS[dialect])
    assert not [
        part
        for part in ("<img", "<script", "](", "<https", "</div")
        if part in markdown.replace("\\<", "").replace("\\]", "")
    ]


def test_clean_html_of_the_tree_is_not_needed_twice() -> None:
    """Reading the HTML of a body gives the same document as reading its tree."""
    root = parse_fragment("<p>a <b>b</b></p><ul><li><p>c</p></li></ul>")
    assert read(parse_fragment(inner_html(root))) == read(root)
