"""Verify finds what an output lost, exactly that, and nothing where nothing is lost."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wpmigrate import ConvertOptions, InputError, convert
from wpmigrate.config import Selection
from wpmigrate.errors import EXIT_DONE, EXIT_FINDINGS, OutputError, UsageError
from wpmigrate.targets import TARGETS
from wpmigrate.verify import Verification, VerifyOptions, verify

DEMO = Path(__file__).parents[2] / "fixtures" / "demo" / "export.xml"
POST = "posts/rye-bread-a-table-of-times.md"
PHOTO = "posts/surdeg-for-otaliga.md"
SUM = "posts/rakna-hydrering.md"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The demo export, converted."""
    convert([DEMO], tmp_path / "out")
    return tmp_path / "out"


def said(found: Verification) -> dict[str, list[str]]:
    """Each verdict by its file: what is lost, and `+` before what is new."""
    return {
        verdict.path: [
            f"{'' if one.is_loss else '+'}{one.kind} {one.number}/{one.of} {one.sample}".strip()
            for one in verdict.differences
        ]
        for verdict in found.verdicts
    }


def change(file: Path, before: str, after: str) -> None:
    """Replace the only occurrence of a text in a file."""
    text = file.read_text("utf-8")
    assert text.count(before) == 1, before
    file.write_text(text.replace(before, after), "utf-8")


def test_a_conversion_of_ours_loses_nothing(out: Path) -> None:
    """Every item is compared and none differs; what was left out is counted by reason."""
    found = verify([DEMO], out)
    assert found.checked == len([*out.glob("posts/*.md"), *out.glob("pages/**/*.md"), *out.glob("drafts/*.md")])
    assert (found.with_loss, found.verdicts, found.exit_status()) == (0, [], EXIT_DONE)
    assert found.skipped == {"attachment": 3, "nav_menu_item": 1, "private": 1, "protected": 1}
    assert min(found.wanted[kind] for kind in ("words", "links", "images", "headings", "tables", "code blocks")) > 0


@pytest.mark.parametrize("target", sorted(TARGETS.keys() - {"wxr"}))
def test_every_form_of_output_is_compared(tmp_path: Path, target: str) -> None:
    """Markdown, HTML and the documents of other programs: each has all items, and nothing new."""
    convert([DEMO], tmp_path / "out", ConvertOptions(to=target))
    found = verify([DEMO], tmp_path / "out")
    assert found.checked >= 6
    assert (found.with_loss, found.verdicts, found.edited) == (0, [], 0)


@pytest.mark.parametrize("target", [target.name for target in TARGETS.values() if target.layout == "files"])
def test_local_media_lose_nothing(tmp_path: Path, target: str) -> None:
    """Pictures and files lead to the copy in the new site, and count as the same; no upload is left at the old host."""
    convert([DEMO], tmp_path / "out", ConvertOptions(to=target, local_media=True))
    found = verify([DEMO], tmp_path / "out")
    assert (found.with_loss, found.verdicts) == (0, [])
    files = [path.read_text("utf-8") for path in (tmp_path / "out").rglob("*.*") if path.suffix in (".md", ".html")]
    assert any("wp-content/uploads/2025/10/limpa.jpg" in text for text in files)
    assert not any("example.org/wp-content/uploads" in text for text in files)


@pytest.mark.parametrize(
    ("target", "file"), [("html", "rye*/index.html"), ("ghost", "ghost.json"), ("jsonfeed", "feed.json")]
)
def test_a_word_that_html_lacks_is_found(tmp_path: Path, target: str, file: str) -> None:
    """A loss shows in each form."""
    convert([DEMO], tmp_path / "out", ConvertOptions(to=target))
    change(next((tmp_path / "out").rglob(file)), "wants time, not", "wants, not")
    found = verify([DEMO], tmp_path / "out")
    assert [one for verdict in said(found).values() for one in verdict] == ["words 1/60 time"]


def test_an_export_is_refused(tmp_path: Path) -> None:
    """Its bodies are as they were stored: there is nothing to compare."""
    convert([DEMO], tmp_path / "out", ConvertOptions(to="wxr"))
    with pytest.raises(OutputError, match="holds an export"):
        verify([DEMO], tmp_path / "out")


NOTE = ["words 4/60 And a warm kitchen", "signs 1/12 .", "footnotes 1/1"]
LINE_OF_CODE = ["words 4/62 0 8 betyder 80", "signs 3/42 # . %", "code blocks 1/1 line 2: # 0.8 betyder 80 %"]
INDENT = ["code blocks 1/1 line 3: return vatten / mjol if mjol > 0 else None"]
DAMAGES: dict[str, tuple[str, str, str, list[str]]] = {
    "a dropped word": (POST, "wants time, not", "wants, not", ["words 1/60 time"]),
    "words in another order": (POST, "500 g rye flour", "rye flour 500 g", ["order 2/60 500 g"]),
    "a lost link": (
        POST,
        "[the Swedish post](surdeg-for-otaliga.md)",
        "the Swedish post",
        ["links 1/2 https://blogg.example.org/2025/10/surdeg-for-otaliga/"],
    ),
    "a link to another item": (
        POST,
        "(surdeg-for-otaliga.md)",
        "(rakna-hydrering.md)",
        ["links 1/2 https://blogg.example.org/2025/10/surdeg-for-otaliga/"],
    ),
    "a link to no item": (
        POST,
        "(surdeg-for-otaliga.md)",
        "(elsewhere.md)",
        ["links 1/2 https://blogg.example.org/2025/10/surdeg-for-otaliga/"],
    ),
    "a lost picture": (
        POST,
        '<img src="https://blogg.example.org/wp-content/uploads/2025/10/limpa.jpg" alt="A round loaf on a rack">',
        "",
        ["images 1/1 https://blogg.example.org/wp-content/uploads/2025/10/limpa-1024x683.jpg"],
    ),
    "another picture": (
        POST,
        "/2025/10/limpa.jpg",
        "/2025/10/other.jpg",
        ["images 1/1 https://blogg.example.org/wp-content/uploads/2025/10/limpa-1024x683.jpg"],
    ),
    "a lost alternative text": (
        POST,
        ' alt="A round loaf on a rack"',
        "",
        ["alt texts 1/1 A round loaf on a rack"],
    ),
    "swapped cells": (
        POST,
        "| Dough | 4 |",
        "| 4 | Dough |",
        ["order 1/60 Dough", "tables 1/1 row 3, cell 1: Dough"],
    ),
    "another heading": (POST, "## What you need", "### What you need", ["headings 1/1 ## What you need"]),
    "no heading": (POST, "## What you need", "What you need", ["headings 1/1 ## What you need"]),
    "a lost mark of a footnote": (POST, "not work.[^1]", "not work.", NOTE),
    "a lost line of code": (SUM, "    # 0.8 betyder 80 %\n", "", LINE_OF_CODE),
    "code of another indent": (SUM, "    return vatten", "   return vatten", INDENT),
    "signs taken for marks": (SUM, r"5\*3\*2", "5*3*2", ["words 3/62 5 3 2", "signs 2/42 * 2×", "+added 1/104 532"]),
    "an escape too many": (SUM, "i ett skal", r"i \\ett skal", ["+added 1/104 \\"]),
    "a note of the user's": (SUM, "Skriv `hydrering", "PS. Skriv `hydrering", ["+added 2/104 PS ."]),
    "an empty line": (SUM, "kalkylatorn:\n", "kalkylatorn:\n\n", []),
}  # fmt: skip
"""What is done to a file, and exactly what is said of it."""


@pytest.mark.parametrize("name", DAMAGES)
def test_each_kind_of_damage_is_found(out: Path, name: str) -> None:
    """Each damage gives its own differences and no others, and the file is said to be edited."""
    file, before, after, expected = DAMAGES[name]
    change(out / file, before, after)
    found = verify([DEMO], out)
    assert said(found) == {file: expected}
    assert [verdict.is_edited for verdict in found.verdicts] == [True]
    is_loss = any(not line.startswith("+") for line in expected)
    assert (found.edited, found.with_loss) == (1, int(is_loss))
    assert found.exit_status() == (EXIT_FINDINGS if is_loss else EXIT_DONE)


def test_a_truncated_file_is_a_loss(out: Path) -> None:
    """What stood behind the cut is lost, of every kind."""
    text = (out / POST).read_text("utf-8")
    (out / POST).write_text(text[: text.index("Times at")], "utf-8")
    kinds = [line.split(" ")[0] for line in said(verify([DEMO], out))[POST]]
    assert kinds == ["words", "signs", "+added", "links", "images", "headings", "footnotes"]


def test_an_emptied_file_is_a_loss(out: Path) -> None:
    """All words are lost."""
    (out / PHOTO).write_text("", "utf-8")
    found = verify([DEMO], out)
    assert said(found)[PHOTO][0].startswith("words 77/77 ")


def test_a_missing_file_is_a_loss(out: Path) -> None:
    """It is named, all it held counts as lost, and the status is 1."""
    (out / POST).unlink()
    found = verify([DEMO], out)
    (verdict,) = found.verdicts
    assert (verdict.path, verdict.is_edited) == (POST, False)
    assert said(found)[POST][0] == f"files 1/1 {POST} is not there"
    assert (found.wanted["files"], found.lost["files"], found.lost["words"]) == (found.checked, 1, 60)
    assert (found.with_loss, found.exit_status()) == (1, EXIT_FINDINGS)


def test_a_file_with_the_text_of_another_is_a_loss(out: Path) -> None:
    """Nothing of the item is there."""
    shutil.copy(out / SUM, out / PHOTO)
    assert "words" in said(verify([DEMO], out))[PHOTO][0]


@pytest.mark.parametrize(
    ("to", "links"),
    [(to, links) for to in ("markdown", "json", "jsonl") for links in ("permalink", "keep")] + [("markdown", "file")],
)
def test_links_are_followed_in_every_mode(tmp_path: Path, to: str, links: str) -> None:
    """Old addresses, paths from the root and paths from file to file lead to the same items."""
    convert([DEMO], tmp_path, ConvertOptions(to=to, links=links))  # type: ignore[arg-type] # one of three words
    found = verify([DEMO], tmp_path)
    assert (found.checked, found.verdicts, found.edited) == (8, [], 0)
    assert found.wanted["links"] == 9


@pytest.mark.parametrize("again", [False, True], ids=["as written", "formatted anew"])
@pytest.mark.parametrize(("to", "name"), [("json", "site.json"), ("jsonl", "items.jsonl")])
def test_documents_are_judged_item_by_item(tmp_path: Path, to: str, name: str, *, again: bool) -> None:
    """The Markdown in site.json and items.jsonl is compared; an item that is gone is missing."""
    convert([DEMO], tmp_path, ConvertOptions(to=to))
    file = tmp_path / name
    lines = file.read_text("utf-8").splitlines(keepends=True)
    lines = [line for line in lines if '"slug":"om"' not in line or '"id":"120"' not in line]
    file.write_text("".join(lines).replace("Rye wants time", "Rye wants"), "utf-8")
    if again and to == "json":
        file.write_text(json.dumps(json.loads(file.read_text("utf-8")), indent=2), "utf-8")
    found = verify([DEMO], tmp_path)
    by_item = {verdict.item: verdict.differences[0] for verdict in found.verdicts}
    assert {item: (one.kind, one.sample) for item, one in by_item.items()} == {
        "111": ("words", "time"),
        "120": ("files", f"{name} is not there"),
    }
    assert found.edited == 1


def test_what_the_report_names_is_no_loss(tmp_path: Path) -> None:
    """Hidden text and tracking pixels may go by name; without the name they are lost."""
    export = tmp_path / "export.xml"
    spam = '<p style="display:none">spam words</p><img src="https://pixel.wp.com/b.gif" width="1" height="1" />'
    export.write_text(DEMO.read_text("utf-8").replace("Rye wants time", f"{spam} Rye wants time", 1), "utf-8")
    convert([export], tmp_path / "out")
    assert said(verify([export], tmp_path / "out")) == {}
    report = tmp_path / "out" / ".wpmigrate" / "report.json"
    text = report.read_text("utf-8")
    report.write_text(re.sub(r'\{"code": "WXR512".*\n', "", text), "utf-8")
    assert said(verify([export], tmp_path / "out")) == {POST: ["words 2/62 spam words"]}
    report.write_text(re.sub(r'\{"code": "WXR514".*\n', "", text), "utf-8")
    assert said(verify([export], tmp_path / "out")) == {POST: ["images 1/2 https://pixel.wp.com/b.gif"]}


def test_links_lead_to_where_an_item_was_moved(tmp_path: Path) -> None:
    """The site cannot show its old address; without the name nobody knows the new one."""
    export = tmp_path / "export.xml"
    export.write_text(DEMO.read_text("utf-8").replace("/2025/11/rye-bread-a-table-of-times/", "/page/2/"), "utf-8")
    convert([export], tmp_path / "out", ConvertOptions(to="hugo"))
    assert said(verify([export], tmp_path / "out")) == {}
    report = tmp_path / "out" / ".wpmigrate" / "report.json"
    report.write_text(re.sub(r'\{"code": "WXR810".*\n', "", report.read_text("utf-8")), "utf-8")
    assert said(verify([export], tmp_path / "out")) == {"content/posts/surdeg-for-otaliga.md": ["links 1/4 /page/2/"]}


def test_private_items_are_checked_where_they_were_asked_for(tmp_path: Path) -> None:
    """The manifest decides what is expected, not today's policy."""
    convert([DEMO], tmp_path, ConvertOptions(selection=Selection(include=frozenset({"private", "protected"}))))
    found = verify([DEMO], tmp_path)
    assert (found.checked, found.verdicts) == (10, [])
    assert found.skipped == {"attachment": 3, "nav_menu_item": 1}


def test_filters_are_respected(tmp_path: Path) -> None:
    """Items that were not chosen are counted, not missed."""
    convert([DEMO], tmp_path, ConvertOptions(selection=Selection(types=frozenset({"page"}))))
    found = verify([DEMO], tmp_path)
    assert (found.checked, found.with_loss) == (2, 0)
    assert found.skipped["post"] == 8


def test_an_export_with_more_items_than_the_output(tmp_path: Path, out: Path) -> None:
    """A post that was published since is missing; in the other direction, items of other parts are only counted."""
    text = DEMO.read_text("utf-8")
    new = text.replace("<wp:post_id>111<", "<wp:post_id>999<").replace("?p=111<", "?p=999<")
    (tmp_path / "newer.xml").write_text(new, "utf-8")
    found = verify([tmp_path / "newer.xml"], out)
    (verdict,) = found.verdicts
    assert (verdict.item, verdict.path, verdict.differences[0].sample) == ("999", "", "it is not in the output")
    assert found.strangers == 1
    items = re.findall(r"<item>.*?</item>", text, re.DOTALL)
    post = next(item for item in items if "<wp:post_id>111<" in item)
    (tmp_path / "part.xml").write_text(text.replace(post, ""), "utf-8")
    part = verify([tmp_path / "part.xml"], out)
    assert part.strangers == 1
    assert (part.checked, part.verdicts) == (7, [])


def test_what_cannot_be_judged_is_refused(tmp_path: Path, out: Path) -> None:
    """No folder, no manifest, a damaged one, another export, no export."""
    with pytest.raises(OutputError, match="there is no folder"):
        verify([DEMO], tmp_path / "none")
    with pytest.raises(OutputError, match="there is no manifest"):
        verify([DEMO], tmp_path)
    with pytest.raises(InputError):
        verify([out / POST], out)
    with pytest.raises((InputError, UsageError)):
        verify([], out)
    other = re.sub(r"<wp:post_id>(\d+)<", r"<wp:post_id>9\1<", DEMO.read_text("utf-8"))
    (tmp_path / "other.xml").write_text(other, "utf-8")
    with pytest.raises(OutputError, match="made of another export"):
        verify([tmp_path / "other.xml"], out)
    manifest = out / ".wpmigrate" / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8")[:-30], "utf-8")
    with pytest.raises(OutputError, match="damaged"):
        verify([DEMO], out)


def test_a_damaged_report_is_refused(out: Path) -> None:
    """What it would name cannot be known."""
    (out / ".wpmigrate" / "report.json").write_text('{"code": "WXR5\n', "utf-8")
    with pytest.raises(OutputError, match="report"):
        verify([DEMO], out)


def _jekyll(out: Path, other: Path) -> None:
    """Files with dates in their names, below other folders, with other front matter."""
    for file in out.glob("posts/*.md"):
        body = file.read_text("utf-8").split("---\n", 2)[2]
        (other / "_posts").mkdir(parents=True, exist_ok=True)
        (other / "_posts" / f"2025-10-01-{file.name}").write_text(f"---\nlayout: post\n---\n{body}", "utf-8")
    for file in out.glob("pages/**/*.md"):
        folder = other / file.relative_to(out).with_suffix("")
        folder.mkdir(parents=True)
        (folder / "index.md").write_text(file.read_text("utf-8"), "utf-8")


def _by_number(out: Path, other: Path) -> None:
    """Files named by number that say their slugs."""
    other.mkdir()
    for number, file in enumerate([*out.glob("posts/*.md"), *out.glob("pages/**/*.md")]):
        body = file.read_text("utf-8").split("---\n", 2)[2]
        (other / f"{number}.md").write_text(f"Title: x\nSlug: {file.stem}\n\n{body}", "utf-8")


@pytest.mark.parametrize("laid_out", [_jekyll, _by_number])
def test_output_of_other_tools_is_found_by_slug(tmp_path: Path, laid_out: Callable[[Path, Path], None]) -> None:
    """No manifest is needed; only what is public is expected; what is missing is said."""
    convert([DEMO], tmp_path / "out", ConvertOptions(links="keep"))
    other = tmp_path / "other"
    laid_out(tmp_path / "out", other)
    options = VerifyOptions(map="slug")
    found = verify([DEMO], other, options)
    assert (found.checked, said(found)) == (6, {})
    next(other.rglob("*hydrering*.md"), other / "0.md").unlink()
    assert verify([DEMO], other, options).lost["files"] == 1


def test_of_several_files_with_one_slug_the_most_similar_is_taken(tmp_path: Path) -> None:
    """Also when two items share a slug: each gets its own file."""
    convert([DEMO], tmp_path / "out", ConvertOptions(links="keep"))
    other = tmp_path / "other"
    for folder, text in (("a", "Nothing of it."), ("z", (tmp_path / "out" / POST).read_text("utf-8"))):
        (other / folder).mkdir(parents=True)
        (other / folder / Path(POST).name).write_text(text, "utf-8")
    found = verify([DEMO], other, VerifyOptions(map="slug"))
    assert f"z/{Path(POST).name}" not in said(found)
    assert found.lost["files"] == 5


def test_a_folder_without_markdown_is_refused(tmp_path: Path) -> None:
    """There is nothing to judge."""
    with pytest.raises(OutputError, match="holds no Markdown"):
        verify([DEMO], tmp_path, VerifyOptions(map="slug"))


def test_workers_change_nothing(out: Path) -> None:
    """Two processes give the same verification as one."""
    change(out / POST, "wants time, not", "wants, not")
    change(out / PHOTO, "tar två veckor", "tar veckor")
    assert verify([DEMO], out, VerifyOptions(jobs=2)) == verify([DEMO], out, VerifyOptions(jobs=1))


def test_nothing_is_written(out: Path) -> None:
    """Verifying leaves export and output alone."""
    before = {path: path.stat().st_mtime_ns for path in [DEMO, out, *out.rglob("*")]}
    verify([DEMO], out)
    assert before == {path: path.stat().st_mtime_ns for path in [DEMO, out, *out.rglob("*")]}


def test_markdown_that_was_typed_is_judged_as_markdown(tmp_path: Path) -> None:
    """A body with fences stays as it is; a line that is lost from it is found."""
    text = DEMO.read_text("utf-8")
    start = text.index("<![CDATA[", text.index("<content:encoded>", text.index("<wp:post_id>111<") - 5000))
    end = text.index("]]>", start)
    body = "# Titel\n\nEn *rad* text.\n\n```python\nx = 1\n\ny = 2\n```\n"
    export = tmp_path / "export.xml"
    export.write_text(f"{text[:start]}<![CDATA[{body}{text[end:]}", "utf-8")
    convert([export], tmp_path / "out")
    assert said(verify([export], tmp_path / "out")) == {}
    written = next(file for file in (tmp_path / "out").rglob("*.md") if "y = 2" in file.read_text("utf-8"))
    assert body in written.read_text("utf-8")
    change(written, "En *rad* text", "En text")
    (differences,) = said(verify([export], tmp_path / "out")).values()
    assert differences == ["words 1/8 rad"]


def test_local_media_in_markdown_that_was_typed(tmp_path: Path) -> None:
    """Its pictures lead to the copy too."""
    text = DEMO.read_text("utf-8")
    start = text.index("<![CDATA[", text.index("<content:encoded>", text.index("<wp:post_id>111<") - 5000))
    body = "# Titel\n\n![x](https://blogg.example.org/wp-content/uploads/typed.jpg)\n\n```python\nx = 1\n```\n"
    export = tmp_path / "export.xml"
    export.write_text(f"{text[:start]}<![CDATA[{body}{text[text.index(']]>', start) :]}", "utf-8")
    convert([export], tmp_path / "out", ConvertOptions(local_media=True))
    assert said(verify([export], tmp_path / "out")) == {}
    written = next(file for file in (tmp_path / "out").rglob("*.md") if "typed.jpg" in file.read_text("utf-8"))
    assert "![x](../wp-content/uploads/typed.jpg)" in written.read_text("utf-8")
