"""A generator as the end-to-end tests run it: where it is, how it builds, and what it says while it does."""

import os
import re
import subprocess
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from installed import require

from wpmigrate.targets import TARGETS

ROOT = Path(__file__).parents[3]
RECIPES = ROOT / "tests" / "targets" / "generators"
INSTALLED = ROOT / "build" / "generators"

COMPLAINT = re.compile(
    r"\b(?:WARN|WARNING|ERROR|CRITICAL|FATAL|Deprecation|Traceback)\b|\b(?:warning|error):", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class Generator:
    """A recipe of `generators/`: the file's own comments say what each field is."""

    name: str
    executable: str
    build: list[str]
    content: str
    others: list[str]
    #: Builds the output of this target; empty: the one of its own name.
    target: str = ""
    pip: list[str] = field(default_factory=list)
    npm: list[str] = field(default_factory=list)
    apt: list[str] = field(default_factory=list)
    #: Runs only when it is asked for by name: `WPMIGRATE_GENERATORS=docusaurus`.
    by_name_only: bool = False
    env: dict[str, str] = field(default_factory=dict)
    #: Lines of the build that are no complaints, as regular expressions.
    harmless: list[str] = field(default_factory=list)
    #: Parts of the content that the generator adds, as XPath: marks of footnotes, anchors of headings.
    added: list[str] = field(default_factory=list)
    #: Where the built site stands; empty: where the target says.
    public: str = ""
    #: Whether pages show the comments.
    shows_comments: bool = True
    #: Whether posts that stick stand first in the list of posts.
    sticks: bool = True
    #: Whether items of all kinds lead to the old pages of their terms.
    leads_to_terms: bool = True
    #: Whether the generator itself makes pages that lead former addresses on.
    leads_on: bool = True

    @property
    def target_name(self) -> str:
        """The target whose output it builds."""
        return self.target or self.name

    @property
    def feed(self) -> str:
        """The address of the feed of the built site; empty for none."""
        scaffold = TARGETS[self.target_name].scaffold
        return scaffold.feed if scaffold is not None else ""

    def executable_path(self) -> Path:
        """Where its program is; an absolute path of the system, or one below the folder where it was installed."""
        return INSTALLED / self.name / self.executable

    def require(self) -> None:
        """Skip the test, saying how to get the generator, or fail where all generators must be there."""
        require(self.name, self.executable_path(), by_name_only=self.by_name_only)

    def run(self, site: Path) -> str:
        """Build the site strictly; its output. Fails for an exit status or a line that complains."""
        program = str(self.executable_path())
        command = [part.format(executable=program, installed=INSTALLED / self.name) for part in self.build]
        environment = {
            **os.environ,
            **{key: text.format(installed=INSTALLED / self.name) for key, text in self.env.items()},
        }
        done = subprocess.run(
            command, cwd=site, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=900
        )
        output = done.stdout + done.stderr
        assert done.returncode == 0, output[-6000:]
        harmless = [re.compile(pattern) for pattern in self.harmless]
        complaints = [
            line
            for line in output.splitlines()
            if COMPLAINT.search(line) and not any(pattern.search(line) for pattern in harmless)
        ]
        assert not complaints, "\n".join(complaints[:40])
        return output


def generators() -> list[Generator]:
    """All of them, by name."""
    return [
        Generator(name=path.stem, **tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(RECIPES.glob("*.toml"))
    ]
