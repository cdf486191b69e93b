"""The table of handlers."""

import importlib
from pathlib import Path

from wpmigrate.content.clean import handlers
from wpmigrate.content.clean.handlers import HANDLERS
from wpmigrate.content.clean.hosts import EMBED_HOSTS, TRACKERS, is_host_in, is_tracker
from wpmigrate.content.clean.vocabulary import BOXES, KEPT, RENAMED


def test_every_file_of_the_folder_is_in_the_table() -> None:
    """A handler that is in no row does nothing, so there is none."""
    files = {path.stem for path in Path(handlers.__file__).parent.glob("*.py")} - {"__init__"}
    rows = {handler.__module__.rpartition(".")[2] for handler in HANDLERS.values()}
    assert files == rows
    for name in files:
        assert importlib.import_module(f"{handlers.__name__}.{name}").__doc__


def test_each_element_has_one_fate() -> None:
    """An element is kept, renamed or a box, not two of them."""
    assert not KEPT & BOXES
    assert not KEPT & RENAMED.keys()
    assert not BOXES & RENAMED.keys()


def test_hosts_stand_for_their_subdomains() -> None:
    """A name that merely ends alike is another host."""
    assert is_host_in("www.youtube.com", EMBED_HOSTS)
    assert not is_host_in("notyoutube.com", EMBED_HOSTS)
    assert not is_host_in("youtube.com.evil.example", EMBED_HOSTS)
    assert is_tracker("feeds.wordpress.com", "/1.0/comments/x")
    assert not is_tracker("www.facebook.com", "/someone")
    assert all(host == host.lower() for host in [*EMBED_HOSTS, *TRACKERS])
