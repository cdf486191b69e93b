"""Cut at every byte, a fault in each item, random damage: what is whole comes out unchanged, and nothing crashes."""

import random
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from wpmigrate.model import Item

Read = Callable[..., tuple[list[Item], list[tuple[str, int | None]]]]
CUT = {"WXR001", "WXR250", "WXR251"}


def test_a_clean_export_gives_no_finding(read_bytes: Read, clean: bytes) -> None:
    """The control case."""
    items, codes = read_bytes(clean)
    assert [item.id for item in items] == ["101", "102", "103"]
    assert codes == []


@pytest.mark.slow
def test_cut_at_every_byte(read_bytes: Read, clean: bytes) -> None:
    """All items that end before the cut come out unchanged, and the cut is named."""
    whole, _ = read_bytes(clean)
    ends = [found.end() for found in re.finditer(rb"</item>", clean)]
    for cut in range(len(clean.rstrip())):
        items, codes = read_bytes(clean[:cut])
        complete = sum(end <= cut for end in ends)
        assert items == whole[:complete], cut
        assert {code for code, _ in codes} & CUT, cut


FAULTS = {
    "control character": (b"<content:encoded><![CDATA[", b"<content:encoded><![CDATA[\x08"),
    "bare ampersand": (b"<title><![CDATA[", b"<title>a & b <![CDATA["),
    "unclosed section": (b"]]></content:encoded>", b"</content:encoded>"),
    "early end of a section": (b"]]></content:encoded>", b"]]> more ]]></content:encoded>"),
    "quoted item end": (b"]]></content:encoded>", b"</item> ]]> </item>]]></content:encoded>"),
    "missing end tag": (b"</wp:post_name>", b""),
    "wrong end tag": (b"</wp:status>", b"</wp:statu>"),
    "missing item end": (b"</item>", b""),
    "stray byte": (b"<content:encoded><![CDATA[", b"<content:encoded><![CDATA[\xe5"),
    "foreign text": (b"<guid", b"\n<br /><b>Notice</b>: & < text\n<guid"),
    "lone end tag": (b"<guid", b"</div><guid"),
    "HTML entity": (b"<title><![CDATA[", b"<title>&nbsp;<![CDATA["),
    "forbidden reference": (b"<title><![CDATA[", b"<title>&#8;<![CDATA["),
    "unescaped markup": (b"<description>", b"<description><b>x</b> & <br> y"),
    "open container": (b"<wp:post_id>", b"<wp:postmeta><wp:meta_key>k</wp:meta_key><wp:post_id>"),
    "NUL": (b"<wp:post_parent>", b"<wp:post_parent>\0"),
}


@pytest.mark.parametrize("fault", sorted(FAULTS))
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_fault_in_one_item_leaves_the_others(read_bytes: Read, clean: bytes, fault: str, place: int) -> None:
    """The other items are the same (lines aside), the broken one is there, and the fault is named."""
    whole, _ = read_bytes(clean)
    good, bad = FAULTS[fault]
    parts = clean.split(b"\t<item>")
    parts[place + 1] = parts[place + 1].replace(good, bad, 1)
    items, codes = read_bytes(b"\t<item>".join(parts))
    assert [item.id for item in items] == [item.id for item in whole]
    for number, (item, before) in enumerate(zip(items, whole, strict=True)):
        if number != place:
            assert replace(item, line=None, lines={}) == replace(before, line=None, lines={})
    assert codes


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_random_damage_never_crashes(read_bytes: Read, clean: bytes, seed: int) -> None:
    """Bytes changed, dropped, doubled or moved: findings or a refusal, and nothing else is raised."""
    chance = random.Random(seed)
    for _ in range(60):
        damaged = bytearray(clean)
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(damaged))
            length = chance.choice((1, 1, 2, 40, 400))
            kind = chance.randrange(4)
            if kind == 0:
                damaged[at] = chance.choice(b"<>&\"'![]-/:\0\x08\xe5\xc3\xff abc\n")
            elif kind == 1:
                del damaged[at : at + length]
            elif kind == 2:
                damaged[at:at] = damaged[at : at + length]
            else:
                damaged[at:at] = chance.choice(
                    (b"<![CDATA[", b"]]>", b"<item>", b"</item>", b"<!--", b"<?xml ", b"</rss>")
                )
        items, codes = read_bytes(bytes(damaged))
        assert len(items) <= 60
        assert items or codes
