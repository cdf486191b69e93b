"""`validate`: which findings count, what the exit status is, and that it judges as `convert` does."""

import json
import re
import shutil
from pathlib import Path

import pytest

from wpmigrate import convert
from wpmigrate.api import validate, write_known
from wpmigrate.config import ValidateOptions
from wpmigrate.diagnostics import Severity, codes_of
from wpmigrate.errors import InputError, UsageError

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "fixtures" / "demo" / "export.xml"
BAD = ROOT / "fixtures" / "rules"
CASES = json.loads((ROOT / "fixtures/broken/cases.json").read_text("utf-8"))["cases"]


def codes(options: ValidateOptions, *paths: Path) -> list[str]:
    """The codes of the findings about some exports."""
    return [found.code for found in validate(paths or [DEMO], options).findings]


def test_select_and_ignore() -> None:
    """Both together: what is selected and not ignored."""
    assert set(codes(ValidateOptions(select=codes_of(["WXR6"])))) == {"WXR601"}
    assert codes(ValidateOptions(select=codes_of(["WXR6"]), ignore=codes_of(["dead-internal-link"]))) == []
    assert "WXR601" not in codes(ValidateOptions(ignore=codes_of(["WXR6"])))


def test_a_refusal_cannot_be_ignored() -> None:
    """What was not read was not judged: exit status 2, whatever is selected."""
    found = validate([BAD / "WXR002/bad.xml"], ValidateOptions(ignore=codes_of(["all"])))
    assert ([one.code for one in found.findings], found.exit_status) == (["WXR002"], 2)


def test_one_unreadable_file_among_several_is_an_error() -> None:
    """The others are judged; the exit status is 1."""
    found = validate([DEMO, BAD / "WXR002/bad.xml", BAD / "WXR005/bad.zip"])
    assert {"WXR002", "WXR005", "WXR601"} <= {one.code for one in found.findings}
    assert found.exit_status == 1


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (ValidateOptions(), 0),
        (ValidateOptions(strict=True), 1),
        (ValidateOptions(max_warnings=0), 1),
        (ValidateOptions(max_warnings=1), 0),
        (ValidateOptions(severities=(("WXR221", Severity.ERROR),)), 1),
        (ValidateOptions(severities=(("WXR221", Severity.INFO),), strict=True), 0),
        (ValidateOptions(per_file_ignores=(("bad.*", frozenset({"WXR221"})),), strict=True), 0),
        (ValidateOptions(per_file_ignores=(("*/WXR221/*", frozenset({"WXR221"})),), strict=True), 0),
        (ValidateOptions(per_file_ignores=(("other.xml", frozenset({"WXR221"})),), strict=True), 1),
    ],
)
def test_exit_status_of_a_warning(options: ValidateOptions, status: int) -> None:
    """0 as it is, 1 when warnings count, by number, by severity, by file."""
    assert validate([BAD / "WXR221/bad.xml"], options).exit_status == status


def test_several_sites_are_judged_each_for_itself() -> None:
    """Each finding says which file; nothing of one site is looked for in another."""
    found = validate([BAD / "WXR601/bad.xml", BAD / "WXR436/bad.xml"])
    files = {one.code: one.file for one in found.findings}
    assert files["WXR601"].endswith("WXR601/bad.xml")
    assert files["WXR436"].endswith("WXR436/bad.xml")
    assert len(found.files) == 2


def test_parts_of_one_site_are_judged_together() -> None:
    """What another part holds is not missed."""
    folder = BAD / "WXR444"
    parts = sorted((folder / "good").iterdir())
    assert "WXR444" not in codes(ValidateOptions(), *parts)
    assert "WXR444" in codes(ValidateOptions(), *sorted((folder / "bad").iterdir()))


def test_findings_stand_in_reading_order() -> None:
    """By file as given, then by line and column; those without a line first."""
    found = validate([BAD / "WXR601/bad.xml", DEMO]).findings
    demo = [one for one in found if one.file == str(DEMO)]
    assert found[-len(demo) :] == demo
    assert [one.line or 0 for one in demo] == sorted(one.line or 0 for one in demo)


def test_a_slug_is_shown_as_readers_see_it(tmp_path: Path) -> None:
    """Decoded, so that the path behind it is not cut off."""
    source = tmp_path / "export.xml"
    text = (BAD / "WXR701/bad.xml").read_text("utf-8")
    source.write_text(re.sub("(<wp:post_name>)[^<]*", r"\1r%c3%b6k%ef%bc%9a1", text, count=1), encoding="utf-8")
    (found,) = [one for one in validate([source]).findings if one.code == "WXR701"]
    assert found.message.startswith("the slug rök\uff1a1 cannot be a file name; the file is posts/rök-1.")


def test_a_baseline_hides_what_it_knows(tmp_path: Path) -> None:
    """Known findings are counted and left out, in a file of another name too; a new one is shown and fails."""
    baseline = str(tmp_path / "known.json")
    bad = BAD / "WXR221/bad.xml"
    assert write_known(baseline, validate([bad]).findings) == 1
    moved = tmp_path / "another-name.xml"
    shutil.copy(bad, moved)
    known = validate([moved], ValidateOptions(baseline=baseline, strict=True))
    assert (known.findings, known.known, known.exit_status) == ([], 1, 0)
    moved.write_text(bad.read_text("utf-8").replace(">publish<", ">odd<"), encoding="utf-8")
    fresh = validate([moved], ValidateOptions(baseline=baseline, strict=True))
    assert ([one.code for one in fresh.findings if one.severity is Severity.WARNING], fresh.exit_status) == (
        ["WXR423"],
        1,
    )


@pytest.mark.parametrize(
    "text",
    [None, "", "[]", "[" * 100_000, "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}'],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str | None) -> None:
    """A clear sentence with the file and what to do."""
    path = tmp_path / "known.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        validate([DEMO], ValidateOptions(baseline=str(path)))
    assert raised.value.file == str(path)
    assert "--write-baseline" in raised.value.advice


def test_against_an_earlier_export(tmp_path: Path) -> None:
    """Nothing changed: nothing found. An item gone, hidden or with fewer comments: errors that say so."""
    text = DEMO.read_text("utf-8")
    now = tmp_path / "now.xml"
    shutil.copy(DEMO, now)
    options = ValidateOptions(against=(str(DEMO),), select=codes_of(["WXR45"]))
    assert [one for one in validate([now], options).findings if one.code in ("WXR451", "WXR452")] == []
    now.write_text(re.sub(r"<wp:comment>.*?</wp:comment>", "", text, count=1, flags=re.DOTALL), encoding="utf-8")
    found = validate([now], options)
    assert [one.code for one in found.findings if one.code not in ("WXR450", "WXR455")] == ["WXR452"]
    assert found.exit_status == 1
    hidden = text.replace("<wp:status><![CDATA[publish]]>", "<wp:status><![CDATA[private]]>", 1)
    hidden = hidden if hidden != text else text.replace("<wp:status>publish<", "<wp:status>private<", 1)
    now.write_text(hidden, encoding="utf-8")
    (vanished,) = [one for one in validate([now], options).findings if one.code == "WXR451"]
    assert "no longer public (private)" in vanished.message
    assert vanished.line


def test_each_earlier_site_is_compared_with_itself(tmp_path: Path) -> None:
    """Another site of the same run lacks nothing; one that is not there any more lacks everything; a blog may move."""
    there, other = tmp_path / "there.xml", tmp_path / "other.xml"
    there.write_bytes(DEMO.read_bytes())
    text = DEMO.read_text("utf-8").replace("blogg.example.org", "other.example.org")
    other.write_text(re.sub(r"(<wp:post_id>)(\D*)", r"\g<1>\g<2>9", text), encoding="utf-8")
    selected = codes_of(["vanished-item"])
    found = validate([there, other], ValidateOptions(against=(str(DEMO),), select=selected))
    assert found.findings == []
    found = validate([there], ValidateOptions(against=(str(DEMO), str(other)), select=selected))
    assert found.findings
    assert all("is not in this export" in one.message for one in found.findings)
    other.write_text(text, encoding="utf-8")
    assert validate([other], ValidateOptions(against=(str(DEMO),), select=selected)).findings == []


def test_an_earlier_export_that_cannot_be_read_is_refused() -> None:
    """There is nothing to compare with: the run ends with its error."""
    with pytest.raises(InputError):
        validate([DEMO], ValidateOptions(against=(str(BAD / "WXR002/bad.xml"),)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_convert_judges_alike(case: dict[str, object], tmp_path: Path) -> None:
    """The same codes, as often, on every broken export, apart from what only writing shows."""
    path = ROOT / "fixtures" / "broken" / str(case["file"])
    found = validate([path])
    judged = sorted(one.code for one in found.findings)
    if found.exit_status == 2:
        with pytest.raises(InputError) as raised:
            convert([path], tmp_path / "out")
        assert judged == [raised.value.code]
        return
    (result,) = convert([path], tmp_path / "out")
    written = sorted(one.code for one in result.diagnostics if one.code[:4] != "WXR8" and one.code != "WXR522")
    assert judged == written
    assert found.exit_status == result.exit_status()


def test_workers_find_the_same() -> None:
    """Any number of processes gives the same findings in the same order."""
    path = ROOT / "fixtures" / "demo" / "export.xml"
    assert validate([path], ValidateOptions(jobs=2)).findings == validate([path], ValidateOptions(jobs=1)).findings
