"""The beginning of a document that strict XML refuses: declaration, comments, the root's start tag."""

import re
from typing import NamedTuple

from wpmigrate.reader.frame import COMMENT
from wpmigrate.reader.lines import count_lines
from wpmigrate.reader.names import Scope
from wpmigrate.reader.sniff import refused
from wpmigrate.reader.source import Data

from .finding import Finding, sample_of

_ROOT = re.compile(rb"<rss(?=[\s>])")
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_CHANNEL = re.compile(rb"\s*(?:" + COMMENT + rb"\s*)*<channel(?:\s[^<>]*)?>")
_WELL_FORMED = re.compile(rb"\s([A-Za-z_][\w:.-]*)\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')")
_DECLARATION = re.compile(rb"(?<![\w:.-])([A-Za-z_][\w:.-]*)\s*=\s*[\"']?([^\s\"'<>]*)")
_LARGEST_TAG = 1 << 16
_STARTS = re.compile(rb"<\?xml\s")
_XML = re.compile(
    rb"<\?xml\s+version\s*=\s*([\"'])1\.[0-9]+\1(?:\s+encoding\s*=\s*([\"'])[A-Za-z][\w.-]*\2)?"
    rb"(?:\s+standalone\s*=\s*([\"'])(?:yes|no)\3)?\s*\?>"
)
"""A declaration as XML 1.0 §2.8 has it."""
_PASSED = re.compile(rb"\s+|" + COMMENT + rb"|<\?(?!xml\s)[^<>]*\?>")
_NEXT = re.compile(rb"<!--|<\?")


class Prolog(NamedTuple):
    """Where the channel's entries begin; the text before, for the generator; what was mended."""

    end: int
    comments: str
    findings: list[Finding]


def mend_prolog(data: Data, start: int, line: int, scope: Scope) -> Prolog | None:
    """The prolog that begins at `start`; its namespaces are declared in `scope`. None without a root's start tag.

    Raises InputError (WXR020) for a DOCTYPE.
    """
    root = _ROOT.search(data, start)
    if root is None:
        return None
    before = data[start : root.start()]
    doctype = _DOCTYPE.search(before)
    if doctype is not None:
        raise refused("WXR020", line=line + count_lines(data, start, start + doctype.start()))
    tag_end = data.find(b">", root.end(), root.end() + _LARGEST_TAG) + 1
    if not tag_end:
        return None
    tag_line = line + count_lines(data, start, root.start())
    findings = _before_root(before, line)
    tag, opened, _ = data[root.end() : tag_end - 1].partition(b"<")
    if opened:
        tag_end = root.end() + len(tag)
        findings.append(Finding("WXR256", tag_line, {"reason": "the start tag of <rss> is not closed"}))
    findings += _declare(tag, tag_line, scope)
    if not findings:
        findings.append(_junk(before, line))
    channel = _CHANNEL.match(data, tag_end)
    end = channel.end() if channel else tag_end
    return Prolog(end, before.decode("utf-8", "replace"), findings)


def _before_root(before: bytes, line: int) -> list[Finding]:
    """What strict XML refuses before the root: what stands before the (last) declaration, a broken one, broken comments."""
    starts = [start.start() for start in _STARTS.finditer(before)]
    position = starts[-1] if starts else 0
    findings = [_junk(before[:position], line)] if before[:position].strip() else []
    declaration = _XML.match(before, position)
    position = declaration.end() if declaration else position
    while position < len(before):
        passed = _PASSED.match(before, position)
        if passed is not None:
            position = passed.end()
            continue
        at = line + count_lines(before, 0, position)
        is_comment = before.startswith(b"<!--", position)
        stop = before.find(b"-->" if is_comment else b"?>", position)
        if is_comment and stop >= 0:
            findings.append(Finding("WXR258", at, {"reason": "two hyphens stand inside it; it was left out"}))
            position = stop + 3
            continue
        following = _NEXT.search(before, position + 1)
        end = following.start() if following else len(before)
        findings.append(_junk(before[position:end], at))
        position = end
    return findings


def _junk(text: bytes, line: int) -> Finding:
    return Finding("WXR101", line, {"size": len(text.strip()), "sample": sample_of(text)})


def _declare(tag: bytes, line: int, scope: Scope) -> list[Finding]:
    """Declare the namespaces of the root's tag, those that are not well-formed too."""
    findings = []
    names: set[bytes] = set()
    for found in _WELL_FORMED.finditer(tag):
        if found[1] in names:
            at = line + count_lines(tag, 0, found.start(1))
            text = f"{found[1].decode('utf-8', 'replace')}, which stands there twice,"
            findings.append(Finding("WXR231", at, {"declaration": text}))
        names.add(found[1])
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
