"""Lines of a file: LF, CR LF and a lone CR each end one."""

from .source import Data

_WINDOW = 1 << 20


def count_lines(data: Data, start: int, end: int) -> int:
    """How many lines end between two offsets."""
    total = 0
    for low in range(start, end, _WINDOW):
        window = data[low : min(low + _WINDOW, end)]
        total += window.count(b"\n")
        if b"\r" in window:
            total += window.count(b"\r") - window.count(b"\r\n")
            if window.endswith(b"\r") and data[low + len(window) : low + len(window) + 1] == b"\n":
                total -= 1
    return total


def line_ends(text: bytes) -> bytes:
    """Only the line ends of a text: what stands in for left-out text, so that later lines keep their numbers."""
    return bytes(text.translate(None, _NO_LINE_END))


_NO_LINE_END = bytes(code for code in range(256) if code not in b"\r\n")
