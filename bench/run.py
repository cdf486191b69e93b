"""Compare a conversion with the floor, in one run, and hold the result against the limits: `make bench`.

Everything lies on tmpfs where there is one, so that the disk is not what is measured. Floor and conversion take turns;
the medians are compared. Memory is watched in runs of its own. The exit status is 1 when a limit is broken, a
conversion does not end with 0, or the files are not all there.
"""

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench import floor, generate, measure

SHARED_MEMORY = Path("/dev/shm")
DATA = Path(__file__).parent / "data"
MEGABYTE = 1_000_000

WALL_LIMIT = 2.5
"""Wall time with two workers, in floors."""
VALIDATE_LIMIT = 1.5
"""Wall time of a validation with two workers, in plain parses of its XML and HTML."""
CPU_LIMIT = 3.5
"""CPU time with one process, in floors."""
MEMORY_LIMIT = 150 * MEGABYTE
"""Peak of the process tree, however long the export."""


@dataclass(slots=True)
class Bench:
    """A folder for all that is made, and the rows of the table that is printed at the end."""

    folder: Path
    rows: list[tuple[str, str, str, bool]] = field(default_factory=list)

    def row(self, what: str, figure: str, limit: str, *, holds: bool) -> None:
        """Add a row and say it at once: a long run should not be silent."""
        self.rows.append((what, figure, limit, holds))
        print(f"{'ok  ' if holds else 'FAIL'} {what:<44} {figure:>18}  {limit}", flush=True)

    def export(self, posts: int) -> tuple[Path, dict[str, int]]:
        """A generated export and what is in it; made once."""
        path = self.folder / f"export-{posts}.xml"
        if not path.exists():
            facts = generate.write(generate.Plan(posts, seed=1), path)
            print(f"     {posts} posts: {facts['items']} items, {facts['bytes'] / MEGABYTE:.0f} MB", flush=True)
        return path, json.loads(path.with_name(path.name + ".json").read_text(encoding="utf-8"))

    def timed(self, command: list[str], *, watch_memory: bool = False) -> measure.Run:
        """One run of `command` into a fresh folder `out`, temporary files beside it."""
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        environment = os.environ | {"TMPDIR": str(self.folder), "PYTHONHASHSEED": "0"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode
        return measure.run(command, environment=environment, watch_memory=watch_memory)

    def floor(self, export: Path) -> measure.Run:
        """One run of the floor; raises SystemExit when it fails."""
        done = self.timed([sys.executable, floor.__file__, str(export), str(self.folder / "out")])
        if done.status != 0:
            raise SystemExit(f"the floor ended with {done.status}")
        return done

    def plain_parse(self, export: Path) -> measure.Run:
        """One parse of the XML and of every body, nothing else; raises SystemExit when it fails."""
        done = self.timed([sys.executable, floor.__file__, str(export)])
        if done.status != 0:
            raise SystemExit(f"the plain parse ended with {done.status}")
        return done

    def validate(self, export: Path) -> measure.Run:
        """One validation with two workers; raises SystemExit when it finds an error in the sound export."""
        findings = self.folder / "findings.json"
        command = [sys.executable, "-m", "wpmigrate", "validate", str(export), "--format", "json"]
        done = self.timed([*command, "--output", str(findings), "--jobs", "2"])
        counts = json.loads(findings.read_text(encoding="utf-8"))["counts"]
        if done.status != 0 or counts["error"] or counts["warning"]:
            raise SystemExit(f"the validation ended with {done.status}: {counts}")
        return done

    def convert(self, export: Path, facts: dict[str, int], jobs: int, *, watch_memory: bool = False) -> measure.Run:
        """One conversion, with what came out checked; raises SystemExit when it is not what was in the export."""
        out = self.folder / "out"
        command = [sys.executable, "-m", "wpmigrate", "convert", str(export), "-o", str(out), "--quiet"]
        done = self.timed([*command, "--jobs", str(jobs)], watch_memory=watch_memory)
        if done.status != 0:
            raise SystemExit(f"the conversion ended with {done.status}")
        manifest = json.loads((out / ".wpmigrate" / "manifest.json").read_text(encoding="utf-8"))
        rows = len(manifest["items"])
        files = sum(1 for _ in out.rglob("*.md"))
        if (rows, files) != (facts["items"], facts["written"]):
            raise SystemExit(f"{rows} items and {files} files; {facts['items']} and {facts['written']} were expected")
        return done


def median(runs: list[measure.Run], of: Callable[[measure.Run], float]) -> float:
    """The median of one figure."""
    return statistics.median(map(of, runs))


def times(bench: Bench, posts: int, rounds: int) -> None:
    """Wall time with two workers and CPU time with one process, beside the floor."""
    export, facts = bench.export(posts)
    floors, pairs, singles = [], [], []
    for _ in range(rounds):
        floors.append(bench.floor(export))
        pairs.append(bench.convert(export, facts, jobs=2))
        singles.append(bench.convert(export, facts, jobs=1))
    bench.row(f"{posts} posts, conversions that exit 0", f"{2 * rounds} of {2 * rounds}", "all", holds=True)
    bench.row(f"{posts} posts, files checked in each", str(facts["written"]), "all", holds=True)
    for what, runs, of, limit in (
        ("wall, two workers", pairs, lambda run: run.wall, WALL_LIMIT),
        ("CPU, one process", singles, lambda run: run.cpu, CPU_LIMIT),
    ):
        least, taken = median(floors, of), median(runs, of)
        figure = f"{taken:.2f} s / {least:.2f} s"
        ratio = taken / least
        bench.row(f"{posts} posts, {what}: {ratio:.2f} floors", figure, f"≤ {limit}", holds=ratio <= limit)


def validation(bench: Bench, posts: int, rounds: int) -> None:
    """Wall time of a validation, beside a plain parse."""
    export, _ = bench.export(posts)
    parses, runs = [], []
    for _ in range(rounds):
        parses.append(bench.plain_parse(export))
        runs.append(bench.validate(export))
    least, taken = (median(found, lambda run: run.wall) for found in (parses, runs))
    ratio = taken / least
    what = f"{posts} posts, validate, two workers: {ratio:.2f} parses"
    bench.row(what, f"{taken:.2f} s / {least:.2f} s", f"≤ {VALIDATE_LIMIT}", holds=ratio <= VALIDATE_LIMIT)


def memory(bench: Bench, posts: int) -> None:
    """Peak memory of the process tree with two workers."""
    export, facts = bench.export(posts)
    done = bench.convert(export, facts, jobs=2, watch_memory=True)
    limit = f"≤ {MEMORY_LIMIT / MEGABYTE:.0f} MB"
    bench.row(
        f"{posts} posts, peak memory of all processes",
        f"{done.peak / MEGABYTE:.0f} MB",
        limit,
        holds=0 < done.peak <= MEMORY_LIMIT,
    )


def main() -> int:
    """Parse the options, run, and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=10_000, help="posts of the export that is timed")
    parser.add_argument("--many", type=int, default=50_000, help="posts of the export for memory alone; 0: none")
    parser.add_argument("--rounds", type=int, default=5, help="runs of which the median is taken")
    parser.add_argument("--quick", action="store_true", help="1000 posts, three rounds, no long export")
    given = parser.parse_args()
    if given.quick:
        given.posts, given.many, given.rounds = 1_000, 0, 3
    DATA.mkdir(exist_ok=True)
    parent = SHARED_MEMORY if os.access(SHARED_MEMORY, os.W_OK) else DATA
    folder = Path(tempfile.mkdtemp(prefix="wpmigrate-bench-", dir=parent))
    bench = Bench(folder)
    try:
        times(bench, given.posts, given.rounds)
        validation(bench, given.posts, given.rounds)
        if measure.PROC.joinpath("self/smaps_rollup").exists():
            for posts in filter(None, (given.posts, given.many)):
                memory(bench, posts)
        else:
            print("     memory is not watched: this system has no /proc/PID/smaps_rollup")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if all(holds for *_, holds in bench.rows) else 1


if __name__ == "__main__":
    sys.exit(main())
