"""What conversions lose, measured against what WordPress itself shows of the same posts: `python -m bench.fidelity`.

Needs the larger set of exports (WPMIGRATE_CORPUS), which holds the exports, WordPress's rendering of each post and the program
that compares both with the Markdown. Each export is converted with the default target and `--links keep`. Prints the worst
posts of each, one line of figures over all, and the same without what `differences.toml` names and explains; the exit status
is 1 if a figure of the last line misses its threshold, or if a named post no longer differs.
"""

import argparse
import json
import os
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

AT_LEAST = {
    "words": 99.95, "no_word_lost": 99.5, "in_order": 99.5, "lines": 99.5, "marks": 99.5, "links": 99.8, "images": 99.8,
    "media": 99.8, "headings": 99.5, "lists": 99.5, "code": 99.5, "tables": 99.5,
}  # fmt: skip
AT_MOST = {"extra_words": 0.1, "easy_html": 1.0, "shortcodes_left": 0.3, "missing": 0}
"""Percentages, but for `missing`, which counts posts. The program that compares says what each means."""

OUT = Path("build") / "fidelity"
DIFFERENCES = Path(__file__).parent / "differences.toml"

#: Of a figure whose differences can be named: the count that it stands on, and what a post is short of in it.
_SHORT: dict[str, tuple[str, Callable[[Counter[str]], int]]] = {
    "in_order": ("in_order", lambda total: total["text_posts"] - total["in_order"]),
    "links": ("links_in", lambda total: total["links"] - total["links_in"]),
    "media": ("media_in", lambda total: total["media"] - total["media_in"]),
    "code": ("code_in", lambda total: total["code"] - total["code_in"]),
    "extra_words": ("extra", lambda total: -total["extra"]),
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A rendering beside the folder that its export was converted to, and the program that compares both."""

    rendering: Path
    out: Path
    #: How the program finds the files of posts: `manifest` or `slug`.
    map: str
    program: Path

    def run(self, worst: int) -> str:
        """Write the counts to `counts`; gives the worst posts, as text."""
        command = [sys.executable, str(self.program), str(self.rendering), str(self.out), "--map", self.map]
        command += ["--json", str(self.counts), "--worst", str(worst)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    @property
    def counts(self) -> Path:
        """The file with the counts."""
        return OUT / f"{self.rendering.stem}.json"


def pairs(corpus: Path) -> Iterator[tuple[Path, Path]]:
    """Each export with the rendering of its posts."""
    truth = corpus / "wordpress-truth"
    for export in ("themeunittestdata.wordpress.xml", "wptest.xml", "own-site-en.xml"):
        yield truth / export, truth / f"{export.removesuffix('.xml').removesuffix('.wordpress')}.jsonl"
    for rendering in sorted((truth / "real").glob("*.jsonl")):
        yield corpus / "corpus" / f"{rendering.stem}.xml", rendering


def measure(export: Path, rendering: Path, program: Path, worst: int) -> tuple[Comparison, str]:
    """Convert an export and compare; gives the worst posts too. Raises SystemExit when nothing was written."""
    out = OUT / rendering.stem
    command = [sys.executable, "-m", "wpmigrate", str(export), "-o", str(out)]
    command += ["--links", "keep", "--jobs", "1", "--quiet"]
    converted = subprocess.run(command, capture_output=True, text=True, check=False)
    if not (out / ".wpmigrate" / "manifest.json").exists():
        raise SystemExit(f"{export}: {converted.stderr}")
    comparison = Comparison(rendering, out, "manifest" if has_its_ids(out, rendering) else "slug", program)
    return comparison, comparison.run(worst)


def has_its_ids(out: Path, rendering: Path) -> bool:
    """Whether the rendering calls posts by the ids of the export: WordPress gave new ones where they were taken."""
    written = {row["id"] for row in json.loads((out / ".wpmigrate" / "manifest.json").read_text("utf-8"))["items"]}
    return all(str(row["id"]) in written for row in rows_of(rendering) if row["post_type"] in ("post", "page"))


def rows_of(rendering: Path) -> Iterator[dict[str, str | int]]:
    """The posts of a rendering."""
    yield from map(json.loads, filter(None, rendering.read_text("utf-8").split("\n")))


def named_counts(done: list[Comparison]) -> tuple[Counter[str], list[str]]:
    """What to add to the counts of all for the differences that are named, and those that are there no more."""
    found, stale = Counter[str](), list[str]()
    by_export = {one.rendering.stem: one for one in done}
    for row in tomllib.loads(DIFFERENCES.read_text("utf-8"))["difference"]:
        for post in row["posts"]:
            added = _counts_of_post(by_export[row["export"]], post, row["figures"])
            if not any(added.values()):
                stale.append(f"{row['export']}, post {post}, does not differ: take it out of {DIFFERENCES.name}")
            found.update(added)
    return found, stale


def _counts_of_post(whole: Comparison, post: int, figures: list[str]) -> Counter[str]:
    """What one post is short of in the figures: it is compared alone."""
    alone = replace(whole, rendering=OUT / f"{whole.rendering.stem}-{post}.jsonl")
    rows = (json.dumps(row) for row in rows_of(whole.rendering) if row["id"] == post)
    alone.rendering.write_text("\n".join(rows), "utf-8")
    alone.run(worst=0)
    total = Counter[str](json.loads(alone.counts.read_text("utf-8"))["total"])
    return Counter({name: count(total) for figure in figures for name, count in [_SHORT[figure]]})


def summed(program: Path, files: list[Path]) -> str:
    """One line of figures over several files of counts."""
    add = [sys.executable, str(program), "--sum", *map(str, files)]
    return subprocess.run(add, capture_output=True, text=True, check=True).stdout


def missed(figures: dict[str, float]) -> list[str]:
    """A sentence for each figure that misses its threshold."""
    low = [f"{name} {figures[name]}, at least {least}" for name, least in AT_LEAST.items() if figures[name] < least]
    return low + [f"{name} {figures[name]}, at most {most}" for name, most in AT_MOST.items() if figures[name] > most]


def main() -> int:
    """Measure all; gives the exit status."""
    ask = argparse.ArgumentParser(prog="python -m bench.fidelity", description=__doc__.split("\n", 1)[0])
    ask.add_argument("--worst", type=int, default=10, help="how many posts to name of each export (default 10)")
    worst = ask.parse_args().worst
    if "WPMIGRATE_CORPUS" not in os.environ:
        raise SystemExit("WPMIGRATE_CORPUS names no folder of exports")
    corpus = Path(os.environ["WPMIGRATE_CORPUS"])
    program = corpus / "tools" / "fidelity.py"
    OUT.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        done = list(threads.map(lambda pair: measure(pair[0], pair[1], program, worst), pairs(corpus)))
    for comparison, text in done:
        print(f"{comparison.rendering.stem}\n{text}")
    files = [comparison.counts for comparison, _ in done]
    everything = summed(program, files)
    print(f"all differences\n{everything}" + "".join(f"  {text}\n" for text in missed(json.loads(everything))))
    named, stale = named_counts([comparison for comparison, _ in done])
    explained = OUT / "differences.json"
    explained.write_text(json.dumps({"total": named}), "utf-8")
    rest = summed(program, [*files, explained])
    found = [*missed(json.loads(rest)), *stale]
    print(f"without those that {DIFFERENCES.name} explains\n{rest}" + ("\n".join(found) or "every threshold is held"))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
