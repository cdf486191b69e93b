"""Cleaning takes time in proportion to its input, however hostile."""

import subprocess
import sys
import time
from collections.abc import Callable
from copy import deepcopy

import pytest

from wpmigrate.content.clean import CleanOptions, clean
from wpmigrate.html import parse_fragment

HOSTILE: dict[str, Callable[[int], str]] = {
    "boxes": lambda n: "<div>" * n + "x" + "</div>" * n,
    "boxes with text": lambda n: "<div>a" * n,
    "boxes with paragraphs": lambda n: "<div><p>a</p>" * n,
    "styled spans": lambda n: "<span style='font-weight:bold'>" * n + "x",
    "marks around paragraphs": lambda n: "<b><i><u>" * (n // 3) + "<p>x</p>" * n,
    "forms": lambda n: "<form><label>x" * n,
    "attributes": lambda n: "<p " + " ".join(f"a{i}=x" for i in range(n)) + ">x</p>",
    "a long style": lambda n: "<p style='" + "a:b;" * n * 10 + "'>x</p>",
    "pictures behind text": lambda n: "<p style='url(;" + "background:" * n + "'>x</p>",
    "players": lambda n: "<video>" * n + "<p>x" * n,
    "sources": lambda n: "<video>" + "<source src=a><track src=b>" * n,
    "breaks": lambda n: "<p>" + "<br>" * n + "x</p>",
    "pairs of breaks": lambda n: "<p>" + "x<br><br>" * n + "x</p>",
    "breaks in marks": lambda n: "<p>" + "<b>" * n + "<br></b>" * n + "</p>",
    "code in code": lambda n: "<pre>" * n + "x",
    "noscript": lambda n: "<noscript><img src=a>" * n,
    "objects": lambda n: "<object><embed src=a.swf>" * n,
    "lists": lambda n: "<ul><li>x" * n,
    "tables": lambda n: "<table><tr><td>" * n + "x",
    "no-break spaces": lambda n: "<p>" + "a\u00a0 " * n * 3 + "a</p>",
    "sizes": lambda n: "<img src='/wp-content/uploads/a" + "-1x1" * n + ".jpg'>",
    "placeholders": lambda n: "<img src='" + "/blank" * n * 5 + "'>",
    "ids": lambda n: "".join(f"<a href=#a{i}>x</a><h2 id=a{i}>x</h2>" for i in range(n)),
}


def seconds(text: str) -> float:
    """The processor time of one cleaning, the best of three."""
    parsed = parse_fragment(text)
    best = 99.0
    for _ in range(3):
        root = deepcopy(parsed)
        started = time.process_time()
        clean(root, CleanOptions())
        best = min(best, time.process_time() - started)
    return best


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_input_takes_no_square_of_the_time(name: str) -> None:
    """From 7,500 to 30,000 the time grows by far less than the 16 times of a square.

    Measured in a process of its own: in one that has run for long, a tree of this size lies all over the memory.
    """
    done = subprocess.run([sys.executable, __file__, name], capture_output=True, text=True, check=True)
    short, long = map(float, done.stdout.split())
    assert long < max(short, 0.03) * 10


if __name__ == "__main__":
    sys.stdout.write(f"{seconds(HOSTILE[sys.argv[1]](7_500))} {seconds(HOSTILE[sys.argv[1]](30_000))}\n")
