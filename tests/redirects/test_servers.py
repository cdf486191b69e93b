"""Real servers read the files of redirects and answer old addresses as they should."""

import http.client
import json
import re
import socket
import subprocess
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote, unquote

import pytest
from installed import require

from wpmigrate.redirects import FORMATS, Redirect

HERE = Path(__file__).parent
HARD = Path(__file__).parents[2] / "fixtures" / "redirects" / "hard.json"


def redirects() -> list[Redirect]:
    """The fixture: addresses with everything that servers read as something else."""
    return [
        Redirect(
            row["path"], row["to"], tuple((name, value) for name, value in row.get("query", ())), row.get("status", 301)
        )
        for row in json.loads(HARD.read_text("utf-8"))
    ]


@dataclass(frozen=True, kw_only=True)
class Server:
    """A recipe of `servers/`."""

    name: str
    executable: str
    format: str
    file: str
    command: list[str]
    config: str
    apt: list[str]


SERVERS = [
    Server(name=path.stem, **tomllib.loads(path.read_text("utf-8"))) for path in sorted(HERE.glob("servers/*.toml"))
]


def free_port() -> int:
    """A port of the loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(server: Server, folder: Path) -> Iterator[int]:
    """The server over a small site with the fixture's redirects; its port. It is ended when the test is."""
    text = FORMATS[server.format].render(redirects())
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("home")
    (folder / "site" / "blogg").mkdir()
    (folder / "site" / "blogg" / "index.html").write_text("blog")
    (folder / server.file).write_text(text, "utf-8")
    port = free_port()
    # What the file itself says is to stand in the server block.
    uses = "\n".join(line.lstrip("# ") for line in re.findall(r"#\s+if .*", text))
    (folder / "server.conf").write_text(server.config.format(folder=folder, port=port, uses=uses), "utf-8")
    folder.chmod(0o755)
    command = [part.format(executable=server.executable, folder=folder) for part in server.command]
    log = folder / "log"
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out, cwd=folder) as process:
        try:
            deadline = time.monotonic() + 60
            while not listens(port):
                assert process.poll() is None, log.read_text("utf-8", "replace")
                assert time.monotonic() < deadline, log.read_text("utf-8", "replace")
                time.sleep(0.05)
            yield port
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def listens(port: int) -> bool:
    """Whether somebody answers there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def answer(port: int, target: str) -> tuple[int, str]:
    """(status, new address without the server's own name) for a request target as it goes over the wire."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", target, headers={"Host": "127.0.0.1"})
    response = connection.getresponse()
    response.read()
    location = response.getheader("Location") or ""
    connection.close()
    return response.status, re.sub(r"^http://127\.0\.0\.1(:\d+)?(?=/)", "", location)


def forms(redirect: Redirect) -> Iterator[str]:
    """The old address as browsers, old links and careless people send it."""
    path = quote(redirect.path)
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in redirect.query)
    if query:
        yield f"{path}?{query}"
        yield f"{path}?utm_source=x&{query}&y=2"
        yield f"{path}?{re.sub('%..', lambda found: found[0].lower(), query)}"
        return
    yield path
    yield re.sub("%..", lambda found: found[0].lower(), path)
    yield path.rstrip("/")
    yield f"{path}?utm_source=x"


@pytest.mark.generator
@pytest.mark.parametrize("server", SERVERS, ids=lambda server: server.name)
def test_a_server_leads_old_addresses_on(server: Server) -> None:
    """Each form of each old address, and nothing else."""
    require(server.name, Path(server.executable))
    # Not pytest's own folder: as root, servers serve as a user who may not look into it.
    with TemporaryDirectory() as folder, running(server, Path(folder)) as port:
        for redirect in redirects():
            for target in forms(redirect):
                status, to = answer(port, target)
                assert (status, unquote(to.partition("?utm")[0])) == (redirect.status, unquote(redirect.to)), target
        for page in ("/", "/?p=1", "/?p=1234", "/?xp=123", "/?s=p", "/blogg/", "/?cat=33"):
            assert answer(port, page)[0] == 200, page
        for missing in ("/xay/", "/2010/12/plain/more/", "/archives/1234", "/aab(c)d.html"):
            assert answer(port, missing)[0] == 404, missing
