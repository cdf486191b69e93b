"""The beginning of an export as strict XML: its declaration, and the namespaces of its root."""

import re
from xml.parsers import expat

from wpmigrate.reader import is_broken_declaration, is_slip
from wpmigrate.wxr import CHANNEL_END, channel_start, quoted, without_forbidden

from .names import Names

_ENCODING = re.compile(rb"(\A\s*<\?xml[^>]*?\bencoding\s*=\s*)([\"'])([^\"'>]*)\2")
_COMMENT = re.compile(rb"<!--(?:[^-]|-(?!-))*-->")
_ROOT = re.compile(rb"<rss(?=[\s>])((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_LOOSE_ROOT = re.compile(rb"<rss(?=[\s>])([^>]*)>")
_ATTRIBUTE = re.compile(rb"([A-Za-z_][\w:.-]*)\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)'|([^\s\"'<>]*))")
_DECLARATION = re.compile(
    rb"<\?xml\s+version\s*=\s*(?:\"1\.\d\"|'1\.\d')(?:\s+encoding\s*=\s*(?:\"[A-Za-z][\w.-]*\"|'[A-Za-z][\w.-]*'))?"
    rb"(?:\s+standalone\s*=\s*(?:\"(?:yes|no)\"|'(?:yes|no)'))?\s*\?>"
)
"""XML 1.0, §2.8, production XMLDecl; expat is more patient than others."""

_UTF8 = (b"utf-8", b"utf8")


def declarations_of(prolog: bytes) -> dict[str, str]:
    """Prefix → address of the root's start tag, well-formed or not; the default namespace has the empty prefix."""
    found = _ROOT.search(prolog) or _LOOSE_ROOT.search(prolog)
    if found is None:
        return {}
    return {
        name[6:].decode("utf-8", "replace"): (double or single or bare).decode("utf-8", "replace")
        for name, double, single, bare in _ATTRIBUTE.findall(found[1])
        if name == b"xmlns" or name.startswith(b"xmlns:")
    }


def mended_prolog(prolog: bytes, names: Names, *, needs_version: bool) -> bytes:
    """The prolog with every prefix declared, in UTF-8; anew where strict XML refuses it, else only what must change."""
    raw = in_utf8(prolog)
    prolog = _with_declarations(names.mend_broken(raw), names)
    if not _is_strict(prolog):
        prolog = _with_declarations(_anew(raw, names), names)
    if needs_version:
        tag = names.wordpress_prefix().encode() + b":wxr_version"
        bare = prolog.rstrip()
        prolog = bare + b"\n\t<" + tag + b">1.2</" + tag + b">" + prolog[len(bare) :]
    return prolog


def in_utf8(prolog: bytes) -> bytes:
    """The prolog with a declaration that says UTF-8, if it has one."""
    found = _ENCODING.search(prolog)
    if found is None or found[3].strip().lower() in _UTF8:
        return prolog
    return found[1] + found[2] + b"UTF-8" + found[2] + prolog[found.end() :]


def _is_strict(prolog: bytes) -> bool:
    """Whether a parser that knows namespaces takes it."""
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    stray: list[str] = []
    parser.CharacterDataHandler = lambda text: stray.append(text.strip())
    try:
        parser.Parse(prolog + CHANNEL_END, True)
    except expat.ExpatError:
        return False
    if any(stray):
        return False
    declared = declarations_of(prolog).items()
    broken = any(
        is_slip(prefix, address) or (prefix and is_broken_declaration(f"xmlns:{prefix}", address))
        for prefix, address in declared
    )
    return not broken and (not prolog.startswith(b"<?xml ") or _DECLARATION.match(prolog) is not None)


def _anew(prolog: bytes, names: Names) -> bytes:
    """Declaration, comments, root and channel; the namespaces are those that the reader understood."""
    text = without_forbidden(prolog.decode("utf-8", "replace")).encode()
    root = max(text.find(b"<rss"), 0)
    comments = [comment + b"\n" for comment in _COMMENT.findall(text[:root])]
    declared = {f"xmlns:{prefix}": address for prefix, address in names.read_anew(declarations_of(text)).items()}
    tag = b"".join(b"\n\t" + name.encode() + b"=" + quoted(address.encode()) for name, address in declared.items())
    declaration = channel_start(()).partition(b"<rss")[0]
    return declaration + b"".join(comments) + b'<rss version="2.0"' + tag + b"\n>\n<channel>"


def _with_declarations(prolog: bytes, names: Names) -> bytes:
    """More namespaces in the root's start tag, on lines of their own where it has lines."""
    declared = declarations_of(prolog)
    added = {prefix: address for prefix, address in names.added.items() if prefix not in declared}
    found = _ROOT.search(prolog)
    if not added or found is None:
        return prolog
    inside = found[1].rstrip()
    before = b"\n\t" if b"\n" in found[1] else b" "
    written = b"".join(
        before + b"xmlns:" + prefix.encode() + b"=" + quoted(address.encode()) for prefix, address in added.items()
    )
    at = found.start(1) + len(inside)
    return prolog[:at] + written + prolog[at:]
