"""The manifest is written and read row by row, and a bad one is refused in one sentence."""

import hashlib
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from wpmigrate.errors import OutputError
from wpmigrate.output.manifest import FileRow, Manifest, ManifestRow, manifest_pieces, read_items, read_manifest

DIGEST = hashlib.sha256(b"x").hexdigest()
ROWS = [
    ManifestRow(id="1", type="post", status="publish", url="/å/", path="posts/å\u200f.md", sha256=DIGEST),
    ManifestRow(id="2", type="post", status="private", url="/secret/", path="secret.md", skipped="private"),
    ManifestRow(id="3#2", type="page", status="draft", url="", path="kept.md", sha256=""),
    ManifestRow(id="4", type="page", status="publish", url="/x/", path="site.json"),
]


def _write(path: Path, manifest: Manifest) -> Path:
    path.write_bytes(b"".join(manifest_pieces(manifest)))
    return path


def test_format() -> None:
    """Fixed keys in a fixed order; an item that was left out shows no address and no path; the bytes are ASCII."""
    text = b"".join(manifest_pieces(Manifest(ROWS, [FileRow("_redirects", DIGEST)])))
    assert text.isascii()
    assert json.loads(text) == {
        "version": 1,
        "items": [
            {
                "id": "1",
                "type": "post",
                "status": "publish",
                "url": "/å/",
                "path": "posts/å\u200f.md",
                "skipped": None,
                "sha256": DIGEST,
            },
            {"id": "2", "type": "post", "status": "private", "path": None, "skipped": "private"},
            {
                "id": "3#2",
                "type": "page",
                "status": "draft",
                "url": "",
                "path": "kept.md",
                "skipped": None,
                "sha256": None,
            },
            {
                "id": "4",
                "type": "page",
                "status": "publish",
                "url": "/x/",
                "path": "site.json",
                "skipped": None,
                "sha256": None,
            },
        ],
        "files": [{"path": "_redirects", "sha256": DIGEST}],
    }
    assert b"secret" not in text


@pytest.mark.parametrize("indent", [None, 2], ids=["as written", "formatted anew"])
def test_reads_back(tmp_path: Path, indent: int | None) -> None:
    """Every file with a digest comes back, also from a manifest that someone pretty-printed."""
    path = _write(tmp_path / "manifest.json", Manifest(ROWS, [FileRow("_redirects", DIGEST)]))
    if indent:
        path.write_text(json.dumps(json.loads(path.read_text("utf-8")), indent=indent), "utf-8")
    digest = bytes.fromhex(DIGEST)
    assert list(read_manifest(path)) == [("posts/å\u200f.md", digest), ("_redirects", digest)]


def test_empty_and_missing(tmp_path: Path) -> None:
    """No rows are no files, and so is no manifest."""
    assert list(read_manifest(_write(tmp_path / "manifest.json", Manifest([])))) == []
    assert list(read_manifest(tmp_path / "none.json")) == []


def _damaged() -> Iterator[bytes]:
    whole = b"".join(manifest_pieces(Manifest(ROWS)))
    yield from (b"", b"{}", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, whole[:-1], whole[:-4], whole[:120])
    yield b"".join(whole.splitlines(keepends=True)[:3])
    yield whole.replace(b'"path": "posts', b'"path": posts')
    yield whole.replace(b'{"id": "1"', b'garbage {"id": "1"')
    yield whole.replace(DIGEST.encode(), b"xyz")
    yield b'{"version": "one", "items": []}'
    yield b'{"version": 1, "items": ["x"]}'
    yield b'{"version": 1}'


@pytest.mark.parametrize("text", list(_damaged()))
def test_damage_is_one_sentence(tmp_path: Path, text: bytes) -> None:
    """Cut, scrambled or foreign JSON is refused, wherever the fault lies."""
    path = tmp_path / "manifest.json"
    path.write_bytes(text)
    with pytest.raises(OutputError, match="is damaged") as caught:
        list(read_manifest(path))
    assert "\n" not in str(caught.value)


def test_items_come_back(tmp_path: Path) -> None:
    """The rows of items come back without those of files; what the row of a left-out item does not say is empty."""
    path = _write(tmp_path / "manifest.json", Manifest(ROWS[1:], [FileRow("_redirects", DIGEST)]))
    assert list(read_items(path)) == [
        ManifestRow(id="2", type="post", status="private", skipped="private"),
        ManifestRow(id="3#2", type="page", status="draft", path="kept.md"),
        ManifestRow(id="4", type="page", status="publish", url="/x/", path="site.json"),
    ]


@pytest.mark.parametrize("bad", ["../secret", "/etc/passwd", "a//b", "C:\\x"])
def test_items_never_lead_elsewhere(tmp_path: Path, bad: str) -> None:
    """A path that leaves the folder is refused, and so is a folder without a manifest."""
    row = ManifestRow(id="1", type="post", status="publish", path=bad)
    path = _write(tmp_path / "manifest.json", Manifest([row]))
    with pytest.raises(OutputError, match="cannot be a path"):
        list(read_items(path))
    with pytest.raises(OutputError, match="there is no manifest"):
        list(read_items(tmp_path / "none.json"))


def test_newer_version(tmp_path: Path) -> None:
    """A manifest of a newer version is not guessed at."""
    path = tmp_path / "manifest.json"
    path.write_text('{"version": 2, "items": [], "more": {}}')
    with pytest.raises(OutputError, match="another version of wpmigrate"):
        list(read_manifest(path))


def test_fifty_thousand_rows_need_little_memory(tmp_path: Path) -> None:
    """Neither writing nor reading holds the rows: below 1 MB for a manifest of 12 MB."""
    rows = (
        ManifestRow(
            id=str(number), type="post", status="publish", url=f"/{number}/", path=f"p/{number}.md", sha256=DIGEST
        )
        for number in range(50_000)
    )
    path = tmp_path / "manifest.json"
    tracemalloc.start()
    try:
        with path.open("wb") as file:
            for piece in manifest_pieces(Manifest(rows)):
                file.write(piece)
        count = sum(1 for _ in read_manifest(path))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 50_000
    assert path.stat().st_size > 8_000_000
    assert peak < 1_000_000
