"""Install the generators that the end-to-end tests run, each into `build/generators/<name>/`, from PyPI, npm and apt.

A recipe `<name>.toml` of `RECIPES` says what: `pip` and `npm` are lists of pinned packages, `apt` names Debian packages,
which need root. Without names, all are installed; one that is there already, as its file wants it, is not
touched. Exit 1 when one could not be installed.
"""

import json
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
RECIPES = {
    path.stem: path
    for folder in ("targets/generators", "targets/oracles", "redirects/servers", "comments/importers")
    for path in sorted((ROOT / "tests" / folder).glob("*.toml"))
}
"""Generators, what judges outputs without building them, servers that read redirects, systems that read comments."""
PLACE = ROOT / "build" / "generators"


PIP = ("-m", "pip", "--disable-pip-version-check", "install", "--quiet")


def run(command: list[str], cwd: Path) -> None:
    """Run quietly; raises RuntimeError with the end of the output when it fails."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "ASTRO_TELEMETRY_DISABLED": "1"}
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{(done.stdout + done.stderr)[-3000:]}")


def install_pip(folder: Path, packages: list[str]) -> None:
    """A virtual environment with the packages."""
    venv.create(folder, with_pip=True)
    run(
        [str(folder / "bin" / "python"), *PIP, *packages],
        folder,
    )


def install_npm(folder: Path, packages: list[str]) -> None:
    """`node_modules` with the packages."""
    (folder / "package.json").write_text(json.dumps({"private": True}), encoding="utf-8")
    run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", *packages], folder)


def install_apt(folder: Path, packages: list[str]) -> None:
    """Debian packages, for the whole system, where they are not there yet."""
    if os.name != "posix" or shutil.which("apt-get") is None:
        raise RuntimeError(f"no apt-get here; install {', '.join(packages)} in another way")
    queried = subprocess.run(["dpkg-query", "-W", *packages], capture_output=True, check=False)
    if queried.returncode:
        wait = ["-o", "DPkg::Lock::Timeout=300"]
        run(["apt-get", "update", "-qq"], folder)
        run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *wait, *packages], folder)


INSTALLERS = {"apt": install_apt, "pip": install_pip, "npm": install_npm}


def install(name: str) -> str:
    """Install one generator; a sentence on what came of it."""
    recipe = read(name)
    folder = PLACE / name
    wanted = json.dumps({kind: recipe[kind] for kind in INSTALLERS if kind in recipe})
    stamp = folder / ".installed"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return f"{name}: there already"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for kind, installer in INSTALLERS.items():
        if kind in recipe:
            installer(folder, recipe[kind])
    stamp.write_text(wanted, encoding="utf-8")
    return f"{name}: installed"


def attempt(name: str) -> tuple[bool, str]:
    """Whether it worked, and what is to be said."""
    try:
        return True, install(name)
    except (RuntimeError, OSError) as error:
        return False, f"{name}: not installed: {error}"


def main() -> int:
    """Install what the command line names, two at a time."""
    known = sorted(RECIPES)
    wanted = sys.argv[1:] or [name for name in known if not read(name).get("by_name_only")]
    if unknown := set(wanted) - set(known):
        print(f"no such generator: {', '.join(sorted(unknown))}; there are: {', '.join(known)}")
        return 2
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(attempt, wanted))
    print("\n".join(text for _, text in done))
    return 0 if all(worked for worked, _ in done) else 1


def read(name: str) -> dict[str, Any]:
    """The recipe of a generator."""
    return tomllib.loads(RECIPES[name].read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
