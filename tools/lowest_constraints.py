"""Print the lowest release of each declared dependency as pip constraints: `click>=8.1.7` becomes `click==8.1.7`.

Only what the package itself needs is held down; the test tools are the developers' own and stay new.
"""

import re
import sys
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"
REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)>=(?P<version>[0-9][0-9A-Za-z.]*)(?:,.*)?")


def lowest(requirements: list[str]) -> list[str]:
    """Each `NAME>=VERSION` as `NAME==VERSION`; raises ValueError for a requirement that names no lower bound."""
    found = []
    for requirement in requirements:
        match = REQUIREMENT.fullmatch(requirement.replace(" ", ""))
        if match is None:
            raise ValueError(f"{requirement!r} names no lowest release (NAME>=VERSION)")
        found.append(f"{match['name']}=={match['version']}")
    return found


if __name__ == "__main__":
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    sys.stdout.write("".join(f"{line}\n" for line in lowest(project["dependencies"])))
