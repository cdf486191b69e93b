"""Judging and inspecting keep the index in memory, not the file: what is mapped of it is let go as well."""

import subprocess
import sys
from pathlib import Path

import pytest

GOOD = (Path(__file__).parents[2] / "fixtures/rules/WXR520/good.xml").read_text("utf-8")
HEAD, ITEM = GOOD[: GOOD.index("\t<item>")], GOOD[GOOD.index("\t<item>") : GOOD.index("</channel>")]
MEASURED = """
import sys
from pathlib import Path
from wpmigrate.api import validate
from wpmigrate.config import ValidateOptions
from wpmigrate.inspection import inspect
inspect([sys.argv[1]], jobs=1)
assert any(found.line and found.column for found in validate([sys.argv[1]], ValidateOptions(jobs=1)).findings)
status = dict(line.split(":") for line in Path("/proc/self/status").read_text().splitlines())
print(int(status["VmHWM"].split()[0]) >> 10)
"""


def peak_of(path: Path, items: int) -> int:
    """Megabytes that inspecting and validating an export of about 50 kB an item takes."""
    body = "<p>Some words on coffee, cake and the weather of a day in spring.</p>\n" * 700
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for number in range(items):
            file.write(
                ITEM.replace("<p>", f"[left_over]\n{body}<p>", 1).replace("<wp:post_id>", f"<wp:post_id>{number}")
            )
        file.write("</channel></rss>")
    done = subprocess.run([sys.executable, "-c", MEASURED, str(path)], check=True, capture_output=True, text=True)
    return int(done.stdout)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell the peak of a process")
def test_memory_is_bounded_by_the_index(tmp_path: Path) -> None:
    """Ten times the text, hardly more memory: findings at the end of a file do not pull all of it in."""
    few, many = peak_of(tmp_path / "few.xml", 60), peak_of(tmp_path / "many.xml", 600)
    assert (tmp_path / "many.xml").stat().st_size > 25_000_000
    assert many - few < 8
