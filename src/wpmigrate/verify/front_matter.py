"""The front matter of a Markdown file: left out before its body is judged, read only for the slug that it names."""

import json
import re

_FENCES = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
"""What begins YAML and TOML, and what ends each."""
_HEADER = re.compile(r"[A-Za-z][\w-]*:[ \t].*|[ \t]+\S.*")
"""A line of headers as Pelican reads them (MultiMarkdown metadata), or its continuation."""
_SLUG = re.compile(r"^[ \t]*[\"']?slug[\"']?[ \t]*[:=][ \t]*(.+?)[ \t]*,?[ \t]*$", re.MULTILINE | re.IGNORECASE)


def split(text: str) -> tuple[str, str]:
    """(front matter, body) of a file; line ends become LF. Without front matter the first is empty."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    first = text.partition("\n")[0].rstrip()
    if first in _FENCES:
        end = _FENCES[first].search(text, len(first) + 1)
        return (text[: end.start()], text[end.end() :].lstrip("\n")) if end else ("", text)
    if first.startswith("{"):
        return _split_json(text)
    return _split_headers(text)


def slug_of(head: str) -> str:
    """The slug that the front matter names; empty when it names none."""
    found = _SLUG.search(head)
    return found[1].strip("\"'") if found else ""


def _split_json(text: str) -> tuple[str, str]:
    """JSON front matter is an object of several lines; a line of braces is text (a template's tag, say)."""
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return "", text
    return (text[:end], text[end:].lstrip("\n")) if isinstance(value, dict) and value else ("", text)


def _split_headers(text: str) -> tuple[str, str]:
    """Headers end at an empty line; the first must name a title, a date or the like, or it is a text with a colon."""
    head, empty, body = text.partition("\n\n")
    lines = head.split("\n")
    names = {line.partition(":")[0].lower() for line in lines if ":" in line}
    if names.isdisjoint({"title", "date", "slug"}) or not all(map(_HEADER.fullmatch, lines)) or lines[0][:1].isspace():
        return "", text
    return head, body.lstrip("\n") if empty else ""
