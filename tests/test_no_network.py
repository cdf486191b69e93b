"""wpmigrate opens no connection: not while it reads, not for what an export names, not in a worker."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

GUARD = """
import sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "urllib.Request"):
        if event in ("socket.connect", "socket.bind") and isinstance(arguments[1], (str, bytes)):
            return  # a socket of the file system, between our own processes
        raise SystemExit(f"the network was used: {event} {arguments}")

sys.addaudithook(refuse)
"""

RUN = GUARD + "from wpmigrate.cli import main\nmain(sys.argv[1:])"


@pytest.mark.parametrize("target", ["markdown", "json", "jsonl"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_conversion_uses_no_network(target: str, jobs: str, tmp_path: Path) -> None:
    """The demo export, which names pictures, a video and other sites, is converted without a connection."""
    arguments = [str(ROOT / "fixtures" / "demo" / "export.xml"), "-o", str(tmp_path / "out"), "--to", target]
    command = [sys.executable, "-c", RUN, *arguments, "--jobs", jobs, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "use", ["socket.create_connection(('192.0.2.1', 80))", "socket.getaddrinfo('example.org', 80)"]
)
def test_the_guard_notices(use: str) -> None:
    """What the other test relies on: a connection and a look-up are seen."""
    command = [sys.executable, "-c", f"{GUARD}\nimport socket\n{use}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("the network was used")
