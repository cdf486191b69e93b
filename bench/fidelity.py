"""What conversions lose, measured against what WordPress itself shows of the same posts: `python -m bench.fidelity`.

Needs the larger set of exports (WPMIGRATE_CORPUS), which holds the exports, WordPress's rendering of each post and the program
that compares both with the Markdown. Each export is converted with the default target and `--links keep`. Prints the worst
posts of each and one line of figures over all; the exit status is 1 if a figure misses its threshold.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

AT_LEAST = {
    "words": 99.95, "no_word_lost": 99.5, "in_order": 99.5, "lines": 99.5, "marks": 99.5, "links": 99.8, "images": 99.8,
    "media": 99.8, "headings": 99.5, "lists": 99.5, "code": 99.5, "tables": 99.5,
}  # fmt: skip
AT_MOST = {"extra_words": 0.1, "easy_html": 1.0, "shortcodes_left": 0.3, "missing": 0}
"""Percentages, but for `missing`, which counts posts. The program that compares says what each means."""

OUT = Path("build") / "fidelity"


def pairs(corpus: Path) -> Iterator[tuple[Path, Path]]:
    """Each export with the rendering of its posts."""
    truth = corpus / "wordpress-truth"
    for export in ("themeunittestdata.wordpress.xml", "wptest.xml", "own-site-en.xml"):
        yield truth / export, truth / f"{export.removesuffix('.xml').removesuffix('.wordpress')}.jsonl"
    for rendering in sorted((truth / "real").glob("*.jsonl")):
        yield corpus / "corpus" / f"{rendering.stem}.xml", rendering


def measure(export: Path, rendering: Path, corpus: Path, worst: int) -> tuple[Path, str]:
    """Convert an export and compare: the file with the figures, and the worst posts as text."""
    out, figures = OUT / rendering.stem, OUT / f"{rendering.stem}.json"
    command = [
        sys.executable,
        "-m",
        "wpmigrate",
        str(export),
        "-o",
        str(out),
        "--links",
        "keep",
        "--jobs",
        "1",
        "--quiet",
    ]
    converted = subprocess.run(command, capture_output=True, text=True, check=False)
    if not (out / ".wpmigrate" / "manifest.json").exists():
        raise SystemExit(f"{export}: {converted.stderr}")
    compare = [sys.executable, str(corpus / "tools" / "fidelity.py"), str(rendering), str(out)]
    compare += ["--map", "manifest" if has_its_ids(out, rendering) else "slug"]
    compared = subprocess.run(
        [*compare, "--json", str(figures), "--worst", str(worst)], capture_output=True, text=True, check=True
    )
    return figures, f"{rendering.stem}\n{compared.stdout}"


def has_its_ids(out: Path, rendering: Path) -> bool:
    """Whether the rendering calls posts by the ids of the export: WordPress gave new ones where they were taken."""
    written = {row["id"] for row in json.loads((out / ".wpmigrate" / "manifest.json").read_text("utf-8"))["items"]}
    rows = map(json.loads, filter(None, rendering.read_text("utf-8").split("\n")))
    return all(str(row["id"]) in written for row in rows if row["post_type"] in ("post", "page"))


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
    OUT.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        done = list(threads.map(lambda pair: measure(pair[0], pair[1], corpus, worst), pairs(corpus)))
    for _, text in done:
        print(text)
    add = [sys.executable, str(corpus / "tools" / "fidelity.py"), "--sum", *(str(path) for path, _ in done)]
    total = subprocess.run(add, capture_output=True, text=True, check=True).stdout
    print(total, end="")
    found = missed(json.loads(total))
    print("\n".join(found) or "every threshold is held")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
