"""Holes cut anywhere into an export: what they touch is read as far as it is there, or named as lost; nothing else changes."""

import re
from collections.abc import Iterator

import pytest

from wpmigrate.diagnostics import Diagnostic, Severity
from wpmigrate.model import Item
from wpmigrate.reader import Source, read

SIZES = (3, 17, 61, 149, 307, 613, 911)
STEP = 37
IDS = ("701", "702", "703", "704")


def _item(number: str, status: str = "publish", password: str = "", *, sections: bool) -> str:
    """An item as WordPress writes it: in `sections` as since 4.5, or plainly as before."""

    def text(value: str) -> str:
        return f"<![CDATA[{value}]]>" if sections else value

    return f"""	<item>
		<title>{text(f"Rubrik {number}")}</title>
		<link>https://x.example/p{number}/</link>
		<pubDate>Mon, 24 Jan 2011 07:00:00 +0000</pubDate>
		<dc:creator><![CDATA[anna]]></dc:creator>
		<guid isPermaLink="false">https://x.example/?p={number}</guid>
		<description></description>
		<content:encoded><![CDATA[<p>Text {number} är <b>här</b>.</p>]]></content:encoded>
		<excerpt:encoded><![CDATA[]]></excerpt:encoded>
		<wp:post_id>{number}</wp:post_id>
		<wp:post_date>{text("2011-01-24 08:00:00")}</wp:post_date>
		<wp:post_date_gmt>{text("2011-01-24 07:00:00")}</wp:post_date_gmt>
		<wp:comment_status>{text("open")}</wp:comment_status>
		<wp:post_name>{text(f"p{number}")}</wp:post_name>
		<wp:status>{text(status)}</wp:status>
		<wp:post_parent>0</wp:post_parent>
		<wp:post_type>{text("post")}</wp:post_type>
		<wp:post_password>{text(password)}</wp:post_password>
		<category domain="category" nicename="a"><![CDATA[A]]></category>
		<wp:postmeta>
			<wp:meta_key>{text("k")}</wp:meta_key>
			<wp:meta_value><![CDATA[v]]></wp:meta_value>
		</wp:postmeta>
		<wp:comment>
			<wp:comment_id>{number}</wp:comment_id>
			<wp:comment_author><![CDATA[Bo]]></wp:comment_author>
			<wp:comment_content><![CDATA[Svar {number}]]></wp:comment_content>
			<wp:comment_approved>{text("1")}</wp:comment_approved>
		</wp:comment>
	</item>
"""


def _export(clean: bytes, *, sections: bool) -> bytes:
    """Four items: of the second and the third no text may come out."""
    head = clean.decode().partition("\t<item>")[0]
    items = (
        _item("701", sections=sections),
        _item("702", "private", sections=sections),
        _item("703", password="hemlis", sections=sections),
        _item("704", sections=sections),
    )
    return (head + "".join(items) + "</channel>\n</rss>\n").encode()


def _read(data: bytes) -> tuple[list[Item], list[Diagnostic]]:
    events = list(read(Source("export.xml", mapped=data)))
    return [one for one in events if isinstance(one, Item)], [one for one in events if isinstance(one, Diagnostic)]


def _texts(item: Item) -> list[str]:
    return [item.title, item.content, *(comment.content for comment in item.comments)]


def _holes(data: bytes) -> Iterator[tuple[int, int]]:
    first = data.index(b"\t<item>") - 40
    for size in SIZES:
        yield from ((at, at + size) for at in range(first, len(data) - size, STEP))


def _is_undetectable(data: bytes, low: int, high: int) -> bool:
    """Whether what is left is well-formed and has no field twice: nobody can see the hole."""
    _, found = _read(data[:low] + data[high:])
    return all(one.severity is Severity.INFO or one.code in ("WXR424", "WXR425", "WXR427", "WXR403") for one in found)


@pytest.mark.parametrize("sections", [True, False])
def test_holes(clean: bytes, *, sections: bool) -> None:
    """Whole items stay as they are; a text that is there comes out or an error says that it does not; nothing leaks."""
    data = _export(clean, sections=sections)
    whole = {item.id: item for item in _read(data)[0]}
    spans = {
        str(part[1], "ascii"): part.span()
        for part in re.finditer(rb"\t<item>.*?<wp:post_id>(\d+).*?</item>", data, re.DOTALL)
    }
    assert tuple(whole) == tuple(spans) == IDS
    faults = []
    for low, high in _holes(data):
        left = data[:low] + data[high:]
        items, found = _read(left)
        read_again = {item.id: item for item in items}
        for name, (start, end) in spans.items():
            if high <= start or end <= low:
                same = name in read_again and _texts(read_again[name]) == _texts(whole[name])
                faults += [] if same else [(low, high, "changed", name)]
                continue
            words = ((f"Text {name} är", f"Text {name} är"), (f"Svar {name}]]></wp:comment_content>", f"Svar {name}"))
            kept = [text for item in items for text in _texts(item)]
            is_lost = any(mark.encode() in left and not any(text in one for one in kept) for mark, text in words)
            if is_lost and not any(one.severity is Severity.ERROR for one in found):
                faults.append((low, high, "lost", name))
        public = [item for item in items if item.status == "publish" and not item.password]
        leaks = [text for item in public for text in _texts(item) if re.search(r"(?:Rubrik|Text|Svar) 70[23]\b", text)]
        if leaks and not _is_undetectable(data, low, high):
            faults.append((low, high, "leak", leaks[0]))
    assert faults == []
