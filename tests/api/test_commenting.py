"""Comments of a run: which come out, and what is told of those who wrote them."""

import json
from pathlib import Path

import pytest

from wpmigrate import ConvertOptions, UsageError, convert
from wpmigrate.comments import COMMENT_FORMATS

EXPORT = Path(__file__).parents[2] / "fixtures" / "sites" / "generators" / "export.xml"


@pytest.mark.parametrize("name", COMMENT_FORMATS)
@pytest.mark.parametrize("to", ["hugo", "markdown", "json"])
def test_a_format_takes_the_place_of_the_own_files(name: str, to: str, tmp_path: Path) -> None:
    """Its files are there, the target's own are not; nothing private or not public is in them; a second run is quiet."""
    options = ConvertOptions(to=to, comments_format=name, scaffold=False)
    (result,) = convert([EXPORT], tmp_path, options)
    files = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*") if path.is_file()}
    ours = {name: path for name, path in files.items() if "comment" in name}
    assert ours
    assert "data/comments/101.json" not in ours
    text = "".join(path.read_text("utf-8") for path in ours.values())
    assert "Varsågod." in text
    for never in ("lasare1@", "alva@", "192.0.2.", "HEMLIGT"):
        assert never not in text
    keeps = COMMENT_FORMATS[name].keeps_pings
    assert [found.code for found in result.diagnostics if found.code == "WXR808"] == ([] if keeps else ["WXR808"])
    assert ("Annan blogg" in text) is keeps
    (again,) = convert([EXPORT], tmp_path, options)
    assert set(again.summary.files) == {"unchanged"}


@pytest.mark.parametrize(("name", "said"), [("", ["WXR809"]), ("json", [])])
def test_a_target_without_a_place_for_comments_says_so(name: str, said: list[str], tmp_path: Path) -> None:
    """They are neither written nor counted as written; a format of comments takes them."""
    (result,) = convert([EXPORT], tmp_path, ConvertOptions(to="ghost", comments_format=name))
    assert [found.code for found in result.diagnostics if found.code == "WXR809"] == said
    assert bool(result.summary.comments) is bool(name)
    (none,) = convert([EXPORT], tmp_path / "none", ConvertOptions(to="ghost", comments=False))
    assert "WXR809" not in none.summary.codes


def test_addresses_come_out_when_they_are_asked_for(tmp_path: Path) -> None:
    """E-mail and IP addresses, with --include-emails alone."""
    convert([EXPORT], tmp_path, ConvertOptions(comments_format="json", include_emails=True))
    page = json.loads((tmp_path / "comments.json").read_text("utf-8"))["/2010/12/forsta-i-tolfte/"]
    first = page["comments"][0]
    assert "@" in first["email"]
    assert first["ip"]


def test_workers_give_the_same_files(tmp_path: Path) -> None:
    """However many there are."""
    for jobs in (1, 2):
        options = ConvertOptions(comments_format="isso", redirects=(("json", ""),), jobs=jobs)
        convert([EXPORT], tmp_path / str(jobs), options)
    for name in ("comments.isso.xml", "redirects.json"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_a_stream_has_no_place_for_files(tmp_path: Path) -> None:
    """What would be written beside the output is refused before anything is."""
    with (tmp_path / "x").open("wb") as stream:
        for options in (
            ConvertOptions(to="jsonl", comments_format="isso"),
            ConvertOptions(to="jsonl", redirects=(("csv", ""),)),
        ):
            with pytest.raises(UsageError, match="writes files beside the output"):
                convert([EXPORT], None, options, stream=stream)
