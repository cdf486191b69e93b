"""The beginning of a document that strict XML refuses: declaration, comments, the root's start tag."""

import re
from typing import NamedTuple

from wpmigrate.reader.lines import count_lines
from wpmigrate.reader.names import Scope
from wpmigrate.reader.source import Data

from .finding import Finding, sample_of

_ROOT = re.compile(rb"<rss(?=[\s>])")
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_CHANNEL = re.compile(rb"\s*(?:<!--(?:[^-]|-(?!-))*-->\s*)*<channel(?:\s[^<>]*)?>")
_WELL_FORMED = re.compile(rb"\s([A-Za-z_][\w:.-]*)\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')")
_DECLARATION = re.compile(rb"([A-Za-z_][\w:.-]*)\s*=\s*[\"']?([^\s\"'<>]*)")
_LARGEST_TAG = 1 << 16


class Prolog(NamedTuple):
    """Where the channel's entries begin; the text before, for the generator; where a DOCTYPE stands, -1 for nowhere."""

    end: int
    comments: str
    findings: list[Finding]
    doctype: int = -1


def mend_prolog(data: Data, start: int, line: int, scope: Scope) -> Prolog | None:
    """The prolog that begins at `start`; its namespaces are declared in `scope`. None without a root's start tag."""
    root = _ROOT.search(data, start)
    if root is None:
        return None
    before = data[start : root.start()]
    doctype = _DOCTYPE.search(before)
    if doctype is not None:
        return Prolog(root.start(), "", [], start + doctype.start())
    tag_end = data.find(b">", root.end(), root.end() + _LARGEST_TAG) + 1
    if not tag_end:
        return None
    tag = data[root.end() : tag_end - 1]
    tag_line = line + count_lines(data, start, root.start())
    findings = _declare(tag, tag_line, scope)
    if not findings:
        size = len(before.strip())
        findings.append(Finding("WXR101", line, {"size": size, "sample": sample_of(before)}))
    channel = _CHANNEL.match(data, tag_end)
    end = channel.end() if channel else tag_end
    return Prolog(end, before.decode("utf-8", "replace"), findings)


def _declare(tag: bytes, line: int, scope: Scope) -> list[Finding]:
    """Declare the namespaces of the root's tag, those that are not well-formed too."""
    findings = []
    for found in _WELL_FORMED.finditer(tag):
        value = found[2] if found[2] is not None else found[3]
        scope.declare({found[1].decode("utf-8", "replace"): value.decode("utf-8", "replace")}, line)
    rest = _WELL_FORMED.sub(lambda found: b"\n" * found[0].count(b"\n"), tag)
    position, at = 0, line
    for found in _DECLARATION.finditer(rest):
        at += count_lines(rest, position, found.start())
        position = found.start()
        name = found[1].decode("utf-8", "replace")
        scope.declare({name: found[2].decode("utf-8", "replace")}, at)
        text = found[0].decode("utf-8", "replace")[:100]
        findings.append(Finding("WXR231", at, {"declaration": text}))
    if rest.strip() and not findings:
        findings.append(Finding("WXR231", line, {"declaration": sample_of(rest)}))
    return findings
