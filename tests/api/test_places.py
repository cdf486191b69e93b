"""Lines and columns of findings: in bodies, in mended and converted files, on very long lines."""

import gzip
from pathlib import Path

import pytest

from wpmigrate.api import validate

ROOT = Path(__file__).parents[2]
GOOD = (ROOT / "fixtures/rules/WXR520/good.xml").read_text("utf-8")
BODY = "<p>Before.</p>\n<p>A <strong>strong</strong> cup.<br>Two<p>three\n<p>After.</p>"
assert BODY in GOOD


def place(path: Path, code: str) -> tuple[int | None, int | None]:
    """Line and column of the first finding of a code."""
    found = [one for one in validate([path]).findings if one.code == code]
    assert found
    return found[0].line, found[0].column


def export(body: str, *, escaped: bool = False) -> str:
    """An export of one post; `escaped`: without CDATA."""
    text = body.replace("&", "&amp;").replace("<", "&lt;") if escaped else body
    marked = GOOD.replace(BODY, text)
    return marked.replace(f"<![CDATA[{text}]]>", text) if escaped else marked


def where(text: str, piece: str) -> tuple[int, int]:
    """Where a piece really stands, in lines and characters from 1."""
    at = text.index(piece)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


SCRIPT = "<p>Åäö 😀 one</p>\n\n<p>räksmörgås</p> <script>x()</script>"


def test_in_a_body(tmp_path: Path) -> None:
    """Columns count characters, not bytes."""
    text = export(SCRIPT)
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    assert place(tmp_path / "a.xml", "WXR510") == where(text, "<script")


def test_in_a_body_without_cdata(tmp_path: Path) -> None:
    """The fault is looked for as XML escapes it, too."""
    text = export(SCRIPT, escaped=True)
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    assert place(tmp_path / "a.xml", "WXR510") == where(text, "&lt;script")


def test_in_a_mended_file(tmp_path: Path) -> None:
    """Mending changes neither lines nor columns of what stands elsewhere."""
    text = export(f"\x08{SCRIPT}").replace("<title>Example", "<title>Fish & chips")
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    assert place(tmp_path / "a.xml", "WXR510") == where(text, "<script")
    assert place(tmp_path / "a.xml", "WXR201") == where(text, "\x08")
    assert place(tmp_path / "a.xml", "WXR221") == where(text, "& chips")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    """Places are those of the text, whatever the bytes are."""
    text = export(SCRIPT)
    (tmp_path / "a.xml").write_bytes(text.replace("UTF-8", "UTF-16" if "16" in encoding else "UTF-8").encode(encoding))
    assert place(tmp_path / "a.xml", "WXR510") == where(text, "<script")


def test_with_other_line_ends(tmp_path: Path) -> None:
    """CR LF is one end of a line, and so is a lone CR."""
    text = export(SCRIPT)
    for end in ("\r\n", "\r"):
        (tmp_path / "a.xml").write_bytes(text.replace("\n", end).encode())
        assert place(tmp_path / "a.xml", "WXR510") == where(text, "<script")


def test_in_an_archive(tmp_path: Path) -> None:
    """Places are those of the unpacked member."""
    text = export(SCRIPT)
    (tmp_path / "a.xml.gz").write_bytes(gzip.compress(text.encode()))
    assert place(tmp_path / "a.xml.gz", "WXR510") == where(text, "<script")


def test_in_a_file_of_one_line(tmp_path: Path) -> None:
    """Of many items on one line the right one is searched."""
    text = export("<p>x</p><p><a href='/gone/'>y</a></p>").replace("\n", " ")
    item = text[text.index("<item>") : text.index("</item>") + 7]
    first = item.replace("href='/gone/'", "href='/2010/'").replace("?p=1<", "?p=5<").replace("post_id>1<", "post_id>5<")
    text = text.replace(item, first.replace("<p>x</p>", "<p>/gone/</p>") + item)
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    assert place(tmp_path / "a.xml", "WXR601") == (1, text.index("href='/gone/'") + len("href='") + 1)
