"""Masks of addresses: nothing left, nothing moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpmigrate.repair.masking import Masks

CASES = {
    "write to jane.doe@example.org!": "write to xxxxxxx1@xxxxxxxxxxx!",
    "mailto:jane%40example.org": "mailto:xxx1%40xxxxxxxxxxx",
    "jane&#64;example.org": "xxx1&#64;xxxxxxxxxxx",
    "jane&#x40;example.org, jane&commat;example.org": "xxx1&#x40;xxxxxxxxxxx, xxx1&commat;xxxxxxxxxxx",
    "j&#97;ne&#064;ex&#x61;mple&#46;org &#8211;": "xxxxxxx1&#064;xxxxxxxxxxxxxxxxxxxx &#8211;",
    "jürgen@example.org": "xxxxxx1@xxxxxxxxxxx",
    "https://example.org/a/?x=1&mail=jane@example.org": "https://example.org/a/?x=1&mail=xxx1@xxxxxxxxxxx",
    "https://video.example/@jane.doe": "https://video.example/@jane.doe",
    "photo@2x.png": "photo@2x.png",
    "@media and @example": "@media and @example",
    "from 192.168.10.7 on": "from 000.000.00.0 on",
    "version 1.2.3, 999.1.1.1 and 1.2.3.4.5": "version 1.2.3, 999.1.1.1 and 1.2.3.4.5",
    "2001:db8::ff00:42:8329": "0000:000::0000:00:0000",
    "at 12:30:45": "at 12:30:45",
}


@pytest.mark.parametrize(("text", "masked"), CASES.items())
def test_cases(text: str, masked: str) -> None:
    """E-mail addresses and IP addresses go; what only looks like one stays."""
    assert Masks().masked(text) == masked


def test_the_same_address_gets_the_same_mask() -> None:
    """Whoever wrote twice is still one person."""
    masks = Masks()
    first = masks.masked("ann.other@example.org")
    assert masks.masked("ben.other@example.org") != first
    assert masks.masked("Ann.Other@example.org") == first


def test_attributes_and_comments_are_masked_too() -> None:
    """And the marks round them stay."""
    xml = b'<!--a@b.example--><x y="c.d@b.example"><![CDATA[<!-- 10.1.2.3 -->]]>e@b.example</x>'
    wanted = b'<!--x@xxxxxxxxx--><x y="xx2@xxxxxxxxx"><![CDATA[<!-- 00.0.0.0 -->]]>x@xxxxxxxxx</x>'
    assert Masks().masked_xml(xml) == wanted
    assert Masks().masked_xml(b"<x>\xff</x>") == b"<x>\xff</x>"


@given(
    st.text("ab@.1:%40 é", max_size=80)
    | st.lists(st.sampled_from(["a", "@", ".", "&#97;", "&#64;", "&#x2e;", "&#", ";", "6", "%40"]), max_size=40).map(
        "".join
    )
)
def test_length_stays(text: str) -> None:
    """As many bytes as before, so that serialized PHP stays right; masking again changes nothing."""
    masked = Masks().masked(text)
    assert len(masked.encode()) == len(text.encode())
    assert Masks().masked(masked) == masked
