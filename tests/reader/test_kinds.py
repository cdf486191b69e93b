"""Kinds of file and kinds of damage beyond the cases: encodings, prologs, joined files, other formats."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from wpmigrate.model import Item

Read = Callable[..., tuple[list[Item], list[tuple[str, int | None]]]]
Change = Callable[[bytes], bytes]
THREE = ["101", "102", "103"]


def _swap(old: str, new: str | bytes) -> Change:
    written = new if isinstance(new, bytes) else new.encode()
    return lambda data: data.replace(old.encode(), written, 1)


WP = 'xmlns:wp="http://wordpress.org/export/1.2/"'
READ: dict[str, tuple[Change, list[tuple[str, int | None]]]] = {
    "UTF-16 with a mark": (lambda data: data.decode().replace("UTF-8", "UTF-16").encode("utf-16"), []),
    "UTF-16 with a mark that says UTF-8": (lambda data: data.decode().encode("utf-16"), [("WXR121", 1)]),
    "UTF-32 without a mark": (lambda data: data.decode().encode("utf-32-le"), [("WXR121", 1)]),
    "UTF-16 in the declaration alone": (_swap("UTF-8", "UTF-16"), [("WXR121", 1)]),
    "UTF-16 without": (lambda data: data.decode().replace("UTF-8", "UTF-16").encode("utf-16-be"), []),
    "UTF-8 that says otherwise": (_swap("UTF-8", "ISO-8859-1"), [("WXR121", 1)]),
    "unknown encoding": (lambda data: data.decode().encode("cp1252").replace(b"UTF-8", b"x-foo"), [("WXR123", 1)]),
    "UTF-7 is none": (lambda data: data.decode().encode("cp1252").replace(b"UTF-8", b"utf-7"), [("WXR123", 1)]),
    "GBK": (
        lambda data: (
            data.decode().replace("UTF-8", "GBK").translate({229: "文", 228: "字", 246: "中", 197: "国"}).encode("gbk")
        ),
        [],
    ),
    "the tag of a program before it": (lambda data: b"<?php ?>\n" + data, [("WXR101", 1)]),
    "a stray byte": (_swap("räksmörgåsar", b"r\xe4ksm\xf6rg\xe5sar"), [("WXR122", 50)]),
    "an item of its own encoding": (
        lambda data: data.replace("räksmörgåsar".encode(), "räksmörgåsar åäö".encode("cp1252")),
        [("WXR122", 50)],
    ),
    "a lone half of a pair": (_swap("räksmörgåsar", b"r\xed\xa0\xbdksm"), [("WXR122", 50)]),
    "UTF-32 with a mark": (lambda data: data.decode().encode("utf-32"), [("WXR121", 1)]),
    "UTF-32 that says so": (lambda data: data.decode().replace("UTF-8", "UTF-32").encode("utf-32"), [("WXR123", 1)]),
    "Windows-1252 that says ISO-8859-1": (
        lambda data: data.decode().replace("UTF-8", "ISO-8859-1").replace("handlar", "“handlar”").encode("cp1252"),
        [("WXR121", 1)],
    ),
    "an unknown name for ASCII": (
        lambda data: data.decode().encode("ascii", "xmlcharrefreplace").replace(b"UTF-8", b"utf8mb4"),
        [("WXR121", 1)],
    ),
    "one item in another encoding": (
        lambda data: data.replace("Slut för denna gång".encode(), "Slut på, få år".encode("cp1252")),
        [("WXR122", 72)],
    ),
    "markup in an attribute": (_swap('nicename="foretagande"', 'nicename="fore<b>x"'), [("WXR222", 41)]),
    "a quote of an attribute missing": (_swap('nicename="foretagande"', 'nicename="foretagande'), [("WXR255", 41)]),
    "no quotes round attributes": (_swap('domain="category"', "domain=category"), [("WXR255", 41)]),
    "quotes of a word processor": (_swap('domain="category"', "domain=”category”"), [("WXR255", 41)]),
    "an attribute twice": (_swap('domain="category"', 'domain="category" domain="x"'), [("WXR255", 41)]),
    "a misspelt beginning of a section": (_swap("<title><![CDATA[", "<title><!CDATA["), [("WXR255", 22)]),
    "a misspelt end of a section": (_swap("]]></content", "]] ></content"), [("WXR211", 28)]),
    "a section in a section": (
        lambda data: data.replace(b"<title><![CDATA[", b"<title><![CDATA[<![CDATA[", 1).replace(
            b"]]></title>", b"]]>]]></title>", 1
        ),
        [("WXR211", 22)],
    ),
    "the end of an end tag missing": (_swap("101</wp:post_id>", "101</wp:post_id"), [("WXR255", 30)]),
    "the end of an end tag missing behind a section": (
        _swap("inlägget]]></title>", "inlägget]]></title"),
        [("WXR255", 22)],
    ),
    "a wrong end tag, and a comment before the next item": (
        lambda data: data.replace(b"</wp:status>", b"</wp:stat>", 1).replace(b"</item>", b"</item><!-- x -->", 1),
        [("WXR255", 35), ("WXR240", 35)],
    ),
    "the start of the first item missing, and a message in it": (
        lambda data: data.replace(b"\t<item>\n", b"", 1).replace(
            b"\t<wp:post_id>", b"\t<br />Notice: x\n\t<wp:post_id>", 1
        ),
        [("WXR240", 29), ("WXR240", 42), ("WXR255", 21)],
    ),
    "a message behind a slug": (
        _swap(
            "forsta-inlagget]]>",
            "forsta-inlagget]]>\n<br />\n<b>Notice</b>:  x in <b>/y.php</b> on line <b>9</b><br />",
        ),
        [("WXR240", 35)],
    ),
    "a quoted end of a field": (_swap("<p>Hej", "<p>]]></content:encoded> is quoted</p><p>Hej"), [("WXR211", 28)]),
    "a hole over the end of a slug": (
        lambda data: data.replace(b"forsta-inlagget]]></wp:po", b"forsta-inlagget", 1),
        [("WXR211", 34)],
    ),
    "an end tag without its slash": (_swap("</wp:post_name>", "<wp:post_name>"), [("WXR255", 34)]),
    "an end tag of a body without its slash": (
        _swap("]]></content:encoded>", "]]><content:encoded>"),
        [("WXR255", 28)],
    ),
    "an end tag of plain text without its slash": (_swap("</wp:post_parent>", "<wp:post_parent>"), [("WXR255", 36)]),
    "a hole over the end of a term and the start of an item": (
        lambda data: data.replace(b"ategory>\n\t<it", b"", 1),
        [("WXR240", 20), ("WXR255", 21), ("WXR240", 41), ("WXR255", 21)],
    ),
    "a hole over the start of an item and its title": (
        lambda data: data.replace(b"<item>\n\t\t<title><!", b"<item", 1),
        [("WXR240", 21)],
    ),
    "a hole over the end of a comment and the start of an item": (
        lambda data: data.replace(b"\t</item>\n\t<item>", b"<wp:comment>\n<wp:comment_approved>1</wp:com\t<item>", 1),
        [("WXR222", 43), ("WXR255", 43), ("WXR254", 21), ("WXR255", 44), ("WXR240", 64), ("WXR255", 44)],
    ),
    "a hole over the end of a term and the title of an item": (
        lambda data: data.replace(b">\n\t<item>\n\t\t<title><![CDATA[F", b"x>", 1),
        [("WXR253", 20), ("WXR255", 20), ("WXR240", 40), ("WXR255", 20)],
    ),
    "a hole in a value over the end of an item": (
        lambda data: data.replace(
            b"\t</item>", b"\t<wp:postmeta><wp:meta_key>a</wp:meta_key><wp:meta_value>/item>", 1
        ).replace(b"\t</item>", b"\t<wp:postmeta><wp:meta_value>v</wp:meta_value></wp:postmeta>\n\t</item>", 1),
        [("WXR255", 42), ("WXR254", 21), ("WXR255", 43)],
    ),
    "a reference with a capital X": (_swap("?p=101<", "?p=1&#X30;1<"), [("WXR220", 26)]),
    "a blank in the beginning of a section": (_swap("<title><![CDATA[", "<title>< ![CDATA ["), [("WXR255", 22)]),
    "no blank between attributes": (_swap('"category" nicename', '"category"nicename'), [("WXR255", 41)]),
    "an attribute without a value": (_swap('<category domain="category"', "<category domain"), [("WXR255", 41)]),
    "an undeclared prefix of an attribute": (_swap("<guid ", '<guid xlink:href="a" '), [("WXR230", 26)]),
    "a declared prefix of an attribute": (_swap("<guid ", '<guid xmlns:x="urn:x" xml:lang="sv" x:href="a" '), []),
    "a control character in a status": (_swap("[publish]", "[pub\x01lish]"), [("WXR201", 35)]),
    "the first letter of a start tag missing": (_swap("<wp:post_name>", "wp:post_name>"), [("WXR255", 34)]),
    "the start tag of a text missing": (_swap("<content:encoded><![CDATA[", "oded><![CDATA["), [("WXR255", 28)]),
    "the beginning of a title missing": (_swap("<title><![CDATA[Första inl", ""), [("WXR253", 22)]),
    "half a start tag of a section": (_swap("<title><![CDATA[", "<title>CDATA["), [("WXR255", 22)]),
    "an end tag that is misspelt on its line": (_swap("</wp:post_id>", "</wp:po_id>"), [("WXR255", 30)]),
    "no end tag on one line": (_swap("</wp:post_id>\n\t\t", ""), [("WXR255", 30)]),
    "the end of a name and the beginning of a status missing": (
        _swap("inlagget]]></wp:post_name>\n\t\t<wp:status><![CDATA[", ""),
        [("WXR253", 34), ("WXR240", 34), ("WXR253", 21)],
    ),
    "the start tag of a comment missing": (
        _swap(
            "\t</item>",
            "\t<wp:comment_id>1</wp:comment_id><wp:comment_content>Hej</wp:comment_content></wp:comment>\n\t</item>",
        ),
        [("WXR255", 42)],
    ),
    "a password whose tag is broken": (_swap("<wp:post_password>", "wp:post_password>x"), [("WXR255", 39)]),
    "a section whose beginning is closed": (_swap("<title><![CDATA[", "<title><![CDATA>"), [("WXR255", 22)]),
    "a section without its beginning": (_swap("<title><![CDATA[", "<title>"), [("WXR255", 22)]),
    "a section in parentheses": (
        _swap("<![CDATA[Första inlägget]]>", "<!(CDATA(Första inlägget))>"),
        [("WXR255", 22), ("WXR211", 22)],
    ),
    "a section that became a comment": (
        _swap("<![CDATA[Första inlägget]]>", "<!--[CDATA[Första inlägget]]-->"),
        [("WXR255", 22), ("WXR211", 22)],
    ),
    "a section's end without its last sign": (_swap("inlägget]]></title>", "inlägget]]</title>"), [("WXR211", 22)]),
    "an end tag with its slash behind": (_swap("publish]]></wp:status>", "publish]]><wp:status/>"), [("WXR255", 35)]),
    "an end tag in another case": (
        _swap("]]></title>", "]]></Title>"),
        [("WXR255", 22), ("WXR240", 22), ("WXR256", 22)],
    ),
    "a status in capitals": (_swap("[publish]", "[PUBLISH]"), [("WXR255", 35)]),
    "a type behind an invisible sign": (_swap("[post]", "[\u200bpost]"), [("WXR255", 38)]),
    "a block of zeros in a text": (_swap("det första", b"det \0" + bytes(40) + b" f"), [("WXR253", 28)]),
    "an error page in an item": (
        _swap("<guid", "<html><head><title>504</title></head><body>504<br></body></html>\n<guid"),
        [("WXR240", 26)],
    ),
    "text in an author": (_swap("<wp:author_login>", "Notice: x<wp:author_login>"), [("WXR255", 19)]),
    "blanks round an approval": (
        _swap(
            "\t</item>",
            "\t<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_approved> 1 </wp:comment_approved></wp:comment></item>",
        ),
        [("WXR205", 42)],
    ),
    "a category that was encoded twice": (
        _swap("><![CDATA[Företagande]]></category>", "><![CDATA[FÃ¶retagande]]></category>"),
        [("WXR124", 21)],
    ),
    "names in capitals": (lambda data: data.replace(b"wp:", b"WP:"), [("WXR230", 16), ("WXR256", 16)]),
    "prefixes that a serializer numbered": (
        lambda data: data.replace(b"<wp:", b"<ns4:").replace(b"</wp:", b"</ns4:"),
        [("WXR230", 16), ("WXR256", 16)],
    ),
    "the status by its name in the database": (
        lambda data: data.replace(b"wp:status>", b"wp:post_status>"),
        [("WXR256", 35)],
    ),
    "names with hyphens": (lambda data: data.replace(b"wp:post_", b"wp:post-"), [("WXR256", 30)]),
    "names without their prefix": (
        lambda data: re.sub(rb"(</?)(?:wp|content|excerpt|dc):(?!comment)", rb"\1", data),
        [("WXR255", 20), ("WXR240", 19), ("WXR256", 16)],
    ),
    "a comment on no post": (
        _swap("\t<item>", "\t<wp:comment><wp:comment_content>Hej</wp:comment_content></wp:comment>\n\t<item>"),
        [("WXR240", 21)],
    ),
    "the root hidden by a comment": (
        lambda data: data[: data.index(b" as an export")] + data[data.index(b"<wp:wxr_version>") :],
        [("WXR256", 1), ("WXR230", 2), ("WXR230", 11), ("WXR230", 14), ("WXR230", 15)],
    ),
    "a name encoded twice": (_swap("Anna Å", "Anna Ã…berg"), [("WXR124", 19)]),
    "a term encoded twice": (_swap("[Företagande]]></wp:cat", "[FÃ¶retagande]]></wp:cat"), [("WXR124", 20)]),
    "Russian encoded twice": (
        _swap("Att starta företag", "Сегодня мы ходили".encode().decode("latin-1")),
        [("WXR124", 44)],
    ),
    "Japanese encoded twice": (_swap("Att starta företag", "森の散歩".encode().decode("latin-1")), [("WXR124", 44)]),
    "a reference far beyond Unicode": (_swap("?p=101<", "?p=101&#99999999999999;<"), [("WXR202", 26)]),
    "an id of zero": (_swap("post_id>102<", "post_id>0<"), [("WXR403", 43)]),
    "an id below zero": (_swap("post_id>102<", "post_id>-7<"), [("WXR403", 43)]),
    "an empty type": (_swap("<wp:post_type><![CDATA[post]]>", "<wp:post_type><![CDATA[]]>"), [("WXR424", 21)]),
    "an empty status": (_swap("<wp:status><![CDATA[publish]]>", "<wp:status>"), [("WXR427", 21)]),
    "control characters in the name of the blog": (_swap("Annas blogg", "Annas\x96blogg"), [("WXR203", 12)]),
    "control characters in the name of an author": (_swap("Anna Å", "Anna\u202e Å"), [("WXR203", 19)]),
    "control characters in the name of a term": (
        _swap("[Företagande]]></wp:cat", "[F\x94]]></wp:cat"),
        [("WXR203", 20)],
    ),
    "two declarations": (lambda data: b'<?xml version="1.0"?>\n' + data, [("WXR101", 1)]),
    "a declaration with quotes of a word processor": (
        lambda data: data.replace(b'"1.0"', "“1.0”".encode(), 1),
        [("WXR101", 1)],
    ),
    "hyphens in a comment before the root": (_swap("<!-- This", "<!-- -- This"), [("WXR258", 2)]),
    "a namespace twice": (_swap(WP, WP + "\n" + WP), [("WXR231", 10)]),
    "an unclosed start of the root": (_swap(WP + "\n>", WP + "\n"), [("WXR256", 4)]),
    "joined without the end of the first": (
        lambda data: data.replace(b"</channel>\n</rss>\n", b"") + data,
        [("WXR251", 86), ("WXR252", 87)],
    ),
    "joined, the first cut in an item": (
        lambda data: data[: data.rindex(b"<wp:post_name>")] + data,
        [("WXR250", 65), ("WXR252", 78)],
    ),
    "joined, the first cut in a text": (
        lambda data: data[: data.index("för denna gång".encode())] + data,
        [("WXR250", 65), ("WXR252", 72)],
    ),
    "cut in a comment after the items": (
        lambda data: data.replace(b"</channel>\n</rss>\n", b"<!-- the en"),
        [("WXR250", 86)],
    ),
    "zeros after the end": (lambda data: data + b"\0" * 512, [("WXR102", 89)]),
    "junk before": (lambda data: b"\nNotice: x & < in y\n" + data, [("WXR101", 1)]),
    "blank before": (lambda data: b"\n" + data, [("WXR101", 1)]),
    "comment before, no declaration": (lambda data: b"<!-- x -->\n" + data.split(b"\n", 1)[1], []),
    "twice": (lambda data: data + data, [("WXR252", 89)]),
    "unquoted namespace": (_swap(WP, WP.replace('"', "")), [("WXR231", 9)]),
    "a slip in a namespace": (_swap('wordpress.org/export/1.2/"\n>', 'wordpres.org/export/1.2/"\n>'), [("WXR231", 9)]),
    "another's namespace": (_swap("purl.org/rss/1.0/modules/content/", "purl.org/dc/elements/1.1/"), [("WXR231", 6)]),
    "namespace without its last quote": (_swap(WP, WP[:-1]), [("WXR231", 9)]),
    "namespace that is no address": (_swap(WP, WP + ' xmlns:u="http://ëx/"'), [("WXR231", 9)]),
    "ampersand in the head": (_swap("Annas blogg", "Annas & blogg"), [("WXR221", 12)]),
    "control character in the head": (_swap("Annas blogg", "Annas\x0c blogg"), [("WXR201", 12)]),
    "section not split": (_swap("räksmörgåsar.", "a[b[0]]>1"), [("WXR211", 50)]),
    "ampersand in a link": (_swap("/att-starta-foretag/", "/?a=1&p=102"), [("WXR221", 45)]),
    "lone CR line ends": (
        lambda data: data.replace(b"\n", b"\r").replace(b"handlar", b"handlar\x08"),
        [("WXR201", 50)],
    ),
    "text inside an item": (_swap("<guid", "<br />\n<b>Warning</b>: x\n<guid"), [("WXR240", 26)]),
    "text between items on one line": (
        lambda data: data.replace(b"</item>\n", b"</item>    Notice: x", 1),
        [("WXR240", 42)],
    ),
    "twice the same attribute": (_swap("<item>", '<item a="1" a="2">'), [("WXR255", 21)]),
    "version of the future": (_swap("wxr_version>1.2", "wxr_version>1.9"), [("WXR301", 16)]),
}


@pytest.mark.parametrize("kind", READ)
def test_read(read_bytes: Read, clean: bytes, kind: str) -> None:
    """All posts come out, with exactly the findings that the damage deserves."""
    change, expected = READ[kind]
    items, codes = read_bytes(change(clean))
    assert list(dict.fromkeys(item.id for item in items)) == THREE
    assert codes == expected


def test_a_swallowed_neighbour_comes_back(read_bytes: Read, clean: bytes) -> None:
    """An unclosed section can be well-formed: the next one's end closes it. Both fields come out."""
    broken = clean.replace(
        b"</category>\n\t</item>",
        b'</category>\n<category domain="category" nicename="b"><![CDATA[B]]></category>\n\t</item>',
        1,
    ).replace("<![CDATA[Företagande]]></category>\n<".encode(), "<![CDATA[Företagande</category>\n<".encode(), 1)
    items, codes = read_bytes(broken)
    assert [(term.slug, term.name) for term in items[0].terms] == [("foretagande", "Företagande"), ("b", "B")]
    assert [code for code, _ in codes] == ["WXR211"]


REFUSED = {
    "empty": (b"", "WXR001"),
    "blank": (b" \n\0\0", "WXR001"),
    "a page": (b"<!DOCTYPE html><html><body>x</body></html>", "WXR002"),
    "a page in XML": (b'<?xml version="1.0"?><!DOCTYPE html><html><body>x</body></html>', "WXR002"),
    "JSON": (b'[{"id": 1, "title": "<rss>"}]', "WXR002"),
    "SQL": (b"-- MySQL dump 10.13\nINSERT INTO x VALUES ('<rss>')", "WXR002"),
    "text": (b"Dear diary", "WXR002"),
    "a picture": (b"\x89PNG\r\n\x1a\n<rss>", "WXR002"),
    "PHP": (b"<?php\nexport_wp();\n", "WXR002"),
    "an error message of PHP": (b"<br />\n<b>Fatal error</b>:  x in <b>/y.php</b> on line <b>9</b><br />\n", "WXR002"),
    "an RTF document": (b"{\\rtf1 <rss> }", "WXR002"),
    "an old document": (b"\xd0\xcf\x11\xe0\xa1\xb1" + bytes(60), "WXR002"),
    "an e-mail in base64": (b"From: a@example.org\r\nMIME-Version: 1.0\r\n\r\nPD94bWw=\r\n", "WXR002"),
    "an e-mail in quoted-printable": (b'<?xml version=3D"1.0"?>\n<rss version=3D"2.0"><channel>', "WXR002"),
    "bzip2": (b"BZh91AY&SY" + bytes(60), "WXR005"),
    "xz": (b"\xfd7zXZ\0" + bytes(60), "WXR005"),
    "7-Zip": (b"7z\xbc\xaf\x27\x1c" + bytes(60), "WXR005"),
    "Ghost": (b'{"db": [{"meta": {}, "data": {"posts": []}}]}', "WXR003"),
    "Movable Type": (b"AUTHOR: Lo\nTITLE: Hej\nDATE: 06/04/2019\n-----\nBODY:\n<p>x</p>\n", "WXR003"),
    "OPML with a head": (b'<?xml version="1.0"?><opml><head><title>x</title></head><body/></opml>', "WXR003"),
    "Atom": (b'<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>', "WXR003"),
    "RSS 1.0": (b'<rdf:RDF xmlns:rdf="x"><item/></rdf:RDF>', "WXR003"),
    "a sitemap": (b'<?xml version="1.0"?><urlset><url/></urlset>', "WXR003"),
    "a declaration alone": (b'<?xml version="1.0"?>', "WXR250"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_refused(read_bytes: Read, kind: str) -> None:
    """What is no export is refused with its code, before anything is read."""
    data, code = REFUSED[kind]
    items, codes = read_bytes(data)
    assert items == []
    assert [found for found, _ in codes] == [code]


SAME = (
    "a quote of an attribute missing",
    "no quotes round attributes",
    "quotes of a word processor",
    "an attribute twice",
    "a misspelt beginning of a section",
    "a misspelt end of a section",
    "a section in a section",
    "a reference with a capital X",
    "a blank in the beginning of a section",
    "no blank between attributes",
    "an undeclared prefix of an attribute",
    "a control character in a status",
    "the end of an end tag missing",
    "the start of the first item missing, and a message in it",
    "the end of an end tag missing behind a section",
    "a wrong end tag, and a comment before the next item",
    "a message behind a slug",
    "a reference far beyond Unicode",
)


@pytest.mark.parametrize("kind", SAME)
def test_the_text_is_that_of_the_clean_export(read_bytes: Read, clean: bytes, kind: str) -> None:
    """Damage to the markup alone leaves every field as it was meant."""
    whole, _ = read_bytes(clean)
    items, _ = read_bytes(READ[kind][0](clean))

    def bare(item: Item) -> Item:
        return replace(item, line=None, lines={}, offset=None)

    assert list(map(bare, items)) == list(map(bare, whole))


def test_an_export_that_lost_its_beginning(read_bytes: Read, clean: bytes) -> None:
    """A file that begins in the middle of a text: the text is lost, and that is an error."""
    items, codes = read_bytes(clean[clean.index("Hej på".encode()) :])
    assert [item.id for item in items] == THREE
    assert codes[0] == ("WXR253", 1)


def test_a_broken_item_that_quotes_an_export(read_bytes: Read, clean: bytes) -> None:
    """A text that quotes a whole export, its sections split as exporters do, stays whole in an item with a fault."""
    quoted = clean.replace(b"]]>", b"]]]]><![CDATA[>")
    data = clean.replace("Företagande handlar".encode(), quoted + b"END", 1).replace(b"att-starta", b"att&-starta", 1)
    items, codes = read_bytes(data)
    assert [item.id for item in items] == THREE
    assert items[1].content.startswith("<p>" + clean.decode() + "END")
    assert [code for code, _ in codes] == ["WXR221"]


def test_a_plain_feed_with_statuses_is_not_published(read_bytes: Read) -> None:
    """A feed's items are public; one that has fields of WordPress's but no status is a draft."""
    feed = (
        b"<rss><channel><item><title>a</title><guid>https://x/?p=7</guid><description>text</description></item>"
        b'<item xmlns:wp="http://wordpress.org/export/1.2/"><title>b</title><wp:post_id>8</wp:post_id></item>'
        b"</channel></rss>"
    )
    items, _ = read_bytes(feed)
    assert [(item.id, item.status, item.content) for item in items] == [("7", "publish", "text"), ("8", "draft", "")]


def test_mojibake_is_mended_on_request_only(clean: bytes) -> None:
    """Text that was encoded twice is kept and named; mended where it reads back, when asked."""
    from wpmigrate.reader import ReaderOptions, Source, read

    twice = "Företag räksmörgås – x".encode().decode("cp1252").encode()
    data = clean.replace("Att starta företag".encode(), twice, 1)

    def title(options: ReaderOptions) -> str:
        events = read(Source("x", mapped=data), options)
        return next(event.title for event in events if isinstance(event, Item) and event.id == "102")

    assert title(ReaderOptions()) == twice.decode()
    assert title(ReaderOptions(fix_mojibake=True)).startswith("Företag räksmörgås – ")


def test_natural_text_is_no_mojibake(read_bytes: Read, clean: bytes) -> None:
    """Capitals with accents before quotes and dots are ordinary text."""
    text = "CAFÉ… Spaß“ Ö” ”Å“ À la É’s"
    items, codes = read_bytes(clean.replace("Att starta företag".encode(), text.encode(), 1))
    assert items[1].title == text
    assert codes == []


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("publish", "private", "private"),
        ("private", "publish", "private"),
        ("publish", "draft", "draft"),
        ("draft", "Trash", "trash"),
        ("draft", "pending", "draft"),
        ("private", "trash", "private"),
        ("", "private", "private"),
    ],
)
def test_of_two_statuses_the_stricter_one_counts(
    read_bytes: Read, clean: bytes, first: str, second: str, wanted: str
) -> None:
    """What one of them hides is not published by the other."""
    before, _, after = clean.partition(b"<wp:status>")
    _, _, after = after.partition(b"</wp:status>")
    both = f"<wp:status>{first}</wp:status><wp:status>{second}</wp:status>".encode()
    items, codes = read_bytes(before + both + after)
    assert items[0].status == wanted
    assert codes[0][0] == "WXR453"


def test_no_second_password_is_lost(read_bytes: Read, clean: bytes) -> None:
    """An item that is locked in one of its two fields for a password is locked; two statuses are an error."""
    empty, locked = b"<wp:post_password></wp:post_password>", b"<wp:post_password>key</wp:post_password>"
    before, _, after = clean.partition(b"<wp:status>")
    locked = before + empty + locked + b"<wp:status>" + after
    items, codes = read_bytes(locked)
    assert items[0].password == "key"
    assert codes[0][0] == "WXR453"


def test_control_characters_of_comments(read_bytes: Read, clean: bytes) -> None:
    """Windows-1252 that was read as ISO-8859-1 is read back in comments as in posts, and named."""
    comment = (
        "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Kim</wp:comment_author>"
        "<wp:comment_content>\x93Tack\x94</wp:comment_content></wp:comment>\n\t</item>"
    )
    items, codes = read_bytes(clean.replace(b"</item>", comment.encode(), 1))
    assert items[0].comments[0].content == "“Tack”"
    assert codes == [("WXR203", 42)]


def test_what_is_odd_in_a_comment(read_bytes: Read, clean: bytes) -> None:
    """Text that was encoded twice and marks of direction are named in comments too, with their own lines."""
    comment = (
        "<wp:comment>\n<wp:comment_id>1</wp:comment_id>\n<wp:comment_author>BjÃ¶rn</wp:comment_author>\n"
        "<wp:comment_content>Hej\ndÃ¤r \u202eabc</wp:comment_content>\n</wp:comment>\n\t</item>"
    )
    items, codes = read_bytes(clean.replace(b"</item>", comment.encode(), 1))
    assert items[0].comments[0].author == "BjÃ¶rn"
    assert codes == [("WXR124", 44), ("WXR124", 46), ("WXR203", 46)]


def test_a_text_that_is_cut_swallows_no_item(read_bytes: Read, clean: bytes) -> None:
    """A section whose end and end tag are missing ends with its item, whatever a field of its name in a later one says."""
    comment = "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content><![CDATA[Tack"
    end = "]]></wp:comment_content></wp:comment>"
    first, third = (clean.index(b"</item>", clean.index(title.encode())) for title in ("Första", "Tredje"))
    data = clean[:first] + comment.encode() + b"\n\t" + clean[first:third] + (comment + end).encode() + clean[third:]
    items, codes = read_bytes(data)
    assert [(item.id, [one.content.strip() for one in item.comments]) for item in items] == [
        ("101", ["Tack"]),
        ("102", []),
        ("103", ["Tack"]),
    ]
    assert codes == [("WXR211", 42), ("WXR255", 43)]


def test_a_hole_over_the_status_of_a_private_item(read_bytes: Read, clean: bytes) -> None:
    """What is left of a private item is not published under the status of the next one."""
    private = clean.replace(b"[publish]", b"[private]", 1)
    data = private[: private.index(b">101</wp:post_id>") + 4] + private[private.index(b"Att starta") :]
    items, _ = read_bytes(data)
    assert [(item.status, "Hej på dig" in item.content) for item in items] == [
        ("draft", True),
        ("publish", False),
        ("publish", False),
    ]
    assert [item.id for item in items[1:]] == ["102", "103"]


def test_the_line_of_a_comments_date(read_bytes: Read, clean: bytes) -> None:
    """A date of a comment that is none is named with its own line, as the dates of posts are."""
    comment = (
        "<wp:comment>\n<wp:comment_id>1</wp:comment_id>\n<wp:comment_date>2019-13-45 10:00:00</wp:comment_date>\n"
        "</wp:comment>\n\t</item>"
    )
    _, codes = read_bytes(clean.replace(b"</item>", comment.encode(), 1))
    assert codes == [("WXR411", 44)]


@pytest.mark.parametrize(
    "text",
    ["A “IRM\u00c3” mais nova", "“\u00c3” é uma letra", "“K\u00c2” dedi", "«AMANH\u00c3» e «NÃO»", "MANHÃ… e SÃ—"],
)
def test_words_that_end_like_text_encoded_twice(read_bytes: Read, clean: bytes, text: str) -> None:
    """A word in capitals may end with such a letter before a quotation mark."""
    items, codes = read_bytes(clean.replace("Att starta företag".encode(), text.encode()))
    assert (items[1].title, codes) == (text, [])


@pytest.mark.parametrize("text", ["CÃ”TÃ‰", "Ã” temps", "BIENTÃ”T"])
def test_capitals_encoded_twice(read_bytes: Read, clean: bytes, text: str) -> None:
    """What stands within a word, or at its beginning, ends none."""
    assert read_bytes(clean.replace("Att starta företag".encode(), text.encode()))[1] == [("WXR124", 44)]
