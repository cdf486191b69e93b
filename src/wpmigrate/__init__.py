"""wpmigrate reads a WordPress export (WXR) and writes clean Markdown or JSON."""

from ._version import VERSION as __version__

__all__ = ["__version__"]
