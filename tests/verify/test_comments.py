"""Comments are verified too: word by word, wherever a target has them."""

import json
from pathlib import Path

import pytest

from wpmigrate import ConvertOptions, convert
from wpmigrate.errors import OutputError
from wpmigrate.targets import TARGETS
from wpmigrate.verify import Verification, verify
from wpmigrate.verify.comments import comments_in_file

EXPORT = Path(__file__).parents[2] / "fixtures" / "sites" / "generators" / "export.xml"
WORD = "Varsågod"


def lost(found: Verification) -> dict[str, str]:
    """The lost words of comments, by item."""
    return {
        verdict.item: one.sample
        for verdict in found.verdicts
        for one in verdict.differences
        if one.kind == "comments" and one.number
    }


def holders(out: Path) -> list[Path]:
    """The files that hold the word of a comment."""
    return [path for path in out.rglob("*") if path.is_file() and WORD in path.read_text("utf-8", "replace")]


@pytest.mark.parametrize("to", sorted(TARGETS.keys() - {"wxr"}))
def test_a_lost_word_is_found(to: str, tmp_path: Path) -> None:
    """As written nothing is lost; a word that is taken out of a comment is."""
    convert([EXPORT], tmp_path, ConvertOptions(to=to))
    whole = verify([EXPORT], tmp_path)
    assert lost(whole) == {}
    assert (whole.wanted["comments"] > 0) is bool(holders(tmp_path))
    assert bool(holders(tmp_path)) is TARGETS[to].has_comments
    for path in holders(tmp_path):
        path.write_text(path.read_text("utf-8").replace(WORD, ""), "utf-8")
    if TARGETS[to].has_comments:
        assert lost(verify([EXPORT], tmp_path)) == {"101": WORD}


def test_a_lost_file_is_found(tmp_path: Path) -> None:
    """All words of its comments are lost; where no comments were asked for, none are."""
    convert([EXPORT], tmp_path / "all", ConvertOptions())
    (file,) = holders(tmp_path / "all")
    file.unlink()
    assert lost(verify([EXPORT], tmp_path / "all")).keys() == {"101"}
    convert([EXPORT], tmp_path / "none", ConvertOptions(comments=False))
    assert verify([EXPORT], tmp_path / "none").wanted["comments"] == 0


@pytest.mark.parametrize("to", ["hugo", "mkdocs"])
def test_the_comments_of_an_item_with_the_id_404_are_found(to: str, tmp_path: Path) -> None:
    """Their file keeps its name, since nobody visits it, whatever its kind."""
    export, out = tmp_path / "export.xml", tmp_path / "out"
    export.write_text(EXPORT.read_text("utf-8").replace("<wp:post_id>101<", "<wp:post_id>404<"), "utf-8")
    convert([export], out, ConvertOptions(to=to))
    assert [path.stem for path in holders(out)] == ["404"]
    found = verify([export], out)
    assert (found.wanted["comments"] > 0, lost(found)) == (True, {})


def test_hidden_words_are_excused_by_name_alone(tmp_path: Path) -> None:
    """The report says how many words of a comment were hidden; it excuses no word of the body."""
    hiding = f'{WORD}. <b style="display:none">three hidden words</b>'
    text = EXPORT.read_text("utf-8")
    assert f"{WORD}." in text
    export = tmp_path / "export.xml"
    export.write_text(text.replace(f"{WORD}.", hiding), "utf-8")
    out = tmp_path / "out"
    convert([export], out, ConvertOptions())
    assert not verify([export], out).with_loss
    report = out / ".wpmigrate/report.json"
    document = json.loads(report.read_text("utf-8"))
    document["diagnostics"] = [found for found in document["diagnostics"] if found["code"] != "WXR512"]
    report.write_text(json.dumps(document), "utf-8")
    assert lost(verify([export], out)) == {"101": "three hidden words"}


@pytest.mark.parametrize("text", ["{", '{"id": "1"}', "[1]"])
def test_a_damaged_file_is_one_sentence(text: str, tmp_path: Path) -> None:
    """Neither a traceback nor a verdict."""
    convert([EXPORT], tmp_path, ConvertOptions())
    (file,) = holders(tmp_path)
    file.write_text(text, "utf-8")
    with pytest.raises(OutputError, match="is damaged"):
        verify([EXPORT], tmp_path, None)


def test_threads_of_any_depth_are_read() -> None:
    """Answers below answers; a file that is no JSON is HTML already."""
    thread: dict[str, object] = {"content": "<p>last</p>"}
    for _ in range(100):
        thread = {"content": "<p>word</p>", "replies": [thread]}
    assert comments_in_file(json.dumps([thread]), "a.json").count("word") == 100
    assert comments_in_file("<p>last</p>", "a.html") == "<p>last</p>"
