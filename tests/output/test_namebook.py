"""Paths are unique on every system, inside the folder, and never too long."""

import random
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

import pytest

from wpmigrate.errors import OutputError
from wpmigrate.output.limits import MAX_NAME_BYTES, MAX_PATH_BYTES
from wpmigrate.output.namebook import NameBook, check_path
from wpmigrate.output.names import safe_name

NFC: Final = "NFC"
NFD: Final = "NFD"

Claim = tuple[tuple[str, ...], str, str]


@pytest.mark.parametrize(
    ("claims", "paths"),
    [
        ([((), "a", ".md")], ["a.md"]),
        ([((), "a", ".md")] * 3, ["a.md", "a-2.md", "a-3.md"]),
        ([((), "Nyheter", ".md"), ((), "nyheter", ".md")], ["Nyheter.md", "nyheter-2.md"]),
        ([((), "råd", ".md"), ((), "ra\u030ad", ".md")], ["råd.md", "råd-2.md"]),
        ([((), "a", ".md"), ((), "a", ".md"), ((), "a-2", ".md")], ["a.md", "a-2.md", "a-2-2.md"]),
        ([((), "a-2", ".md"), ((), "a", ".md"), ((), "a", ".md")], ["a-2.md", "a.md", "a-3.md"]),
        ([((), "om", ".md"), (("om",), "a", ".md")], ["om.md", "om/a.md"]),
        ([(("om",), "a", ".md"), (("OM",), "b", ".md"), (("OM",), "A", ".md")], ["om/a.md", "om/b.md", "om/A-2.md"]),
        ([(("om",), "a", ".md"), ((), "om", "")], ["om/a.md", "om-2"]),
        ([((), "om", ""), (("om",), "a", ".md"), (("Om",), "b", ".md")], ["om", "om-2/a.md", "om-2/b.md"]),
        ([((), "x", ""), (("X-2",), "a", ""), (("x",), "b", "")], ["x", "X-2/a", "X-2/b"]),
        ([(("a", "b"), "c", ""), (("A", "B"), "C", "")], ["a/b/c", "a/b/C-2"]),
        ([((), "c", ".md"), ((), "c", ".MD"), ((), "c", ".txt")], ["c.md", "c-2.MD", "c.txt"]),
    ],
)
def test_claims(claims: list[Claim], paths: list[str]) -> None:
    """Clashes of case, accents, files and folders get a number; folders that fold together are one."""
    book = NameBook()
    found = [book.claim(*claim) for claim in claims]
    assert [path for path, _ in found] == paths
    plain = [
        PurePosixPath(path).name == stem + extension for path, (_, stem, extension) in zip(paths, claims, strict=True)
    ]
    composed = [unicodedata.normalize("NFC", stem) == stem for _, stem, _ in claims]
    assert all(clashed != same for (_, clashed), same, nfc in zip(found, plain, composed, strict=True) if nfc)


@pytest.mark.parametrize(
    "path",
    [
        *("", "/", "/etc/passwd", "../x", "a/../b", "a/./b", "a//b", "a/", ".", "..", "...", "a/.. ", "C:/x", "a\\b"),
        *(
            "a\0b",
            "a\nb",
            "a\x9bb",
            "a\u202eb",
            "a\u2028b",
            "\ufeffa",
            "a\ud800",
            "x.",
            "x ",
            "a./b",
            "a?b",
            'a"b',
            "a|b",
        ),
        *(".wpmigrate/manifest.json", ".WPMigrate/x", "a/.wpm-1-1", "å" * 128, "a/" + "b" * 256),
    ],
)
def test_paths_that_no_system_or_reader_should_meet_are_refused(path: str) -> None:
    """Nothing leads out of the folder, into our own, or to a name that some system refuses; the error is printable."""
    with pytest.raises(OutputError) as caught:
        check_path(path)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("name", ["", ".", "..", "a/..", "../a", "/", ".wpmigrate", ".wpm-1-1", "a\0", "C:", "a/b"])
def test_claims_outside_are_refused(name: str) -> None:
    """The book itself hands out no such path, whoever asks: not as a folder, not as a file."""
    for folder, stem in (((name,), "x"), (("a", name), "x"), (("a",), name)):
        with pytest.raises(OutputError):
            NameBook().claim(folder, stem, "")


@pytest.mark.parametrize(
    "path", ["a", "a/b.md", "_posts/x.md", ".authors.yml", "å/你好 😀 (1).md", "a" * 255, "å" * 127]
)
def test_good_paths_pass(path: str) -> None:
    """Hidden files of generators, blanks and all scripts are fine."""
    check_path(path)


def test_long_names_leave_room_for_their_suffix() -> None:
    """255 bytes a name, extension and number included."""
    book = NameBook()
    paths = [book.claim(("å" * 300,), "ö" * 300, ".markdown")[0] for _ in range(120)]
    assert len(set(paths)) == 120
    assert all(len(part.encode()) <= MAX_NAME_BYTES for path in paths for part in path.split("/"))


def test_a_chain_of_parents_cannot_make_a_path_too_long() -> None:
    """5,000 pages, each the parent of the next, all get a path that macOS takes, none the same."""
    book = NameBook()
    parents = tuple(f"sida-{number}" for number in range(5000))
    paths = [book.claim(parents[:depth], "barn", ".md")[0] for depth in range(0, 5000, 50)]
    assert len(set(paths)) == len(paths)
    assert max(len(path.encode()) for path in paths) <= MAX_PATH_BYTES


def _hostile_slugs(number: int) -> list[str]:
    rng = random.Random(20101215)
    pools = [
        "abC",
        "åÅa\u030aé",
        "../\\\0 ",
        "你好世界😀",
        "%2e%2f%00",
        "ßsSſ",
        "conauxCON.",
        "\u202e\u200d\u2028\ufeff\x85",
        "-2-3",
    ]
    slugs = []
    for _ in range(number):
        pool = "".join(rng.choices(pools, k=rng.randint(1, 2)))
        slugs.append("".join(rng.choices(pool, k=rng.choice((1, 2, 3, 4, 8, 300)))))
    return slugs


def test_a_hundred_thousand_slugs() -> None:
    """1e5 hostile slugs in hostile folders: inside, unique under every folding, at most 255 bytes, legal on Windows."""
    slugs = _hostile_slugs(100_000)
    book = NameBook()
    paths = [
        book.claim(
            tuple(safe_name(part).stem for part in slugs[number % 97 : number % 97 + number % 3]),
            safe_name(slug, fallback=str(number)).stem,
            ".md" if number % 5 else "",
        )[0]
        for number, slug in enumerate(slugs)
    ]
    folders = {parent for path in paths for parent in _parents(path)}
    for form in (NFC, NFD):
        folded = {unicodedata.normalize(form, path.casefold()) for path in (*paths, *folders)}
        assert len(folded) == len(paths) + len(folders)
    for fold_case in (str.lower, str.upper):  # as file systems without full case folding do
        assert len({unicodedata.normalize(NFC, fold_case(path)) for path in paths}) == len(paths)
    for path in paths:
        assert ".." not in path.split("/")
        assert not PureWindowsPath(path).is_absolute()
        assert PureWindowsPath(path).drive == ""
        for part in path.split("/"):
            assert 0 < len(part.encode()) <= MAX_NAME_BYTES
            assert part[-1] not in ". "
            assert part[0] != "."
            assert part.split(".")[0].upper() not in {"CON", "AUX", "NUL", "PRN"}


def _parents(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]


def test_equal_claims_stay_fast() -> None:
    """Twenty thousand claims of one name take linear time (a search from 2 each time would take minutes)."""
    book = NameBook()
    paths = {book.claim(("posts",), "same", ".md")[0] for _ in range(20_000)}
    assert "posts/same-20000.md" in paths
    assert len(paths) == 20_000
