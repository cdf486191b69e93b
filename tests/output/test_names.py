"""Slugs become names that all systems allow, and what was wrong with them is said."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wpmigrate.output.limits import MAX_STEM_BYTES
from wpmigrate.output.names import Fault, is_device, safe_name

CASES: list[tuple[str, str, Fault]] = [
    ("att-starta-foretag", "att-starta-foretag", ""),
    ("Nyheter", "Nyheter", ""),
    ("2014", "2014", ""),
    ("a_b", "a_b", ""),
    ("v1.2", "v1.2", ""),
    ("%e4%bd%a0%e5%a5%bd-%e4%b8%96%e7%95%8c", "你好-世界", ""),
    ("%E4%BD%A0", "你", ""),
    ("%f0%9f%98%80", "😀", ""),
    ("ra\u030ad", "råd", ""),
    ("%d9%85%db%8c%e2%80%8c%d8%ae", "میخ", ""),
    ("soft\xadhyphen", "softhyphen", ""),
    ("%e3%80%8c%e4%bd%a0%e3%80%8d", "「你」", ""),
    ("%d1%81%d0%bc%d1", "см", "cut"),
    ("%d1%81%d0%bc%d", "см", "cut"),
    ("%d1%81%d0%bc%d%d1", "см", "cut"),
    ("%d1%81%d0%bc%", "см", "cut"),
    ("%e4%bd%a0%e5%a5", "你", "cut"),
    ("%2e%2e%2f%2e%2e%2fpwn%00.md", "pwn-md", "unsafe"),
    ("../../etc/passwd", "etc-passwd", "unsafe"),
    ("..\\..\\windows", "windows", "unsafe"),
    ("/etc/passwd", "etc-passwd", "unsafe"),
    ("C:\\autoexec", "C-autoexec", "unsafe"),
    ("blog/2010/att-starta-foretag", "blog-2010-att-starta-foretag", "unsafe"),
    ("%252e%252e%252fx", "2e-2e-2fx", "unsafe"),
    ("100%-sure", "100-sure", "unsafe"),
    ("a b", "a-b", "unsafe"),
    ("a\nb", "a-b", "unsafe"),
    ("a\u202egnp.exe", "a-gnp.exe", "unsafe"),
    ("a\u2028b", "a-b", "unsafe"),
    ("\ufeffx", "x", "unsafe"),
    ("\ue000x", "x", "unsafe"),
    ("／etc／passwd", "etc-passwd", "unsafe"),
    ("trailing.", "trailing", "unsafe"),
    (".hidden", "hidden", "unsafe"),
    ("-rf", "rf", "unsafe"),
    ("a<b>c:d|e?f*g\"h'i", "a-b-c-d-e-f-g-h-i", "unsafe"),
    ("$(reboot)`x`", "reboot-x", "unsafe"),
    ("con", "con-1", "reserved"),
    ("CON", "CON-1", "reserved"),
    ("aux.txt", "aux-1.txt", "reserved"),
    ("com1", "com1-1", "reserved"),
    ("lpt%c2%b9", "lpt¹-1", "reserved"),
    ("com10", "com10", ""),
    ("console", "console", ""),
    ("index", "index-1", "reserved"),
    ("Index", "Index-1", "reserved"),
    ("_index", "index-1", "reserved"),
    (".htaccess", "htaccess-1", "reserved"),
    ("robots", "robots-1", "reserved"),
    ("404", "404-1", "reserved"),
    ("readme", "readme-1", "reserved"),
    ("a" * 200, "a" * 200, ""),
    ("a" * 300, "a" * MAX_STEM_BYTES, "shortened"),
    ("å" * 300, "å" * (MAX_STEM_BYTES // 2), "shortened"),
    ("😀" * 63, "😀" * (MAX_STEM_BYTES // 4), "shortened"),
    ("con" + "-" * 300 + "x", "con-1", "reserved"),
    ("con." + "a" * 300, "con-1." + "a" * (MAX_STEM_BYTES - 6), "reserved"),
    ("", "fallback-title", ""),
    ("  ", "fallback-title", ""),
    (".", "fallback-title", "unsafe"),
    ("..", "fallback-title", "unsafe"),
    ("%00", "fallback-title", "unsafe"),
    ("%2e%2e", "fallback-title", "unsafe"),
    ("///", "fallback-title", "unsafe"),
]


@pytest.mark.parametrize(("slug", "stem", "fault"), CASES)
def test_slug_to_name(slug: str, stem: str, fault: Fault) -> None:
    """Each kind of slug: readable scripts stay, what no system or reader should meet goes, and its kind is said."""
    assert safe_name(slug, fallback="Fallback: title!") == (stem, fault)


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Generositet och affärer", "generositet-och-affarer"),
        ("你好", "你好"),
        ("😀", "😀"),
        ("con", "con-1"),
        ("index", "index-1"),
        ("..", "post"),
        ("", "post"),
        ("post-123", "post-123"),
        ("word " * 100, "-".join(["word"] * 40)),
        ("%2e%2e%2f", "2e2e2f"),
    ],
)
def test_a_missing_slug_takes_the_title(title: str, stem: str) -> None:
    """The slug that WordPress would make of the title; where nothing of it is left, a word that says so."""
    assert safe_name("", fallback=title) == (stem, "")


SLUGS = st.one_of(
    st.text(max_size=300),
    st.text("%0123456789abcdefABCDEF", max_size=120),
    st.text("./\\-_ ~:*con", max_size=20),
    st.text(max_size=40).map(lambda text: "".join(f"%{octet:02x}" for octet in text.encode("utf-8", "ignore"))),
)


@settings(max_examples=2000)
@given(SLUGS, st.text(max_size=30))
def test_any_slug_gives_a_name_for_all_systems(slug: str, title: str) -> None:
    """Whatever the slug: not empty, NFC, short enough, no character or name that a system refuses; and stable."""
    stem, fault = safe_name(slug, fallback=title)
    assert stem
    assert stem == unicodedata.normalize("NFC", stem)
    assert len(stem.encode()) <= MAX_STEM_BYTES
    assert not set("<>:\"/\\|?*%'`$;& ") & set(stem)
    assert all(unicodedata.category(character)[0] in "LMNPS" for character in stem)
    assert stem[0] not in ".-_"
    assert stem[-1] not in ".-_"
    assert not is_device(stem)
    assert safe_name(stem, fallback="") == (stem, "")
    if not fault and slug.strip() and "%" not in slug and slug.isprintable():
        kept = "".join(character for character in slug if not 0xFE00 <= ord(character) <= 0xFE0F)
        assert stem == unicodedata.normalize("NFC", kept.replace("\u034f", ""))
