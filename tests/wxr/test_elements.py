"""What the WXR writer gives reads back as the same text with a strict parser."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from wpmigrate.wxr import CHANNEL_END, NAMESPACES, cdata, channel_start, escaped, leaf, quoted, without_forbidden

TEXTS = st.text(st.characters(codec="utf-8"), max_size=60) | st.text("]>[<!&CDAT\r\n\t\"'\x08\ufffe-", max_size=40)


def read(entry: bytes) -> etree._Element:
    """The only entry of an export that holds `entry`."""
    root = etree.fromstring(channel_start(NAMESPACES) + entry + CHANNEL_END)
    (channel,) = root
    (element,) = channel
    return element


@given(TEXTS)
def test_text_reads_back(text: str) -> None:
    """In CDATA or escaped, a text is read as it was but for what XML forbids."""
    for in_cdata in (True, False):
        element = read(leaf("wp:post_name", text, {"domain": text}, in_cdata=in_cdata))
        assert (element.text or "") == without_forbidden(text)
        assert element.get("domain") == without_forbidden(text)


def test_a_section_end_is_split_as_wordpress_splits_it() -> None:
    """`]]>` within CDATA stands in two sections."""
    assert cdata(b"a]]>b") == b"<![CDATA[a]]]]><![CDATA[>b]]>"


def test_escapes() -> None:
    """Markup, quotes and carriage returns become references."""
    assert escaped(b"a & <b>\r") == b"a &amp; &lt;b&gt;&#13;"
    assert quoted(b'"\n"') == b'"&quot;&#10;&quot;"'


def test_the_start_of_an_export_names_its_generator() -> None:
    """The comment is well-formed whatever the generator is called."""
    start = channel_start(generator='x---"y')
    assert start.splitlines()[1] == b'<!-- generator="x- - -\'y" -->'
    etree.fromstring(start + CHANNEL_END)
