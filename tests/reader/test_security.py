"""No DTD, no entity, no bomb gets through any of the parsers that are used."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pace import seconds

from wpmigrate.model import Item
from wpmigrate.reader import ReaderOptions
from wpmigrate.reader.mend.last_resort import recovered
from wpmigrate.reader.names import Scope

Read = Callable[..., tuple[list[Item], list[tuple[str, int | None]]]]


def _attack(doctype: bytes, clean: bytes, reference: bytes) -> bytes:
    declaration, _, rest = clean.partition(b"\n")
    return declaration + b"\n" + doctype + b"\n" + rest.replace(b"Att starta", reference, 1)


ATTACKS = {
    "external entity": (b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>', b"]]>&x;<![CDATA["),
    "parameter entity": (b'<!DOCTYPE rss [<!ENTITY % p SYSTEM "file:///nowhere.dtd"> %p;]>', b"x"),
    "external DTD": (b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">', b"x"),
    "laughs": (b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>', b"]]>&b;<![CDATA["),
}


@pytest.mark.parametrize("broken", [b"", b"\x08", b"& "], ids=["well-formed", "control", "ampersand"])
@pytest.mark.parametrize("before", [b"", b"Warning: x\n"], ids=["", "junk"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_doctype_is_refused(read_bytes: Read, clean: bytes, attack: str, before: bytes, broken: bytes) -> None:
    """Wherever the fault lies and whatever path is taken, the DOCTYPE is refused with its line."""
    doctype, reference = ATTACKS[attack]
    data = before + _attack(doctype, clean, reference).replace(b"<guid", broken + b"<guid", 1)
    items, codes = read_bytes(data)
    assert items == []
    assert codes[-1] == ("WXR020", 2 + before.count(b"\n"))


def test_a_doctype_in_a_mended_prolog_is_refused(read_bytes: Read, clean: bytes) -> None:
    """A prolog that is mended is looked at too."""
    data = clean.replace(b"<rss", b'<!-- a -- b --><!DOCTYPE rss [<!ENTITY x "y">]>\n<rss', 1)
    assert read_bytes(data)[1][-1][0] == "WXR020"


def test_the_last_resort_reads_no_file(tmp_path: Path) -> None:
    """libxml2's recovery inside an item neither opens files nor expands entities."""
    secret = tmp_path / "secret"
    secret.write_text("root:x:0", encoding="utf-8")
    xml = f'<!DOCTYPE part [<!ENTITY x SYSTEM "{secret.as_uri()}">]><item><title>&x; a < b</title></item>'.encode()
    text = repr([(child.key, child.text, child.children) for child, _ in recovered(xml, Scope(), 1)])
    assert "root:x:0" not in text


def test_the_last_resort_walks_deep_trees() -> None:
    """Depth is walked, not recursed into."""
    found = recovered(b"<item>" + b"<a>" * 1500 + b"x" + b"</a>" * 1500 + b"</item>", Scope(), 1)
    depth, (element, written) = 0, found[0]
    while element.children:
        depth, element = depth + 1, element.children[0]
    assert depth == 1500
    assert written == b"<item>" + b"<a>" * 1499 + b"<a><![CDATA[x]]></a>" + b"</a>" * 1499 + b"</item>"


def test_deep_xml_is_refused(read_bytes: Read, clean: bytes) -> None:
    """Elements nested beyond the limit are refused, not followed."""
    deep = b"<wp:x>" * 3000 + b"</wp:x>" * 3000
    assert "WXR006" in {code for code, _ in read_bytes(clean.replace(b"<guid", deep + b"<guid", 1))[1]}


def test_endless_tags_and_fields_are_refused(read_bytes: Read, clean: bytes) -> None:
    """A tag or a field beyond the limits is refused before it fills the memory."""
    options = ReaderOptions(max_token=1 << 20, max_field=1 << 20)
    tag = clean.replace(b"<guid", b'<guid x="' + b"y" * (3 << 20) + b'"', 1)
    assert "WXR006" in {code for code, _ in read_bytes(tag, options)[1]}
    field = clean.replace(b"<p>", b"z" * (4 << 20), 1)
    assert "WXR006" in {code for code, _ in read_bytes(field, options)[1]}


@pytest.mark.parametrize("tag", [b"<rss ", b"<item"])
def test_a_long_word_in_a_tag_is_read_once(read_bytes: Read, clean: bytes, tag: bytes) -> None:
    """Not once from each of its letters on: 60,000 of them took half a minute."""
    data = clean.replace(tag, tag.strip() + b" " + b"y" * 60_000 + b" ", 1)
    assert seconds(lambda: read_bytes(data)) < 2


HOSTILE = {
    "unclosed sections": b"<item><title><![CDATA[x</title></item>",
    "no ends": b"<item><wp:meta_value><![CDATA[x",
    "lone openings": b"<![CDATA[",
    "comments": b"<!--",
    "end tags": b"</title>",
    "brackets": b"<",
    "ampersands": b"&",
    "items": b"<item>",
    "quotes": b'<a b="',
    "error pages": b"\x0b<html>",
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_repetition_is_linear(read_bytes: Read, clean: bytes, kind: str) -> None:
    """Four times the input takes at most eight times as long (16 would be quadratic)."""
    small, large = (clean.replace(b"<guid", HOSTILE[kind] * number + b"<guid", 1) for number in (8000, 32_000))
    assert seconds(lambda: read_bytes(large)) < 8 * max(seconds(lambda: read_bytes(small)), 0.01) + 0.5
