"""Inputs are told by their content: files, folders, gzip, zip, standard input; bombs and broken ones are refused."""

import gzip
import io
import os
import threading
import zipfile
from pathlib import Path

import pytest

from wpmigrate.errors import InputError
from wpmigrate.model import Item
from wpmigrate.output.namebook import OWN_FOLDER
from wpmigrate.reader import ReaderOptions, Source, open_sources, read


def _ids(source: Source) -> list[str]:
    return [event.id for event in read(source) if isinstance(event, Item)]


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


THREE = ["101", "102", "103"]


def test_zip_with_several_members(tmp_path: Path, clean: bytes) -> None:
    """Every export in an archive is a source, in the order of the names; read-me files and pictures are none."""
    path = _zip(
        tmp_path / "no-name", {"b.xml": clean, "../../a.xml": clean, "read.me": b"hello", "__MACOSX/b.xml": b"x"}
    )
    sources, findings = open_sources([path])
    assert [source.name for source in sources] == [f"{path}:../../a.xml", f"{path}:b.xml"]
    assert findings == []
    assert [_ids(source) for source in sources] == [THREE, THREE]
    assert sorted(tmp_path.rglob("*")) == [path]


def test_gzip_of_several_members_and_padding(tmp_path: Path, clean: bytes) -> None:
    """Members follow each other; zeros after the last are no part of it."""
    half = len(clean) // 2
    path = tmp_path / "x.xml"
    path.write_bytes(gzip.compress(clean[:half]) + gzip.compress(clean[half:]) + b"\0" * 512)
    assert _ids(open_sources([path])[0][0]) == THREE


def test_gzip_with_a_wrong_checksum(tmp_path: Path, clean: bytes) -> None:
    """All that could be inflated is read, and the fault named, also where the file is smaller than a block."""
    packed = bytearray(gzip.compress(clean))
    packed[-8] ^= 0xFF
    path = tmp_path / "x.xml.gz"
    path.write_bytes(packed)
    (source,), _ = open_sources([path])
    assert source.is_cut
    assert _ids(source) == THREE


@pytest.mark.parametrize("mark", ["[Content_Types].xml", "mimetype"])
def test_a_document_that_is_a_zip(tmp_path: Path, mark: str) -> None:
    """Documents of office programs are named as what they are."""
    path = _zip(tmp_path / "x.docx", {mark: b"<Types/>", "word/document.xml": b"<document/>"})
    with pytest.raises(InputError, match=r"Office|e-book") as raised:
        open_sources([path])
    assert raised.value.code == "WXR002"


def test_zip_in_gzip(tmp_path: Path, clean: bytes) -> None:
    """Archives may hold archives, to a depth."""
    inner = _zip(tmp_path / "inner.zip", {"x.xml": clean}).read_bytes()
    path = tmp_path / "outer"
    path.write_bytes(gzip.compress(inner))
    assert _ids(open_sources([path])[0][0]) == THREE
    path.write_bytes(gzip.compress(gzip.compress(gzip.compress(gzip.compress(clean)))))
    with pytest.raises(InputError) as raised:
        open_sources([path])
    assert raised.value.code == "WXR006"


def test_folder(tmp_path: Path, clean: bytes) -> None:
    """A folder is read in the order of its names; files of other kinds are passed over, broken ones named."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "2.xml").write_bytes(clean)
    (tmp_path / "1.xml").write_bytes(clean)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 nothing")
    sources, findings = open_sources([tmp_path])
    assert [Path(source.name).name for source in sources] == ["1.xml", "2.xml"]
    assert [finding.code for finding in findings] == ["WXR005"]


@pytest.mark.parametrize(
    ("name", "data", "taken"),
    [
        ("README.md", b"# Theme\n<!-- a badge -->\n", False),
        ("header.php", b"<!-- top --><?php the_title(); ?>", False),
        ("icon.svg", b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><!-- x --></svg>', False),
        ("app.js", b'const mark = "<!-- x -->";', False),
        ("rules.xml.dist", b'<?xml version="1.0"?><ruleset/>', False),
        ("backup.txt", b'\xef\xbb\xbf<?xml version="1.0"?>\n<rss version="2.0">', True),
        ("cut.part", b"<wp:post_id>3</wp:post_id></item><item>", True),
        ("broken.xml", b"<!-- nothing", True),
        ("lost.html", b"", True),
        ("lost.txt", b"", False),
    ],
)
def test_what_is_taken_of_a_folder(tmp_path: Path, clean: bytes, name: str, data: bytes, taken: bool) -> None:
    """Files that look like exports or are named like them, and pages that came out empty; no sources of a theme."""
    (tmp_path / "export.xml").write_bytes(clean)
    (tmp_path / name).write_bytes(data)
    sources, _ = open_sources([tmp_path])
    assert (str(tmp_path / name) in [source.name for source in sources]) == taken


def test_standard_input(monkeypatch: pytest.MonkeyPatch, clean: bytes) -> None:
    """`-` is read to its end and told by its content as well."""

    class Stream:
        buffer = io.BytesIO(gzip.compress(clean))

    monkeypatch.setattr("sys.stdin", Stream())
    sources, _ = open_sources(["-"])
    assert _ids(sources[0]) == THREE


def test_one_unreadable_among_others(tmp_path: Path, clean: bytes) -> None:
    """What cannot be opened is an error in the report when others can, and an InputError when none can."""
    good, hollow = tmp_path / "good.xml", tmp_path / "hollow.zip"
    good.write_bytes(clean)
    _zip(hollow, {})
    sources, findings = open_sources([hollow, good])
    assert [source.name for source in sources] == [str(good)]
    assert [(finding.code, finding.severity) for finding in findings] == [("WXR005", "error")]
    with pytest.raises(InputError) as raised:
        open_sources([hollow])
    assert raised.value.code == "WXR005"


def test_one_missing_among_others(tmp_path: Path, clean: bytes) -> None:
    """A path where nothing stands is a slip: nothing is read then, unless the caller wants what there is."""
    good, absent = tmp_path / "good.xml", tmp_path / "absent.xml"
    good.write_bytes(clean)
    with pytest.raises(InputError, match="No such file") as raised:
        open_sources([good, absent])
    assert (raised.value.code, raised.value.file) == ("WXR004", str(absent))
    sources, findings = open_sources([absent, good], needs_all=False)
    assert [source.name for source in sources] == [str(good)]
    assert [(finding.code, finding.severity) for finding in findings] == [("WXR004", "error")]


@pytest.mark.parametrize("stdin", [None, io.StringIO("<rss>")])
def test_no_standard_input(monkeypatch: pytest.MonkeyPatch, stdin: io.StringIO | None) -> None:
    """A program without standard input (closed, or replaced as in a notebook) is told so."""
    monkeypatch.setattr("sys.stdin", stdin)
    with pytest.raises(InputError, match="standard input is closed"):
        open_sources(["-"])


def test_bombs_are_refused(tmp_path: Path) -> None:
    """What grows beyond all reason is refused while it is unpacked, in gzip and in zip."""
    options = ReaderOptions(free_growth=1 << 20)
    bomb = tmp_path / "bomb.gz"
    bomb.write_bytes(gzip.compress(b"\0" * (8 << 20)))
    with pytest.raises(InputError) as raised:
        open_sources([bomb], options)
    assert raised.value.code == "WXR006"
    with pytest.raises(InputError) as raised:
        open_sources([_zip(tmp_path / "bomb.zip", {"x.xml": b"<rss>" + b"\0" * (8 << 20)})], options)
    assert raised.value.code == "WXR006"


def test_encrypted_member(tmp_path: Path, clean: bytes) -> None:
    """An encrypted member cannot be read; its name is said."""
    path = _zip(tmp_path / "x.zip", {"x.xml": clean})
    raw = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.find(signature) + offset] |= 1
    path.write_bytes(raw)
    with pytest.raises(InputError) as raised:
        open_sources([path])
    assert raised.value.code == "WXR009"


@pytest.mark.parametrize("cut", [3, 12, 100, 1000])
def test_cut_gzip(tmp_path: Path, clean: bytes, cut: int) -> None:
    """A cut stream gives what can be inflated and is named; with nothing to inflate it is refused."""
    path = tmp_path / "x.gz"
    path.write_bytes(gzip.compress(clean)[:cut])
    codes = set()
    try:
        for source in open_sources([path])[0]:
            codes |= {event.code for event in read(source) if hasattr(event, "code")}
    except InputError as error:
        codes.add(error.code)
    assert codes & {"WXR005", "WXR250"}


def test_folders_of_conversions_are_passed_over(tmp_path: Path, clean: bytes) -> None:
    """What wpmigrate wrote into the folder of the exports is no input; given by name, it is."""
    (tmp_path / "export.xml").write_bytes(clean)
    out = tmp_path / "site"
    (out / OWN_FOLDER).mkdir(parents=True)
    (out / "export.xml").write_bytes(clean)
    assert [source.name for source in open_sources(tmp_path)[0]] == [str(tmp_path / "export.xml")]
    assert [source.name for source in open_sources(out)[0]] == [str(out / "export.xml")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_read_once_and_passed_over_in_a_folder(tmp_path: Path, clean: bytes) -> None:
    """`wpmigrate convert <(zcat export.gz)` reads the pipe; one that lies in a folder is never waited for."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(gzip.compress(clean),))
    writer.start()
    (source,), findings = open_sources([pipe])
    writer.join()
    assert (source.name, _ids(source), findings) == (str(pipe), THREE, [])

    (tmp_path / "export.xml").write_bytes(clean)
    sources, findings = open_sources([tmp_path])
    assert ([source.name for source in sources], findings) == ([str(tmp_path / "export.xml")], [])
