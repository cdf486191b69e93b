"""The package: what a wheel and a source distribution hold, and that the wheel alone runs."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution and the wheel that is built from it, without the network."""
    folder, source = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("source")
    # A copy, so that building leaves nothing in the checkout.
    shutil.copytree(ROOT / "src", source / "src", ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
    for name in ("pyproject.toml", "MANIFEST.in", "README.md", "CHANGELOG.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, source / name)
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_wheel_has_all_modules_and_data_and_nothing_else(built: Path) -> None:
    """Every module, the type marker, the licence and the notice; no tests, no fixtures."""
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src" / "wpmigrate").rglob("*.py")}
    inside = {name for name in names if ".dist-info/" not in name}
    assert modules | {"wpmigrate/py.typed"} <= inside
    assert all(name.startswith("wpmigrate/") for name in inside)
    assert {name.rpartition("/")[2] for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}


def test_the_source_distribution_can_build_itself(built: Path) -> None:
    """The wheel was built from it; the texts that the build needs are in it."""
    (source,) = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "NOTICE", "src/wpmigrate/py.typed"} <= names
    assert not [name for name in names if name.startswith("tests/")]


def test_the_notice_names_every_dependency() -> None:
    """What is installed beside the package stands in NOTICE with its licence."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    names = [re.split("[<>=]", requirement)[0] for requirement in declared]
    assert not [name for name in names if not re.search(rf"\b{re.escape(name)} \(", notice)]


@pytest.mark.slow
def test_the_wheel_runs_in_a_fresh_environment(built: Path, tmp_path: Path) -> None:
    """Installed alone, with the dependencies of this environment, both ways to start it answer."""
    (wheel,) = built.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    (site,) = (tmp_path / "venv").rglob("site-packages")
    python = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True)
    (here,) = {path for path in map(Path, sys.path) if path.name == "site-packages"}
    (site / "dependencies.pth").write_text(f"{here}\n", encoding="utf-8")
    for command in ([str(python), "-m", "wpmigrate"], [str(python.with_name("wpmigrate"))]):
        done = subprocess.run([*command, "--version"], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("wpmigrate ")
    code = "import wpmigrate; print(wpmigrate.__file__)"
    done = subprocess.run([str(python), "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).is_relative_to(site)
