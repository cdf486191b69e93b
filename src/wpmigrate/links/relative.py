"""The address of one file as seen from another."""

from urllib.parse import quote

_SAFE = "/-._~!$&'()*+,;=@"
"""What a path may hold as it stands (RFC 3986, pchar), without ":" which would look like a scheme."""


def relative_path(target: str, source: str) -> str:
    """The percent-encoded relative address from the file `source` to the file `target`, both below one folder."""
    there = target.split("/")
    here = source.split("/")[:-1]
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return quote("../" * (len(here) - shared) + "/".join(there[shared:]), safe=_SAFE, errors="surrogatepass")


def joined_path(relative: str, source: str) -> str:
    """The path that a relative one leads to from the file `source` (RFC 3986, 5.2.4); empty when it leads out."""
    kept = source.split("/")[:-1]
    for segment in relative.split("/"):
        if segment == "..":
            if not kept:
                return ""
            kept.pop()
        elif segment != ".":
            kept.append(segment)
    return "/".join(kept)
